"""All records of a data folder as raw values in the model's keys; called by the pipeline before validation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from socialmap.model import RECORD_TYPES, Consultation, Experiment, Location, Organization, RecordType, Role, Service
from socialmap.model.raw import Raw, RawRecord
from socialmap.model.shape import shape_of
from socialmap.problems import Origin, Place, Problem, fault
from socialmap.problems import Path as KeyPath
from socialmap.sources.folder import MAX_TABLE_BYTES, decode_utf8, list_files, read_file
from socialmap.sources.normalise import Faults, Normaliser, Terms, normaliser, written_path
from socialmap.sources.places import written_place
from socialmap.sources.tables import read_table, row_of, rows_of
from socialmap.sources.words import Words
from socialmap.sources.yaml_reader import MAX_BYTES, read_yaml
from socialmap.text.words import fold

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
    folders: Mapping[str, RecordType]

    def load(self, prefix: str = "", *, national: bool = False) -> Loaded:
        """Every record below a folder of the data folder."""
        return _join(self._load_type(kind, names, national) for kind, names in self._files(prefix))

    def locate(self, problem: Problem) -> Problem:
        """The problem with the line and column of its value, found by reading the file once more."""
        if problem.origin is None or problem.place.line or not problem.origin.file:
            return problem
        kind = self.type_of(problem.origin.file)
        if kind is None:
            return problem
        written = written_path(self._written(problem.origin, kind), problem.path, by=self.readers[kind])
        return replace(problem, place=written_place(self.root, problem.origin, written or problem.path))

    def type_of(self, file: str) -> RecordType | None:
        """The record type of a file by its folder or table name."""
        parts = PurePosixPath(file).parts
        found = (self.folders.get(fold(PurePosixPath(part).stem)) for part in reversed(parts))
        return next((kind for kind in found if kind is not None), None)

    def _files(self, prefix: str) -> Iterator[tuple[RecordType, list[str]]]:
        by_type: dict[RecordType, list[str]] = {kind: [] for kind in RECORD_TYPES}
        for entry in (
            sorted(path.name for path in (self.root / prefix).iterdir()) if (self.root / prefix).is_dir() else ()
        ):
            kind = self.folders.get(fold(PurePosixPath(entry).stem))
            path = f"{prefix}/{entry}" if prefix else entry
            if kind is not None:
                by_type[kind].extend([path] if entry.endswith(".csv") else list_files(self.root, path))
        yield from by_type.items()

    def _load_type(self, kind: RecordType, files: Iterable[str], national: bool) -> Loaded:
        return _join(self._load_file(kind, file, national) for file in files)

    def _load_file(self, kind: RecordType, file: str, national: bool) -> Loaded:
        if file.endswith(YAML_NAMES):
            return self._load_yaml(kind, file, national)
        if file.endswith(".csv"):
            return self._load_table(kind, file, national)
        return Loaded((), (fault("SM112", Place(file)),))

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
        for index, (line, row) in enumerate(rows, 1):
            origin = Origin(file, line, index)
            values, faults = self._normalise(kind, row, origin)
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
        return replace(problem, place=written_place(self.root, origin, path), origin=origin)

    def _written(self, origin: Origin, kind: RecordType) -> Raw:
        content = read_file(self.root, origin.file, limit=MAX_TABLE_BYTES)
        if isinstance(content, Problem):
            return {}
        if origin.row:
            lines = read_table(content.content, file=origin.file).lines
            cells = next((line.cells for line in lines if line.line == origin.line), {})
            return row_of(cells, by=self.readers[kind])
        text = decode_utf8(content)
        return {} if isinstance(text, Problem) else read_yaml(text, file=origin.file).value or {}


def make_loader(root: Path, *, words: Words, terms: Terms) -> Loader:
    """The loader of a data folder for an editors' language and its vocabularies."""
    readers = {kind: normaliser(shape_of(model), words=words, terms=terms) for kind, model in MODELS.items()}
    return Loader(root, readers, words.type_table())


def _join(parts: Iterable[Loaded]) -> Loaded:
    records: list[RawRecord] = []
    problems: list[Problem] = []
    for part in parts:
        records.extend(part.records)
        problems.extend(part.problems)
    return Loaded(tuple(records), tuple(problems))
