"""The views of the pages of records: a service, an organization and a place.

Every field is documented here and used in `site_overrides/pages/<kind>.html`.
"""

from dataclasses import dataclass

from socialmap.text.qr import Code
from socialmap.views.feedback import FeedbackView
from socialmap.views.notices import NoticesView
from socialmap.views.parts import (
    NO_TEXT,
    CardView,
    CheckView,
    CostView,
    GroupView,
    HoursView,
    Link,
    PhoneView,
    PlaceView,
    Text,
)


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
class WhomView:
    """For whom a service is: groups, ages and where they live; `area_scope` is one of SCOPES or empty."""

    eligibility: Text
    everyone: GroupView | None
    groups: tuple[GroupView, ...]
    minimum_age: int | None
    maximum_age: int | None
    area: tuple[Text, ...]
    area_scope: str


@dataclass(frozen=True, slots=True)
class GettingInView:
    """What it takes to get a service: cost, sign-up, room, and what to have or to be able to do."""

    cost: CostView | None
    registration: Text
    access: tuple[str, ...]
    referral: Text
    bring: Text
    waiting_time: Text
    capacity: str
    capacity_date: str
    languages: tuple[Text, ...]
    interpreter: bool | None
    digital_threshold: str
    without_internet: Text


@dataclass(frozen=True, slots=True)
class OnwardView:
    """What stands near a service; `also` leads to its themes and to what it works with or refers to."""

    beside_me: tuple[Link, ...]
    first: tuple[Link, ...]
    instead: tuple[Link, ...]
    give_back: Text
    safety_net: Text
    organization: Link | None
    also: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service page; `lead_groups` are named in its first sentence.

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
    lead_groups: tuple[str, ...]
    lead_below: bool
    phones: tuple[PhoneView, ...]
    email: str
    url: str
    walk_in: PlaceView | None
    whom: WhomView
    getting_in: GettingInView
    hours: HoursView | None
    places: tuple[PlaceView, ...]
    calendar: str
    facts: tuple[FactView, ...]
    onward: OnwardView
    referrer: ReferrerView | None
    check: CheckView | None
    feedback: FeedbackView
    quick_exit: str
    list_href: str
    short_url: str
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
