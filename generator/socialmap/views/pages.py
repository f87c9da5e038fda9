"""The view of each kind of page; every field is documented here and used in `site_overrides/pages/<kind>.html`."""

from dataclasses import dataclass

from socialmap.text.qr import Code
from socialmap.views.agenda import AgendaView, EntryView
from socialmap.views.feedback import FeedbackView
from socialmap.views.form import FormsView, FormView
from socialmap.views.guide import GuidesView, GuideView
from socialmap.views.map import MapView
from socialmap.views.my_list import MyListView
from socialmap.views.notices import NoticesView
from socialmap.views.parts import (
    NO_TEXT,
    CardView,
    CheckView,
    CostView,
    CrossingsView,
    GroupView,
    HoursView,
    Link,
    PagerView,
    PhoneView,
    PlaceView,
    Text,
    TileView,
    UrgentView,
    WayView,
)
from socialmap.views.trials import ConsultationView, ExperimentView, TrialsView, TrialView


@dataclass(frozen=True, slots=True)
class ReferrerView:
    """What a referrer needs; Markdown fields are HTML that the renderer made safe."""

    suitable: Text = NO_TEXT
    criteria: Text = NO_TEXT
    indication: Text = NO_TEXT
    law: tuple[str, ...] = ()
    duration: Text = NO_TEXT
    phones: tuple[PhoneView, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact that only some kinds have: `key` is the model's path (such as `practice_place.devices`)."""

    key: str
    text: Text = NO_TEXT
    words: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service page; `lead_groups` are named in its first sentence, `also` leads to its themes and what is near it.

    `lead_below` puts that sentence under the buttons, where above them it would leave these no room on a small phone.
    `short_url` is its whole address and `code` the QR code of that, where the address of the site is known.
    """

    id: str
    name: Text
    summary: Text
    description: Text
    untranslated: bool
    national: bool
    back: Link | None
    status: str
    successor: Link | None
    ask: tuple[Link, ...]
    notices: NoticesView
    lead_below: bool
    phones: tuple[PhoneView, ...]
    email: str
    url: str
    access: tuple[str, ...]
    walk_in: PlaceView | None
    lead_groups: tuple[str, ...]
    everyone: GroupView | None
    groups: tuple[GroupView, ...]
    eligibility: Text
    minimum_age: int | None
    maximum_age: int | None
    area: tuple[Text, ...]
    area_scope: str
    cost: CostView | None
    registration: Text
    referral: Text
    waiting_time: Text
    capacity: str
    capacity_date: str
    bring: Text
    languages: tuple[Text, ...]
    interpreter: bool | None
    digital_threshold: str
    without_internet: Text
    hours: HoursView | None
    places: tuple[PlaceView, ...]
    organization: Link | None
    beside_me: tuple[Link, ...]
    first: tuple[Link, ...]
    instead: tuple[Link, ...]
    give_back: Text
    safety_net: Text
    also: tuple[Link, ...]
    facts: tuple[FactView, ...]
    referrer: ReferrerView | None
    check: CheckView | None
    feedback: FeedbackView
    quick_exit: str
    list_href: str
    short_url: str
    calendar: str
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """An organization page."""

    id: str
    name: Text
    alternate_name: Text
    kind: str
    summary: Text
    description: Text
    untranslated: bool
    national: bool
    status: str
    ask: tuple[Link, ...]
    phones: tuple[PhoneView, ...]
    email: str
    url: str
    parent: Link | None
    languages: tuple[Text, ...]
    seeks: tuple[str, ...]
    seeks_text: Text
    municipality_role: Text
    services: tuple[CardView, ...]
    places: tuple[Link, ...]
    check: CheckView | None
    feedback: FeedbackView
    quick_exit: str


@dataclass(frozen=True, slots=True)
class LocationView:
    """A location page."""

    id: str
    name: Text
    description: Text
    untranslated: bool
    status: str
    ask: tuple[Link, ...]
    place: PlaceView
    organization: Link | None
    accessibility: tuple[str, ...]
    wifi: bool | None
    children_welcome: bool | None
    animals_welcome: bool | None
    transport: Text
    hours: HoursView | None
    phones: tuple[PhoneView, ...]
    url: str
    services: tuple[CardView, ...]
    check: CheckView | None
    feedback: FeedbackView
    quick_exit: str


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
