"""What there is to do, per role: what is stale, broken, without owner, untranslated, hard to read, double or thin.

Called by `socialmap report` and by the handbook's work lists; made from what is derived and from the problems found.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, get_args

from socialmap.catalogue import Catalogue, Key
from socialmap.derive.derived import Derived
from socialmap.derive.freshness import Level
from socialmap.derive.quality import Known, quality_of
from socialmap.derive.translating import TO_DO, text_states
from socialmap.model import RECORD_TYPES, Record
from socialmap.problems import Problem

TaskKind = Literal[
    "expired", "old", "due", "unchecked", "broken_link", "no_owner", "double", "quality", "hard", "translation"
]
KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
BY_LEVEL: Mapping[Level, TaskKind] = {"expired": "expired", "old": "old", "due": "due", "unknown": "unchecked"}
BY_CODE: Mapping[str, TaskKind] = {"SM604": "hard", "SM414": "double"}
THIN = 0.75
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """An address in a field of a record that did not answer well: how (`state`), and on which day it was seen.

    `target` is where an address that moved leads now.
    """

    url: str
    field: str
    state: str
    seen: date
    target: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do about a record; `role` is empty where nobody keeps it, `facts` fill the text of its kind.

    `about` tells apart tasks of one kind about one record.
    """

    kind: TaskKind
    key: Key
    role: str
    facts: Mapping[str, str] = field(default_factory=dict)
    due: date | None = None
    about: str = ""


def derive_tasks(
    catalogue: Catalogue,
    *,
    derived: Derived,
    languages: tuple[str, ...],
    problems: Iterable[Problem],
    broken: Mapping[Key, tuple[BrokenLink, ...]],
) -> tuple[Task, ...]:
    """Everything to do, by role, then by what presses most, then by record.

    `problems` are those that the rules found, `broken` the links of records that did not answer well.
    """
    records = dict(_kept(catalogue))
    tasks = (
        *_of_freshness(records, derived),
        *(_of_link(key, link) for key, links in broken.items() if key in records for link in links),
        *(Task("no_owner", key, "") for key in records if key not in derived.role_of),
        *_of_problems(catalogue, problems, records),
        *_of_quality(catalogue, derived, languages, records),
        *_of_translation(records, languages),
    )
    owned = (replace(each, role=derived.role_of.get(each.key, "")) for each in tasks)
    return tuple(sorted(owned, key=_order))


def _order(task: Task) -> tuple[str, int, date, Key, str]:
    return task.role, KINDS.index(task.kind), task.due or date.max, task.key, task.about


def _kept(catalogue: Catalogue) -> Iterator[tuple[Key, Record]]:
    """The records that somebody keeps right: those of the municipality that have not stopped, and no roles."""
    for kind in RECORD_TYPES:
        for name, record in catalogue.records(kind).items() if kind != "role" else ():
            if record.status != "stopped" and (kind, name) not in catalogue.national:
                yield (kind, name), record


def _of_freshness(records: Mapping[Key, Record], derived: Derived) -> Iterator[Task]:
    for key, record in records.items():
        found = derived.freshness.get(key)
        kind = BY_LEVEL.get(found.level) if found else None
        if found and kind:
            checked = record.assured_date.isoformat() if record.assured_date else ""
            yield Task(kind, key, "", {"checked": checked}, found.review_date)


def _of_link(key: Key, link: BrokenLink) -> Task:
    seen = link.seen.isoformat()
    facts = {"url": link.url, "field": link.field, "answer": link.state, "seen": seen, "target": link.target}
    return Task("broken_link", key, "", facts, link.seen + SOON, link.url)


def _of_problems(catalogue: Catalogue, problems: Iterable[Problem], records: Mapping[Key, Record]) -> Iterator[Task]:
    at = {catalogue.origins[key]: key for key in records}
    for problem in problems:
        key = at.get(problem.origin) if problem.origin else None
        if key and problem.code in BY_CODE:
            yield Task(BY_CODE[problem.code], key, "", {**problem.params, "field": str(problem.path[0])})


def _of_quality(
    catalogue: Catalogue, derived: Derived, languages: tuple[str, ...], records: Mapping[Key, Record]
) -> Iterator[Task]:
    roles = {name: role for (kind, name), role in derived.role_of.items() if kind == "service"}
    known = Known(catalogue, derived.today, languages, roles)
    for kind, name in records:
        quality = quality_of(catalogue.services[name], known=known) if kind == "service" else None
        if quality and quality.score < THIN:
            facts = {"score": f"{quality.score:.0%}", "criteria": " ".join(quality.short)}
            yield Task("quality", (kind, name), "", facts)


def _of_translation(records: Mapping[Key, Record], languages: tuple[str, ...]) -> Iterator[Task]:
    for key, record in records.items():
        states = [state for state in text_states(record, languages=languages) if state.state in TO_DO]
        for language, word in dict.fromkeys((each.language, each.state) for each in states):
            fields = [each.field for each in states if (each.language, each.state) == (language, word)]
            yield Task("translation", key, "", {"language": language, "state": word, "fields": " ".join(fields)})
