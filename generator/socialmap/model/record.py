"""What every record carries: identity, life cycle, provenance and who keeps it right (DATA §1)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from socialmap.model.fields import FieldNames, Group, Internal, LongText, RoleId, ShortText, Slug, Translation, Url

Status = Literal["active", "paused", "stopped"]


class Record(Group):
    """The fields that all six record types share."""

    id: Slug = Field(description="The name in the web address; equal to the file name.")
    name: ShortText = Field(min_length=1, description="What it is called.")
    status: Status = Field("active", description="Whether it runs now.")
    successor: Slug | None = Field(None, description="The record that takes over from this one.")
    role: RoleId | None = Field(None, description="The function that keeps this record right.")
    source: Literal["own", "provider", "municipality", "resident"] | None = Field(
        None, description="Where the facts come from."
    )
    source_url: Url | None = Field(None, description="The page on which the facts can be checked.")
    source_date: date | None = Field(None, description="The date of that page.")
    assured_date: date | None = Field(None, description="The day on which somebody last checked the facts.")
    assured_by: RoleId | None = Field(None, description="The function that checked.")
    review_months: Annotated[int, Field(ge=1, le=60)] | None = Field(
        None, description="Months after which the facts are checked again."
    )
    added: date | None = Field(None, description="The day on which the record came on the map.")
    last_modified: date | None = Field(None, description="The day on which its content last changed.")
    previous_ids: tuple[Slug, ...] = Field((), description="Earlier ids, whose web addresses keep working.")
    note: Annotated[str, Internal()] = Field("", description="A note for editors; never published.")
    allowed: Annotated[dict[str, str], Internal(), FieldNames()] = Field(
        {}, description="Per field the reason why a value that a rule refuses is right here."
    )
    translations: dict[str, Translation] = Field(
        default_factory=dict, description="Per language how far the translation is."
    )


class Described(Record):
    """A record with a plain sentence about it."""

    summary: ShortText = Field(default_factory=dict, description="One plain sentence for residents.")


__all__ = ["Described", "LongText", "Record", "Status"]
