"""Load and validate: from a data folder to a catalogue with everything that follows from it, and all problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socialmap.catalogue import Catalogue, Key, build_catalogue
from socialmap.contracts.validation import validate
from socialmap.derive import Derived, derive_all
from socialmap.derive.agenda import Timetable, make_timetable
from socialmap.model import Term
from socialmap.model.boundary import Boundary, PostcodeArea
from socialmap.model.holiday import HolidayCalendar
from socialmap.model.settings import Settings
from socialmap.pipeline.beside import Beside, make_readers
from socialmap.pipeline.digests import digest
from socialmap.pipeline.judging import context_of, make_judge, no_judge
from socialmap.pipeline.placing import Placing
from socialmap.pipeline.programs import program_of
from socialmap.pipeline.reading import Reading
from socialmap.pipeline.recalled import open_recalled
from socialmap.pipeline.timetables import recalled_timetable
from socialmap.problems import Origin, Place, Problem
from socialmap.sources.boundaries import load_boundaries, load_postcodes
from socialmap.sources.folder import names_that_are_no_text
from socialmap.sources.holidays import FILE, load_holidays
from socialmap.sources.loading import make_loader
from socialmap.sources.vocabularies import load_terms, term_words
from socialmap.sources.words import Words, read_words
from socialmap.text.hours import Holidays

NATIONAL = "national"
TIMES, HERE = ("derive", "model", "text"), ("timetables.py",)


@dataclass(frozen=True, slots=True)
class Data:
    """All that a data folder holds, read and validated."""

    catalogue: Catalogue
    digests: Mapping[Key, str]
    boundaries: tuple[Boundary, ...]
    postcodes: Mapping[str, PostcodeArea]
    holidays: HolidayCalendar
    problems: tuple[Problem, ...]
    placed: Placing
    beside: Beside


@dataclass(frozen=True, slots=True)
class How:
    """How data is read: judged by the rules on a day, or not at all; remembered in a folder; by so many processes."""

    today: date | None = None
    memory: Path | None = None
    workers: int = 1


def load_data(root: Path, *, settings: Settings, how: How | None = None) -> Data:
    """Everything in a data folder; what could not be read is among the problems and nowhere else."""
    words = read_words(settings.editor_language)
    terms, term_problems = _load_terms(root, words, language=settings.language)
    readers = make_readers(root, words=words, terms=term_words(terms))
    loader = make_loader(root, words=words, terms=term_words(terms), beside=readers.by_file)
    how = how or How()
    context = context_of(terms, settings=settings, today=how.today)
    judge = make_judge(terms, settings=settings, today=how.today) if how.today else no_judge
    silent = frozenset(code for code, severity in settings.severity.items() if severity == "off")
    catalogue, digests, problems = _load_records(Reading(loader, judge, silent, context), terms, how)
    beside = readers.read()
    unread = (key for key in digests if key[1] not in catalogue.records(key[0]))
    dangling = tuple(beside.dangling(catalogue, unread=unread))
    boundaries, boundary_problems = load_boundaries(root)
    postcodes, postcode_problems = load_postcodes(root)
    holidays, holiday_problems = _load_holidays(root, words)
    read = (*boundary_problems, *postcode_problems, *holiday_problems, *beside.problems, *dangling)
    found = (*names_that_are_no_text(root), *term_problems, *problems, *read)
    placing = Placing(loader, how.memory.with_name("places") if how.memory else None, context)
    return Data(catalogue, digests, boundaries, postcodes, holidays, found, placing, beside)


def derive(data: Data, *, settings: Settings, today: date, timetable: Timetable | None = None) -> Derived:
    """What follows from the data on a day; the agenda only with a timetable."""
    holidays = {language: holidays_in(data.holidays, language, settings) for language in settings.languages}
    return derive_all(
        data.catalogue,
        boundaries=data.boundaries,
        holidays=holidays,
        today=today,
        postcodes=data.postcodes.values(),
        timetable=timetable,
    )


def derive_site(data: Data, *, settings: Settings, today: date, memory: Path) -> Derived:
    """What follows from the data on a day, the agenda too; `memory` is the folder in which its times are kept."""
    holidays = holidays_in(data.holidays, settings.language, settings)
    recalled = open_recalled(memory / "times", context=digest(program_of(TIMES, files=HERE), repr(holidays)))
    timetable = recalled_timetable(make_timetable(holidays), digests=data.digests, recalled=recalled)
    derived = derive(data, settings=settings, today=today, timetable=timetable)
    recalled.keep()
    return derived


def holidays_in(calendar: HolidayCalendar, language: str, settings: Settings) -> Holidays:
    """The holidays with their names in a language, school holidays of the municipality's region."""

    def name(names: Mapping[str, str]) -> str:
        return names.get(language) or names.get(settings.language) or next(iter(names.values()))

    school = (each for each in calendar.school if not settings.region or each.region in ("", settings.region))
    return Holidays(
        {each.date: name(each.name) for each in calendar.public},
        tuple((name(each.name), each.from_date, each.until) for each in school),
    )


def _load_terms(root: Path, words: Words, *, language: str) -> tuple[list[tuple[str, Term]], tuple[Problem, ...]]:
    raw, problems = load_terms(root, words=words)
    terms: list[tuple[str, Term]] = []
    faults: list[Problem] = [*problems]
    for item in raw:
        term = validate(Term, item.values, origin=item.origin)
        if isinstance(term, Term):
            terms.append((item.vocabulary, term))
            if language not in term.name:
                params = {"term": term.id, "language": language, "key": "name"}
                faults.append(Problem("SM605", Place(item.origin.file), params, path=("name",), origin=item.origin))
        else:
            faults.extend(term)
    return terms, tuple(faults)


def _load_records(
    reading: Reading, terms: list[tuple[str, Term]], how: How
) -> tuple[Catalogue, dict[Key, str], tuple[Problem, ...]]:
    own, strays = reading.loader.files()
    national, more = reading.loader.files(NATIONAL, national=True)
    read = reading.records((*own, *national), folder=how.memory, workers=how.workers)
    catalogue, problems = build_catalogue(
        read.entries, terms=terms, unread=read.unread, terms_known=how.today is not None
    )
    return catalogue, read.digests, (*strays, *more, *read.problems, *problems)


def _load_holidays(root: Path, words: Words) -> tuple[HolidayCalendar, tuple[Problem, ...]]:
    raw, problems = load_holidays(root, words=words)
    calendar = validate(HolidayCalendar, raw, origin=Origin(FILE))
    if isinstance(calendar, HolidayCalendar):
        return calendar, problems
    return HolidayCalendar(), (*problems, *calendar)
