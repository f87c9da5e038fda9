"""The agenda of the built site: what calendars say, what a browser hides, and what one can choose, with and without."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.chromium import open_tab
from demo_site.html import read_html
from socialmap.derive.agenda import make_open_days
from socialmap.derive.occurrences import occurrences, times_of
from socialmap.views.routes import PageKind

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = "2026-11-02T09:10:00+00:00"
FIRST, LAST = date(2026, 11, 1), date(2027, 11, 30)


@contextmanager
def page_at(browser: Browser, moment: str, *, scripts: bool = True, width: int = 1280) -> Iterator[Page]:
    """A page on a device whose clock says `moment`, in a zone far from the places."""
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, java_script_enabled=scripts, timezone_id="Pacific/Auckland")  # type: ignore[arg-type]
    page = open_tab(context).page
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    yield page
    context.close()


def events_in(path: Path) -> list[tuple[datetime, datetime]]:
    """Start and end of each event, as a calendar program expands the file."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(path.read_bytes())).between(FIRST, LAST)
    return sorted((each["DTSTART"].dt, each["DTEND"].dt if "DTEND" in each else each["DTSTART"].dt) for each in found)


def expected(demo: Built, names: list[str]) -> list[tuple[datetime, datetime]]:
    """The same from the records themselves."""
    open_days = make_open_days(demo.derived.holidays["nl"], first=FIRST, last=LAST - timedelta(days=1))
    times = (
        each
        for name in names
        for each in occurrences(name, times_of(demo.catalogue.services[name], open_days=open_days))
    )
    return sorted((at(each.day, each.start), at(each.day, each.end)) for each in times)


def at(day: date, minutes: int) -> datetime:
    return (datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)).replace(tzinfo=ZONE)


def test_every_activity_has_a_calendar_with_just_its_days(demo: Built) -> None:
    coming = sorted(demo.derived.agenda.coming)
    assert len(coming) > 60
    for name in coming:
        route = demo.routes.calendar("service", name, language="nl")
        assert events_in(demo.root / route) == expected(demo, [name]), name


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_theme_and_a_neighbourhood_have_calendars_of_all_that_is_there(demo: Built, language: str) -> None:
    coming, services = sorted(demo.derived.agenda.coming), demo.catalogue.services
    for kind, term, names in (
        ("agenda_theme", "ontmoeten", [name for name in coming if "ontmoeten" in services[name].themes]),
        ("agenda_neighbourhood", "havenwijk", [n for n in coming if "havenwijk" in demo.derived.areas_of[n]]),
    ):
        assert names
        path = demo.root / demo.routes.calendar(kind, term, language=language)  # type: ignore[arg-type]
        assert events_in(path) == expected(demo, names)


def test_calendars_hold_no_secret_address(demo: Built) -> None:
    secret = [at for at in demo.catalogue.locations.values() if at.confidential]
    canaries = {value for at in secret for value in (at.address, at.postal_code) if value}
    points = {f"{at.latitude:.4f}" for at in secret if at.latitude is not None}
    written = "".join(path.read_text("utf-8").replace("\r\n ", "") for path in demo.root.rglob("*.ics"))
    assert secret
    assert [word for word in canaries | points if word in written] == []


def test_a_service_leads_to_its_calendar_and_only_activities_do(demo: Built) -> None:
    for path in demo.service_pages():
        links = [each["href"] for each in read_html(path).all("a") if each.get("href", "").endswith(".ics")]
        assert bool(links) == (path.stem in demo.derived.agenda.coming), path.stem
        assert all((path.parent / link).is_file() for link in links)


def visible(page: Page) -> list[str]:
    return page.locator(".sm-event:visible h3").all_inner_texts()


@pytest.mark.browser
def test_what_is_over_is_hidden_in_an_old_build(browser: Browser, address: str) -> None:
    with page_at(browser, "2026-11-04T11:15:00+00:00") as page:
        page.goto(f"{address}agenda/index.html")
        assert page.locator(".sm-day:visible h2").first.inner_text() == "Vandaag, woensdag 4 november"
        assert page.locator(".sm-day:visible .sm-event:visible .sm-event__time").first.inner_text() == "13:30–16:00"


@pytest.mark.browser
def test_a_build_of_weeks_ago_leads_to_the_week_of_today(browser: Browser, address: str) -> None:
    with page_at(browser, "2026-11-25T11:00:00+00:00") as page:
        page.goto(f"{address}agenda/index.html")
        assert visible(page) == []
        assert page.get_by_text("Deze dagen zijn voorbij. Kies een andere week.").is_visible()
        page.locator(".sm-agenda__weeks a:visible").first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Agenda: week van 23 november"
        assert page.locator(".sm-day:visible h2").first.inner_text() == "Vandaag, woensdag 25 november"


WORDS = {
    "nl": ("Deze agenda loopt tot en met 3 januari 2027", "Bekijk alle activiteiten"),
    "ar": ("تصل هذه الأجندة إلى 3 يناير 2027", "اعرض كل الأنشطة"),
}
LISTS: tuple[tuple[PageKind, str], ...] = (
    ("agenda", ""),
    ("agenda_week", "2026-12-28"),
    ("agenda_day", "2026-11-25"),
    ("agenda_theme", "ontmoeten"),
    ("agenda_neighbourhood", "havenwijk"),
    ("agenda_free", ""),
)


@pytest.mark.browser
@pytest.mark.parametrize("language", WORDS)
def test_months_after_the_build_every_page_says_so_and_leads_to_all_activities(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    heading, link = WORDS[language]
    with page_at(browser, "2027-02-02T11:00:00+00:00", width=360) as page:
        for kind, name in LISTS:
            page.goto(f"{address}{demo.route(kind, name, language=language)}?area=havenwijk")
            assert page.locator("main h2:visible").all_inner_texts() == [heading], kind
            assert page.locator("main :is(select, .sm-event, [data-none], .sm-agenda__weeks):visible").count() == 0
        page.get_by_role("link", name=link).click()
        page.locator(".sm-search__name a").first.wait_for()
        assert page.locator(".sm-search__name a").count() >= 10


@pytest.mark.browser
def test_on_its_last_day_the_agenda_still_runs(browser: Browser, address: str) -> None:
    with page_at(browser, "2027-01-03T08:00:00+00:00") as page:
        page.goto(f"{address}agenda/week-2026-12-28.html")
        assert page.locator("[data-ended]").is_hidden()
        assert page.locator(".sm-day:visible h2").first.inner_text() == "Vandaag, zondag 3 januari"


def test_the_agenda_says_when_it_was_made_and_goes_eight_weeks_on(demo: Built) -> None:
    assert "Deze agenda is bijgewerkt op 2 november 2026." in read_html(demo.root / "agenda/index.html").text
    days = sorted(path.stem for path in (demo.root / "agenda").glob("20??-??-??.html"))
    assert (days[0], days[-1]) == ("2026-11-02", "2027-01-03")
    assert len({date.fromisoformat(day).isocalendar().week for day in days}) == 9


@pytest.mark.browser
def test_choices_go_together_stand_in_the_address_and_come_back(browser: Browser, address: str) -> None:
    with page_at(browser, MONDAY) as page:
        page.goto(f"{address}agenda/index.html")
        page.get_by_label("Buurt", exact=True).select_option("havenwijk")
        page.get_by_label("Alleen wat gratis is").check()
        page.get_by_role("status").filter(has_text=re.compile(r"^\d+ activiteiten$")).wait_for()
        places = page.locator(".sm-event .sm-line").all_inner_texts()
        assert places and all("Havenwijk" in each and "Gratis" in each for each in places)
        assert page.url.endswith("?area=havenwijk&free=1")
        before = visible(page)
        page.reload()
        page.locator("[id^=chosen]").first.wait_for()
        assert visible(page) == before
        page.get_by_label("Buurt", exact=True).select_option("")
        page.get_by_label("Alleen wat gratis is").uncheck()
        page.locator("#day-2026-11-02").wait_for()


@pytest.mark.browser
def test_chosen_entries_are_those_of_the_page_without_scripts(browser: Browser, demo: Built, address: str) -> None:
    with page_at(browser, "2026-11-01T12:00:00+00:00") as page:
        page.goto(f"{address}agenda/index.html?area=havenwijk")
        page.locator("[id^=chosen]").first.wait_for()
        while page.get_by_role("button", name="Toon meer dagen").is_visible():
            page.get_by_role("button", name="Toon meer dagen").click()
        chosen = visible(page)
    names: list[str] = []
    for path in sorted((demo.root / "agenda" / "buurten").glob("havenwijk*.html"), key=lambda each: len(each.name)):
        names += [
            text.replace("\u00ad", "") for text in re.findall(r'sm-event__name"><a[^>]*>([^<]+)<', path.read_text())
        ]
    assert chosen == names


@pytest.mark.browser
def test_more_days_keep_the_place_of_the_keyboard(browser: Browser, address: str) -> None:
    with page_at(browser, MONDAY) as page:
        page.goto(f"{address}agenda/index.html?free=1")
        page.locator("[id^=chosen]").first.wait_for()
        page.get_by_role("button", name="Toon meer dagen").focus()
        page.keyboard.press("Enter")
        focused = page.evaluate("[...document.querySelectorAll('.sm-event a')].indexOf(document.activeElement)")
        assert focused == 40


@pytest.mark.browser
def test_without_scripts_each_choice_is_a_page(browser: Browser, address: str) -> None:
    with page_at(browser, MONDAY, scripts=False) as page:
        page.goto(f"{address}agenda/index.html")
        page.get_by_text("Kies een buurt").click()
        page.get_by_role("link", name="Havenwijk").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Agenda: Havenwijk"
        assert page.get_by_role("link", name="Zet in je agenda").get_attribute("href").endswith("/havenwijk.ics")
        page.go_back()
        page.get_by_role("link", name="Alleen wat gratis is").click()
        facts = page.locator(".sm-event .sm-line").all_inner_texts()
        assert len(facts) == 60 and all("Gratis" in each for each in facts)


@pytest.mark.browser
def test_home_shows_what_is_still_to_come_today(browser: Browser, address: str) -> None:
    for moment, first in (("2026-11-02T09:10:00+00:00", "09:30–11:30"), ("2026-11-02T15:00:00+00:00", "17:30–20:00")):
        with page_at(browser, moment, width=320) as page:
            page.goto(f"{address}index.html")
            assert page.locator(".sm-today .sm-event:visible .sm-event__time").first.inner_text() == first
    with page_at(browser, "2026-11-03T09:00:00+00:00") as page:
        page.goto(f"{address}index.html")
        assert page.get_by_text("In de agenda staat wat er vandaag is.").is_visible()
    with page_at(browser, "2026-11-02T22:00:00+00:00") as page:
        page.goto(f"{address}index.html")
        assert page.get_by_text("Vandaag is er niets meer.").is_visible()
