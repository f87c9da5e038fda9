"""What stands in a record, as the fields of a form hold it: so that somebody changes only what is wrong.

Only what is published anyway: no internal field, no internal contact, no secret place and nothing that refers to one.
Called by the pipeline, which puts the values of some records together in one file.
"""

from collections.abc import Callable

from pydantic import BaseModel

from socialmap.exports.public import plain, secrecy
from socialmap.model.shape import FieldShape, Shape
from socialmap.views.build_form import is_terms

Value = str | list["Value"] | dict[str, "Value"]
Write = Callable[[object], Value | None]
Asked = Callable[[FieldShape], bool]
NOTHING: tuple[object, ...] = (None, "", [], {})


def form_values(
    shape: Shape, *, language: str, asked: Asked, secret: frozenset[str] = frozenset()
) -> Callable[[BaseModel], dict[str, Value]]:
    """The function that gives what a form shows of a record: texts by the model's names, groups and lists in them.

    Texts are those in `language`. A reference to one of `secret` is left out, with the group that is about it.
    """
    return _group(shape, _Maker(language, asked, secret))


class _Maker:
    """Makes the writer of each field of a form."""

    def __init__(self, language: str, asked: Asked, secret: frozenset[str]) -> None:
        self.language, self.asked, self.secret = language, asked, secret

    def of(self, field: FieldShape) -> Write:
        one = self._one(field)

        def write_all(value: object) -> Value | None:
            found = (one(item) for item in value) if isinstance(value, tuple) else ()
            return [done for done in found if done is not None and done not in NOTHING]

        return write_all if field.many else one

    def _one(self, field: FieldShape) -> Write:
        if field.localized:
            return self._text
        if field.reference == ("location",):
            return self._place
        return self._part(field, field.group) if field.group is not None else _plain

    def _text(self, value: object) -> Value | None:
        return str(value.get(self.language, "")) if isinstance(value, dict) else None

    def _place(self, value: object) -> Value | None:
        return None if value in self.secret or value is None else str(value)

    def _part(self, field: FieldShape, group: Shape) -> Write:
        """A group; one that a form asks as a term is only that term."""
        write, is_secret = _group(group, self), secrecy(group)
        needed = tuple(part.name for part in group.fields if part.required and part.reference)
        term = field.shorthand if is_terms(field) else ""

        def write_group(value: object) -> Value | None:
            if not isinstance(value, BaseModel) or is_secret(value):
                return None
            found = write(value)
            if any(name not in found for name in needed):
                return None
            return found.get(term) if term else found

        return write_group


def _group(shape: Shape, maker: _Maker) -> Callable[[BaseModel], dict[str, Value]]:
    writers = tuple((field.name, maker.of(field)) for field in shape.fields if maker.asked(field))

    def write(value: BaseModel) -> dict[str, Value]:
        found = ((name, one(getattr(value, name))) for name, one in writers)
        return {name: done for name, done in found if done is not None and done not in NOTHING}

    return write


def _plain(value: object) -> Value | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    done = plain(value) if value is not None else None
    return None if done is None else str(done)
