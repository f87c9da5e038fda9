"""A topic of danger: the words by which people speak of it, and who helps at once (issue 3, point 11)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from socialmap.model.fields import Group, Shorthand, ShortText, Slug
from socialmap.model.guide import Suggestion

LETTERS = r"\p{L}\p{M}\p{N}"
Phrase = Annotated[str, StringConstraints(pattern=rf"^[{LETTERS}][{LETTERS} '’*/-]*$", max_length=300)]
Phrases = dict[str, tuple[Phrase, ...]]


class CrisisTopic(Group):
    """The words of one danger per language, and the services whose numbers then stand above everything else.

    A phrase is words in their order; `/` stands between words that are as good, `*` ends a beginning.
    """

    id: Slug = Field(description="The name of the topic, once in the file.")
    name: ShortText = Field(min_length=1, description="What stands above the numbers.")
    services: Annotated[tuple[Suggestion, ...], Shorthand("service")] = Field(
        (), description="Who helps, the most important first; without a why its own summary stands beside it."
    )
    desk: bool = Field(False, description="Also the number of the municipal desk.")
    phrases: Phrases = Field(min_length=1, description="Words that stand in a question.")
    alone: Phrases = Field({}, description="Words that count when nothing else is asked.")
    harmless: Phrases = Field({}, description="Words that look alike and mean something else.")
