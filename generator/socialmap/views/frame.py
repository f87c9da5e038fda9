"""The view of the frame around each body: rendered once per kind of page and language, with slots for the rest."""

from dataclasses import dataclass

from socialmap.views.parts import Link, PhoneView


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language of the site: its code, its own name and direction (`ltr` or `rtl`)."""

    code: str
    name: str
    dir: str


@dataclass(frozen=True, slots=True)
class FrameView:
    """What the frame shows that is the same for every page of a kind in a language.

    `root` leads from the page to the top of the site (`../` or empty); `kind` is the kind of page. The frame template
    prints what differs per page with `slot("title")` and so on: title, description, meta (canonical, alternates,
    Open Graph, JSON-LD), languages (the links to the same page in other languages), notice and body.
    `keeping` is the module of pages with cards of services (a search page loads it
    with its results), `list_href` the page of one's own list.
    With `first` the page is shown once its module ran, which adds to what stands at its top: nothing then moves.
    """

    lang: str
    dir: str
    kind: str
    root: str
    site_name: str
    home: str
    navigation: tuple[Link, ...]
    current: str
    desk_name: str
    desk: PhoneView | None
    footer: tuple[Link, ...]
    stylesheets: tuple[str, ...]
    icon: str
    script: str
    press: str
    module: str
    later: str
    policy: str
    logo: str
    handbook: str
    keeping: str = ""
    first: bool = False
    list_href: str = ""
