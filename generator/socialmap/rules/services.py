"""Rules on services: reachable without internet, an end to every offer, ages and costs that make sense."""

from collections.abc import Iterator, Mapping

from socialmap.model import Service
from socialmap.problems import Problem
from socialmap.rules.facts import Facts

ADDRESSES: Mapping[str, str] = {"chat": "url", "whatsapp": "phones"}
DIGITAL = ("digid", "app")
KIND_GROUPS: Mapping[str, str] = {
    "sharing": "deelaanbod",
    "practice_place": "oefenplek",
    "step_in_point": "opstapplaats",
    "outreach": "vindplaats",
    "volunteering": "vrijwilligerswerk",
}


def digital_only(facts: Facts) -> Iterator[Problem]:
    """SM401: it takes DigiD or an app, and nothing says how to get it otherwise."""
    for service in facts.catalogue.services.values():
        if service.digital_threshold in DIGITAL and not service.without_internet:
            yield facts.problem(
                "SM401", ("service", service.id), ("digital_threshold",), threshold=service.digital_threshold
            )


def offers(facts: Facts) -> Iterator[Problem]:
    """SM406, SM407: a sharing offer without a last day, or past it."""
    for service in facts.catalogue.services.values():
        if service.sharing and service.valid_until is None:
            yield facts.problem("SM406", ("service", service.id), ("sharing",))
        if service.valid_until and service.valid_until < facts.today and service.status == "active":
            yield facts.problem("SM407", ("service", service.id), ("valid_until",), date=service.valid_until)


def ages_reversed(facts: Facts) -> Iterator[Problem]:
    """SM411: the youngest age is above the oldest."""
    for service in facts.catalogue.services.values():
        low, high = service.minimum_age, service.maximum_age
        if low is not None and high is not None and low > high:
            yield facts.problem("SM411", ("service", service.id), ("minimum_age",), low=low, high=high)


def nobody_to_reach(facts: Facts) -> Iterator[Problem]:
    """SM418: no phone, mail, web page or place where a resident can go."""
    for service in facts.catalogue.services.values():
        if service.status == "active" and not _reachable(service):
            yield facts.problem("SM418", ("service", service.id), ())


def _reachable(service: Service) -> bool:
    return bool(service.phones or service.email or service.url or service.locations)


def group_without_kind(facts: Facts) -> Iterator[Problem]:
    """SM421: fields of a kind that the service does not have."""
    known = facts.catalogue.terms("kinds")
    for service in facts.catalogue.services.values():
        for name, kind in KIND_GROUPS.items():
            if getattr(service, name) and kind in known and kind not in service.kinds:
                yield facts.problem("SM421", ("service", service.id), (name,), kind=kind)


def cost_without_amount(facts: Facts) -> Iterator[Problem]:
    """SM422: it costs an amount, and neither an amount nor a note says how much."""
    for service in facts.catalogue.services.values():
        cost = service.cost
        if cost and cost.kind in ("amount", "contribution") and cost.amount is None and not cost.note:
            yield facts.problem("SM422", ("service", service.id), ("cost",))


def access_without_address(facts: Facts) -> Iterator[Problem]:
    """SM425: you get in by chat or WhatsApp, and no web page or number of it or its organization says where."""
    for service in facts.catalogue.services.values():
        organization = facts.catalogue.organizations.get(service.organization or "")
        for index, way in enumerate(service.access):
            needed = ADDRESSES.get(way, "")
            if needed and not getattr(service, needed) and not getattr(organization, needed, None):
                params = {"word": way, "key": needed, "form": "web_address" if needed == "url" else "phone_number"}
                yield facts.problem("SM425", ("service", service.id), ("access", index), **params)


RULES = (
    digital_only,
    offers,
    ages_reversed,
    nobody_to_reach,
    group_without_kind,
    cost_without_amount,
)
