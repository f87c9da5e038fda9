"""One import from beginning to end: read the source, map its rows, check them, write them, and give the account."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from socialmap.imports.abroad import callable_phones, country_of
from socialmap.imports.aside import Aside
from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.mapping import ImportMapping, Values, read_mapping
from socialmap.imports.outcome import ImportOutcome, LeftOut, read_messages
from socialmap.imports.reading import Profile, Source, read_source
from socialmap.imports.request import ImportRequest
from socialmap.imports.rows import TableRows
from socialmap.imports.settle import Checks, Settled, Settlement, Trial, Validate, no_trial, settle
from socialmap.imports.shaping import Shaper, lifted_values
from socialmap.imports.sketch import Sketch, SketchedRow, record_shape
from socialmap.imports.writing import write_records
from socialmap.model import RECORD_TYPES, RecordType
from socialmap.problems import Origin, Place, Problem


def run_import(
    request: ImportRequest, *, validate: Validate, profile: Profile, trial: Trial = no_trial
) -> ImportOutcome:
    """The account of an import; what it names is written in the data folder, and nothing when it stopped.

    `validate` judges a record by itself, and `trial` all of them where they will stand.
    """
    mapping = read_mapping(request.mapping, file=request.mapping_file)
    if not isinstance(mapping, ImportMapping):
        return ImportOutcome(stopped=mapping)
    try:
        source = read_source(request, mapping, profile)
        beside = () if source.problems else _beside(request, mapping, validate)
        wrong = (*source.problems, *(part for part in beside if isinstance(part, Problem)))
        if wrong:
            return ImportOutcome(stopped=wrong)
        also = tuple(part for part in beside if isinstance(part, Settled))
        checks = _checks(request, mapping, validate, lambda found: trial((*also, *found)))
        settlement = settle(_all_rows(source.parts, _phone_writer(request, mapping)), checks=checks)
        if settlement.stopping:
            return ImportOutcome(stopped=_in_mapping(settlement.stopping, request))
        records = (*also, *settlement.records)
        write_records(records, target=request.target)
    except UnreadableSourceError as fault:
        return ImportOutcome(stopped=(Problem(fault.code, fault.place, fault.params),))
    return _account(source, settlement, records)


def _beside(request: ImportRequest, mapping: ImportMapping, validate: Validate) -> tuple[Settled | Problem, ...]:
    shaper = Shaper(mapping.language, request.words)
    made = (_one_beside(dict(written), request, mapping, shaper, validate) for written in mapping.also)
    return tuple(part for parts in made for part in parts)


def _one_beside(
    written: Values, request: ImportRequest, mapping: ImportMapping, shaper: Shaper, validate: Validate
) -> tuple[Settled | Problem, ...]:
    named = written.pop("type", "")
    kind = next((kind for kind in RECORD_TYPES if kind == named), None)
    place = Place(request.mapping_file, field="also")
    if kind is None:
        params = {"key": "type", "value": str(named), "expected": ", ".join(RECORD_TYPES)}
        return (Problem("import-mapping-choice", place, params),)
    shape = record_shape(kind)
    common = {name: value for name, value in mapping.defaults.items() if shape.field(shaper.key(shape, name))}
    values = shaper.group(shape, lifted_values({**common, **mapping.each.get(kind, {}), **written}))
    values = callable_phones(values, write=_phone_writer(request, mapping))
    chosen = str(values.get("id", ""))
    if request.target.existing(kind, chosen):
        return ()
    return validate(kind, values, Origin(request.mapping_file)) or (Settled(kind, chosen, values),)


def _all_rows(parts: Iterable[TableRows], write: Callable[[str], str]) -> list[SketchedRow]:
    return [replace(row, sketches=_with_phones(row.sketches, write)) for part in parts for row in part.rows]


def _with_phones(sketches: Iterable[Sketch], write: Callable[[str], str]) -> tuple[Sketch, ...]:
    return tuple(replace(sketch, values=callable_phones(sketch.values, write=write)) for sketch in sketches)


def _phone_writer(request: ImportRequest, mapping: ImportMapping) -> Callable[[str], str]:
    country = country_of(mapping)
    return lambda number: request.write_phone(number, country) if country else number


def _in_mapping(problems: Iterable[Problem], request: ImportRequest) -> tuple[Problem, ...]:
    fields = ((problem, ".".join(("also", *map(str, problem.path)))) for problem in problems)
    at = request.mapping_file
    return tuple(replace(problem, place=Place(at, field=field), path=("also",)) for problem, field in fields)


def _checks(request: ImportRequest, mapping: ImportMapping, validate: Validate, trial: Trial) -> Checks:
    messages = read_messages(mapping.language)
    label, hours = messages.fill("set-aside-label"), messages.fill("hours-label")
    aside = Aside(mapping.set_aside, mapping.language, hours, label)
    return Checks(validate, (lambda _kind, _id: "") if request.replace else request.target.existing, aside, trial)


def _account(source: Source, settlement: Settlement, records: Sequence[Settled]) -> ImportOutcome:
    by_type: dict[RecordType, tuple[str, ...]] = {
        kind: tuple(record.id for record in records if record.type == kind) for kind in RECORD_TYPES
    }
    parts = source.parts
    return ImportOutcome(
        rows_in=sum(len(part.rows) for part in parts),
        rows_out=settlement.rows_out,
        left_out=LeftOut(
            blank=sum(part.blank for part in parts),
            skipped=sum(part.skipped for part in parts),
            others=sum(part.others for part in parts),
            repeated=sum(part.repeated for part in parts),
        ),
        made=replace(settlement.made, beside=len(records) - len(settlement.records)),
        records={kind: ids for kind, ids in by_type.items() if ids},
        refused=settlement.refused,
        notes=settlement.notes,
        columns=source.columns,
        unused_tables=source.unused_tables,
        doubts=source.doubts,
    )
