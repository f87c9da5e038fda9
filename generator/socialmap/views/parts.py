"""The small values that several views show: texts with their language, links, phones, hours, cards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the language it is in; templates print it with `|say`, which adds `lang` where it differs."""

    value: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.value)


NO_TEXT = Text("", "")
DAY_AND_NIGHT = (("00:00", "00:00"),)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words and where it goes, relative to the page; `note` tells equal words apart."""

    text: Text
    href: str
    count: int | None = None
    icon: str = ""
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class CrossingsView:
    """Ways from a theme to its neighbourhoods, or the other way round: `kind` is what the links lead to.

    Where there is something, `links` go to the list of both; `empty` are links to the others by themselves.
    """

    kind: str
    links: tuple[Link, ...]
    empty: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One weekday (0 is Monday) with its open spans as (`09:00`, `12:30`); none means closed."""

    weekday: int
    spans: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """Open weekdays that follow each other with the same hours; often one."""

    weekdays: tuple[int, ...]
    spans: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """A date on which it is different: closed when there are no spans; `reason` is the holiday's name."""

    date: str
    iso: str
    spans: tuple[tuple[str, str], ...]
    reason: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class HoursView:
    """Opening hours: `state` is known, appointment or unknown; a week table and/or what was written, and exceptions.

    `days` are the seven days, `rows` the open ones with equal neighbours together.

    `ask_day` says that it is every week or every so many, but not on which day.
    `data` is the word from which the browser says whether it is open now (`text/hours/compact.py`). Beside
    a phone number there is only the regular week, in a card that and `data`.
    """

    state: str
    days: tuple[DayView, ...] = ()
    rows: tuple[RowView, ...] = ()
    written: tuple[Text, ...] = ()
    exceptions: tuple[ExceptionView, ...] = ()
    appointment: bool = False
    closed_on_holidays: bool = False
    ask_day: bool = False
    data: str = ""

    @property
    def daily(self) -> bool:
        """Whether it is open on every day of the week."""
        return len(self.days) == 7 and all(day.spans for day in self.days)

    @property
    def always(self) -> bool:
        """Whether it is open day and night."""
        return len(self.days) == 7 and all(day.spans == DAY_AND_NIGHT for day in self.days)


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A number as it is read out, its `tel:` address, and what to know before calling."""

    number: str
    href: str
    description: Text = NO_TEXT
    cost: Text = NO_TEXT
    hours: HoursView | None = None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place of a service; a confidential one has a name and nothing that leads there."""

    name: Text
    href: str
    address: str = ""
    postal_code: str = ""
    city: str = ""
    neighbourhood: Text = NO_TEXT
    route_href: str = ""
    confidential: bool = False
    virtual: bool = False
    accessibility: tuple[str, ...] = ()
    note: Text = NO_TEXT
    hours: HoursView | None = None
    phone: PhoneView | None = None


@dataclass(frozen=True, slots=True)
class CostView:
    """What it costs: kind is free, amount, income, contribution or voluntary; amount as the language writes it."""

    kind: str
    amount: str = ""
    city_pass: bool = False
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class GroupView:
    """A target group and who may come: everyone, preferably or only; `everyone` marks the group of all residents."""

    name: Text
    href: str
    admission: str
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A service in a list: what a resident needs to choose."""

    id: str
    name: Text
    href: str
    summary: Text
    groups: tuple[Text, ...]
    cost: CostView | None
    place: str
    place_lang: str
    hours: HoursView | None
    phone: PhoneView | None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class CheckView:
    """When the facts were last checked and by which function; `level` is fresh, due or old.

    With a `source` (the host of a web page) nobody here checked: the facts are of a national help line, as that page
    told them on that date.
    """

    date: str
    iso: str
    role: Text
    level: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """A page of a list by its number; `gap` when pages before it are left out."""

    number: int
    href: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class PagerView:
    """Page `page` of `pages` of a list; `previous` and `next` are empty at the ends."""

    page: int
    pages: int
    previous: str
    next: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class WayView:
    """A way to a part of a long list of names: its letter or neighbourhood, and which page of that; `here` is shown."""

    title: Text
    href: str
    page: int = 1
    here: bool = False


@dataclass(frozen=True, slots=True)
class UrgentView:
    """Help that cannot wait: what it is for and its number."""

    name: Text
    href: str
    phone: PhoneView


@dataclass(frozen=True, slots=True)
class TileView:
    """A theme on the home page."""

    name: Text
    href: str
    summary: Text
    icon: str
    count: int
