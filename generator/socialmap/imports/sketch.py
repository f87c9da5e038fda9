"""What a row of a source wants to become, before ids are given and anything is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from socialmap.model import (
    Consultation,
    Experiment,
    Location,
    Organization,
    Record,
    RecordType,
    Role,
    Service,
)
from socialmap.model.shape import Shape, shape_of
from socialmap.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of another record by the key that the source gives it."""

    type: RecordType
    key: str


Value = str | Ref | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Sketch:
    """One record to be: what its id is made from, the keys others know it by, and its values in the model's keys."""

    type: RecordType
    named: str
    keys: tuple[str, ...]
    values: Mapping[str, Value]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class SketchedRow:
    """A row: its place, the records it makes, what is worth telling, and what forbids it.

    `columns` says for a `type.key` which column (ordinal from 1, name) its value came from.
    """

    place: Place
    sketches: tuple[Sketch, ...]
    notes: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def place_of(self, kind: RecordType, key: str) -> Place:
        """Where the value of a field stands in the source, as far as known."""
        ordinal, column = self.columns.get(f"{kind}.{key}", (0, key))
        return replace(self.place, column=ordinal, field=column)


def model_of(kind: RecordType) -> type[Record]:
    """The model of a record type."""
    models: dict[RecordType, type[Record]] = {
        "organization": Organization,
        "location": Location,
        "service": Service,
        "role": Role,
        "experiment": Experiment,
        "consultation": Consultation,
    }
    return models[kind]


def record_shape(kind: RecordType) -> Shape:
    """The fields of a record type."""
    return shape_of(model_of(kind))
