"""The pages of an organization, a location and an old address."""

from socialmap.model import Location, Organization
from socialmap.views.build_feedback import build_feedback
from socialmap.views.build_hours import build_hours
from socialmap.views.build_parts import (
    build_check,
    build_phones,
    build_place,
    cards,
    quick_exit_for,
)
from socialmap.views.build_standing import is_listed, standing, where_to_ask
from socialmap.views.context import Context
from socialmap.views.pages import RedirectView
from socialmap.views.parts import NO_TEXT, Link
from socialmap.views.records import LocationView, OrganizationView
from socialmap.views.routes import PageKind


def build_organization(organization: Organization, *, context: Context) -> OrganizationView:
    """The view of an organization."""
    initiative = organization.initiative
    services = _listed(context.catalogue.services_of.get(organization.id, ()), context)
    return OrganizationView(
        id=organization.id,
        name=context.text(organization.name),
        alternate_name=context.text(organization.alternate_name),
        kind=organization.kind,
        summary=context.text(organization.summary),
        description=context.text(organization.description),
        untranslated=not context.translated(organization.name, organization.summary),
        national=("organization", organization.id) in context.catalogue.national,
        status=standing("organization", organization.id, context=context),
        ask=where_to_ask(organization, context=context),
        phones=build_phones(organization.phones, context=context),
        email=organization.email or "",
        url=organization.url or "",
        parent=context.organization_link(organization.parent_organization),
        languages=tuple(context.term_text("languages", name) for name in organization.languages),
        seeks=initiative.seeks if initiative else (),
        seeks_text=context.text(initiative.explanation) if initiative else NO_TEXT,
        municipality_role=context.text(initiative.municipality_role) if initiative else NO_TEXT,
        services=cards(services, context=context),
        places=_places(organization, context),
        check=build_check(("organization", organization.id), context=context),
        feedback=build_feedback("organization", ("organization", organization.id), context=context),
        quick_exit=quick_exit_for(services, context=context),
    )


def build_location(location: Location, *, context: Context) -> LocationView:
    """The view of a location that is not confidential."""
    services = _listed(context.catalogue.services_at.get(location.id, ()), context)
    return LocationView(
        id=location.id,
        name=context.text(location.name),
        description=context.text(location.description),
        untranslated=not context.translated(location.name),
        status=standing("location", location.id, context=context),
        ask=where_to_ask(location, context=context),
        place=build_place(location, context=context),
        organization=context.organization_link(location.organization),
        accessibility=location.accessibility,
        wifi=location.wifi,
        children_welcome=location.children_welcome,
        animals_welcome=location.animals_welcome,
        transport=context.text(location.transport),
        hours=build_hours(location.schedule, context=context),
        phones=build_phones(location.phones, context=context),
        url=location.url or "",
        services=cards(services, context=context),
        check=build_check(("location", location.id), context=context),
        feedback=build_feedback("location", ("location", location.id), context=context),
        quick_exit=quick_exit_for(services, context=context),
    )


def build_redirect(kind: PageKind, name: str, *, context: Context) -> RedirectView:
    """The page at an old address of a record."""
    record = {
        "service": context.catalogue.services,
        "organization": context.catalogue.organizations,
        "location": context.catalogue.locations,
    }[kind][name]
    return RedirectView(context.text(record.name), context.links.to(kind, name))


def _listed(names: tuple[str, ...], context: Context) -> tuple[str, ...]:
    return tuple(name for name in names if name in context.derived.listed)


def _places(organization: Organization, context: Context) -> tuple[Link, ...]:
    """Its places that lists may name; last those that nobody checked for long."""
    own = (context.catalogue.locations[name] for name in context.derived.locations_of.get(organization.id, ()))
    found = (location for location in own if is_listed(location, site=context.site))
    ordered = sorted(found, key=lambda location: context.derived.sinks("location", location.id))
    return tuple(Link(context.text(at.name), context.links.to("location", at.id)) for at in ordered)
