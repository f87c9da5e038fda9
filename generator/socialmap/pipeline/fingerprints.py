"""What each page is made from, as one short word, so that a page whose makings did not change is not drawn again.

A page depends on its record, on every record it names, on the day where it shows one, and on what all pages share:
templates, texts, settings, vocabularies, boundaries, holidays, roles and the program itself (PERFORMANCE §3).
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from socialmap.catalogue import Key
from socialmap.catalogue.relations import uses
from socialmap.derive.occurrences import Occurrence
from socialmap.model import RecordType, Service
from socialmap.model.guide import Guide
from socialmap.pipeline.digests import digest
from socialmap.pipeline.project import PACKAGE, Project
from socialmap.views.build_crossings import count_crossings
from socialmap.views.build_guide import guide_named, guide_services
from socialmap.views.build_lists import listed_services
from socialmap.views.build_map import build_map
from socialmap.views.build_parts import closed_today
from socialmap.views.build_trials import open_names, shown, stage_of
from socialmap.views.context import Context, Site
from socialmap.views.paging import CARDS, on_page
from socialmap.views.plan import AGENDA, LISTINGS, TRIALS, PageJob
from socialmap.views.routes import INDEXES

FRONT = ("home", "search", "themes", "guides")
LIBRARIES = ("babel", "jinja2", "mkdocs-material", "nh3", "pyromark")


def program_digest(project: Project) -> str:
    """One short word for the program, its libraries and everything that pages are drawn with."""
    files = (path for folder in (PACKAGE, *project.overrides) for path in sorted(folder.rglob("*")))
    found = hashlib.blake2b(digest_size=12)
    for path in files:
        if path.suffix in (".py", ".html", ".css", ".js", ".po", ".yml", ".svg") and path.is_file():
            found.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest(found.hexdigest(), *(version(name) for name in LIBRARIES))


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprints of a site's pages; `shared` stands for all that every page depends on."""

    site: Site
    records: Mapping[Key, str]
    shared: str
    front: str
    names: str
    agenda: str
    standing: str
    cards: dict[str, str] = field(default_factory=dict)

    def of(self, job: PageJob, *, context: Context) -> str:
        """The fingerprint of a page."""
        return digest(self.shared, job.route, job.name, *self._makings(job, context))

    def _makings(self, job: PageJob, context: Context) -> Iterable[str]:
        if job.kind in LISTINGS:
            return self._listing(job, context)
        if job.kind == "service":
            return self._service(self.site.catalogue.services[job.name], context)
        if job.kind == "organization":
            return self._holder("organization", job.name, self.site.catalogue.services_of, context)
        if job.kind == "location":
            return self._holder("location", job.name, self.site.catalogue.services_at, context)
        return self._trials(job, context) if job.kind in TRIALS else self._apart(job, context)

    def _apart(self, job: PageJob, context: Context) -> Iterable[str]:
        if job.kind in AGENDA:
            return self._agenda(job, context)
        if job.kind in FRONT:
            return (self.front,)
        if job.template == "form":
            return (repr(self.site.editing),)
        if job.kind == "guide":
            return self._guide(guide_named(job.name, context=context), context)
        if job.kind == "map":
            return (repr(build_map(context=context)),)
        return (self.names,) if job.kind in INDEXES else ()

    def _trials(self, job: PageJob, context: Context) -> Iterable[str]:
        """The record and what it names, or all records of the list; and the stage that each is in today."""
        kind: RecordType = "experiment" if job.kind in ("experiment", "experiments") else "consultation"
        records = context.catalogue.experiments if kind == "experiment" else context.catalogue.consultations
        yield self.front
        for name in (job.name,) if job.name else records:
            yield from self._record(kind, name)
            yield stage_of(records[name], context)

    def _listing(self, job: PageJob, context: Context) -> Iterable[str]:
        listed = listed_services(job.kind, job.name, context=context)
        yield repr((listed.kinds, sorted(count_crossings(job.kind, job.name, context=context).items())))
        yield from (self._card(name, context) for name in on_page(listed.names, job.page, size=CARDS))
        yield from (self.records["service", name] for name in listed.urgent)

    def _service(self, service: Service, context: Context) -> Iterable[str]:
        yield from self._record("service", service.id)
        yield self.records.get(("service", service.successor or ""), "")
        yield "coming" if service.id in self.site.derived.agenda.coming else ""
        if service.alert or service.closed:
            yield context.derived.today.isoformat()

    def _agenda(self, job: PageJob, context: Context) -> Iterable[str]:
        """The day the agenda starts, which pages it has, and what stands on this one."""
        yield self.agenda
        part = self.site.agenda[job.kind, job.name]
        yield repr((part.often, part.totals, part.first, part.page, part.pages))
        shown = [each for _, members in part.days for each in members]
        yield from map(_words, shown)
        yield from (self.records["service", name] for name in {each.service: None for each in shown})
        yield from (self.records.get(("location", name), "") for name in {each.location: None for each in shown})
        yield from (self._card(name, context) for name in part.often)

    def _guide(self, guide: Guide, context: Context) -> Iterable[str]:
        yield from (self.front, guide.model_dump_json())
        yield from (self.records.get(use.key, "") for use in uses(guide))
        for name in guide_services(guide, context=context):
            yield self._card(name, context)
            yield from self._record("service", name)

    def _holder(
        self, kind: RecordType, name: str, services: Mapping[str, tuple[str, ...]], context: Context
    ) -> Iterable[str]:
        yield from self._record(kind, name)
        yield from (self._card(service, context) for service in services.get(name, ()))
        if kind == "organization":
            for at in self.site.derived.locations_of.get(name, ()):
                yield self.records["location", at]
                yield self.site.derived.freshness["location", at].level

    def _record(self, kind: RecordType, name: str) -> Iterable[str]:
        derived = self.site.derived
        yield self.records[kind, name]
        yield from (self.records.get(key, "") for key in self.site.catalogue.uses[kind, name])
        yield derived.freshness[kind, name].level
        yield derived.role_of.get((kind, name), "")

    def _card(self, name: str, context: Context) -> str:
        known = self.cards.get(name)
        return known or self.cards.setdefault(name, self._new_card(self.site.catalogue.services[name], context))

    def _new_card(self, service: Service, context: Context) -> str:
        places = (self.records.get(("location", at.location), "") for at in service.locations)
        closed = "closed" if closed_today(service, context) else ""
        sinks = "sinks" if self.site.derived.sinks("service", service.id) else ""
        return digest(self.records["service", service.id], service.status, closed, sinks, *places)


def fingerprint_site(project: Project, site: Site, *, records: Mapping[Key, str], also: Iterable[str]) -> Fingerprints:
    """The fingerprints of a site; `also` are other things that every page depends on."""
    shared = _shared(project, site, records=records, also=also)
    front, names, agenda = digest(*_front(site, records)), digest(*_names(site)), digest(*_agenda(site))
    return Fingerprints(site, records, shared, front, names, agenda, _standing(site))


def work_mark(prints: Fingerprints) -> str:
    """The fingerprint of the work lists: what every record says, and the day."""
    return digest(prints.site.derived.today.isoformat(), *prints.records.values())


def _front(site: Site, records: Mapping[Key, str]) -> Iterable[str]:
    """What the pages that lead to services show of them: where each is counted, its name when it is new or urgent."""
    for name, service in site.catalogue.services.items():
        counted = (service.themes, service.kinds, [group.term for group in service.target_groups], service.entrances)
        shown = records["service", name] if service.urgent else repr((service.name, service.added))
        yield repr((name, service.status, counted, site.derived.areas_of.get(name)))
        yield shown
    for topic in site.crisis:
        yield topic.model_dump_json()
        yield from (records.get(("service", each.service), "") for each in topic.services)
    yield from (guide.model_dump_json() for guide in site.guides)
    yield from (records["consultation", name] for name in open_names(site.catalogue, today=site.derived.today))
    for each in site.derived.agenda.days.get(site.derived.today, ()):
        yield _words(each)
        yield records["service", each.service]
        yield records.get(("location", each.location), "")


def _agenda(site: Site) -> Iterable[str]:
    """What every page of the agenda shows of the others: which there are, and from which day."""
    yield site.derived.agenda.first.isoformat()
    yield str(len(site.derived.agenda.often))
    yield from sorted(f"{kind} {name}" for kind, name in site.agenda)


def _words(each: Occurrence) -> str:
    """What an occurrence says by itself."""
    return f"{each.day} {each.start} {each.end} {each.open_end} {each.service} {each.location}"


def _names(site: Site) -> Iterable[str]:
    """What indexes show: the names of services with who offers them, and places with how many services are there."""
    catalogue, derived = site.catalogue, site.derived
    yield _standing(site)
    for name, service in catalogue.services.items():
        organization = catalogue.organizations.get(service.organization or "")
        yield repr((name, service.status, service.name, organization and organization.name))
    for name, place in catalogue.locations.items():
        services = [each for each in catalogue.services_at.get(name, ()) if each in derived.listed]
        yield repr((name, place.status, place.kind, place.confidential, place.name, len(services)))
    for name, holder in catalogue.organizations.items():
        yield repr((name, holder.status, holder.name))


def _standing(site: Site) -> str:
    """What nobody checked for so long that it sinks in lists or is in none."""
    old = sorted(key for key, found in site.derived.freshness.items() if found.level == "old")
    return repr((old, sorted(site.derived.expired)))


def _shared(project: Project, site: Site, *, records: Mapping[Key, str], also: Iterable[str]) -> str:
    roles = (word for (kind, _), word in sorted(records.items()) if kind == "role")
    terms = (
        digest(name, term.model_dump_json())
        for terms in site.catalogue.vocabularies.values()
        for name, term in terms.items()
    )
    return digest(
        program_digest(project),
        site.settings.model_dump_json(exclude={"today"}),
        str(site.derived.today.year),
        *roles,
        *terms,
        str(bool(site.guides)),
        repr([any(shown(found.values())) for found in (site.catalogue.experiments, site.catalogue.consultations)]),
        *(f"{place} {name}" for place, name in sorted(site.derived.neighbourhood_of.items())),
        repr(site.derived.holidays[site.language]),
        *also,
    )
