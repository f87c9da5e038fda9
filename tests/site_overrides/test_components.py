"""Every component says what it takes, and every example of it draws what it should."""

import re
from html.parser import HTMLParser

import pytest

from site_overrides.described import NAMES, OTHER_FORM, ROOT, Example, described, draw, examples, macros

INNER = {"hours": {"spans", "days"}}
EXAMPLES = [example for name in NAMES for example in examples(name)]
VOID = frozenset(("img", "input", "br", "wbr", "meta", "link"))


class Balanced(HTMLParser):
    """Fails on an element that is closed by another, or is left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Drawing elements close themselves."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_a_whole_folder(name: str) -> None:
    folder = ROOT / "components" / name
    others = {path.name for path in folder.iterdir() if path.suffix != ".js"}
    assert others <= {"template.html", "README.md", f"{name}.yml", f"{name}.css", "LICENSE"}
    readme = (folder / "README.md").read_text("utf-8")
    assert re.search(r"^# " + name + r"$", readme, re.M)
    assert "## WCAG" in readme
    assert "## Not like this" in readme


@pytest.mark.parametrize("name", [name for name in NAMES if name != OTHER_FORM])
def test_the_macros_take_what_is_described(name: str) -> None:
    about = described(name)
    found = {macro: args for macro, args in macros(name).items() if macro not in INNER.get(name, ())}
    assert found == about["macros"]
    assert set(about["params"]) == {arg for args in about["macros"].values() for arg in args}
    assert all(param["type"] and param["description"] for param in about["params"].values())


@pytest.mark.parametrize("name", [name for name in NAMES if name not in (OTHER_FORM, "facts")])
def test_every_macro_has_an_example(name: str) -> None:
    assert {example.macro for example in examples(name)} == set(described(name)["macros"])


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_example_draws_whole_elements(example: Example, language: str) -> None:
    html = draw(example, language=language)
    reader = Balanced()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert not re.search(r"\b(None|Undefined|Markup)\b", re.sub(r"<script.*?</script>", "", html, flags=re.S))


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_phone_number_reads_from_left_to_right(example: Example, language: str) -> None:
    html = draw(example, language=language)
    for link in re.findall(r'<a [^>]*href="tel:[^>]*>.*?</a>', html, re.S):
        assert '<bdi dir="ltr">' in link


def drawn(component: str, name: str, language: str = "nl") -> str:
    return draw(next(e for e in examples(component) if e.name == name), language=language)


def test_a_card_says_the_facts_in_their_order_and_the_number_last() -> None:
    facts = re.findall(r"<li[^>]*>(.*?)</li>", drawn("card", "complete").split('<ul class="sm-line">')[1], re.S)
    assert [re.sub("<[^>]+>", "", fact).strip() for fact in facts] == [
        "Iedereen", "Ouderen", "Gratis", "De Linde", "ma–di 09:00–12:30, do 19:00–21:00", "", "099\xa0999\xa012\xa034",
    ]  # fmt: skip


def test_a_card_links_its_name_and_its_number_only() -> None:
    assert re.findall(r'href="([^"]+)"', drawn("card", "complete")) == [
        "aanbod/formulierenspreekuur.html",
        "tel:0999991234",
    ]


def test_equal_days_stand_together_and_closed_days_are_one_sentence() -> None:
    html = drawn("hours", "week")
    rows = re.findall(r'data-day="([^"]*)"><th scope="row">([^<]*)</th>', html)
    assert rows == [("0 1", "maandag en dinsdag"), ("3", "donderdag")]
    assert html.count("<tr") == 2
    assert "Op andere dagen dicht" in html


def test_a_secret_address_leads_nowhere() -> None:
    html = drawn("place", "secret")
    assert re.findall(r'href="([^"]+)"', html) == ["tel:0999991234"]


def test_the_hours_of_a_number_are_in_the_language_of_the_page() -> None:
    assert '<span class="sm-time">الاثنين–الجمعة <bdi class="sm-time" dir="ltr">09:00–17:00</bdi></span>' in drawn(
        "button", "call", "ar"
    )


def test_no_urgent_help_is_no_box() -> None:
    assert drawn("urgent", "none").strip() == ""
