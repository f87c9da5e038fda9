"""Pages in the midst of being used: each form in all its states, search and lists with something typed or kept."""

from collections.abc import Iterator, Mapping
from functools import partial

from playwright.sync_api import Page

from demo_site.building import Built
from demo_site.everywhere import LONG_LIST, Sight
from form.inputs import RIGHT
from socialmap.sources.words import read_words

Answers = Mapping[str, object]
READY = "button[type=submit]:not([disabled])"
HERE: Answers = {"organization": "welzijn-voorbeeldstad"}
MISSPELT: Mapping[str, str] = {"nl": "shculden", "en": "dpression", "ar": "الدوين"}


def forms_in_use(built: Built) -> Iterator[Sight]:
    """The forms of every type, empty, with faults and with the record shown; they are in the editors' language."""
    for kind, ways in read_words("nl").types.items():
        right = {**RIGHT[kind], **{name: word for name, word in HERE.items() if name in RIGHT[kind]}}
        new, change = built.route("form_new", ways[0]), built.route("form_change", ways[0])
        yield Sight(f"new-{kind}-empty", new, wait_for_the_form)
        yield Sight(f"new-{kind}-faults", new, send_with_faults)
        yield Sight(f"new-{kind}-shown", new, partial(send_a_form, answers=right))
        yield Sight(f"change-{kind}-empty", change, wait_for_the_form)
        known = next(iter(built.catalogue.records(kind)))
        yield Sight(f"change-{kind}-faults", change, send_with_faults)
        yield Sight(f"change-{kind}-shown", f"{change}?id={known}", partial(send_a_form, answers={"name": "Nieuw"}))


def lists_in_use(built: Built, *, language: str) -> Iterator[Sight]:
    """One's own list filled and with its code, search and home with something typed, and results near somewhere."""
    home, search, mine = (built.route(kind, language=language) for kind in ("home", "search", "my_list"))
    yield Sight("my-list-kept", mine + LONG_LIST, keep_the_list)
    yield Sight("my-list-code", mine + LONG_LIST, show_the_code)
    yield Sight("home-suggestions", home, partial(type_a_word, field="#q"))
    yield Sight("search-suggestions", search, partial(type_a_word, field="#sm-search-q"))
    yield Sight("search-misspelt", f"{search}?q={MISSPELT[language]}")
    yield Sight("search-chosen", f"{search}?theme=geld&cost=free")
    yield Sight("search-near", f"{search}?near=lindekwartier", unfold_nearby)


def wait_for_the_form(page: Page) -> None:
    """Wait until a form can be filled in."""
    page.locator(READY).first.wait_for()


def send_with_faults(page: Page) -> None:
    """Press the button of a form with a wrong answer, or none at all, and wait until it says what is wrong."""
    wait_for_the_form(page)
    wrong = page.locator("input[name=email], input[name='phones.0.number']")
    if wrong.count():
        wrong.first.fill("x")
    page.locator(READY).first.click()
    page.locator(".sm-wrongs:visible, .sm-status:not(:empty)").first.wait_for()


def send_a_form(page: Page, *, answers: Answers) -> None:
    """Fill in a form rightly and press its button, so that the record is shown."""
    wait_for_the_form(page)
    for path, value in answers.items():
        answer(page, path, value)
    page.locator(READY).first.click()
    page.locator(".sm-result").wait_for()


def answer(page: Page, path: str, value: object) -> None:
    """Give one answer, as its question takes it."""
    if isinstance(value, list):
        for word in value:
            page.check(f"input[name='{path}'][value='{word}']")
        return
    field = page.locator(f"[name='{path}']")
    if field.first.evaluate("one => one.localName") == "select":
        field.select_option(str(value))
    elif field.first.get_attribute("type") == "radio":
        page.check(f"input[name='{path}'][value='{value}']")
    else:
        field.fill(str(value))


def keep_the_list(page: Page) -> None:
    """Keep the list that the address carries."""
    page.locator("[data-mine-items] > li").first.wait_for()
    page.locator("[data-mine-keep]").click()
    page.locator("[data-mine-clear]").wait_for()


def show_the_code(page: Page) -> None:
    """Show the code of the list that the address carries."""
    page.locator("[data-mine-items] > li").first.wait_for()
    page.locator("[data-mine-qr]").click()
    page.locator(".sm-qr").wait_for()


def type_a_word(page: Page, *, field: str) -> None:
    """Type the beginning of a word and wait for what is proposed."""
    page.locator(field).press_sequentially("Form")
    page.get_by_role("option").first.wait_for()


def unfold_nearby(page: Page) -> None:
    """Ask for a place that is not known, so that the form says what to type."""
    page.locator(".sm-search__near summary").click()
    page.locator("#sm-search-place").fill("9999")
    page.locator("#sm-search-place").press("Enter")
    page.locator(".sm-search__problem:not(:empty)").wait_for()
