"""What a browser may load, per kind of page, and the files that servers read."""

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
    }


def test_only_search_may_run_its_engine() -> None:
    search = directives(policy_for("search"))
    assert search["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert search["connect-src"] == search["worker-src"] == "'self'"
    assert "unsafe-inline" not in policy_for("search")


def test_a_page_matches_one_rule_with_a_policy() -> None:
    routes = (
        "index.html",
        "zoeken.html",
        "aanbod/a.html",
        "aanbod/b.html",
        "en/index.html",
        "en/search.html",
        "en/services/a.html",
    )
    lines = headers_file(routes, search_routes=("en/search.html", "zoeken.html")).decode().splitlines()
    rules = [line for line in lines if line.startswith("/")]
    assert rules == [
        "/*",
        "/",
        "/aanbod/*",
        "/en/",
        "/en/index.html",
        "/en/services/*",
        "/index.html",
        "/en/search.html",
        "/zoeken.html",
    ]
    policies = dict(zip(rules[1:], [line for line in lines if "Content-Security-Policy" in line], strict=True))
    assert [rule for rule, policy in policies.items() if "wasm-unsafe-eval" in policy] == [
        "/en/search.html",
        "/zoeken.html",
    ]


def test_the_snippet_leaves_the_handbook_its_own_policy() -> None:
    snippet = nginx_snippet(("zoeken.html",)).decode()
    assert '"~^/handboek/" "";' in snippet
    assert '"/zoeken.html" "default-src \'none\';' in snippet
    assert snippet.count("always;") == 4
