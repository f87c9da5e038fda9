"""Where each page stands: flat files under words of the page's language, and relative links between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PageKind = Literal[
    "home",
    "search",
    "a_to_z",
    "places",
    "themes",
    "service",
    "organization",
    "location",
    "theme",
    "entrance",
    "target_group",
    "neighbourhood",
    "theme_area",
    "map",
    "agenda",
    "agenda_day",
    "agenda_week",
    "agenda_theme",
    "agenda_neighbourhood",
    "agenda_free",
    "agenda_often",
    "guides",
    "guide",
    "my_list",
    "experiments",
    "experiment",
    "consultations",
    "consultation",
    "forms",
    "form_new",
    "form_change",
    "editorial",
]

INDEXES: tuple[PageKind, ...] = ("a_to_z", "places")


@dataclass(frozen=True, slots=True)
class Routes:
    """The routes of a site: `words` per language from kind of page to its file or folder, without `.html`."""

    words: Mapping[str, Mapping[str, str]]
    language: str

    def route(self, kind: PageKind, name: str = "", *, language: str, page: int = 1) -> str:
        """The route of a page from the top of the site, such as `en/services/food-bank.html`.

        Later pages of a list carry their number and parts of an index their name, as `themas/geld_2.html` and
        `a-z_b.html`: no id has an underscore.
        """
        prefix = "" if language == self.language else f"{language}/"
        part = f"_{name}" if name and kind in INDEXES else name
        number = f"_{page}" if page > 1 else ""
        return f"{prefix}{self.words[language][kind]}{part}{number}.html"

    def calendar(self, kind: PageKind, name: str, *, language: str) -> str:
        """The route of the calendar (iCalendar) that stands beside a page."""
        return self.route(kind, name, language=language).removesuffix("html") + "ics"

    def depth(self, kind: PageKind, *, language: str) -> int:
        """How many folders deep the pages of a kind stand."""
        return self.route(kind, "x", language=language).count("/")


@dataclass(frozen=True, slots=True)
class Links:
    """Links from the pages of one kind in one language to any other page."""

    routes: Routes
    language: str
    root: str

    def calendar(self, kind: PageKind, name: str) -> str:
        """The relative address of the calendar that stands beside a page."""
        return self.root + self.routes.calendar(kind, name, language=self.language)

    def to(self, kind: PageKind, name: str = "", *, page: int = 1) -> str:
        """The relative address of a page in the same language."""
        return self.root + self.routes.route(kind, name, language=self.language, page=page)


def links_from(routes: Routes, kind: PageKind, *, language: str) -> Links:
    """The links of the pages of a kind in a language."""
    return Links(routes, language, "../" * routes.depth(kind, language=language))
