"""Records become one whole; what refers to nothing, or stands twice, becomes a problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from socialmap.catalogue.catalogue import Catalogue, Key
from socialmap.catalogue.relations import term_uses, used_keys, uses
from socialmap.model import (
    RECORD_TYPES,
    Consultation,
    Experiment,
    Location,
    Organization,
    Record,
    RecordType,
    Role,
    Service,
    Term,
)
from socialmap.problems import Origin, Place, Problem
from socialmap.text.words import nearest

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid record with its type and where it was read; `uses` are the keys it names, when somebody found them."""

    type: RecordType
    record: Record
    origin: Origin
    national: bool = False
    uses: tuple[Key, ...] | None = None

    @property
    def key(self) -> Key:
        """Its type and id."""
        return self.type, self.record.id


def build_catalogue(
    entries: Iterable[Entry],
    *,
    terms: Iterable[tuple[str, Term]] = (),
    unread: Iterable[Key] = (),
    terms_known: bool = False,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The whole of these records, and a problem for each double id, dangling reference and unknown term.

    `unread` are records that exist but could not be read: a reference to one of them is not reported again. With
    `terms_known` somebody looked for unknown terms already.
    """
    ordered = sorted(entries, key=lambda entry: (RECORD_TYPES.index(entry.type), entry.record.id, entry.origin))
    unique, doubles = _without_doubles(ordered)
    vocabularies = vocabularies_of(terms)
    known = {entry.key for entry in unique} | set(unread)
    catalogue = catalogue_of(unique, vocabularies)
    strange = () if terms_known else unknown_terms(unique, vocabularies)
    return catalogue, (*doubles, *_dangling(unique, known, catalogue.uses), *strange)


def dangling_in(
    group: BaseModel, *, origin: Origin, catalogue: Catalogue, unread: Iterable[Key] = ()
) -> Iterator[Problem]:
    """SM301 and SM302 for each record and term that a group beside the records names and nobody knows."""
    for use in uses(group):
        known = catalogue.records(use.key[0])
        if use.key[1] not in known and use.key not in unread:
            params = {"id": use.key[1], "type": use.key[0]}
            yield Problem("SM301", Place(origin.file), params, nearest(use.key[1], known), use.path, origin)
    for found in term_uses(group):
        terms = catalogue.terms(found.vocabulary)
        if found.term not in terms and found.term not in found.also:
            params = {"term": found.term, "vocabulary": found.vocabulary}
            yield Problem("SM302", Place(origin.file), params, nearest(found.term, terms), found.path, origin)


def catalogue_of(entries: Sequence[Entry], vocabularies: Mapping[str, Mapping[str, Term]]) -> Catalogue:
    """The whole of these records as they are; an id that stands twice is its last record."""
    services = _of(entries, Service)
    return Catalogue(
        organizations=_of(entries, Organization),
        locations=_of(entries, Location),
        services=services,
        roles=_of(entries, Role),
        experiments=_of(entries, Experiment),
        consultations=_of(entries, Consultation),
        vocabularies=vocabularies,
        origins={entry.key: entry.origin for entry in entries},
        national=frozenset(entry.key for entry in entries if entry.national),
        uses={entry.key: used_keys(entry.record) if entry.uses is None else entry.uses for entry in entries},
        services_of=_grouped((s.organization, s.id) for s in services.values() if s.organization),
        services_at=_grouped((at.location, s.id) for s in services.values() for at in s.locations),
    )


def with_records(catalogue: Catalogue, entries: Sequence[Entry]) -> Catalogue:
    """The same whole with these records in place of those that they were; what others say of them stays."""
    return replace(
        catalogue,
        organizations={**catalogue.organizations, **_of(entries, Organization)},
        locations={**catalogue.locations, **_of(entries, Location)},
        services={**catalogue.services, **_of(entries, Service)},
        uses={**catalogue.uses, **{entry.key: used_keys(entry.record) for entry in entries}},
    )


def _of(entries: Iterable[Entry], kind: type[_R]) -> dict[str, _R]:
    return {entry.record.id: entry.record for entry in entries if isinstance(entry.record, kind)}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for key, value in pairs:
        groups.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in groups.items()}


def _without_doubles(entries: Iterable[Entry]) -> tuple[list[Entry], list[Problem]]:
    first: dict[Key, Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        held = first.setdefault(entry.key, entry)
        if held is not entry:
            problems.append(_problem("SM113", entry, ("id",), id=entry.record.id, other=_where(held.origin)))
    return list(first.values()), problems


def _where(origin: Origin) -> str:
    return f"{origin.file}:{origin.line}" if origin.row else origin.file


def vocabularies_of(terms: Iterable[tuple[str, Term]]) -> dict[str, dict[str, Term]]:
    """The terms by vocabulary and id; of terms with one id the first."""
    found: dict[str, dict[str, Term]] = {}
    for vocabulary, term in terms:
        found.setdefault(vocabulary, {}).setdefault(term.id, term)
    return found


def _dangling(entries: Iterable[Entry], known: set[Key], used: Mapping[Key, tuple[Key, ...]]) -> Iterator[Problem]:
    names: dict[RecordType, list[str]] = {}
    for kind, name in known:
        names.setdefault(kind, []).append(name)
    for entry in entries:
        for use in () if known.issuperset(used[entry.key]) else uses(entry.record):
            if use.key not in known:
                near = nearest(use.key[1], names.get(use.key[0], ()))
                yield _problem("SM301", entry, use.path, suggestion=near, id=use.key[1], type=use.key[0])


def unknown_terms(entries: Iterable[Entry], vocabularies: Mapping[str, Mapping[str, Term]]) -> Iterator[Problem]:
    """SM302: a record names a term that its vocabulary does not have."""
    for entry in entries:
        for use in term_uses(entry.record):
            terms = vocabularies.get(use.vocabulary, {})
            if use.term not in terms and use.term not in use.also:
                near = nearest(use.term, (*terms, *use.also))
                yield _problem("SM302", entry, use.path, suggestion=near, term=use.term, vocabulary=use.vocabulary)


def _problem(
    code: str, entry: Entry, path: tuple[str | int, ...], /, *, suggestion: str = "", **params: str
) -> Problem:
    return Problem(code, Place(entry.origin.file), params, suggestion, path, entry.origin)
