"""What editors tell the search: words that say the same, and questions with what they must find (issue 3)."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from socialmap.model.fields import Group, Slug

Term = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^,;|\n\t]+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class SynonymLine(Group):
    """Terms that find each other; who looks for one of `only` finds them too, but not the other way round."""

    words: tuple[Term, ...] = Field(min_length=1, description="Terms that say the same.")
    only: tuple[Term, ...] = Field((), description="Terms that also lead to those, one way.")


class SynonymFile(Group):
    """The synonyms of one language."""

    language: Language = Field("nl", description="The language of the terms.")
    groups: tuple[SynonymLine, ...] = Field((), description="Groups of terms.")


class Expectation(Group):
    """A question and the services that must, or must not, be among the first answers."""

    query: str = Field(min_length=1, max_length=200, description="What someone types.")
    first: Annotated[int, Field(ge=1, le=50)] = Field(3, description="Among how many answers.")
    finds: tuple[Slug, ...] = Field((), description="Services that must be among them.")
    excludes: tuple[Slug, ...] = Field((), description="Services that must not be among them.")
    language: Language | None = Field(None, description="The language of the search page.")
    neighbourhood: str | None = Field(None, description="The neighbourhood that was chosen.")
    kind: Literal["name", "synonym", "typo", "compound", "sentence"] | None = Field(
        None, description="What makes the question hard."
    )


class ExpectationFile(Group):
    """All questions that are tried."""

    expectations: tuple[Expectation, ...] = Field((), description="The questions.")
