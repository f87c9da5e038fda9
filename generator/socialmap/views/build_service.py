"""The page of a service."""

from socialmap.model import Service
from socialmap.model.service import Professional
from socialmap.text.qr import draw_code
from socialmap.views.build_facts import build_facts
from socialmap.views.build_feedback import build_feedback
from socialmap.views.build_hours import build_hours
from socialmap.views.build_notices import build_notices
from socialmap.views.build_parts import (
    build_check,
    build_cost,
    build_phones,
    places_of,
    quick_exit_for,
)
from socialmap.views.build_room import lead_below
from socialmap.views.build_standing import standing, where_to_ask
from socialmap.views.context import Context
from socialmap.views.parts import GroupView, Link, PlaceView
from socialmap.views.records import GettingInView, OnwardView, ReferrerView, ServiceView, WhomView

EVERYONE = "iedereen"
SCOPES = ("national", "region", "municipality")
NAMED = 2


def build_service(service: Service, *, context: Context) -> ServiceView:
    """The view of a service."""
    places = places_of(service, context=context)
    whom = _whom(service, context)
    address = _address(service, context)
    status = standing("service", service.id, context=context)
    notices = build_notices(service, status=status, context=context)
    return ServiceView(
        id=service.id,
        name=context.text(service.name),
        summary=context.text(service.summary),
        description=context.text(service.description),
        untranslated=not context.translated(service.name, service.summary),
        national=("service", service.id) in context.catalogue.national,
        back=context.term_link("theme", "themes", service.themes[0]) if service.themes else None,
        status=status,
        successor=context.service_link(service.successor) if service.successor else None,
        ask=where_to_ask(service, context=context),
        notices=notices,
        lead_groups=_lead_groups(whom),
        lead_below=lead_below(service, notices=notices, context=context),
        phones=build_phones(service.phones, context=context),
        email=service.email or "",
        url=service.url or "",
        walk_in=_walk_in(service, places),
        whom=whom,
        getting_in=_getting_in(service, context),
        hours=build_hours(service.schedule, context=context, closed=service.closed),
        places=places,
        calendar=context.links.calendar("service", service.id) if service.id in context.derived.agenda.coming else "",
        facts=build_facts(service, context=context),
        onward=_onward(service, context),
        referrer=_referrer(service.professional, context),
        check=build_check(("service", service.id), context=context),
        feedback=build_feedback("service", ("service", service.id), context=context),
        quick_exit=quick_exit_for((service.id,), context=context),
        list_href=context.links.to("my_list"),
        short_url=address,
        code=draw_code(address) if address else None,
    )


def _whom(service: Service, context: Context) -> WhomView:
    groups = _groups(service, context)
    return WhomView(
        eligibility=context.text(service.eligibility),
        everyone=next((group for group in groups if group.everyone), None),
        groups=tuple(group for group in groups if not group.everyone),
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        area=tuple(context.term_text("neighbourhoods", name) for name in service.service_area if name not in SCOPES),
        area_scope=next((scope for scope in SCOPES if scope in service.service_area), ""),
    )


def _lead_groups(whom: WhomView) -> tuple[str, ...]:
    """The groups that the first sentence names: everyone, or a few."""
    return tuple(group.name.value for group in ((whom.everyone,) if whom.everyone else whom.groups[:NAMED]))


def _getting_in(service: Service, context: Context) -> GettingInView:
    text = context.text
    return GettingInView(
        cost=build_cost(service.cost, context=context),
        registration=text(service.registration),
        access=service.access,
        referral=text(service.referral),
        bring=text(service.bring),
        waiting_time=text(service.waiting_time),
        capacity=service.capacity.level if service.capacity else "",
        capacity_date=context.date(service.capacity.date.isoformat()) if service.capacity else "",
        languages=tuple(context.term_text("languages", name) for name in service.languages),
        interpreter=service.interpreter,
        digital_threshold=service.digital_threshold or "",
        without_internet=text(service.without_internet),
    )


def _onward(service: Service, context: Context) -> OnwardView:
    return OnwardView(
        beside_me=_services(service.beside_me, context),
        first=_services(service.first, context),
        instead=_services(service.instead, context),
        give_back=context.text(service.give_back),
        safety_net=context.text(service.safety_net),
        organization=context.organization_link(service.organization),
        also=_also(service, context),
    )


def _address(service: Service, context: Context) -> str:
    """The whole address of this page, for paper; empty where that of the site is not known."""
    top = context.site.settings.site_url.rstrip("/")
    return f"{top}/{context.site.routes.route('service', service.id, language=context.language)}" if top else ""


def _services(names: tuple[str, ...], context: Context) -> tuple[Link, ...]:
    return tuple(link for link in map(context.service_link, names) if link)


def _also(service: Service, context: Context) -> tuple[Link, ...]:
    """Its themes and what it works with or refers to, each name once."""
    themes = (context.term_link("theme", "themes", name) for name in service.themes)
    found: dict[str, Link] = {}
    for link in (*themes, *_related((*service.works_with, *service.refers_to), context)):
        found.setdefault(link.text.value, link)
    return tuple(found.values())


def _related(names: tuple[str, ...], context: Context) -> tuple[Link, ...]:
    found = (
        context.organization_link(name.partition("/")[2])
        if name.startswith("organization/")
        else context.service_link(name.partition("/")[2] or name)
        for name in dict.fromkeys(names)
    )
    return tuple(link for link in found if link)


def _walk_in(service: Service, places: tuple[PlaceView, ...]) -> PlaceView | None:
    if "walk_in" not in service.access:
        return None
    return next((place for place in places if not place.confidential and not place.virtual), None)


def _groups(service: Service, context: Context) -> tuple[GroupView, ...]:
    return tuple(
        GroupView(
            context.term_text("target_groups", group.term),
            context.links.to("target_group", group.term),
            group.admission,
            group.term == EVERYONE,
        )
        for group in service.target_groups
    )


def _referrer(professional: Professional | None, context: Context) -> ReferrerView | None:
    if professional is None:
        return None
    contact = professional.contact if professional.contact and not professional.contact.internal else None
    return ReferrerView(
        suitable=context.text(professional.suitable),
        criteria=context.text(professional.criteria),
        indication=context.text(professional.indication),
        law=professional.law,
        duration=context.text(professional.duration),
        phones=build_phones(contact.phones, context=context) if contact else (),
        email=(contact.email or "") if contact else "",
    )
