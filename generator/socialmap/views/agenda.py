"""The views of the agenda; every field is documented here and used in `site_overrides/pages/agenda.html`."""

from dataclasses import dataclass

from socialmap.views.parts import NO_TEXT, CardView, CostView, Link, Text


@dataclass(frozen=True, slots=True)
class EntryView:
    """Once that something takes place: from `start` to `end` as `10:00`, the end empty when nobody knows it.

    `until` is the local moment at which it is over (`2026-11-02T12:00`), by which the browser hides it.
    """

    name: Text
    href: str
    start: str
    end: str
    until: str
    place: Text = NO_TEXT
    neighbourhood: Text = NO_TEXT
    cost: CostView | None = None


@dataclass(frozen=True, slots=True)
class AgendaDayView:
    """A day with what is on; `brief` is the date in a few signs.

    `href` leads to the day's own page, and is empty there; `all` leads there too, with how many there are, when not all
    are shown.
    """

    iso: str
    date: str
    brief: str
    entries: tuple[EntryView, ...]
    all: Link | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class WeekView:
    """A link to a week by its Monday; `until` is the moment at which the week is over."""

    name: Text
    href: str
    until: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A page of the agenda: the coming days, a week, a day, or all of one theme or neighbourhood or for free.

    `kind` is the kind of page; `name` what it is about, empty on the first page. `often` are cards of what is there
    nearly always; `often_link` leads to them. `data` is the module with all entries, for the filters of the browser,
    and empty on pages without filters. Pages of the same list have a `page` number and `previous` and `next`.
    `made` is the day of the build and `last` the last day that any page of the agenda knows of (`last_iso` as an ISO
    date): after it, the browser says so and leads to `all` activities.
    """

    kind: str
    name: Text
    days: tuple[AgendaDayView, ...]
    made: str
    last: str
    last_iso: str
    all: Link
    often: tuple[CardView, ...] = ()
    often_link: Link | None = None
    home: str = ""
    calendar: str = ""
    page: int = 1
    pages: int = 1
    previous: Link | None = None
    next: Link | None = None
    weeks: tuple[WeekView, ...] = ()
    themes: tuple[Link, ...] = ()
    neighbourhoods: tuple[Link, ...] = ()
    free: Link | None = None
    data: str = ""
