"""\"Klopt dit niet?\" at the end of every record: four answers that land where the municipality reads them."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from demo_site.building import Built, build
from demo_site.html import read_html
from demo_site.small import write_small

ANSWERS = {
    "nl": ["Dit is verouderd", "Er staat iets verkeerd", "Dit is gestopt", "Iets anders"],
    "en": ["It is out of date", "It is not right", "This has stopped", "Something else"],
    "ar": ["المعلومات قديمة", "هناك خطأ", "توقّف هذا النشاط", "شيء آخر"],
}
REPOSITORY = "https://github.com/dorp/kaart"


def letters(page: Path) -> list[tuple[str, str, str]]:
    """Of each answer that is a mail: the mailbox, the subject and the text."""
    found = []
    for href in read_html(page).hrefs():
        address = urlsplit(href)
        if address.scheme == "mailto" and address.query:
            words = parse_qs(address.query)
            assert set(words) == {"subject", "body"}
            found.append((unquote(address.path), words["subject"][0], words["body"][0]))
    return found


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_service_has_four_answers_that_name_the_record(demo: Built, language: str) -> None:
    for name, service in demo.catalogue.services.items():
        found = letters(demo.root / demo.route("service", name, language=language))
        role = demo.catalogue.roles.get(demo.derived.role_of.get(("service", name), ""))
        mailbox = role.email if role else demo.settings.report
        about = f"{service.name['nl']} (aanbod/{name})"
        assert [(to, subject) for to, subject, _ in found] == [
            (mailbox, f"{answer}: {about}") for answer in ANSWERS[language]
        ]
        assert {body.rsplit("\r\n", 1)[1] for _, _, body in found} == {f"aanbod/{name}.html"}


def test_the_address_is_whole_where_the_site_knows_its_own(demo_online: Built) -> None:
    page = demo_online.root / demo_online.route("service", "formulierenspreekuur", language="en")
    bodies = {body for _, _, body in letters(page)}
    assert bodies == {
        "What should it be?\r\n\r\n\r\n\r\nhttps://kaart.voorbeeldstad.example/kaart/aanbod/formulierenspreekuur.html"
    }


def ways(tmp_path: Path, **settings: object) -> list[str]:
    """The answers on a service's page with these settings."""
    built = build(write_small(tmp_path), into=tmp_path / "out", settings=settings)
    assert not built.report.failed
    html = (built.root / "aanbod/spreekuur.html").read_text("utf-8")
    asked = html.partition('class="sm-wrong"')[2].partition("</details>")[0]
    found = [part.partition('"')[0].replace("&amp;", "&") for part in asked.split('href="')[1:]]
    assert found.pop() == "../wijzigen/aanbod.html?id=spreekuur"
    return found


def test_the_settings_choose_an_issue_at_the_host(tmp_path: Path) -> None:
    found = ways(tmp_path, repository=REPOSITORY, feedback="issue")
    assert found[2] == (
        f"{REPOSITORY}/issues/new?title=Dit%20is%20gestopt%3A%20Spreekuur%20%28aanbod/spreekuur%29"
        "&body=Wat%20moet%20het%20zijn%3F%0D%0A%0D%0A%0D%0A%0D%0Aaanbod/spreekuur.html"
    )
    assert len(found) == 4


def test_mail_goes_before_an_issue_because_residents_have_no_account(tmp_path: Path) -> None:
    assert {address.partition("?")[0] for address in ways(tmp_path, repository=REPOSITORY)} == {
        "mailto:redactie@dorp.example"
    }


def test_a_page_of_the_municipality_gets_the_record_in_its_title(tmp_path: Path) -> None:
    found = ways(tmp_path, report="https://dorp.example/melden?kaart=1")
    assert found[0] == (
        "https://dorp.example/melden?kaart=1&title=Dit%20is%20verouderd%3A%20Spreekuur%20%28aanbod/spreekuur%29"
    )


def test_no_answer_asks_for_personal_data(demo: Built) -> None:
    page = read_html(demo.root / "aanbod/formulierenspreekuur.html")
    assert [each for each in page.all("input") if each.get("type") not in ("search",)] == []
