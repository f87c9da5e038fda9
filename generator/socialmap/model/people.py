"""Who keeps it right, what is being tried, and what residents are asked: roles, experiments and consultations."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from socialmap.model.fields import (
    Email,
    LongText,
    Neighbourhoods,
    OrganizationId,
    Organizations,
    Phones,
    Services,
    ShortText,
    Themes,
)
from socialmap.model.record import Described, Record


class Role(Record):
    """A function, never a person, that keeps records right."""

    kind: Literal["community_manager", "coordinator", "editor", "desk"] = Field(description="What the function is.")
    email: Email | None = Field(None, description="The function mailbox.")
    phones: Phones = Field((), description="Phone numbers.")
    handle: Annotated[str, StringConstraints(pattern=r"^@?[A-Za-z0-9/_-]+$", max_length=80)] | None = Field(
        None, description="Name at the Git host."
    )
    organization: OrganizationId | None = Field(None, description="Where the function works.")
    organizations: Organizations = Field((), description="Organizations it answers for.")
    themes: Themes = Field((), description="Themes it answers for.")
    neighbourhoods: Neighbourhoods = Field((), description="Neighbourhoods it answers for.")


class Experiment(Described):
    """What is being tried, what was expected, and what was learned."""

    expectation: LongText = Field(min_length=1, description="What is expected.")
    measure: LongText = Field(default_factory=dict, description="How it is measured.")
    start_date: date = Field(description="First day.")
    end_date: date | None = Field(None, description="Last day.")
    outcome: Literal["succeeded", "partly", "failed", "stopped"] | None = Field(None, description="How it ended.")
    causes: LongText = Field(default_factory=dict, description="Why it went that way.")
    unforeseen: LongText = Field(default_factory=dict, description="What nobody expected.")
    learned: LongText = Field(default_factory=dict, description="What was learned.")
    organization: OrganizationId | None = Field(None, description="Who leads it.")
    services: Services = Field((), description="Services it is about.")
    neighbourhoods: Neighbourhoods = Field((), description="Where.")
    themes: Themes = Field((), description="What it is about.")


class Consultation(Described):
    """What residents are asked, and what was done with their answers."""

    question: LongText = Field(min_length=1, description="What is asked.")
    decided_by: ShortText = Field(default_factory=dict, description="Who decides.")
    start_date: date = Field(description="First day.")
    end_date: date = Field(description="Last day.")
    offline: LongText = Field(default_factory=dict, description="How to take part without internet.")
    result: LongText = Field(default_factory=dict, description="What residents answered.")
    follow_up: LongText = Field(default_factory=dict, description="What was done with it.")
    organization: OrganizationId | None = Field(None, description="Who asks.")
    neighbourhoods: Neighbourhoods = Field((), description="Where.")
    themes: Themes = Field((), description="What it is about.")
