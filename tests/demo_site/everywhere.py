"""Every type of page there is, each as somebody may have it before them: opened, unfolded, with an answer given."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from demo_site.building import Built
from demo_site.chromium import Tab
from demo_site.sample import NAMES, sample_route
from socialmap.views.routes import PageKind

UNFOLD = "all => all.forEach((one) => { one.open = true; })"


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as it is looked at: its address from the top of the site, and what is pressed there."""

    name: str
    route: str
    press: Callable[[Page], None] | None = None

    def open(self, tab: Tab, address: str) -> None:
        """Show it in a tab, with everything unfolded."""
        tab.open(address + self.route)
        if self.press:
            self.press(tab.page)
        tab.page.locator("details").evaluate_all(UNFOLD)


DEEPER: Mapping[str, tuple[PageKind, str, int]] = {
    "second-page": ("theme", "ontmoeten", 2),
    "crossing": ("theme_area", "ontmoeten__centrum", 1),
    "agenda-week": ("agenda_week", "2026-11-09", 1),
    "agenda-theme": ("agenda_theme", "ontmoeten", 1),
    "agenda-neighbourhood": ("agenda_neighbourhood", "centrum", 1),
    "agenda-free": ("agenda_free", "", 1),
    "agenda-often": ("agenda_often", "", 1),
    "forms": ("forms", "", 1),
}
FORMS: Mapping[str, tuple[PageKind, str]] = {
    "form-new": ("form_new", "aanbod"),
    "form-change": ("form_change", "aanbod"),
    "form-role": ("form_new", "rollen"),
}
DANGER: Mapping[str, str] = {"nl": "zelfmoord", "en": "suicide", "ar": "انتحار"}
LONG_LIST = "#schuldhulp~Bel%20maandag,voedselbank,opvang-de-veilige-plek,formulierenspreekuur;Voor%20Sara"


def open_the_map(page: Page) -> None:
    """Show the map of a page."""
    page.locator("[data-map-open]").click()
    page.locator(".sm-mark").first.wait_for()


def open_a_place(page: Page) -> None:
    """Show the map, and on it what is said of a place."""
    open_the_map(page)
    for _ in range(8):
        page.locator(".sm-mark:visible").first.press("Enter")
        if page.get_by_role("dialog").is_visible():
            return
    raise AssertionError("no mark of one place was reached")


def see_a_crisis(page: Page) -> None:
    """Wait for the lines of who helps in danger."""
    page.locator(".sm-crisis:visible").first.wait_for()


def answer_the_guide(page: Page) -> None:
    """Tell the guide something, so that it says what fits and what does not."""
    page.locator("[name=obstacle]").first.check()
    page.locator("#guide-age").select_option("67-120")


def share_the_list(page: Page) -> None:
    """Wait for the list that the address carries."""
    page.locator("[data-mine-items] > li").first.wait_for()


def keep_the_page(page: Page) -> None:
    """Keep a service, so that the page says that it is kept."""
    page.locator("[data-keep]").first.click()


def send_an_empty_form(page: Page) -> None:
    """Press the button of a form in which nothing is filled in."""
    page.locator("button[type=submit]:not([disabled])").first.wait_for()
    page.locator("button[type=submit]").first.click()


def sights(built: Built, *, language: str) -> Iterator[Sight]:
    """Every type and state of page in a language, and the pages that stand before somebody who uses them."""
    for name in (each for each in NAMES if each != "redirect"):
        yield Sight(name, sample_route(name, built, language=language))
    for name, (kind, word, number) in DEEPER.items():
        yield Sight(name, built.routes.route(kind, word, language=language, page=number))
    for name, (kind, word) in FORMS.items() if language == "nl" else ():
        yield Sight(name, built.route(kind, word), send_an_empty_form)
    yield Sight("not-found", "404.html")
    yield from _in_use(built, language)


def _in_use(built: Built, language: str) -> Iterator[Sight]:
    search, map_ = built.route("search", language=language), built.route("map", language=language)
    guide, mine = built.route("guide", "ik-kom-niet-rond", language=language), built.route("my_list", language=language)
    service = sample_route("service-ordinary", built, language=language)
    yield Sight("map-open", map_, open_the_map)
    yield Sight("map-place", map_, open_a_place)
    yield Sight("search-map", f"{search}?q=geld", open_the_map)
    yield Sight("search-danger", f"{search}?q={DANGER[language]}", see_a_crisis)
    yield Sight("guide-answered", guide, answer_the_guide)
    yield Sight("my-list-shared", mine + LONG_LIST, share_the_list)
    yield Sight("service-kept", service, keep_the_page)
