"""What is open and what is near on the search page of the demo: right, private, with a keyboard, in any zone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from demo_site.building import Built
from demo_site.hosting import hosted
from socialmap.derive.places import distance, public_point
from socialmap.model import Service
from socialmap.text.hours import state_at

pytestmark = pytest.mark.browser
MONDAY = "2026-11-23T10:10"
MOMENTS = (MONDAY, "2026-11-22T03:00", "2026-12-25T11:00", "2027-03-28T03:30")
MARKS = str.maketrans("", "", "\u2068\u2069")
HERE = {"latitude": 52.54, "longitude": 5.24}


@pytest.fixture(scope="module")
def address(demo: Built) -> Iterator[str]:
    """The demo site on a host that sends its headers."""
    with hosted(demo.root) as found:
        yield found


@contextmanager
def opened(browser: Browser, address: str, *, now: str = MONDAY, **settings: Any) -> Iterator[Page]:
    """A page of the site at a moment on the clock of the Netherlands."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    page = context.new_page()
    page.clock.set_fixed_time(f"{now}:00+{'02' if '03-28' in now else '01'}:00")
    page.goto(address)
    expect(page.locator("[data-sm-heading]")).to_be_visible(timeout=20_000)
    yield page
    context.close()


def names(page: Page) -> list[str]:
    return [name.replace("\u00ad", "") for name in page.locator(".sm-search__name").all_inner_texts()]


def heading(page: Page) -> str:
    return page.locator("[data-sm-heading]").inner_text().translate(MARKS)


def is_open(service: Service, demo: Built, moment: datetime) -> bool:
    """Whether Python says that a service is open at one of its places."""
    closed = service.closed
    if service.status == "paused" or (
        closed
        and (closed.from_date is None or closed.from_date <= moment.date())
        and (closed.until is None or moment.date() <= closed.until)
    ):
        return False
    schedules = [at.schedule or service.schedule for at in service.locations] or [service.schedule]
    holidays = demo.derived.holidays["nl"]
    return any(state_at(each.hours, moment, holidays).state == "open" for each in schedules if each)


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Auckland", "America/Los_Angeles"])
@pytest.mark.parametrize("now", MOMENTS)
def test_open_now_filters_and_counts_as_python_does(
    demo: Built, browser: Browser, address: str, now: str, zone: str
) -> None:
    moment = datetime.fromisoformat(now)
    wanted = sum(is_open(demo.catalogue.services[name], demo, moment) for name in demo.derived.listed)
    with opened(browser, f"{address}zoeken.html?all=1", now=now, timezone_id=zone) as page:
        box = page.get_by_role("checkbox", name=f"Nu open ({wanted})")
        box.check()
        expect(page.locator("[data-sm-heading]")).to_have_text(f"{wanted} plekken")
        assert page.url.endswith("?open=now")


def by_distance(demo: Built, point: tuple[float, float]) -> list[str]:
    """The names of the services with a public place, the nearest first."""
    found = []
    for name in demo.derived.listed:
        service = demo.catalogue.services[name]
        points = [public_point(demo.catalogue.locations[at.location]) for at in service.locations]
        metres = [distance(point, each) for each in points if each]
        if metres:
            found.append((round(min(metres)), service.name["nl"]))
    return [name for _, name in sorted(found)]


def test_a_neighbourhood_sorts_by_distance_and_stands_in_the_address(
    demo: Built, browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}zoeken.html?near=lindekwartier") as page:
        expected = by_distance(demo, demo.derived.starts.neighbourhoods["lindekwartier"])
        assert sorted(names(page)) == sorted(expected[:20])
        assert page.locator(".sm-search__near summary").inner_text().translate(MARKS) == "Dichtbij: Lindekwartier"
        assert " m, ongeveer " in page.locator(".sm-search__facts").first.inner_text()
        assert page.locator(".sm-search__note").last.inner_text().endswith("De minuten zijn een schatting.")


def test_places_without_an_address_stay_in_the_list_under_their_own_heading(
    demo: Built, browser: Browser, address: str
) -> None:
    near = len(by_distance(demo, demo.derived.starts.neighbourhoods["lindekwartier"]))
    with opened(browser, f"{address}zoeken.html?near=lindekwartier&page={near // 20 + 1}") as page:
        assert heading(page) == f"{len(demo.derived.listed)} plekken"
        rest = len(demo.derived.listed) - near
        expect(page.locator(".sm-search__group")).to_have_text(
            f"{rest} plekken zonder vast adres: bel, online of bij jou thuis"
        )


def test_a_postcode_stays_on_the_page(demo: Built, browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?all=1") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator(".sm-search__near summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("8952 LN")
        page.keyboard.press("Enter")
        expect(page.locator(".sm-search__near summary")).to_have_text("Dichtbij: \u20688952\u2069")
        assert sorted(names(page)) == sorted(by_distance(demo, demo.derived.starts.postcodes["8952"])[:20])
        assert page.evaluate("document.activeElement.dataset.smHeading") == ""
        kept = page.evaluate(
            "[document.cookie, localStorage.length, sessionStorage.length, JSON.stringify(history.state)]"
        )
        assert kept[:3] == ["", 0, 0]
        assert [text for text in (page.url, kept[3], *asked) if "8952" in text or "52." in text] == []
        page.go_back()
        expect(page.locator(".sm-search__near summary")).to_have_text("Zoek dichtbij")
        page.go_forward()
        expect(page.locator(".sm-search__near summary")).to_have_text("Dichtbij: \u20688952\u2069")


def test_the_device_is_asked_on_a_press_only(demo: Built, browser: Browser, address: str) -> None:
    settings = {"geolocation": HERE, "permissions": ["geolocation"]}
    with opened(browser, f"{address}zoeken.html?all=1", **settings) as page:
        first = names(page)
        page.locator(".sm-search__near summary").click()
        page.get_by_role("button", name="Gebruik de plek van mijn apparaat").click()
        expect(page.locator(".sm-search__near summary")).to_contain_text("waar je nu bent")
        expected = by_distance(demo, (HERE["latitude"], HERE["longitude"]))[:20]
        assert sorted(names(page)) == sorted(expected) != sorted(first)
        page.locator(".sm-search__near summary").click()
        page.get_by_role("button", name="Niet meer op afstand").click()
        expect(page.locator(".sm-search__near summary")).to_have_text("Zoek dichtbij")
        assert names(page) == first


def test_a_device_that_says_nothing_and_an_unknown_place_are_told_in_words(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?all=1") as page:
        page.locator(".sm-search__near summary").click()
        page.get_by_role("button", name="Gebruik de plek van mijn apparaat").click()
        problem = page.locator(".sm-search__near").get_by_role("alert")
        expect(problem).to_have_text("Je apparaat zegt niet waar het is. Typ je buurt of postcode.")
        page.get_by_label("Je buurt of postcode").fill("1011")
        page.get_by_role("button", name="Toon", exact=True).click()
        expect(problem).to_contain_text("Deze buurt of postcode kennen we niet.")
        field = page.get_by_label("Je buurt of postcode")
        assert (field.get_attribute("aria-invalid"), field.input_value()) == ("true", "1011")


def test_back_from_a_place_returns_to_the_same_spot(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?near=lindekwartier&open=now") as page:
        link = page.locator(".sm-search__name a").nth(8)
        link.scroll_into_view_if_needed()
        before, shown = round(page.evaluate("scrollY")), names(page)
        link.click()
        page.wait_for_url("**/aanbod/**")
        page.go_back()
        expect(page.locator("[data-sm-heading]")).to_be_visible()
        for _ in range(100):
            if round(page.evaluate("scrollY")) == before:
                break
            page.wait_for_timeout(20)
        assert (round(page.evaluate("scrollY")), names(page)) == (before, shown)


def test_a_neighbourhood_as_filter_keeps_what_helps_anywhere(demo: Built, browser: Browser, address: str) -> None:
    counts = {name: len(found) for name, found in demo.derived.by_neighbourhood.items()}
    area, there = next((name, count) for name, count in sorted(counts.items()) if count % 20)
    with opened(browser, f"{address}zoeken.html?neighbourhood={area}&page={there // 20 + 1}") as page:
        first = page.locator(".sm-search__results").first.locator(".sm-search__name").count()
        assert first == there % 20
        assert page.locator(".sm-search__group").inner_text().endswith("bel, online of bij jou thuis")


def test_a_card_says_when_it_is_open_and_a_list_without_script_when_it_opens(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?q=formulierenspreekuur") as page:
        facts = page.locator(".sm-search__result").first.locator("li").all_inner_texts()
        assert facts[-1].startswith("Nu open, tot ")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}themas/formulieren.html")
    shown = page.locator(".sm-line__week").all_inner_texts()
    context.close()
    assert "Op afspraak" in shown
    assert any("09:00–" in text for text in shown)


def test_a_phone_shows_the_first_answer_without_scrolling(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?q=huur", viewport={"width": 360, "height": 640}) as page:
        assert page.locator(".sm-search__filters").get_attribute("open") is None
        assert page.locator(".sm-search__filters > summary").inner_text() == "Filters"
        assert page.locator(".sm-search__name").first.bounding_box()["y"] < 640  # type: ignore[index]
        assert (
            page.locator(".sm-urgent:not(.sm-search__meanwhile)").bounding_box()["y"]
            > page.locator(".sm-search__name").last.bounding_box()["y"]
        )  # type: ignore[index]


def test_a_wide_screen_shows_the_first_answer_and_its_number_beside_urgent_help(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}zoeken.html?q=schulden", viewport={"width": 1280, "height": 800}) as page:
        urgent, field = page.locator(".sm-urgent").bounding_box(), page.locator(".sm-search__form").bounding_box()
        number = page.locator(".sm-search__result .sm-search__phone").first.bounding_box()
    assert urgent and field and number
    assert urgent["x"] >= field["x"] + field["width"]
    assert number["y"] + number["height"] < 800
