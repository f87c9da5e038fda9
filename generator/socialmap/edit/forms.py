"""In which order the keys of a group stand and of what kind each value is, from the models; called by the pipeline."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from socialmap.model.shape import FieldShape, Shape
from socialmap.text.words import fold

FIRST: Final = ("id", "name", "alternate_name", "alternate_names", "summary")
LAST: Final = (
    *("status", "successor", "role", "assured_date", "assured_by", "review_months", "source", "source_url"),
    *("source_date", "added", "last_modified", "previous_ids", "note", "allowed", "translations"),
)
RECORD: Final = frozenset(("name", "assured_date"))
KeyTable = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """What a key says: its place among the others, the kind of its value, and the form of a group in it."""

    rank: int
    kind: str = "text"
    form: "Form | None" = None
    is_map: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one group by every way to write their keys."""

    fields: Mapping[str, Field]

    def of(self, key: str) -> Field | None:
        """The field of a written key, whatever its language; nothing for a key that is none of the model's."""
        name = key.partition("@")[0]
        return self.fields.get(name) or self.fields.get(fold(name))


def make_form(shape: Shape, keys: KeyTable) -> Form:
    """The form of a model, with the editors' words for its keys."""
    names = [field.name for field in shape.fields]
    is_record = set(names) >= RECORD
    first = [name for name in FIRST if name in names and is_record]
    last = [name for name in LAST if name in names and is_record]
    order = [*first, *(name for name in names if name not in {*first, *last}), *last]
    made = {field.name: _field(field, order.index(field.name), keys) for field in shape.fields}
    return Form({written: made[name] for written, name in keys(names).items()})


def _field(field: FieldShape, rank: int, keys: KeyTable) -> Field:
    form = make_form(field.group, keys) if field.group is not None else None
    return Field(rank, field.kind, form, is_map=field.kind == "map")
