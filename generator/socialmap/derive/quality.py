"""How well a service is described: twelve criteria, each with what it gives and when it counts.

Called by the work lists, which tell an editor what to do about each criterion that falls short. A criterion gives 0 to
1, or nothing where it does not apply; the score is the mean of those that do (after the quality score of
data-inclusion, which also lets freshness fade between half a year and two years).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from socialmap.catalogue import Catalogue
from socialmap.model import Service
from socialmap.text.readability import reading_score, sentences_of

FRESH_DAYS, OLD_DAYS = 180, 730
LEAD_LETTERS = 160
READABLE, HARD = 60.0, 30.0
HELD = frozenset(("walk_in", "appointment"))


@dataclass(frozen=True, slots=True)
class Known:
    """What a criterion may look at beside the service: the whole, the day, and the languages, the site's own first."""

    catalogue: Catalogue
    today: date
    languages: tuple[str, ...]
    role_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that makes a service usable; `name` is the key of its texts."""

    name: str
    judge: Callable[[Service, Known], float | None]


@dataclass(frozen=True, slots=True)
class Quality:
    """The score of a service, 0 to 1, and what each criterion that applies gives."""

    score: float
    by_criterion: Mapping[str, float]

    @property
    def short(self) -> tuple[str, ...]:
        """The criteria that are not fully met, the worst first."""
        lacking = [(value, name) for name, value in self.by_criterion.items() if value < 1]
        return tuple(name for _, name in sorted(lacking, key=lambda pair: pair[0]))


def quality_of(service: Service, *, known: Known) -> Quality:
    """The quality of a service."""
    judged = {each.name: each.judge(service, known) for each in CRITERIA}
    values = {name: value for name, value in judged.items() if value is not None}
    return Quality(sum(values.values()) / len(values) if values else 0.0, values)


def freshness_share(checked: date | None, *, today: date) -> float:
    """1 up to and with 180 days after a check, then less each day, and 0 from two years on or when it never was."""
    if checked is None:
        return 0.0
    days = (today - checked).days
    return min(1.0, max(0.0, (OLD_DAYS - days) / (OLD_DAYS - FRESH_DAYS)))


def _fresh(service: Service, known: Known) -> float:
    return freshness_share(service.assured_date or service.source_date, today=known.today)


def _lead(service: Service, known: Known) -> float:
    lead = service.summary.get(known.languages[0], "")
    return float(0 < len(lead) <= LEAD_LETTERS)


def _description(service: Service, known: Known) -> float:
    return float(bool(service.description.get(known.languages[0])))


def _plain(service: Service, known: Known) -> float | None:
    """Readability of lead and description together; only Dutch is scored."""
    text = "\n".join(part.get("nl", "") for part in (service.summary, service.description))
    sentences = sentences_of(text)
    if not sentences:
        return None
    return min(1.0, max(0.0, (reading_score(sentences) - HARD) / (READABLE - HARD)))


def _reachable(service: Service, known: Known) -> float:
    """A phone or a door is enough; a mailbox or a web page alone leaves out who has no internet."""
    if service.phones or any(at.phone for at in service.locations) or "walk_in" in service.access:
        return 1.0
    return 0.5 if service.email or service.url else 0.0


def _hours(service: Service, known: Known) -> float | None:
    if not HELD & set(service.access) and not service.locations:
        return None
    return float(bool(service.schedule or any(at.schedule for at in service.locations)))


def _place(service: Service, known: Known) -> float | None:
    """Every place known with a point or secret on purpose; none needed for what comes by phone or to the door."""
    if not service.locations:
        return 0.0 if "walk_in" in service.access else None
    found = [known.catalogue.locations.get(at.location) for at in service.locations]
    good = [place for place in found if place and (place.confidential or place.latitude is not None)]
    return len(good) / len(found)


def _for_whom(service: Service, known: Known) -> float:
    return float(bool(service.target_groups or service.eligibility or service.minimum_age or service.maximum_age))


def _cost(service: Service, known: Known) -> float:
    return float(service.cost is not None)


def _way_in(service: Service, known: Known) -> float:
    return float(bool(service.access))


def _offline(service: Service, known: Known) -> float | None:
    """Whether who has no internet is told how to get it; applies where something digital is asked."""
    if service.digital_threshold == "none":
        return None
    return float(bool(service.without_internet))


def _owner(service: Service, known: Known) -> float:
    """Half for a role that keeps it right, half for the organization that offers it."""
    return 0.5 * bool(known.role_of.get(service.id)) + 0.5 * bool(service.organization)


CRITERIA: tuple[Criterion, ...] = (
    Criterion("fresh", _fresh),
    Criterion("lead", _lead),
    Criterion("description", _description),
    Criterion("plain", _plain),
    Criterion("reachable", _reachable),
    Criterion("hours", _hours),
    Criterion("place", _place),
    Criterion("for_whom", _for_whom),
    Criterion("cost", _cost),
    Criterion("way_in", _way_in),
    Criterion("offline", _offline),
    Criterion("owner", _owner),
)
