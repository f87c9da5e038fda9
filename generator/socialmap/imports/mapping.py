"""The mapping file of a steward: which column of a foreign table becomes which field of which record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from socialmap.model import RecordType
from socialmap.problems import Path, Place, Problem
from socialmap.text.words import nearest

Values = dict[str, object]
MAPPING: Final = "import-mapping"
CODES: Final = {
    "extra_forbidden": "import-mapping-unknown",
    "missing": "import-mapping-missing",
    "literal_error": "import-mapping-choice",
}


class MappingPart(BaseModel):
    """A group of settings in a mapping that refuses words it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def as_list(value: object) -> object:
    """A single word as a list of one."""
    return [value] if isinstance(value, str | dict) else value


Names = Annotated[tuple[str, ...], BeforeValidator(as_list)]
Separators = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], BeforeValidator(as_list)]


class Part(MappingPart):
    """Where a value comes from, and what is done to it, in the order of these settings."""

    column: Names = Field((), description="The column, or several that are joined.")
    text: str = Field("", description="A fixed text instead of a column.")
    join: str = Field(" ", description="What stands between the columns.")
    remove: Names = Field((), description="Pieces of text that are taken out.")
    split: Annotated[
        tuple[str, ...], BeforeValidator(as_list), Field(description="What parts a cell into several values.")
    ] = ()
    pick: Annotated[int, Field(ge=1)] | None = Field(None, description="Which of the several values; the first is 1.")
    take: Annotated[str, Field(pattern=r"^(whole|first_sentence)$")] = "whole"
    values: dict[str, object] = Field({}, description="What to write for a text in the cell.")
    otherwise: str | None = Field(
        None, description="What to write for any other text; empty leaves it out, * keeps it."
    )
    label: str = Field("", description="A word before the text, or what a phone number is for.")
    refers: RecordType | None = Field(None, description="The cell is the key of a record of this type.")
    same_row: RecordType | None = Field(None, description="The record of this type that the same row makes.")

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def as_parts(value: object) -> object:
    """A column name, a part, or a list of them, as a list of parts."""
    listed = value if isinstance(value, list) else [value]
    return [{"column": part} if isinstance(part, str) else part for part in listed]


Parts = Annotated[tuple[Part, ...], BeforeValidator(as_parts)]


class RecordSpec(MappingPart):
    """A record that each row of a table makes."""

    type: RecordType
    id: Names = Field((), description="Columns that the id is made from; without it the name.")
    key: str = Field("", description="The column by which rows of other tables refer to this record.")
    when: str = Field("", description="Make this record only where this column holds something.")
    shared: bool = Field(False, description="Rows with the same id make one record.")
    fields: dict[str, Parts]
    defaults: Values = {}
    allow: dict[str, str] = {}


class TableSpec(MappingPart):
    """One table of the source and the records that its rows make."""

    file: str = Field("", description="The file in the folder; needed when the source is a folder.")
    sheet: str = Field("", description="The sheet of a workbook.")
    skip_when: dict[str, Names] = Field({}, description="Per column the texts that mean: this is no record.")
    leave_out: Names = Field((), description="Columns that are left out on purpose.")
    records: Annotated[tuple[RecordSpec, ...], Field(min_length=1)]


class ImportMapping(MappingPart):
    """Everything that a foreign source does not say itself."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "nl"
    defaults: Values = Field({}, description="Fields on every record that has them.")
    each: dict[RecordType, Values] = Field({}, description="Fields on every record of a type.")
    allow: dict[str, str] = Field({}, description="Per field the reason why a value that a rule refuses is right.")
    set_aside: Names = Field((), description="Fields whose unusable values go to the internal note; the row stays.")
    also: tuple[Values, ...] = Field((), description="Records that are written beside the imported ones.")
    tables: tuple[TableSpec, ...] = ()


def read_mapping(document: object, *, file: str) -> ImportMapping | tuple[Problem, ...]:
    """The mapping in a document read from YAML (every scalar as text), or one problem for each fault in it."""
    if not isinstance(document, dict):
        return (Problem("import-mapping-none", Place(file)),)
    try:
        return ImportMapping.model_validate(document)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return tuple(_problem(one, file) for one in found if not _is_around_another(one, found))


def _problem(found: ErrorDetails, file: str) -> Problem:
    key = str(found["loc"][-1]) if found["loc"] else ""
    expected = str(found.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    params = {"key": key, "value": str(found["input"])[:80], "expected": expected}
    code = CODES.get(found["type"], MAPPING)
    place = Place(file, field=".".join(map(str, found["loc"])))
    if code == "import-mapping-choice":
        meant = nearest(params["value"], expected.split(", "))
    else:
        meant = nearest(key, _settings_at(found["loc"])) if code == "import-mapping-unknown" else ""
    return Problem(code, place, params, meant, found["loc"])


def _settings_at(loc: Path) -> Iterable[str]:
    """The settings that a mapping knows at the place of one that it does not."""
    here = next((model for name, model in LEVELS if name in loc[:-1]), ImportMapping if len(loc) == 1 else None)
    return here.model_fields if here is not None else ()


def _is_around_another(one: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """Whether it only says that a list misses the items that are told to be wrong themselves."""
    loc = one["loc"]
    return any(other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in found)


LEVELS: Final[tuple[tuple[str, type[MappingPart]], ...]] = (
    ("fields", Part),
    ("records", RecordSpec),
    ("tables", TableSpec),
)


def columns_used(spec: TableSpec) -> Iterator[tuple[str, Path]]:
    """Every column that a table's mapping names, with the place in that mapping where it does."""
    yield from ((column, ("skip_when",)) for column in spec.skip_when)
    yield from ((column, ("leave_out",)) for column in spec.leave_out)
    for number, record in enumerate(spec.records):
        at = ("records", number)
        yield from ((column, (*at, "id")) for column in record.id)
        yield from ((column, (*at, name)) for name, column in (("key", record.key), ("when", record.when)) if column)
        yield from ((column, (*at, "fields", name)) for column, name in _fields_columns(record.fields))


def _fields_columns(fields: Mapping[str, tuple[Part, ...]]) -> Iterator[tuple[str, str]]:
    for name, parts in fields.items():
        yield from ((column, name) for part in parts for column in part.column)
