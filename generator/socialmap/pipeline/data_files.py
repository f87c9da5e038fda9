"""The files of a data folder that editors write, each with the fields it may hold; called by all that changes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from socialmap.model import Term
from socialmap.model.crisis import CrisisTopic
from socialmap.model.guide import Guide
from socialmap.model.holiday import HolidayCalendar
from socialmap.model.search_words import ExpectationFile, SynonymFile
from socialmap.model.shape import Shape, shape_of
from socialmap.sources.folder import list_files
from socialmap.sources.holidays import FILE as HOLIDAYS
from socialmap.sources.loading import MODELS
from socialmap.sources.tree import record_files
from socialmap.sources.vocabularies import FOLDER as TAXONOMIES
from socialmap.sources.words import Words

NAMES = (".yml", ".yaml", ".csv")
NATIONAL = "national"
GUIDES = "guides"
SEARCH, POSTCODES = "search", "postcodes.csv"
SEARCHED: Mapping[str, type[BaseModel]] = {
    "crisis": CrisisTopic,
    "expectations": ExpectationFile,
    "synonyms": SynonymFile,
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file by its path in the data folder, and the fields of a record in it.

    One that `is_list` is a long list of words, of which each line is one.
    """

    file: str
    shape: Shape
    is_list: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.file.endswith(".csv")


def data_files(root: Path, words: Words) -> Iterator[DataFile]:
    """Every file with records, terms, guides or holidays below a data folder, by type and name; no links."""
    for prefix in ("", NATIONAL):
        files, _ = record_files(root, prefix, folders=words.type_table())
        for kind, names in files.items():
            yield from (DataFile(name, shape_of(MODELS[kind])) for name in names if _is_plain(root, name))
    terms = (name for name in list_files(root, TAXONOMIES) if not name.endswith(".csv"))
    yield from (DataFile(name, shape_of(Term)) for name in terms if _is_plain(root, name))
    guides = (name for name in list_files(root, GUIDES) if not name.endswith(".csv"))
    yield from (DataFile(name, shape_of(Guide)) for name in guides if _is_plain(root, name))
    if _is_plain(root, HOLIDAYS):
        yield DataFile(HOLIDAYS, shape_of(HolidayCalendar))


def search_files(root: Path) -> Iterator[DataFile]:
    """The lists of words for the search, and the table of postcodes: no records, and never corrected."""
    for name in list_files(root, SEARCH):
        model = SEARCHED.get(name.removeprefix(f"{SEARCH}/").partition(".")[0])
        if model is not None and not name.endswith(".csv") and _is_plain(root, name):
            yield DataFile(name, shape_of(model), is_list=True)
    if _is_plain(root, POSTCODES):
        yield DataFile(POSTCODES, shape_of(Term))


def _is_plain(root: Path, name: str) -> bool:
    path = root / name
    return name.endswith(NAMES) and path.is_file() and not path.is_symlink()
