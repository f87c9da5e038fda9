"""The pages of a generated municipality as the peers get them: every text ready, so that they only have to render.

A peer gets the week table worked out, the names of places and providers looked up and the fixed words as labels. It
does not read, check or derive anything, and makes no lists; socialmap does all of that in the time it is given here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from benchmarks.municipality import Made, make_records
from benchmarks.values import Value
from socialmap.text.hours import HoursFault, read_hours, week_table

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LABELS: Mapping[str, str] = {
    "doelgroepen": "Voor wie",
    "themas": "Gaat over",
    "toegang": "Zo kom je binnen",
    "aanmelden": "Aanmelden",
    "kosten": "Kosten",
    "meenemen": "Meenemen",
    "talen": "Talen",
    "tolk": "Tolk",
    "digitale_drempel": "Wat je online nodig hebt",
    "zonder_internet": "Zonder internet",
    "voor_verwijzers": "Voor verwijzers",
    "toegankelijkheid": "Toegankelijkheid",
    "bereikbaarheid": "Bereikbaarheid",
    "gecontroleerd_op": "Gecontroleerd op",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the page it stands on, from the page that shows it."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a service: its page, address, and the week there as (day, times)."""

    name: str
    href: str
    address: str
    week: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PeerPage:
    """One record page: `body` is Markdown, all else plain text."""

    section: str
    slug: str
    title: str
    summary: str
    body: str
    facts: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    phones: tuple[str, ...]
    provider: Link | None

    def as_data(self) -> dict[str, object]:
        """The page as plain values for JSON."""
        return asdict(self)


def peer_pages(number: int, /, *, seed: int) -> Iterator[PeerPage]:
    """The page of each record of a municipality but its roles, which have none."""
    names: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for made in make_records(number, seed=seed):
        names[made.id] = str(made.values["naam"])
        if made.folder == "locaties":
            addresses[made.id] = "{adres}, {postcode} {plaats}".format_map(made.values)
        if made.folder != "rollen":
            yield _page(made, names, addresses)


def _page(made: Made, names: Mapping[str, str], addresses: Mapping[str, str]) -> PeerPage:
    values = made.values
    provider = values.get("organisatie")
    return PeerPage(
        section=made.folder,
        slug=made.id,
        title=str(values["naam"]),
        summary=str(values.get("samenvatting", addresses.get(made.id, ""))),
        body=str(values["beschrijving"]),
        facts=tuple((label, _text(values[key])) for key, label in LABELS.items() if key in values),
        places=tuple(_places(values, names, addresses)),
        phones=tuple(group["nummer"] for group in _groups(values.get("telefoon", ()))),
        provider=Link(names[str(provider)], f"../organisaties/{provider}.html") if provider else None,
    )


def _places(values: Mapping[str, Value], names: Mapping[str, str], addresses: Mapping[str, str]) -> Iterator[Place]:
    for group in _groups(values.get("locaties", ())):
        name = group["locatie"]
        yield Place(names[name], f"../locaties/{name}.html", addresses[name], _week(group["openingstijden"]))
    if "openingstijden" in values:
        yield Place("Tijden", "", "", _week(str(values["openingstijden"])))


def _week(text: str) -> tuple[tuple[str, str], ...]:
    hours = read_hours(text)
    if isinstance(hours, HoursFault):
        raise TypeError(f"the generator wrote hours that do not read: {text}")
    spans = ((row, [slot.span for slot in row.slots]) for row in week_table(hours))
    week = (
        (
            WEEKDAYS[row.weekday],
            ", ".join(f"{s.start // 60}:{s.start % 60:02d}–{s.end // 60}:{s.end % 60:02d}" for s in found),
        )
        for row, found in spans
    )
    return tuple(week) if hours.kind == "known" else ((text, ""),)


def _groups(value: Value) -> Iterable[Mapping[str, str]]:
    return [group for group in value if isinstance(group, dict)]


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(value.values() if isinstance(value, dict) else map(str, value))
