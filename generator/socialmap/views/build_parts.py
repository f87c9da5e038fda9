"""The small views that several pages share: phones, places, costs, checks and cards."""

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from socialmap.catalogue import Key
from socialmap.model import Location, Service
from socialmap.model.fields import Phone
from socialmap.model.record import Record
from socialmap.model.service import Closure, Cost, ServiceAtLocation
from socialmap.views.build_hours import build_card_hours, build_hours, build_week
from socialmap.views.context import Context
from socialmap.views.parts import NO_TEXT, CardView, CheckView, CostView, PhoneView, PlaceView
from socialmap.views.sorting import reads_later


def build_phone(phone: Phone, *, context: Context) -> PhoneView:
    """The view of a phone number with when it is answered."""
    hours = build_week(phone.schedule, context=context)
    return PhoneView(phone.number, _tel(phone), context.text(phone.description), context.text(phone.cost), hours)


def _tel(phone: Phone) -> str:
    """The address that calls a number: its digits, with a plus when the editor wrote one."""
    digits = "".join(c for c in phone.number if c.isdigit())
    plus = "+" if phone.number.lstrip().startswith("+") else ""
    return f"tel:{plus}{digits}"


def build_phones(phones: Iterable[Phone], *, context: Context) -> tuple[PhoneView, ...]:
    """The views of the phone numbers that are not internal."""
    return tuple(build_phone(phone, context=context) for phone in phones if not phone.internal)


def build_cost(cost: Cost | None, *, context: Context) -> CostView | None:
    """The view of what it costs."""
    if cost is None:
        return None
    amount = context.site.formats[context.language].money(str(cost.amount)) if cost.amount is not None else ""
    return CostView(cost.kind, amount, cost.city_pass, context.text(cost.note))


def build_check(key: Key, *, context: Context) -> CheckView | None:
    """When a record was checked and by whom; nothing when it never was."""
    record = context.catalogue.records(key[0])[key[1]]
    if record.assured_date is None:
        return _source(record, context) if key in context.catalogue.national else None
    iso = record.assured_date.isoformat()
    role = context.catalogue.roles.get(record.assured_by or context.derived.role_of.get(key, ""))
    level = context.derived.freshness[key].level
    return CheckView(context.date(iso), iso, context.text(role.name) if role else NO_TEXT, level)


def _source(record: Record, context: Context) -> CheckView | None:
    host = urlsplit(record.source_url or "").hostname
    if not host or record.source_date is None:
        return None
    iso = record.source_date.isoformat()
    return CheckView(context.date(iso), iso, NO_TEXT, "source", host.removeprefix("www."))


def quick_exit_for(services: Iterable[str], *, context: Context) -> str:
    """Where the quick way out of a page about these services leads; empty when none of them needs one."""
    needed = any(_is_sensitive(context.catalogue.services[name], context) for name in services)
    return context.site.settings.quick_exit if needed else ""


def _is_sensitive(service: Service, context: Context) -> bool:
    """What the service says itself, else what one of its life questions says."""
    if service.quick_exit is not None:
        return service.quick_exit
    questions = context.catalogue.terms("life_questions")
    return any(questions[name].quick_exit for name in service.life_questions if name in questions)


def build_place(
    location: Location, *, context: Context, at: ServiceAtLocation | None = None, closed: Closure | None = None
) -> PlaceView:
    """The view of a place, with the service's own hours and phone there; a confidential one shows no address."""
    hours = build_hours(at.schedule if at else None, context=context, closed=closed)
    phone = build_phone(at.phone, context=context) if at and at.phone and not at.phone.internal else None
    note = context.text(at.note) if at else NO_TEXT
    if location.confidential:
        return PlaceView(context.text(location.name), "", confidential=True, note=note, hours=hours, phone=phone)
    neighbourhood = context.derived.neighbourhood_of.get(location.id, "")
    return PlaceView(
        name=context.text(location.name),
        href=context.links.to("location", location.id),
        address=location.address or "",
        postal_code=location.postal_code or "",
        city=location.city or "",
        neighbourhood=context.term_text("neighbourhoods", neighbourhood) if neighbourhood else NO_TEXT,
        route_href=_route(location) if location.kind == "physical" else "",
        virtual=location.kind == "virtual",
        accessibility=location.accessibility,
        note=note,
        hours=hours,
        phone=phone,
    )


def places_of(service: Service, *, context: Context) -> tuple[PlaceView, ...]:
    """The places of a service."""
    found = ((at, context.catalogue.locations.get(at.location)) for at in service.locations)
    return tuple(
        build_place(location, context=context, at=at, closed=service.closed) for at, location in found if location
    )


def build_card(service: Service, *, context: Context) -> CardView:
    """A service as a list shows it; the same value for every list with the same language and depth."""
    known = context.memo.cards.get(service.id)
    return known or context.memo.cards.setdefault(service.id, _new_card(service, context))


def _new_card(service: Service, context: Context) -> CardView:
    locations = [context.catalogue.locations.get(at.location) for at in service.locations]
    first = next((location for location in locations if location is not None), None)
    place = context.text(first.name) if first else NO_TEXT
    schedule = service.schedule or next((at.schedule for at in service.locations if at.schedule), None)
    phone = next((phone for phone in service.phones if not phone.internal), None)
    return CardView(
        id=service.id,
        name=context.text(service.name),
        href=context.links.to("service", service.id),
        summary=context.text(service.summary),
        groups=tuple(context.term_text("target_groups", group.term) for group in service.target_groups),
        cost=build_cost(service.cost, context=context),
        place=place.value,
        place_lang=place.lang,
        hours=build_card_hours(schedule, service.closed, context=context),
        phone=PhoneView(phone.number, _tel(phone)) if phone else None,
        closed=closed_today(service, context),
    )


def closed_today(service: Service, context: Context) -> bool:
    """Whether a service is paused, or closed on the day of the build."""
    closed, today = service.closed, context.derived.today
    if service.status == "paused":
        return True
    if closed is None:
        return False
    return (closed.from_date is None or closed.from_date <= today) and (closed.until is None or today <= closed.until)


def cards(names: Iterable[str], *, context: Context) -> tuple[CardView, ...]:
    """The cards of these services in the order of their names; last those long unchecked, or in another script."""
    found = (build_card(context.catalogue.services[name], context=context) for name in names)
    sinks = context.derived.sinks

    def rank(card: CardView) -> tuple[bool, bool, str, str]:
        later = reads_later(card.name, context.language)
        return sinks("service", card.id), later, card.name.value.casefold(), card.id

    return tuple(sorted(found, key=rank))


def _route(location: Location) -> str:
    if location.latitude is not None and location.longitude is not None:
        return f"https://www.openstreetmap.org/directions?to={location.latitude:.6f}%2C{location.longitude:.6f}"
    if location.address and location.city:
        return f"https://www.openstreetmap.org/search?query={quote(f'{location.address}, {location.city}')}"
    return ""
