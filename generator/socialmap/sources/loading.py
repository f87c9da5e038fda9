"""All records of a data folder as raw values in the model's keys; called by the pipeline before validation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from socialmap.model import Consultation, Experiment, Location, Organization, RecordType, Role, Service, Term
from socialmap.model.holiday import HolidayCalendar
from socialmap.model.raw import Raw, RawRecord
from socialmap.model.shape import shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.csv_lines import Lines
from socialmap.sources.folder import MAX_TABLE_BYTES, decode_utf8, open_file, read_file
from socialmap.sources.holidays import FILE as HOLIDAYS
from socialmap.sources.locating import locate_in
from socialmap.sources.normalise import Faults, Normaliser, Terms, normaliser
from socialmap.sources.places import is_about_key, row_place, written_in, written_place
from socialmap.sources.tables import rows_of
from socialmap.sources.tree import Folders, record_files, type_of
from socialmap.sources.vocabularies import FOLDER as TAXONOMIES
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import MAX_BYTES, read_yaml

MODELS: Mapping[RecordType, type[Organization | Location | Service | Role | Experiment | Consultation]] = {
    "organization": Organization,
    "location": Location,
    "service": Service,
    "role": Role,
    "experiment": Experiment,
    "consultation": Consultation,
}
YAML_NAMES = (".yml", ".yaml")
ALL: Callable[[int], bool] = lambda _ordinal: True  # noqa: E731 - the plain way to say it


@dataclass(frozen=True, slots=True)
class Loaded:
    """What files hold: raw records in file order, and the problems met while reading."""

    records: tuple[RawRecord, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that holds records of one type; `national` ones are those of the whole country."""

    kind: RecordType
    file: str
    national: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it holds a record per row, and not one record."""
        return self.file.endswith(".csv")


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads the records of one data folder; made once per run."""

    root: Path
    readers: Mapping[RecordType, Normaliser]
    terms: Normaliser
    holidays: Normaliser
    folders: Folders
    vocabularies: Mapping[str, tuple[str, ...]]
    beside: Mapping[str, Normaliser] = field(default_factory=dict)

    def load(self, prefix: str = "", *, national: bool = False) -> Loaded:
        """Every record below a folder of the data folder."""
        files, strays = self.files(prefix, national=national)
        return _join((Loaded((), tuple(strays)), *(self.read(file) for file in files)))

    def files(self, prefix: str = "", *, national: bool = False) -> tuple[list[RecordFile], list[Problem]]:
        """The files with records below a folder, and a problem for each that looks like one and is none."""
        found, strays = record_files(self.root, prefix, folders=self.folders)
        return [RecordFile(kind, file, national) for kind, files in found.items() for file in files], strays

    def read(self, file: RecordFile, *, wanted: Callable[[int], bool] = ALL) -> Loaded:
        """The records of one file, of a table only those with an ordinal (from 1) that is wanted."""
        if file.file.endswith(YAML_NAMES):
            return self._read_yaml(file)
        if file.is_table:
            return self._read_table(file, wanted)
        linked = (self.root / file.file).is_symlink()
        return Loaded((), (fault("SM110" if linked else "SM112", Place(file.file)),))

    def locate(self, problem: Problem) -> Problem:
        """The problem in the editor's words, with the line and column of its value found by reading the file again."""
        return self.locate_all((problem,))[0]

    def locate_all(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Each problem in the editor's words and at its place; those of one file are behind one another."""
        done: list[Problem] = []
        waiting: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.origin is None or is_placed(problem):
                done.append(problem)
            else:
                waiting.setdefault(problem.origin.file, []).append(problem)
        for file, found in waiting.items():
            done.extend(self._locate_in(file, found))
        return tuple(done)

    def type_of(self, file: str) -> RecordType | None:
        """The record type of a file by its folder or table name."""
        return type_of(file, folders=self.folders)

    def _locate_in(self, file: str, problems: list[Problem]) -> Iterable[Problem]:
        by = self._reader(file)
        return (
            problems if by is None else locate_in(problems, root=self.root, file=file, by=by, terms=self.vocabularies)
        )

    def _reader(self, file: str) -> Normaliser | None:
        if file == HOLIDAYS:
            return self.holidays
        if file.startswith(f"{TAXONOMIES}/"):
            return self.terms
        beside = next((by for start, by in self.beside.items() if file.startswith(start)), None)
        kind = self.type_of(file) if beside is None else None
        return self.readers[kind] if kind is not None else beside

    def _read_yaml(self, file: RecordFile) -> Loaded:
        content = read_file(self.root, file.file, limit=MAX_BYTES)
        text = content if isinstance(content, Problem) else decode_utf8(content)
        if isinstance(text, Problem):
            return Loaded((), (text,))
        document = read_yaml(text, file=file.file)
        if not isinstance(document.value, dict):
            missing = () if document.problems else (fault("SM108", Place(file.file, 1, 1)),)
            return Loaded((), (*document.problems, *missing))
        origin = Origin(file.file)
        values, faults = self._normalise(file.kind, document.value)
        stem = PurePosixPath(file.file).stem
        record = RawRecord(file.kind, origin, {"id": stem, **values}, file.national)
        named = () if record.id == stem else (fault("SM115", Place(file.file, 1, 1), id=record.id, file=stem),)
        placed = _placed_in_text(faults, origin, text) if faults else ()
        return Loaded((record,), (*document.problems, *placed, *named))

    def _read_table(self, file: RecordFile, wanted: Callable[[int], bool]) -> Loaded:
        stream = open_file(self.root, file.file, limit=MAX_TABLE_BYTES)
        if isinstance(stream, Problem):
            return Loaded((), (stream,))
        with stream:
            lines = Lines(stream, file.file)
            rows, problems = rows_of(lines, by=self.readers[file.kind], file=file.file, wanted=wanted)
        records: list[RawRecord] = []
        while rows:
            row = rows.pop()
            origin = Origin(file.file, row.line, row.ordinal)
            values, faults = self._normalise(file.kind, row.row)
            problems.extend(replace(found, place=row_place(origin, path), origin=origin) for path, found in faults)
            records.append(RawRecord(file.kind, origin, values, file.national))
        records.reverse()
        return Loaded(tuple(records), (*lines.problems, *problems))

    def _normalise(
        self, kind: RecordType, written: Mapping[str, Raw]
    ) -> tuple[dict[str, Raw], list[tuple[KeyPath, Problem]]]:
        faults = Faults([])
        return self.readers[kind](written, (), faults), faults.found


def make_loader(root: Path, *, words: Words, terms: Terms, beside: Mapping[str, Normaliser] | None = None) -> Loader:
    """The loader of a data folder for an editors' language and its vocabularies.

    `beside` reads what other files hold, by the start of their path: problems in those are placed too.
    """
    readers = {kind: normaliser(shape_of(model), words=words, terms=terms) for kind, model in MODELS.items()}
    return Loader(
        root,
        readers,
        terms=normaliser(shape_of(Term), words=words, terms=terms),
        holidays=normaliser(shape_of(HolidayCalendar), words=words, terms={}),
        folders=words.type_table(),
        vocabularies={name: tuple(sorted(set(ways.values()))) for name, ways in terms.items()},
        beside=beside or {},
    )


def is_placed(problem: Problem) -> bool:
    """Whether somebody found the place of a problem already."""
    return problem.origin is None or bool(problem.place.field or problem.place.column)


def _placed_in_text(faults: list[tuple[KeyPath, Problem]], origin: Origin, text: str) -> Iterator[Problem]:
    marks = written_in(text, file=origin.file).marks
    for path, found in faults:
        place = written_place(marks, origin, path, key=is_about_key(found))
        yield replace(found, place=place, origin=origin)


def _join(parts: Iterable[Loaded]) -> Loaded:
    records: list[RawRecord] = []
    problems: list[Problem] = []
    for part in parts:
        records.extend(part.records)
        problems.extend(part.problems)
    return Loaded(tuple(records), tuple(problems))
