"""The search page as a resident meets it: real Chromium, the real engine, the site's own security policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from search.records import ARABIC, DUTCH, HOSTILE, LONG, SENTENCES
from search.site import BareHandler, served, write_page
from socialmap.search import index_records

pytestmark = pytest.mark.browser
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


TARGETS = ".sm-search :is(a, button, summary, .sm-search__check, input[type=search])"
SERVICE = "<!doctype html><title>Plek 0</title><link rel=icon href=icon.png><h1>Plek 0</h1>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in a sub-path, with Dutch, Arabic, sharded and broken search pages."""
    top = tmp_path_factory.mktemp("site")
    root = top / "kaart"
    root.mkdir()
    for language, records in (("nl", (*DUTCH, HOSTILE)), ("ar", ARABIC)):
        assert index_records(records, language=language, into=root / "pagefind" / language).problems == ()
    assert len(index_records(DUTCH, language="nl", into=root / "parts" / "nl", shard_size=20).bundles) == 3
    write_page(root, "dutch", file="zoeken.html", title="Zoeken")
    write_page(root, "dutch", file="delen.html", title="Zoeken", action="delen.html", bundle="parts/nl/", shards=3)
    write_page(root, "dutch", file="kapot.html", title="Zoeken", bundle="nergens/nl/")
    write_page(root, "arabic", file="ar.html", title="بحث")
    (root / "aanbod").mkdir()
    (root / "aanbod" / "plek-00.html").write_text(
        "<!doctype html><title>Plek 0</title><link rel=icon href=icon.png><h1>Plek 0</h1>", "utf-8"
    )
    zinnen = index_records(SENTENCES, language="nl", into=root / "zinnen" / "nl")
    assert zinnen.problems == ()
    write_page(root, "dutch", file="zinnen.html", title="Zoeken", action="zinnen.html", bundle="zinnen/nl/")
    write_page(root, "arabic", file="ar-leeg.html", title="بحث", bundle="")
    with served(top) as address:
        yield f"{address}/kaart"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that, at the end of the test, has said nothing on its console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.extend(_words(message)))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def _words(message: ConsoleMessage) -> list[str]:
    """What the console says, but not that these sites have no word index."""
    return [] if "/words/" in message.location["url"] else [f"{message.type}: {message.text}"]


def heading(page: Page) -> str:
    return plain(page.locator("[data-sm-heading]").inner_text())


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def names(page: Page) -> list[str]:
    return page.locator(".sm-search__name").all_inner_texts()


def scrolled(page: Page, *, at_least: int) -> int:
    """How far the page is scrolled, once it has come so far; the page's policy forbids Playwright's own waiting."""
    for _ in range(100):
        if page.evaluate("Math.round(scrollY)") >= at_least:
            break
        page.wait_for_timeout(20)
    return int(page.evaluate("Math.round(scrollY)"))


def expect_heading(page: Page, text: str) -> None:
    expect(page.locator("[data-sm-heading]")).to_have_text(text.replace("“", "“\u2068").replace("”", "\u2069”"))


def test_a_query_in_the_address_gives_the_places_that_the_engine_found(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=verhuizen+plek+7")
    expect_heading(page, "1 plek voor “verhuizen plek 7”")
    card = page.locator(".sm-search__result")
    assert card.get_by_role("link", name="Plek 7").get_attribute("href") == f"{site}/aanbod/plek-07.html"
    assert card.locator(".sm-search__facts > li").all_inner_texts() == [
        "Iedereen", "€ 5", "De Linde", "ma-vr 9:00-17:00",
    ]  # fmt: skip
    assert card.locator("a[href='tel:+31999991234'] > bdi[dir=ltr]").inner_text() == "099 999 12 34"
    assert card.get_by_role("link").count() == 2
    assert page.get_by_role("searchbox").input_value() == "verhuizen plek 7"
    assert plain(page.get_by_role("status").inner_text()) == "1 plek voor “verhuizen plek 7”"


def test_the_links_that_work_without_a_script_go_once_the_engine_is_ready(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?all=1")
    expect_heading(page, "46 plekken")
    expect(page.locator("[data-sm-static]")).to_be_hidden()


def test_the_bare_page_is_a_start_that_fetches_nothing_of_the_results(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/zoeken.html", wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url or "page.js" in url or url.endswith("zoeken.js")] == []
    expect(page.get_by_text("46 plekken voor hulp en meedoen.")).to_be_visible()
    expect(page.get_by_role("link", name="Ik kom niet rond")).to_be_visible()
    expect(page.get_by_role("link", name="Hulp", exact=True)).to_have_attribute("href", "ingangen/hulp.html")
    expect(page.get_by_role("link", name="Geld en schulden")).to_have_attribute("href", "themas/geld.html")
    expect(page.locator("[data-sm-live]")).to_be_hidden()


def test_from_the_start_a_question_leads_on_and_back_returns(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html")
    page.get_by_role("searchbox").fill("plek")
    page.keyboard.press("Enter")
    expect_heading(page, "45 plekken voor “plek”")
    page.get_by_role("checkbox", name="Geld en schulden").check()
    expect_heading(page, "15 plekken voor “plek”")
    page.go_back()
    expect_heading(page, "45 plekken voor “plek”")
    page.go_back()
    expect(page.get_by_text("46 plekken voor hulp en meedoen.")).to_be_visible()
    assert page.url == f"{site}/zoeken.html"
    expect(page.locator("[data-sm-heading]")).to_have_count(0)


@pytest.mark.parametrize("way", ["button", "link"])
def test_all_places_with_their_filters_are_one_press_away(page: Page, site: str, way: str) -> None:
    page.goto(f"{site}/zoeken.html")
    if way == "button":
        page.get_by_role("button", name="Zoek", exact=True).click()
    else:
        page.get_by_role("link", name="Bekijk ze allemaal en filter").click()
    expect_heading(page, "46 plekken")
    expect(page.get_by_role("checkbox", name="Geld en schulden (15)")).to_be_visible()


def test_a_facet_narrows_the_list_and_says_so_and_keeps_the_focus(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=plek")
    box = page.get_by_role("checkbox", name="Geld en schulden (15)")
    box.focus()
    page.keyboard.press("Space")
    expect_heading(page, "15 plekken voor “plek”")
    expect(page.get_by_role("status")).to_have_text("15 plekken voor “\u2068plek\u2069”")
    assert page.url == f"{site}/zoeken.html?q=plek&theme=geld"
    assert page.evaluate("document.activeElement.value") == "geld"
    expect(page.get_by_role("button", name="Toon 15 plekken")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Wonen (30)")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Havenwijk geen")).to_be_visible()


def test_two_values_of_a_group_widen_and_two_groups_narrow(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?theme=geld&theme=wonen")
    expect_heading(page, "45 plekken")
    page.goto(f"{site}/zoeken.html?theme=geld&theme=wonen&cost=gratis")
    expect_heading(page, "15 plekken")


def test_a_value_that_the_index_does_not_know_is_left_out(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?theme=bestaat-niet&theme=geld")
    expect_heading(page, "15 plekken")


def test_five_groups_are_in_sight_and_the_sixth_is_under_more_filters(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?all=1")
    expect(page.get_by_role("group", name="Kosten", exact=True)).to_be_visible()
    expect(page.get_by_role("group", name="Taal", exact=True)).to_be_hidden()
    page.get_by_text("Meer filters").click()
    page.get_by_role("checkbox", name="Arabisch (5)").check()
    expect_heading(page, "5 plekken")
    page.reload()
    expect(page.get_by_role("checkbox", name="Arabisch (5)")).to_be_visible()


def test_facets_come_after_the_first_results(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition(".")[2]))
    page.goto(f"{site}/zoeken.html?q=schuldhulp")
    expect(page.get_by_role("checkbox", name="Noord (15)")).to_be_visible()
    assert asked.index("pf_fragment") < asked.index("pf_filter")
    assert asked.count("pf_fragment") == 15


def test_pages_are_numbered_and_hold_twenty(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?theme=geld&theme=wonen")
    expect_heading(page, "45 plekken")
    first = names(page)
    page.get_by_role("link", name="Bladzijde 3").click()
    expect(page.get_by_role("link", name="Bladzijde 3")).to_have_attribute("aria-current", "page")
    assert (len(first), len(names(page)), set(first) & set(names(page))) == (20, 5, set())
    assert page.url.endswith("?theme=geld&theme=wonen&page=3")
    assert page.evaluate("'smHeading' in document.activeElement.dataset") is True


def test_back_returns_through_each_step_and_to_the_same_place(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=plek")
    expect_heading(page, "45 plekken voor “plek”")
    page.get_by_role("checkbox", name="Geld en schulden").check()
    expect_heading(page, "15 plekken voor “plek”")
    page.get_by_role("link", name="Plek 0", exact=True).scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    place = scrolled(page, at_least=100)
    page.get_by_role("link", name="Plek 0", exact=True).dispatch_event("click")
    expect(page.get_by_role("heading", name="Plek 0")).to_be_visible()
    page.go_back()
    expect_heading(page, "15 plekken voor “plek”")
    assert scrolled(page, at_least=place) == place
    expect(page.get_by_role("checkbox", name="Geld en schulden")).to_be_checked()
    page.go_back()
    expect_heading(page, "45 plekken voor “plek”")
    expect(page.get_by_role("checkbox", name="Geld en schulden")).not_to_be_checked()


def test_words_that_are_being_typed_stay_when_a_facet_is_ticked(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?all=1")
    expect_heading(page, "46 plekken")
    page.get_by_role("searchbox").fill("schuldhulp")
    page.get_by_role("checkbox", name="Noord (15)").check()
    expect_heading(page, "15 plekken voor “schuldhulp”")
    assert page.locator("input[name=q]").input_value() == "schuldhulp"


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?theme=geld&neighbourhood=haven")
    expect_heading(page, "Niets gevonden met deze filters")
    assert page.locator(".sm-search__tips > li").all_inner_texts() == ["Haal een filter weg."]
    page.locator("section").get_by_role("button", name="Wis alle filters").click()
    expect_heading(page, "46 plekken")
    assert page.url == f"{site}/zoeken.html?all=1"


def test_nothing_found_repeats_the_query_and_offers_ways_on(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=xyzzyq")
    expect_heading(page, "Niets gevonden voor “xyzzyq”")
    live = page.locator("[data-sm-live]")
    assert live.locator(".sm-search__tips > li").count() == 2
    expect(live.get_by_text("Haal een filter weg.")).to_have_count(0)
    assert live.get_by_role("link", name="Geld en schulden").get_attribute("href") == "themas/geld.html"
    assert live.get_by_role("link", name="099 999 12 34").get_attribute("href") == "tel:+31999991234"
    assert plain(page.get_by_role("status").inner_text()) == "Niets gevonden voor “xyzzyq”"


def test_nothing_found_puts_the_desk_right_under_the_heading(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=xyzzyq")
    expect_heading(page, "Niets gevonden voor “xyzzyq”")
    parts = page.locator("section:has([data-sm-heading]) > *").evaluate_all(
        "all => all.map((one) => [...Object.keys(one.dataset), one.localName][0])"
    )
    assert parts == ["smHeading", "smDesk", "ul", "smThemes"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ik ben eenzaam", ["inloop"]), ("mijn man slaat mij", ["veilig"]), ("Ik voel me zo eenzaam!", ["inloop"])],
)
def test_a_sentence_is_searched_without_the_words_that_say_nothing(
    page: Page, site: str, typed: str, found: list[str]
) -> None:
    page.goto(f"{site}/zinnen.html?q={typed}")
    expect(page.locator("[data-sm-heading]")).to_have_text("1 plek")
    assert names(page) == found


def test_words_found_in_different_places_are_merged_with_the_most_words_first(page: Page, site: str) -> None:
    page.goto(f"{site}/zinnen.html?q=ik+heb+geen+geld+voor+de+huur")
    expect_heading(page, "3 plekken")
    assert names(page)[0] == "huurhulp"
    assert sorted(names(page)) == ["budget", "huurhulp", "huurteam"]
    note = plain(page.locator(".sm-search__wide").inner_text())
    assert note == "We zochten ruimer: op “geld” en “huur”. Alleen precies deze woorden"
    assert plain(page.get_by_role("status").inner_text()) == "3 plekken. We zochten ruimer: op “geld” en “huur”"
    assert page.locator(".sm-search__number").all_inner_texts() == ["(2)", "(1)"]


def test_the_wider_search_can_be_undone_and_a_new_question_is_wide_again(page: Page, site: str) -> None:
    page.goto(f"{site}/zinnen.html?q=geld+huur+eenzaam")
    expect_heading(page, "4 plekken")
    page.get_by_role("link", name="Alleen precies deze woorden").click()
    expect_heading(page, "Niets gevonden voor “geld huur eenzaam”")
    assert page.url == f"{site}/zinnen.html?q=geld+huur+eenzaam&exact=1"
    page.get_by_role("searchbox").fill("ik heb geld en huur")
    page.keyboard.press("Enter")
    expect_heading(page, "3 plekken")
    assert page.url == f"{site}/zinnen.html?q=ik+heb+geld+en+huur"


def test_a_theme_puts_its_places_first_and_hides_no_other_answer(page: Page, site: str) -> None:
    page.goto(f"{site}/zinnen.html?q=geld+eenzaam&theme=geld")
    expect_heading(page, "2 plekken")
    first, other = page.locator(".sm-search__results").all()
    assert sorted(first.locator(".sm-search__name").all_inner_texts()) == ["budget", "huurhulp"]
    headings = page.locator(".sm-search__group").all_inner_texts()
    assert headings == ["1 plek bij andere thema's"]
    assert other.locator(".sm-search__name").count() == 1


def test_enough_places_with_all_words_are_not_widened(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=voor+schuldhulp")
    expect_heading(page, "15 plekken voor “voor schuldhulp”")
    expect(page.locator(".sm-search__wide")).to_have_count(0)


def test_a_place_without_a_phone_shows_its_website(page: Page, site: str) -> None:
    page.goto(f"{site}/zinnen.html?q=eenzaam")
    expect_heading(page, "1 plek voor “eenzaam”")
    link = page.locator(".sm-search__contact").get_by_role("link", name="Website")
    assert link.get_attribute("href") == "https://inloop.example/"


def test_hostile_texts_of_a_record_stay_text(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=gevaarlijk")
    expect_heading(page, "1 plek voor “gevaarlijk”")
    assert names(page) == ['<img src=x onerror="window.hacked=1">Naam']
    assert page.locator("[data-sm-live] :is(img, script, svg, b, i)").count() == 0
    assert page.get_by_role("link", name="<i>099</i>").get_attribute("href") == "tel:1"
    assert page.evaluate("window.hacked") is None


def test_a_hostile_query_stays_text(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.locator("[data-sm-heading]")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_an_arabic_page_shows_its_own_places_first_and_dutch_ones_under_a_heading(page: Page, site: str) -> None:
    page.goto(f"{site}/ar.html?theme=geld")
    expect_heading(page, "مكان واحد")
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["مكان واحد", "14 مكانًا بالهولندية"]
    assert names(page)[0] == "مكتب الديون"
    dutch = page.locator("section > [lang=nl][dir=ltr]")
    assert dutch.locator(".sm-search__name").count() == 10
    page.get_by_role("link", name="اعرض كل النتائج بالهولندية (14)").click()
    expect(dutch.locator(".sm-search__name")).to_have_count(14)
    assert page.url == f"{site}/ar.html?theme=geld&page-nl=1"
    expect(page.get_by_role("link", name="اعرض كل")).to_have_count(0)
    assert dutch.get_by_role("link", name="Plek 0", exact=True).count() == 0
    expect(page.get_by_role("checkbox", name="المال والديون (15)")).to_be_checked()


def test_dutch_places_on_an_arabic_page_are_found_with_dutch_stems(page: Page, site: str) -> None:
    page.goto(f"{site}/ar.html?q=geldzorg")
    expect_heading(page, "14 مكانًا بالهولندية")


def test_a_page_whose_language_has_no_places_shows_dutch_ones(page: Page, site: str) -> None:
    page.goto(f"{site}/ar-leeg.html?theme=geld")
    expect_heading(page, "14 مكانًا بالهولندية")
    assert page.get_by_role("heading", level=2).count() == 1


def test_shards_are_merged_into_one_list_with_one_count(page: Page, site: str) -> None:
    page.goto(f"{site}/delen.html?q=schuldhulp")
    expect_heading(page, "15 plekken voor “schuldhulp”")
    assert sorted(names(page)) == sorted(f"Plek {number}" for number in range(0, 45, 3))
    expect(page.get_by_role("checkbox", name="Noord (15)")).to_be_visible()
    links = page.locator(".sm-search__name a").evaluate_all("all => all.map((a) => a.pathname)")
    assert sorted(links) == [f"/kaart/aanbod/plek-{number:02}.html" for number in range(0, 45, 3)]


def test_all_can_be_done_from_the_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("geldzorgen")
    page.keyboard.press("Enter")
    expect_heading(page, "15 plekken voor “geldzorgen”")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Enter")
    expect_heading(page, "15 plekken voor “geldzorgen”")
    expect(page.locator("[data-sm-heading]")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('h3') !== null") is True
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.protocol") == "tel:"


def test_a_phone_shows_results_first_and_folds_the_filters(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{site}/zoeken.html?theme=geld&cost=gratis")
    expect_heading(page, "15 plekken")
    expect(page.get_by_role("checkbox", name="Wonen")).to_be_hidden()
    page.get_by_text("Filters (2)").click()
    page.get_by_role("button", name="Toon 15 plekken").click()
    expect(page.get_by_role("checkbox", name="Wonen")).to_be_hidden()
    assert page.evaluate("'smHeading' in document.activeElement.dataset") is True
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_longest_compound_does_not_make_a_phone_scroll_sideways(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/zoeken.html?q=plek+44")
    expect_heading(page, "1 plek voor “plek 44”")
    assert names(page) == [LONG]
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_pressed_is_large_enough_for_a_thumb(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{site}/zoeken.html?theme=geld&theme=wonen")
    expect(page.get_by_text("Filters (2)")).to_be_visible()
    last = page.get_by_role("checkbox", name="Arabisch")
    for _ in range(50):
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        if last.is_visible():
            break
        page.wait_for_timeout(100)
    expect(last).to_be_visible()
    heights = page.locator(TARGETS).evaluate_all(
        "all => all.filter((one) => one.offsetParent).map((one) => [one.innerText, one.offsetHeight])"
    )
    assert len(heights) > 50
    assert [(name, height) for name, height in heights if height < 44] == []


def test_an_engine_that_cannot_be_fetched_is_told_in_words_and_leaves_the_links(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/kapot.html?q=geld")
    expect(page.get_by_role("status")).to_have_text(
        "Zoeken lukt nu niet. Kies hieronder een thema of bekijk alles van A tot Z."
    )
    expect(page.get_by_role("link", name="Alles van A tot Z")).to_be_visible()
    page.close()


def test_without_a_script_the_form_and_the_links_stay(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/zoeken.html")
    page.get_by_role("searchbox").fill("geld")
    page.get_by_role("button", name="Zoek").click()
    assert page.url == f"{site}/zoeken.html?q=geld"
    expect(page.get_by_role("link", name="Alles van A tot Z")).to_be_visible()
    expect(page.locator("[data-sm-live]")).to_be_hidden()
    context.close()


def test_a_browser_without_workers_finds_the_same(page: Page, site: str) -> None:
    page.add_init_script("delete window.Worker")
    page.goto(f"{site}/zoeken.html?q=schuldhulp")
    expect_heading(page, "15 plekken voor “schuldhulp”")


def test_a_host_that_sends_no_policy_header_finds_the_same(page: Page, tmp_path: Path) -> None:
    index_records(DUTCH, language="nl", into=tmp_path / "pagefind" / "nl")
    write_page(tmp_path, "dutch", file="zoeken.html", title="Zoeken")
    with served(tmp_path, handler=BareHandler) as address:
        page.goto(f"{address}/zoeken.html?q=schuldhulp")
        expect_heading(page, "15 plekken voor “schuldhulp”")
        expect(page.get_by_role("checkbox", name="Noord (15)")).to_be_visible()


def test_values_keep_the_order_of_their_vocabulary(page: Page, site: str) -> None:
    page.goto(f"{site}/zoeken.html?all=1")
    expect_heading(page, "46 plekken")
    group = page.get_by_role("group", name="Thema")
    expect(group.locator("input")).to_have_count(3)
    assert group.locator("input").evaluate_all("all => all.map((one) => one.value)") == [
        "geld",
        "wonen",
        "<svg onload=alert(1)>",
    ]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["zoeken.html?theme=geld", "zoeken.html?q=xyzzyq", "ar.html?theme=geld"])
def test_axe_finds_nothing(page: Page, site: str, address: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{address}")
    expect(page.locator("[data-sm-heading]")).to_be_visible()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_page_from_a_file_keeps_its_links(browser: Browser, tmp_path: Path) -> None:
    write_page(tmp_path, "dutch", file="zoeken.html", title="Zoeken")
    page = browser.new_page()
    page.goto((tmp_path / "zoeken.html").as_uri())
    expect(page.get_by_role("link", name="Alles van A tot Z")).to_be_visible()
    page.close()
