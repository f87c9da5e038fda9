"""What rules share, and edges that a small site shows badly; each rule's own cases stand in `tests/golden`."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.catalogue import Entry, build_catalogue
from socialmap.model import Location, Organization, Record, RecordType, Service
from socialmap.model.boundary import PostcodeArea
from socialmap.problems import Origin, Problem
from socialmap.rules import Facts, apply_rules
from socialmap.rules.facts import circle, texts
from socialmap.rules.places import postcode_and_point
from socialmap.rules.privacy import FIRST_LAST, FREEMAIL, NINE_DIGITS, passes_eleven_test
from socialmap.rules.references import circle_of_prerequisites
from socialmap.rules.texts import FOLLOWED, html_in_text, missing_own_language, refused_links

TODAY = date(2026, 11, 22)
NODES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=3))


def facts(*records: Record, **known: object) -> Facts:
    kinds: dict[type[Record], RecordType] = {Organization: "organization", Location: "location", Service: "service"}
    entries = [Entry(kinds[type(record)], record, Origin(f"{record.id}.yml")) for record in records]
    return Facts(build_catalogue(entries)[0], TODAY, **known)  # type: ignore[arg-type]


def service(name: str = "x", **values: object) -> Service:
    return Service.model_validate({"id": name, "name": {"nl": name}, "kinds": ["hulp"], "themes": ["geld"], **values})


def codes(found: Iterator[Problem]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.code, problem.path) for problem in found]


@given(GRAPHS, NODES)
def test_a_circle_is_a_way_back_along_real_steps(graph: dict[str, list[str]], start: str) -> None:
    way = circle(start, lambda node: graph.get(node, []))
    reached, todo = set(), list(graph.get(start, []))
    while todo:
        node = todo.pop()
        if node not in reached:
            reached.add(node)
            todo.extend(graph.get(node, []))
    assert bool(way) == (start in reached)
    if way:
        assert way[0] == way[-1] == start
        assert all(after in graph[before] for before, after in pairwise(way))


def test_a_long_chain_is_no_circle_and_no_recursion() -> None:
    names = [f"s{number:04}" for number in range(3000)]
    chain = [service(name, first=[after]) for name, after in pairwise(names)]
    assert codes(circle_of_prerequisites(facts(*chain[-40:], service(names[-1])))) == []
    assert circle("s0000", lambda name: [f"s{int(name[1:]) + 1:04}"] if name < "s2999" else []) == ()


@given(st.integers(0, 99_999_999))
def test_one_of_eleven_numbers_passes_and_a_changed_digit_never_does(number: int) -> None:
    digits = f"{number:08}"
    passing = [last for last in "0123456789" if passes_eleven_test(digits + last)]
    assert len(passing) <= 1
    for last in passing:
        changed = str((int(digits[0]) + 1) % 10) + digits[1:] + last
        assert not passes_eleven_test(changed)


def test_known_numbers_for_the_eleven_test() -> None:
    assert passes_eleven_test("123456782")
    assert passes_eleven_test("1234.56.782")
    assert not passes_eleven_test("123456789")
    assert not passes_eleven_test("000000000")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("123456782", True),
        ("1234 56 782", True),
        ("1234.56.782.", True),
        ("1123456782", False),
        ("1234567821", False),
        ("+123456782", False),
        ("099 999 12 34", False),
    ],
)
def test_nine_digits_stand_alone(text: str, found: bool) -> None:
    assert bool(NINE_DIGITS.search(text)) == found


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("a@gmail.com", True),
        ("a@outlook.co.uk", True),
        ("a@ziggo.nl", True),
        ("a@gmail.com.voorbeeld.example", True),
        ("a@gemeente.example", False),
        ("a@mijngmail.example", False),
        ("gmail@voorbeeld.example", False),
    ],
)
def test_private_mailboxes(address: str, private: bool) -> None:
    assert bool(FREEMAIL.search(address)) == private


@pytest.mark.parametrize(
    ("local", "person"),
    [
        ("jan.jansen", True),
        ("j.jansen", True),
        ("jan.de.vries", True),
        ("info", False),
        ("a.b", False),
        ("wijk3", False),
    ],
)
def test_mailboxes_with_a_persons_name(local: str, person: bool) -> None:
    assert bool(FIRST_LAST.match(local)) == person


@pytest.mark.parametrize(
    ("target", "followed"),
    [
        ("https://www.example.org", True),
        ("HTTP://example.org/a?b#c", True),
        ("mailto:info@example.org", True),
        ("tel:112", True),
        ("", False),
        ("/aanbod", False),
        ("#top", False),
        ("//example.org", False),
        ("https:/example.org", False),
        ("https://localhost", False),
        ("https://me@example.org", False),
        ("javascript:alert(1)", False),
        ("java&#115;cript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("mailto:", False),
    ],
)
def test_which_links_are_followed(target: str, followed: bool) -> None:
    assert bool(FOLLOWED.match(target)) == followed


@pytest.mark.parametrize(
    "text", ["a < b > c", "1 <2> 3", "<https://example.org>", "x <3 y", "a<b", "[x] (y)", "[x]", "a](b", "\\<b\\>"]
)
def test_plain_text_and_links_are_not_html(text: str) -> None:
    found = facts(service(description={"nl": text}))
    assert [code for code, _ in codes(html_in_text(found))] == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "<br/>",
        "<img src=x onerror=alert(1)>",
        "</div>",
        "<!-- x -->",
        "<svg/onload>".replace("/onload", " a=b"),
    ],
)
def test_html_is_told_in_every_markdown_field(text: str) -> None:
    record = service(description={"en": text}, professional={"suitable": {"nl": text}, "criteria": {"nl": text}})
    assert codes(html_in_text(facts(record))) == [
        ("SM601", ("description", "en")),
        ("SM601", ("professional", "suitable", "nl")),
        ("SM601", ("professional", "criteria", "nl")),
    ]


def test_every_refused_link_of_a_text_is_told() -> None:
    text = "[a](javascript:x) [b](<data:x>) ![c](d.png) <ftp://e.example>\n\n[f]: ../g\n"
    found = refused_links(facts(service(description={"nl": text})))
    assert [problem.params["target"] for problem in found] == [
        "javascript:x",
        "data:x",
        "d.png",
        "../g",
        "ftp://e.example",
    ]


def test_every_text_of_a_record_has_its_path() -> None:
    record = service(phones=[{"number": "112"}], alternate_names=["y"], allowed={"phones": "z"})
    assert {(path, text) for path, text in texts(record) if text in ("112", "y", "z")} == {
        (("phones", 0, "number"), "112"),
        (("alternate_names", 0), "y"),
        (("allowed", "phones"), "z"),
    }


@pytest.mark.parametrize(("latitude", "code"), [("52.0359", []), ("52.0360", ["SM413"])], ids=["3,999 m", "4,003 m"])
def test_a_postcode_may_be_four_kilometres_off(latitude: str, code: list[str]) -> None:
    place = Location.model_validate(
        {"id": "x", "name": {"nl": "X"}, "postal_code": "3511 AB", "latitude": latitude, "longitude": "5"}
    )
    found = postcode_and_point(facts(place, postcodes={"3511": PostcodeArea("3511", 52.0, 5.0)}))
    assert [problem.code for problem in found] == code


def test_rules_on_nothing_find_nothing() -> None:
    assert apply_rules(facts()) == ()


def test_name_and_summary_are_missed_in_the_first_language_when_another_of_the_site_has_them() -> None:
    english = service("a", summary={"en": "Help."}).model_copy(update={"name": {"en": "Help"}})
    whole = service("b", summary={"nl": "Hulp.", "en": "Help."})
    german = service("c").model_copy(update={"name": {"de": "Hilfe"}})
    found = [
        (problem.origin, problem.path)
        for problem in missing_own_language(facts(english, whole, german, languages=("nl", "en")))
    ]
    assert found == [(Origin("a.yml"), ("name",)), (Origin("a.yml"), ("summary",))]
    assert codes(missing_own_language(facts(english))) == []
