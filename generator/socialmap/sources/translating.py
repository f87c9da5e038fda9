"""What a written word, number or day becomes in the model; made once per field, called for each of its values."""

import re
from collections.abc import Callable, Mapping

from socialmap.model.fields import RecordType
from socialmap.model.shape import FieldShape
from socialmap.sources.words import Words
from socialmap.text.words import fold

DUTCH_DATE = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
DECIMAL_COMMA = re.compile(r"^-?\d+,\d+$")
Terms = Mapping[str, Mapping[str, str]]


def translation(field: FieldShape, words: Words, terms: Terms) -> Callable[[str], str]:
    """How the values of a field are translated."""
    written = {"date": iso_date, "number": decimal_point}.get(field.kind)
    if written is not None:
        return written
    if field.kind == "boolean":
        return _from_table(words.word_table(("true", "false")))
    if field.kind == "word":
        return _from_table(words.word_table(field.words))
    if field.vocabulary:
        return _from_table({**terms.get(field.vocabulary, {}), **words.word_table(field.also)})
    if len(field.reference) > 1:
        return _typed_reference(words.type_table())
    return _plain


def _plain(text: str) -> str:
    return text


def _from_table(table: Mapping[str, str]) -> Callable[[str], str]:
    def translate(text: str) -> str:
        return table.get(text) or table.get(fold(text)) or table.get(fold(text).replace("-", "_"), text)

    return translate


def _typed_reference(types: Mapping[str, RecordType]) -> Callable[[str], str]:
    def translate(text: str) -> str:
        kind, slash, name = text.partition("/")
        return f"{types.get(fold(kind), kind)}/{name}" if slash else text

    return translate


def decimal_point(text: str) -> str:
    """A number with a comma, as in Dutch (`2,50`), with a point; any other text as it is."""
    return text.replace(",", ".") if DECIMAL_COMMA.match(text) else text


def iso_date(text: str) -> str:
    """A date written as in Dutch (`1-2-2026`) in ISO form; any other text as it is."""
    found = DUTCH_DATE.match(text)
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text
