"""What every view is built from: the whole, what follows from it, the language, and how that language writes."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from socialmap.catalogue import Catalogue
from socialmap.derive import Derived
from socialmap.model import Term
from socialmap.model.crisis import CrisisTopic
from socialmap.model.guide import Guide
from socialmap.model.settings import Settings
from socialmap.views.agenda_slices import AgendaSlice
from socialmap.views.form import Editing
from socialmap.views.parts import NO_TEXT, CardView, HoursView, Link, Text
from socialmap.views.routes import Links, PageKind, Routes


@dataclass(frozen=True, slots=True)
class Formats:
    """How a language writes dates (from ISO) and money (from euros).

    `date` is in full, `day` with the weekday and without the year, `short` without both, `brief` has no month.
    `comma` stands between things in a row.
    """

    date: Callable[[str], str]
    money: Callable[[str], str]
    day: Callable[[str], str] = str
    short: Callable[[str], str] = str
    brief: Callable[[str], str] = str
    comma: str = ", "


@dataclass(frozen=True, slots=True)
class Site:
    """All that is the same for every page of the site."""

    settings: Settings
    catalogue: Catalogue
    derived: Derived
    routes: Routes
    formats: Mapping[str, Formats]
    crisis: tuple[CrisisTopic, ...] = ()
    guides: tuple[Guide, ...] = ()
    agenda: Mapping[tuple[PageKind, str], AgendaSlice] = field(default_factory=dict)
    editing: Editing | None = None

    @property
    def language(self) -> str:
        """The site's first language."""
        return self.settings.language


@dataclass(frozen=True, slots=True)
class ListedServices:
    """The services on the pages of a term in their order; per kind how many there are, and those that are urgent."""

    names: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]
    urgent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The links under one letter or in one neighbourhood; `key` names it in addresses."""

    key: str
    title: Text
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """Views that many pages show, so that each is built once for all pages with the same language and depth.

    `words` are the hours as browsers get them, by their text: the same in every language.
    """

    cards: dict[str, CardView] = field(default_factory=dict)
    weeks: dict[str, HoursView] = field(default_factory=dict)
    hours: dict[str, HoursView] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    lists: dict[tuple[str, str], ListedServices] = field(default_factory=dict)
    indexes: dict[str, Mapping[str, IndexPart]] = field(default_factory=dict)
    crossings: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What the views of one kind of page in one language are built with."""

    site: Site
    links: Links
    memo: Memo = field(default_factory=Memo)

    @property
    def language(self) -> str:
        """The page's language."""
        return self.links.language

    @property
    def catalogue(self) -> Catalogue:
        """All records."""
        return self.site.catalogue

    @property
    def derived(self) -> Derived:
        """What follows from them."""
        return self.site.derived

    def text(self, values: Mapping[str, str]) -> Text:
        """The text in the page's language, else in the site's first, else in any."""
        if not values:
            return NO_TEXT
        for language in (self.links.language, self.site.settings.languages[0]):
            if language in values:
                return Text(values[language], language)
        return next((Text(value, language) for language, value in values.items()), NO_TEXT)

    def date(self, iso: str) -> str:
        """A date as the page's language writes it."""
        return self.site.formats[self.links.language].date(iso)

    def in_a_row(self, words: Iterable[str]) -> Text:
        """Words one after another, with the comma of the page's language between them."""
        return Text(self.site.formats[self.language].comma.join(words), self.language)

    def term(self, vocabulary: str, name: str) -> Term | None:
        """A term, if the vocabulary has it."""
        return self.site.catalogue.terms(vocabulary).get(name)

    def term_text(self, vocabulary: str, name: str) -> Text:
        """What residents call a term; its id when the vocabulary does not have it."""
        term = self.term(vocabulary, name)
        return self.text(term.name) if term else Text(name, self.site.language)

    def term_link(self, kind: PageKind, vocabulary: str, name: str, *, count: int | None = None) -> Link:
        """A link to the page of a term."""
        term = self.term(vocabulary, name)
        return Link(self.term_text(vocabulary, name), self.links.to(kind, name), count, (term and term.icon) or "")

    def service_link(self, name: str) -> Link | None:
        """A link to a service; nothing when it is not there."""
        service = self.catalogue.services.get(name)
        return Link(self.text(service.name), self.links.to("service", name)) if service else None

    def organization_link(self, name: str | None) -> Link | None:
        """A link to an organization; nothing when it is not there."""
        found = self.catalogue.organizations.get(name) if name else None
        return Link(self.text(found.name), self.links.to("organization", found.id)) if found else None

    def translated(self, *texts: Mapping[str, str]) -> bool:
        """Whether each of these texts that has a value has one in the page's language."""
        return all(self.language in text for text in texts if text)
