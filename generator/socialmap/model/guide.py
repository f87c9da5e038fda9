"""A guide: from a resident's situation, step by step, to the services that fit (issue 3, point 9)."""

from typing import Annotated

from pydantic import Field

from socialmap.model.fields import Group, LongText, ServiceId, Services, Shorthand, ShortText, Slug, Themes, Vocabulary


class Suggestion(Group):
    """A service that the editors chose for a step, and why."""

    service: ServiceId = Field(description="The service.")
    why: ShortText = Field(default_factory=dict, description="Why it fits this step.")


class Step(Group):
    """One step: the services chosen for it first, then those of the situation that share a theme, kind or group."""

    id: Slug = Field(description="The name of the step in the address of its part of the page.")
    name: ShortText = Field(min_length=1, description="What to do, in a few words.")
    explanation: ShortText = Field(default_factory=dict, description="How that helps.")
    services: Annotated[tuple[Suggestion, ...], Shorthand("service")] = Field((), description="Services for this step.")
    themes: Themes = Field((), description="Also services of the situation on these themes.")
    kinds: Annotated[tuple[str, ...], Vocabulary("kinds")] = Field((), description="Also those of these kinds.")
    target_groups: Annotated[tuple[str, ...], Vocabulary("target_groups")] = Field(
        (), description="Also those for these groups."
    )


class Guide(Group):
    """A situation with its steps; `id` is the name of its file."""

    id: Slug = Field(description="The name in the web address; equal to the file name.")
    name: ShortText = Field(min_length=1, description="The situation in a resident's words.")
    life_question: Annotated[Slug, Vocabulary("life_questions")] = Field(description="Whose services it leads to.")
    summary: ShortText = Field(default_factory=dict, description="Who recognises this.")
    explanation: LongText = Field(default_factory=dict, description="What to know before the first step.")
    target_groups: Annotated[tuple[str, ...], Vocabulary("target_groups")] = Field(
        (), description="The groups that somebody is asked to belong to."
    )
    steps: tuple[Step, ...] = Field(min_length=1, description="The steps in their order.")
    beside_me: Services = Field((), description="Who can sit beside somebody for what is digital.")
    give_back: Services = Field((), description="Where somebody can offer something.")
