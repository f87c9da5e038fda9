"""The view of each kind of page; every field is documented here and used in `site_overrides/pages/<kind>.html`."""

from dataclasses import dataclass

from socialmap.views.agenda import AgendaView, EntryView
from socialmap.views.form import FormsView, FormView
from socialmap.views.guide import GuidesView, GuideView
from socialmap.views.map import MapView
from socialmap.views.my_list import MyListView
from socialmap.views.parts import (
    NO_TEXT,
    CardView,
    CrossingsView,
    Link,
    PagerView,
    PhoneView,
    Text,
    TileView,
    UrgentView,
    WayView,
)
from socialmap.views.records import LocationView, OrganizationView, ServiceView
from socialmap.views.trials import ConsultationView, ExperimentView, TrialsView, TrialView


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading with cards below it; `anchor` is its id on the page, `summary` what falls under it."""

    title: Text
    anchor: str
    cards: tuple[CardView, ...] = ()
    links: tuple[Link, ...] = ()
    summary: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page that lists services: a theme, an entrance, a target group, a neighbourhood, or a theme in a neighbourhood.

    `kind` is theme, entrance, target_group, neighbourhood or theme_area; sections are the cards of this page by kind of
    service, `jumps` the kinds of the whole list, also those on its other pages.
    """

    kind: str
    id: str
    name: Text
    explanation: Text
    icon: str
    count: int
    sections: tuple[SectionView, ...]
    jumps: tuple[Link, ...]
    pager: PagerView | None
    related: tuple[Link, ...]
    urgent: tuple[Link, ...]
    quick_exit: str
    search_href: str
    crossings: CrossingsView | None = None


@dataclass(frozen=True, slots=True)
class IndexView:
    """A page of links under headings: all themes, A to Z, all places by neighbourhood.

    `kind` is themes, a_to_z or places; `ways` lead to the headings, or to the pages of an index that has several.
    """

    kind: str
    count: int
    sections: tuple[SectionView, ...]
    ways: tuple[WayView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True)
class CrisisView:
    """Who helps at once with one danger, and the words that bring it up; each helper's name says what they do."""

    id: str
    name: Text
    helpers: tuple[UrgentView, ...]
    desk_name: str
    desk: PhoneView | None
    phrases: tuple[str, ...]
    alone: tuple[str, ...]
    harmless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; `day` is the one of which `today` holds what is on, as an ISO date."""

    day: str
    search_href: str
    guides_href: str
    examples: tuple[Link, ...]
    urgent: tuple[UrgentView, ...]
    themes: tuple[TileView, ...]
    entrances: tuple[Link, ...]
    neighbourhoods: tuple[Link, ...]
    news: tuple[Link, ...]
    all_themes: Link
    a_to_z: Link
    places: Link
    today: tuple[EntryView, ...]
    agenda: Link | None
    map: Link | None
    questions: tuple[TrialView, ...]
    trials: tuple[Link, ...]
    service_count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet of the search: its key in the index and its values as (id, words), in their order."""

    key: str
    values: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page as it is before somebody looks for something, and without JavaScript always.

    `bundle` is the folder of the language's index and empty where there is none; an index has one or more shards.
    `words` is the file with what only results say; `questions` are life questions to look for, `count` all services.
    """

    action: str
    bundle: str
    shards: int
    dutch_bundle: str
    dutch_shards: int
    base_url: str
    words: str
    count: int
    questions: tuple[Link, ...]
    entrances: tuple[Link, ...]
    a_to_z: str
    themes: tuple[TileView, ...]
    urgent: tuple[UrgentView, ...]
    crisis: tuple[CrisisView, ...]
    map: MapView | None
    desk_name: str
    desk: PhoneView | None


@dataclass(frozen=True, slots=True)
class SearchWordsView:
    """What only results say, in a file that is fetched with them; `dutch`: places in Dutch may stand beside them."""

    dutch: bool
    facets: tuple[FacetView, ...]
    crisis: tuple[CrisisView, ...]


@dataclass(frozen=True, slots=True)
class EditorialView:
    """A page of written text: `body` is HTML that the renderer made safe; its first heading is the title."""

    title: Text
    body: Text
    untranslated: bool


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that does not exist."""

    search_href: str
    themes: tuple[TileView, ...]
    a_to_z: str
    desk_name: str
    desk: PhoneView | None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page at an old address that points to the new one."""

    name: Text
    href: str


Page = (
    ServiceView
    | OrganizationView
    | LocationView
    | ListingView
    | AgendaView
    | MapView
    | IndexView
    | HomeView
    | SearchView
    | EditorialView
    | FormView
    | FormsView
    | GuideView
    | GuidesView
    | MyListView
    | TrialsView
    | ExperimentView
    | ConsultationView
    | NotFoundView
    | RedirectView
)
