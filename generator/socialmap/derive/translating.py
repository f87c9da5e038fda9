"""How far each translation of a record is: which texts are missing, drafts, or made from a text that changed since.

Called by the work lists and by what sends texts out to a translator and takes them back.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from socialmap.model import Record
from socialmap.model.shape import shape_of

State = Literal["missing", "draft", "stale", "reviewed", "unmarked"]
TO_DO: tuple[State, ...] = ("missing", "stale", "draft")


@dataclass(frozen=True, slots=True)
class TextState:
    """A text in a language: the field, how far it is, what it says and the text that it should say.

    `unmarked` is there, and nobody wrote down how far it is.
    """

    field: str
    language: str
    state: State
    source: str
    target: str = ""


def text_states(record: Record, *, languages: tuple[str, ...]) -> Iterator[TextState]:
    """Every text of a record in each of the site's `languages` after the first, in which it is written."""
    first, others = languages[0], languages[1:]
    for field in shape_of(type(record)).fields:
        written = getattr(record, field.name) if field.localized else {}
        source = written.get(first, "")
        for language in others if source else ():
            yield _state(record, field.name, language, source, written.get(language, ""))


def source_fingerprint(text: str) -> str:
    """The mark by which a translation remembers the text it was made from: eight hexadecimal digits."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=4).hexdigest()


def _state(record: Record, field: str, language: str, source: str, target: str) -> TextState:
    marked = record.translations.get(language)
    remembered = marked.source.get(field) if marked else None
    if not target:
        state: State = "missing"
    elif remembered and remembered != source_fingerprint(source):
        state = "stale"
    else:
        state = marked.status if marked else "unmarked"
    return TextState(field, language, state, source, target)
