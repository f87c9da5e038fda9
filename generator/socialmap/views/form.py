"""The views of the forms in which anybody proposes a record or a change: one per record type, and the way there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from socialmap.model import RecordType
from socialmap.views.parts import Link, PhoneView, Text


@dataclass(frozen=True, slots=True)
class Editing:
    """What the forms take from the editors' language, made once by the pipeline.

    `keys` and `words` are how keys and fixed words are written, `hints` what a field means by (model, field), `types`
    the word for each record type, and `rules` the route of the rules of each.
    """

    keys: Mapping[str, str]
    words: Mapping[str, str]
    hints: Mapping[tuple[str, str], str]
    types: Mapping[RecordType, str]
    folders: Mapping[RecordType, str]
    rules: Mapping[RecordType, str]
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice: the word that the record gets, and what the reader chooses."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True)
class ControlView:
    """One question of a form.

    `kind` is line, area, lines (one value a line), select, checks, record (the id of another record), group, or rows:
    its one part may be asked up to `most` times. `path` names the value in the record, such as `cost.amount` or
    `phones.0.number`; `reference` is the type of record asked for, and `plain` marks texts that are judged on how they
    read. A group has `parts`, of which the first `shown` stand open; what is `folded` opens when somebody asks for it.
    """

    path: str
    kind: str
    label: str
    hint: str = ""
    required: bool = False
    rows: int = 1
    mode: str = ""
    reference: str = ""
    plain: bool = False
    options: tuple[OptionView, ...] = ()
    parts: "tuple[ControlView, ...]" = ()
    shown: int = 0
    folded: bool = False
    most: int = 0


@dataclass(frozen=True, slots=True)
class PartView:
    """Questions that belong together; `name` is what, where, contact, who, when, inside, change or more."""

    name: str
    controls: tuple[ControlView, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form. `change` tells a change of a record from a new one; `rules` is the address of what it checks by.

    `now` is where what records say stands, in so many `files`, with the hole `{part}` for the number of one.
    `new_file`, `edit_file` and `issue` are addresses at the Git host with holes (empty without a host, `fills` when a
    new file takes its text), `mail` is a `mailto:` address with holes, `folder` where records of the type are kept.
    """

    kind: str
    word: str
    change: bool
    parts: tuple[PartView, ...]
    rules: str
    records: str
    now: str
    files: int
    folder: str
    host: str
    new_file: str
    edit_file: str
    issue: str
    fills: bool
    mail: str
    mailbox: str
    desk_name: str
    desk: PhoneView | None
    back: str


@dataclass(frozen=True, slots=True)
class FormsView:
    """The page that leads to the forms: for residents, and for those who work with the map."""

    residents: tuple[Link, ...]
    editors: tuple[Link, ...]
    language: str
    mailbox: str
    desk_name: str
    desk: PhoneView | None
    search_href: str
