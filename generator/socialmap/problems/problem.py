"""The one shape in which any floor says that data is not right; made everywhere, printed by `report`."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from typing import Literal

Severity = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a record was read: its file (relative to the data folder), the line it starts on, and its row in a table.

    `row` is the record's ordinal in a table (1 is the first data row) and 0 for a YAML file of its own.
    """

    file: str
    line: int = 1
    row: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a problem is: file, and as far as known line and column (both from 1), and the key the editor wrote."""

    file: str
    line: int = 0
    column: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in data: a stable code of the rule registry, its place, and the values its message names.

    `params` fill the `{holes}` of the rule's message; `suggestion` is the word that was probably meant.
    `path` is the place inside the record in the model's own keys, for those who only have an `Origin`.
    """

    code: str
    place: Place
    params: Mapping[str, str] = default(default_factory=dict)
    suggestion: str = ""
    path: Path = ()
    origin: Origin | None = None


def fault(code: str, place: Place, /, *, suggestion: str = "", **params: object) -> Problem:
    """A problem whose message holes are filled with the keywords given."""
    return Problem(code, place, {k: str(v) for k, v in params.items()}, suggestion)
