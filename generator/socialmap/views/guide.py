"""The views of the guide: all situations, and one situation with its steps, questions and services."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.views.parts import CardView, Link, PhoneView, Text, TileView, UrgentView

Reason = tuple[str, ...]
Options = tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class GuideServiceView:
    """A service under a step: what the editors say of it, and what holds for everyone.

    `why` and `ask` are codes with their values; `beside` are those who can sit beside somebody, `is_digital` says that
    it needs a device.
    """

    card: CardView
    chosen: Text
    why: tuple[Reason, ...]
    ask: tuple[Reason, ...]
    first: tuple[Link, ...]
    beside: tuple[Link, ...]
    is_digital: bool
    give_back: Text


@dataclass(frozen=True, slots=True)
class GuideStepView:
    """A step: `shown` stands in sight, `more` behind a press."""

    id: str
    number: int
    name: Text
    explanation: Text
    shown: tuple[GuideServiceView, ...]
    more: tuple[GuideServiceView, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """A situation. `facts` and `names` are for the browser: what is known of each service, and words by vocabulary."""

    id: str
    name: Text
    summary: Text
    explanation: Text
    untranslated: bool
    back: str
    steps: tuple[GuideStepView, ...]
    groups: Options
    neighbourhoods: Options
    languages: Options
    all_groups: Options
    beside: tuple[Link, ...]
    offers: tuple[Link, ...]
    urgent: tuple[UrgentView, ...]
    quick_exit: str
    list_href: str
    desk_name: str
    desk: PhoneView | None
    facts: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class GuidesView:
    """All situations as tiles; the count of a tile is that of its steps."""

    guides: tuple[TileView, ...]
    urgent: tuple[UrgentView, ...]
    search_href: str
    a_to_z: str
    desk_name: str
    desk: PhoneView | None
