"""The rules that look at one record, and all that their outcome depends on; `load` hands both to the reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialmap.catalogue import Entry
from socialmap.catalogue.build import catalogue_of, unknown_terms, vocabularies_of
from socialmap.model import Term
from socialmap.model.settings import Settings
from socialmap.pipeline.digests import digest
from socialmap.pipeline.programs import program_of
from socialmap.problems import Problem
from socialmap.rules import Facts, apply_record_rules
from socialmap.sources.phones import judge_phone
from socialmap.sources.word_frequency import zipf

READING = ("catalogue", "contracts", "model", "problems", "rules", "sources", "text")
HERE = ("judging.py", "memory.py", "reading.py")
LIBRARIES = ("phonenumberslite", "pydantic", "pydantic-core", "pyyaml", "wordfreq")


@dataclass(frozen=True, slots=True)
class RecordJudge:
    """Judges valid records by themselves, on a day and by a municipality's settings."""

    settings: Settings
    vocabularies: Mapping[str, Mapping[str, Term]]
    today: date
    silent: frozenset[str] = frozenset()

    def __call__(self, entries: Sequence[Entry]) -> Iterable[Problem]:
        """What is wrong with these records."""
        strange = unknown_terms(entries, self.vocabularies)
        found = apply_record_rules(
            Facts(
                catalogue=catalogue_of(entries, self.vocabularies),
                today=self.today,
                country=self.settings.country,
                languages=self.settings.languages,
                judge=judge_phone,
                frequency=zipf,
                silent=self.silent,
            )
        )
        return (*strange, *found)


def make_judge(terms: Iterable[tuple[str, Term]], *, settings: Settings, today: date) -> RecordJudge:
    """The judge of a municipality's records on a day."""
    silent = frozenset(code for code, severity in settings.severity.items() if severity == "off")
    return RecordJudge(settings, vocabularies_of(terms), today, silent)


def no_judge(_entries: Sequence[Entry]) -> Iterable[Problem]:
    """Nothing: for those who only need the records."""
    return ()


def context_of(terms: Iterable[tuple[str, Term]], *, settings: Settings, today: date | None) -> str:
    """One short word for all that reading and judging a record depends on beside its file."""
    spoken = (f"{vocabulary} {term.model_dump_json()}" for vocabulary, term in terms)
    return digest(program_of(READING, files=HERE, libraries=LIBRARIES), settings.model_dump_json(), str(today), *spoken)
