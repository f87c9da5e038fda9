"""What the built site tells its host: one policy for each page, in files that hosts can read."""

import re

import pytest

from demo_site.building import Built
from demo_site.hosting import Rules, read_rules
from socialmap.views.routes import PageKind

PAGES: tuple[tuple[PageKind, str], ...] = (("service", "formulierenspreekuur"), ("home", ""), ("search", ""))
POLICY = "Content-Security-Policy"


@pytest.fixture(scope="module")
def rules(demo: Built) -> Rules:
    """The rules of the demo's `_headers`."""
    return read_rules(demo.root)


def policies(route: str, rules: Rules) -> list[str]:
    """The policies that a host sends with a page: those of all rules that match."""
    matching = (
        headers
        for path, headers in rules
        if (f"/{route}".startswith(path.removesuffix("*")) if path.endswith("*") else f"/{route}" == path)
    )
    return [value for headers in matching for name, value in headers if name == POLICY]


def test_every_page_has_one_policy_as_two_would_both_hold(demo: Built, rules: Rules) -> None:
    pages = [path.relative_to(demo.root).as_posix() for path in demo.pages]
    assert len(pages) > 300
    assert [route for route in pages if len(policies(route, rules)) != 1] == []


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize(("kind", "name"), PAGES)
def test_a_host_says_what_the_page_says(demo: Built, rules: Rules, kind: PageKind, name: str, language: str) -> None:
    route = demo.route(kind, name, language=language)
    page = (demo.root / route).read_text("utf-8").replace("&#39;", "'")
    (own,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policies(route, rules) == [f"{own}; frame-ancestors 'none'"]


def test_every_answer_has_the_other_headers(rules: Rules) -> None:
    assert rules[0] == (
        "/*",
        (
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), microphone=(), browsing-topics=()"),
        ),
    )


def test_the_snippet_for_nginx_is_headers_and_locations_with_the_same_ones(demo: Built) -> None:
    text = (demo.root / "nginx-headers.conf").read_text("utf-8")
    blocks = re.sub(r'^location (= "[^"]+"|\^~ \S+) \{\n((?:    .*\n)+)\}\n', r"\2", text, flags=re.M)
    lines = [line.strip() for line in blocks.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r'add_header \S+ "[^"]+" always;', line)] == []
    assert {line.split()[1] for line in lines} == {POLICY, *(name for name, _ in read_rules(demo.root)[0][1])}


def test_the_snippet_for_nginx_lets_only_the_search_pages_run_the_engine(demo: Built) -> None:
    text = (demo.root / "nginx-headers.conf").read_text("utf-8")
    named = dict(re.findall(r'^location = "/(\S+)" \{\n    add_header \S+ "([^"]*)" always;$', text, re.M))
    running = {route for route, policy in named.items() if "'wasm-unsafe-eval'" in policy}
    assert running == {demo.route("search", language=each) for each in ("ar", "en", "nl")}
