"""Who: an organization or residents' initiative (HSDS organization)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from socialmap.model.fields import (
    Email,
    Group,
    LongText,
    Markdown,
    OrganizationId,
    Phones,
    ShortText,
    Url,
    Vocabulary,
)
from socialmap.model.record import Described

OrganizationKind = Literal[
    "municipality",
    "government",
    "welfare",
    "health_care",
    "education",
    "foundation",
    "association",
    "faith_community",
    "company",
    "residents_initiative",
]


class Initiative(Group):
    """What a residents' initiative seeks, and how the municipality stands beside it."""

    seeks: tuple[Literal["people", "place", "money"], ...] = Field((), description="What it is looking for.")
    explanation: LongText = Field(default_factory=dict, description="What exactly it is looking for.")
    perspective: Literal["letting_go", "going_along", "connecting"] | None = Field(
        None, description="How the municipality stands towards it."
    )
    municipality_role: ShortText = Field(default_factory=dict, description="What the municipality does for it.")
    safety_net: ShortText = Field(default_factory=dict, description="Where somebody falls back on when it stops.")


class Organization(Described):
    """An organization: who offers the services on the map."""

    alternate_name: ShortText = Field(default_factory=dict, description="Another name or abbreviation.")
    kind: OrganizationKind = Field("foundation", description="What kind of organization it is.")
    description: Markdown = Field(default_factory=dict, description="More about it, in Markdown.")
    email: Email | None = Field(None, description="A function mailbox.")
    phones: Phones = Field((), description="Phone numbers.")
    url: Url | None = Field(None, description="The website.")
    kvk: Annotated[str, StringConstraints(pattern=r"^\d{8}$")] | None = Field(
        None, description="Number in the trade register."
    )
    parent_organization: OrganizationId | None = Field(None, description="The organization it is part of.")
    languages: Annotated[tuple[str, ...], Vocabulary("languages")] = Field((), description="Languages spoken.")
    funding: ShortText = Field(default_factory=dict, description="Who pays for it.")
    initiative: Initiative | None = Field(None, description="Only for residents' initiatives.")
