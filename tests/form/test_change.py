"""A change starts from what the record says now, tells only what changed, and shows nothing that is secret."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from demo_site.building import Built, build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from demo_site.small import write_small
from socialmap.views.form_parts import part_of

CHANGE = "wijzigen/aanbod.html"
READY = "button[type=submit]:not([disabled])"
SECRETS = ("Geheimlaan 7", "8952 XX", "06 12 34 56 78", "bureau@welzijn.example", "Bel eerst Truus", "schuilplek")
CHANGES = {
    "locaties/schuilplek.yml": {
        "naam": "Veilige plek",
        "adres": "Geheimlaan 7",
        "postcode": "8952 XX",
        "plaats": "Dorp",
        "geheim_adres": True,
        "organisatie": "welzijn",
        "rol": "redactie",
    },
    "aanbod/spreekuur.yml": {
        "samenvatting@en": "We help you.",
        "interne_notitie": "Bel eerst Truus",
        "telefoon": [
            {"nummer": "030 301 23 45", "omschrijving": "Balie"},
            {"nummer": "06 12 34 56 78", "intern": True},
            {"nummer": "030 301 23 46"},
            {"nummer": "030 301 23 47"},
        ],
        "toegestaan": {"telefoon": "Dit is het nummer van de balie."},
        "locaties": [{"locatie": "schuilplek"}, {"locatie": "buurthuis", "openingstijden": "ma 9:00-12:00"}],
        "voor_verwijzers": {
            "criteria": "Iedereen.",
            "contact": {"email": "bureau@welzijn.example", "intern": True},
        },
    },
}
TABLE = (
    "id;naam;soort;themas;organisatie;website;rol\nkoffie;Koffie;hulp;geld;welzijn;https://koffie.example;redactie\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small site with a record of which not everything is for everybody."""
    root = tmp_path_factory.mktemp("change")
    settings = {"repository": "https://github.com/dorp/kaart", "report": "redactie@dorp.example"}
    write_small(root, changes=CHANGES)
    (root / "data/aanbod.csv").write_text(TABLE, "utf-8")
    made = build(root, into=root / "out", settings=settings)
    assert not made.report.failed, [(each.code, each.what) for each in made.report.findings]
    return made


@pytest.fixture(scope="module")
def site(built: Built) -> Iterator[str]:
    """Its address on a host that sends its policies."""
    with hosted(built.root) as url:
        yield url


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """The form for a change of the record, as somebody opens it from the record's page."""
    with tab_in(browser, width=360) as opened:
        opened.page.goto(f"{site}aanbod/spreekuur.html")
        opened.page.locator(".sm-wrong summary").click()
        opened.page.locator(".sm-wrong a", has_text="Zelf een wijziging voorstellen").click()
        opened.page.wait_for_selector(READY)
        yield opened.page
        assert opened.said == []
        assert opened.elsewhere(site) == []


def told(page: Page) -> str:
    """What the form makes of the answers."""
    page.click(READY)
    page.locator(".sm-result").wait_for()
    return page.locator(".sm-result pre").inner_text().rstrip()


def test_the_form_shows_what_the_map_says_now(page: Page) -> None:
    assert page.locator(".sm-about a").inner_text() == "Spreekuur"
    shown = {name: page.input_value(f"[name='{name}']") for name in ("id", "name", "summary", "status", "cost.kind")}
    assert shown == {
        "id": "spreekuur",
        "name": "Spreekuur",
        "summary": "We helpen je.",
        "status": "active",
        "cost.kind": "free",
    }
    numbers = page.locator("[name^='phones.'][name$='.number']").evaluate_all("all => all.map((one) => one.value)")
    assert numbers == ["030 301 23 45", "030 301 23 46", "030 301 23 47"]
    assert page.input_value("[name='locations.0.location']") == "buurthuis"
    assert page.locator("[name=themes]:checked").evaluate_all("all => all.map((one) => one.value)") == ["geld"]


def test_who_changes_nothing_is_told_so(page: Page) -> None:
    page.click(READY)
    expect(page.locator(".sm-status")).to_have_text("Je hebt nog niets veranderd.")
    assert page.locator(".sm-result").is_hidden()


def test_only_what_changed_is_told_with_what_it_was(page: Page) -> None:
    page.fill("[name=summary]", "We helpen je met geld.")
    page.fill("[name='phones.1.number']", "030 301 23 99")
    page.fill("[name='phones.2.number']", "")
    page.fill("[name='locations.0.schedule']", "ma 9:00-13:00")
    assert told(page) == (
        "samenvatting\n"
        "  was:\n    samenvatting: We helpen je.\n"
        "  wordt:\n    samenvatting: We helpen je met geld.\n\n"
        "locaties › buurthuis › openingstijden\n"
        "  was:\n    openingstijden: ma 9:00-12:00\n"
        "  wordt:\n    openingstijden: ma 9:00-13:00\n\n"
        "telefoon › 030 301 23 46 › nummer\n"
        "  was:\n    nummer: 030 301 23 46\n"
        "  wordt:\n    nummer: 030 301 23 99\n\n"
        "telefoon\n"
        "  was:\n    telefoon:\n      - nummer: 030 301 23 47\n"
        "  wordt:\n    (niets)"
    )
    edit = page.locator("[data-way=file]").get_attribute("href")
    assert edit == "https://github.com/dorp/kaart/edit/main/data/aanbod/spreekuur.yml"


def test_a_fault_is_told_of_a_change_and_not_of_what_stood_there(page: Page) -> None:
    page.fill("[name=email]", "info")
    page.click(READY)
    page.locator(".sm-wrongs").wait_for()
    codes = page.locator(".sm-field__wrong").evaluate_all("all => all.map((one) => one.dataset.code)")
    assert codes == ["SM214"]


def test_what_is_needed_cannot_be_taken_out(page: Page) -> None:
    page.fill("[name=name]", "")
    page.click(READY)
    expect(page.locator("[data-path=name] .sm-field__wrong")).to_have_attribute("data-code", "SM205")


def test_a_record_that_the_site_does_not_know_has_an_empty_form(browser: Browser, site: str) -> None:
    with tab_in(browser) as opened:
        opened.page.goto(f"{site}{CHANGE}?id=bestaat-niet")
        opened.page.wait_for_selector(READY)
        assert opened.page.locator(".sm-about").is_hidden()
        opened.page.select_option("[name=status]", "stopped")
        assert told(opened.page) == "status: gestopt"


def test_a_record_of_a_table_is_changed_in_that_table(browser: Browser, site: str) -> None:
    with tab_in(browser) as opened:
        opened.page.goto(f"{site}{CHANGE}?id=koffie")
        opened.page.wait_for_selector(READY)
        opened.page.fill("[name=url]", "https://nieuw.example")
        told(opened.page)
        assert opened.page.locator(".sm-file").inner_text() == "data/aanbod.csv"
        edit = opened.page.locator("[data-way=file]").get_attribute("href")
        assert edit == "https://github.com/dorp/kaart/edit/main/data/aanbod.csv"


def test_an_id_that_somebody_types_fills_the_form(browser: Browser, site: str) -> None:
    with tab_in(browser) as opened:
        opened.page.goto(f"{site}{CHANGE}")
        opened.page.wait_for_selector(READY)
        opened.page.fill("#f-id", "spreekuur")
        opened.page.press("#f-id", "Tab")
        expect(opened.page.locator("#f-name")).to_have_value("Spreekuur")


def test_every_page_of_a_record_leads_to_a_filled_form(browser: Browser, site: str) -> None:
    names = {}
    with tab_in(browser) as opened:
        for route in ("organisaties/welzijn.html", "locaties/buurthuis.html", "aanbod/spreekuur.html"):
            opened.page.goto(site + route)
            opened.page.goto(
                opened.page.locator(".sm-wrong a", has_text="Zelf een wijziging").evaluate("one => one.href")
            )
            opened.page.wait_for_selector(READY)
            names[route] = opened.page.input_value("#f-name")
    assert names == {
        "organisaties/welzijn.html": "Welzijn",
        "locaties/buurthuis.html": "Buurthuis",
        "aanbod/spreekuur.html": "Spreekuur",
    }


def test_the_files_of_the_forms_hold_no_secret(built: Built) -> None:
    files = {path: path.read_text("utf-8") for path in sorted(built.root.rglob("wijzigen/*/*.json"))}
    assert len(files) == 6
    found = [(str(path), secret) for path, text in files.items() for secret in SECRETS if secret in text]
    assert found == []
    kept = json.loads((built.root / "wijzigen/aanbod/0.json").read_text("utf-8"))["spreekuur"]
    assert kept["locations"] == [{"location": "buurthuis", "schedule": "ma 9:00-12:00"}]
    assert kept["professional"] == {"criteria": "Iedereen."}


def test_the_browser_finds_the_file_of_a_record_as_the_build_divided_them(
    browser: Browser, built: Built, site: str
) -> None:
    module = next(path.name for path in Path(built.root, "assets").glob("form-now.*.js"))
    names = ["spreekuur", "a", "buurthuis-de-linde", *(f"aanbod-{number}" for number in range(40))]
    counts = [1, 2, 8, 512]
    with tab_in(browser) as opened:
        opened.page.goto(site + CHANGE)
        found = opened.page.evaluate(
            "async ([file, names, counts]) => { const { partOf } = await import(file);"
            " return names.map((name) => counts.map((count) => partOf(name, count))); }",
            [f"/assets/{module}", names, counts],
        )
    assert found == [[part_of(name, count) for count in counts] for name in names]


def test_without_javascript_a_change_is_reported_by_mail(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{CHANGE}?id=spreekuur")
    assert page.locator("a[href='mailto:redactie@dorp.example']").is_visible()
    assert page.locator(".sm-form").is_hidden()
    context.close()


def test_another_row_can_be_asked_with_the_keyboard_and_is_checked_as_the_first(page: Page) -> None:
    button = page.locator("[data-rows=phones] > [data-more]")
    assert button.inner_text() == "Nog een: telefoon"
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "phones.3.number"
    assert page.locator(".sm-status").inner_text() == "Toegevoegd: Telefoon 4"
    page.keyboard.type("030 12")
    page.click(READY)
    expect(page.locator("[data-path='phones.3.number'] .sm-field__wrong")).to_have_attribute("data-code", "SM415")
    assert page.locator("#f-phones-3-number").get_attribute("aria-invalid") == "true"
    page.fill("#f-phones-3-number", "030 301 23 48")
    assert told(page) == ("telefoon\n  was:\n    (niets)\n  wordt:\n    telefoon:\n      - nummer: 030 301 23 48")


def test_rows_stop_at_a_number_that_still_makes_sense(page: Page) -> None:
    button = page.locator("[data-rows=phones] > [data-more]")
    for _ in range(9):
        button.click()
    assert button.is_hidden()
    assert page.locator("[data-rows=phones] > .sm-field").count() == 12
    ids = page.locator("[data-rows=phones] [id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
