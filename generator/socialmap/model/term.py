"""A term of a vocabulary: the words by which residents and professionals name a thing (DATA §2)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from socialmap.model.fields import Group, LongText, ShortText, Slug, Url, Vocabulary


class Term(Group):
    """A term: labels per language, an explanation, its parent and what else it is called."""

    id: Slug = Field(description="The word in the data and in web addresses.")
    name: ShortText = Field(min_length=1, description="What residents call it.")
    professional_name: ShortText = Field(default_factory=dict, description="What professionals call it.")
    summary: ShortText = Field(default_factory=dict, description="What falls under it, in a few words.")
    explanation: LongText = Field(default_factory=dict, description="What it means.")
    parent: Slug | None = Field(None, description="The broader term.")
    also_called: tuple[str, ...] = Field((), description="Synonyms, jargon and frequent misspellings.")
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(/[a-z0-9-]+)+$")] | None = Field(
        None, description="Icon of the Material set, such as material/home."
    )
    themes: Annotated[tuple[str, ...], Vocabulary("themes")] = Field((), description="Themes that belong to it.")
    kinds: Annotated[tuple[str, ...], Vocabulary("kinds")] = Field((), description="Kinds that belong to it.")
    target_groups: Annotated[tuple[str, ...], Vocabulary("target_groups")] = Field(
        (), description="Target groups that belong to it."
    )
    review_months: Annotated[int, Field(ge=1, le=60)] | None = Field(
        None, description="For kinds: months after which a record is checked again."
    )
    agenda: bool = Field(False, description="For kinds: services of this kind stand in the agenda.")
    quick_exit: bool = Field(
        False, description="For themes and life questions: what belongs to it gets a quick way out."
    )
    cbs_code: str | None = Field(None, description="For neighbourhoods: code of the statistics office.")
    links: dict[str, Url] = Field(default_factory=dict, description="The same term in other vocabularies.")
