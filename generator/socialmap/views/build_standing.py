"""Whether residents still find a record, and where to ask about one that nobody checked for far too long.

Called by the builders of record pages and of lists of places.
"""

from collections.abc import Iterator

from socialmap.derive.places import public_point
from socialmap.model import Location, Organization, RecordType, Service
from socialmap.views.build_parts import build_phones
from socialmap.views.context import Context, Site
from socialmap.views.parts import Link, Text


def standing(kind: RecordType, name: str, *, context: Context) -> str:
    """Whether it runs, is paused or has stopped; or `expired` when nobody checked it for far too long."""
    return "expired" if (kind, name) in context.derived.expired else context.catalogue.records(kind)[name].status


def where_to_ask(record: Service | Organization | Location, *, context: Context) -> tuple[Link, ...]:
    """The contact of an expired record's own organization, or of a place itself; nothing for what is in the lists."""
    kind: RecordType = _kind(record)
    if (kind, record.id) not in context.derived.expired:
        return ()
    if isinstance(record, Organization):
        return tuple(_contact(record, context))
    own = _contact(record, context) if isinstance(record, Location) else ()
    return (*own, *_organization(record.organization, context))


def listed_locations(site: Site) -> Iterator[Location]:
    """The places that lists may name: neither secret, nor stopped, nor unchecked for far too long."""
    return (location for location in site.catalogue.locations.values() if is_listed(location, site=site))


def is_listed(location: Location, *, site: Site) -> bool:
    """Whether lists may name a place."""
    hidden = location.confidential or location.status == "stopped"
    return not hidden and ("location", location.id) not in site.derived.expired


def mapped_locations(site: Site) -> Iterator[Location]:
    """Those of them with a point that residents may know."""
    return (location for location in listed_locations(site) if public_point(location))


def _kind(record: Service | Organization | Location) -> RecordType:
    if isinstance(record, Service):
        return "service"
    return "organization" if isinstance(record, Organization) else "location"


def _organization(name: str | None, context: Context) -> Iterator[Link]:
    """The page of an organization and how to reach it."""
    found, page = context.catalogue.organizations.get(name or ""), context.organization_link(name)
    if found and page:
        yield page
        yield from _contact(found, context)


def _contact(record: Organization | Location, context: Context) -> Iterator[Link]:
    """Its first number, its mailbox and its website."""
    for phone in build_phones(record.phones, context=context)[:1]:
        yield Link(Text(phone.number, context.language), phone.href)
    email = record.email if isinstance(record, Organization) else None
    if email:
        yield Link(Text(email, context.language), f"mailto:{email}")
    if record.url:
        yield Link(Text(record.url, context.language), record.url)
