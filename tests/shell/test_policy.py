"""What a browser may load, per kind of page, and the files that servers read."""

import re

from socialmap.shell import headers_file, nginx_snippet, policy_for


def directives(policy: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition(" ") for part in policy.split("; "))}


def test_a_page_loads_nothing_from_elsewhere_and_runs_nothing_inline() -> None:
    assert directives(policy_for("service")) == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
    }


def test_only_search_may_run_its_engine() -> None:
    search = directives(policy_for("search"))
    assert search["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert search["connect-src"] == search["worker-src"] == "'self'"
    assert "unsafe-inline" not in policy_for("search")


def test_the_guide_may_send_nothing_at_all() -> None:
    guide = directives(policy_for("guide"))
    assert (guide["connect-src"], guide["form-action"], guide["default-src"]) == ("'none'",) * 3


def test_a_page_matches_one_rule_with_a_policy() -> None:
    kinds = {
        "index.html": "home",
        "zoeken.html": "search",
        "aanbod/a.html": "service",
        "aanbod/b.html": "service",
        "wegwijzer/index.html": "guides",
        "wegwijzer/geld.html": "guide",
        "en/index.html": "home",
        "en/search.html": "search",
        "en/services/a.html": "service",
    }
    lines = headers_file(kinds).decode().splitlines()
    rules = [line for line in lines if line.startswith("/")]
    assert rules == [
        "/*",
        "/",
        "/aanbod/*",
        "/en/",
        "/en/index.html",
        "/en/search.html",
        "/en/services/*",
        "/index.html",
        "/wegwijzer/",
        "/wegwijzer/geld.html",
        "/wegwijzer/index.html",
        "/zoeken.html",
    ]
    policies = dict(zip(rules[1:], [line for line in lines if "Content-Security-Policy" in line], strict=True))
    assert [rule for rule, policy in policies.items() if "wasm-unsafe-eval" in policy] == [
        "/en/search.html",
        "/zoeken.html",
    ]
    assert [rule for rule, policy in policies.items() if "connect-src 'none'" in policy] == ["/wegwijzer/geld.html"]


def test_pages_of_one_policy_have_one_rule() -> None:
    lines = headers_file({"index.html": "home", "en/index.html": "home"}).decode().splitlines()
    assert [line for line in lines if line.startswith("/")] == ["/*", "/*"]


def test_the_snippet_leaves_the_handbook_its_own_policy() -> None:
    snippet = nginx_snippet({"zoeken.html": "search", "aanbod/a.html": "service"}).decode()
    folders = re.findall(r"^location \^~ (\S+) \{\n((?: .*\n)+)\}$", snippet, re.M)
    assert [folder for folder, _ in folders] == ['"/handboek/"', '"/beheer/"']
    assert [headers for _, headers in folders if "Content-Security-Policy" in headers] == []
    assert 'location = "/zoeken.html" {\n    add_header Content-Security-Policy "default-src \'none\';' in snippet
    assert "aanbod" not in snippet
    assert snippet.count("always;") == 4 + 3 + 3 + 4


def test_the_snippet_of_a_site_in_a_folder_says_nothing_about_the_rest_of_the_server() -> None:
    snippet = nginx_snippet({"zoeken.html": "search", "aanbod/a.html": "service"}, folder="zorg/kaart").decode()
    blocks = re.findall(r"^location (\S+) \"(\S+)\" \{\n((?: .*\n)+)\}$", snippet, re.M)
    assert [(match, address) for match, address, _ in blocks] == [
        ("^~", "/zorg/kaart/"),
        ("^~", "/zorg/kaart/handboek/"),
        ("^~", "/zorg/kaart/beheer/"),
        ("=", "/zorg/kaart/zoeken.html"),
    ]
    assert ["wasm-unsafe-eval" in headers for _, _, headers in blocks] == [False, False, False, True]
    assert [line for line in snippet.splitlines() if line.startswith("add_header")] == []
