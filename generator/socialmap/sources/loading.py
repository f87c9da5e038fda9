"""All records of a data folder as raw values in the model's keys; called by the pipeline before validation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from socialmap.model import Consultation, Experiment, Location, Organization, RecordType, Role, Service, Term
from socialmap.model.holiday import HolidayCalendar
from socialmap.model.raw import Raw, RawRecord
from socialmap.model.shape import shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.folder import MAX_TABLE_BYTES, decode_utf8, read_file
from socialmap.sources.holidays import FILE as HOLIDAYS
from socialmap.sources.normalise import Faults, Normaliser, Terms, normaliser, value_at, written_path
from socialmap.sources.places import is_about_key, written_place
from socialmap.sources.tables import TableRecord, read_table, rows_of
from socialmap.sources.tree import Folders, record_files, type_of
from socialmap.sources.vocabularies import FOLDER as TAXONOMIES
from socialmap.sources.wording import in_words
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


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder holds: raw records in file order, and the problems met while reading."""

    records: tuple[RawRecord, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads the records of one data folder; made once per run."""

    root: Path
    readers: Mapping[RecordType, Normaliser]
    terms: Normaliser
    holidays: Normaliser
    folders: Folders
    vocabularies: Mapping[str, tuple[str, ...]]
    tables: dict[str, list[TableRecord]] = field(default_factory=dict)

    def load(self, prefix: str = "", *, national: bool = False) -> Loaded:
        """Every record below a folder of the data folder."""
        files, strays = record_files(self.root, prefix, folders=self.folders)
        return _join((Loaded((), tuple(strays)), *(self._load_type(kind, files[kind], national) for kind in files)))

    def locate(self, problem: Problem) -> Problem:
        """The problem in the editor's words, with the line and column of its value found by reading the file again."""
        origin = problem.origin
        if origin is None or problem.place.field or problem.place.column:
            return problem
        reader = self._reader(origin.file)
        if reader is None:
            return problem
        values, lines = self._written(origin, reader)
        path = written_path(values, problem.path, by=reader)
        place = written_place(self.root, _origin_of(origin, problem.path, lines), path)
        told = in_words(problem, by=reader, written=value_at(values, path), terms=self.vocabularies)
        return replace(told, place=place)

    def type_of(self, file: str) -> RecordType | None:
        """The record type of a file by its folder or table name."""
        return type_of(file, folders=self.folders)

    def _reader(self, file: str) -> Normaliser | None:
        if file == HOLIDAYS:
            return self.holidays
        if file.startswith(f"{TAXONOMIES}/"):
            return self.terms
        kind = self.type_of(file)
        return self.readers[kind] if kind is not None else None

    def _load_type(self, kind: RecordType, files: Iterable[str], national: bool) -> Loaded:
        return _join(self._load_file(kind, file, national) for file in files)

    def _load_file(self, kind: RecordType, file: str, national: bool) -> Loaded:
        if file.endswith(YAML_NAMES):
            return self._load_yaml(kind, file, national)
        if file.endswith(".csv"):
            return self._load_table(kind, file, national)
        return Loaded((), (fault("SM110" if (self.root / file).is_symlink() else "SM112", Place(file)),))

    def _load_yaml(self, kind: RecordType, file: str, national: bool) -> Loaded:
        content = read_file(self.root, file, limit=MAX_BYTES)
        if isinstance(content, Problem):
            return Loaded((), (content,))
        text = decode_utf8(content)
        if isinstance(text, Problem):
            return Loaded((), (text,))
        document = read_yaml(text, file=file)
        if not isinstance(document.value, dict):
            missing = () if document.problems else (fault("SM108", Place(file, 1, 1)),)
            return Loaded((), (*document.problems, *missing))
        values, faults = self._normalise(kind, document.value, Origin(file))
        stem = PurePosixPath(file).stem
        record = RawRecord(kind, Origin(file), {"id": stem, **values}, national)
        named = () if record.id == stem else (fault("SM115", Place(file, 1, 1), id=record.id, file=stem),)
        return Loaded((record,), (*document.problems, *faults, *named))

    def _load_table(self, kind: RecordType, file: str, national: bool) -> Loaded:
        content = read_file(self.root, file, limit=MAX_TABLE_BYTES)
        if isinstance(content, Problem):
            return Loaded((), (content,))
        table = read_table(content.content, file=file)
        rows, problems = rows_of(table, by=self.readers[kind], file=file)
        records: list[RawRecord] = []
        for index, record in enumerate(rows, 1):
            origin = Origin(file, record.line, index)
            values, faults = self._normalise(kind, record.row, origin)
            problems.extend(faults)
            records.append(RawRecord(kind, origin, values, national))
        return Loaded(tuple(records), (*table.problems, *problems))

    def _normalise(
        self, kind: RecordType, written: Mapping[str, Raw], origin: Origin
    ) -> tuple[dict[str, Raw], list[Problem]]:
        faults = Faults([])
        values = self.readers[kind](written, (), faults)
        return values, [self._placed(problem, path, origin) for path, problem in faults.found]

    def _placed(self, problem: Problem, path: KeyPath, origin: Origin) -> Problem:
        place = written_place(self.root, origin, path, key=is_about_key(problem))
        return replace(problem, place=place, origin=origin)

    def _written(self, origin: Origin, reader: Normaliser) -> tuple[Raw, list[int]]:
        if origin.file.endswith(".csv"):
            record = self._table(origin.file, reader)[origin.row - 1]
            return record.row, record.place_lines
        content = read_file(self.root, origin.file, limit=MAX_TABLE_BYTES)
        text = content if isinstance(content, Problem) else decode_utf8(content)
        value = {} if isinstance(text, Problem) else read_yaml(text, file=origin.file).value or {}
        return value_at(value, (origin.row - 1,) if origin.row else ()) or {}, []

    def _table(self, file: str, reader: Normaliser) -> list[TableRecord]:
        if file not in self.tables:
            content = read_file(self.root, file, limit=MAX_TABLE_BYTES)
            table = read_table(b"" if isinstance(content, Problem) else content.content, file=file)
            self.tables[file] = rows_of(table, by=reader, file=file)[0]
        return self.tables[file]


def make_loader(root: Path, *, words: Words, terms: Terms) -> Loader:
    """The loader of a data folder for an editors' language and its vocabularies."""
    readers = {kind: normaliser(shape_of(model), words=words, terms=terms) for kind, model in MODELS.items()}
    return Loader(
        root,
        readers,
        terms=normaliser(shape_of(Term), words=words, terms=terms),
        holidays=normaliser(shape_of(HolidayCalendar), words=words, terms={}),
        folders=words.type_table(),
        vocabularies={name: tuple(sorted(set(ways.values()))) for name, ways in terms.items()},
    )


def _origin_of(origin: Origin, path: KeyPath, place_lines: Sequence[int]) -> Origin:
    index = path[1] if path[:1] == ("locations",) and len(path) > 1 else None
    return replace(origin, line=place_lines[index]) if isinstance(index, int) and place_lines else origin


def _join(parts: Iterable[Loaded]) -> Loaded:
    records: list[RawRecord] = []
    problems: list[Problem] = []
    for part in parts:
        records.extend(part.records)
        problems.extend(part.problems)
    return Loaded(tuple(records), tuple(problems))
