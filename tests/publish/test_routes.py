"""Routes: what may become a file of the site."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.publish.routes import RouteError, ancestors, check_route, check_routes, folders_of, is_route

GOOD = [
    "index.html",
    "aanbod/eetcafe-de-brug.html",
    "en/services/a.html",
    ".well-known/security.txt",
    ".nojekyll",
    "CNAME",
    "pagefind/nl/fragment/nl_1a2b.pf_fragment",
    "aanbod/straße café.html",
    "console.html",
    "com10.html",
    "aux-hulp.html",
    "a..b.html",
]
BAD = [
    "",
    ".",
    "..",
    "/index.html",
    "//evil/x",
    "../x.html",
    "aanbod/../../x.html",
    "aanbod/./x.html",
    "aanbod//x.html",
    "aanbod/",
    "aanbod\\x.html",
    "C:/x.html",
    "c:x.html",
    "x.html\x00.txt",
    "x\n.html",
    "x\x7f",
    "con",
    "CON.html",
    "aanbod/nul.html",
    "aux/x.html",
    "com1.html",
    "LPT9",
    "com¹",
    "con .html",
    "x.",
    "x ",
    "aanbod./x.html",
    "what?.html",
    "a*b",
    'a"b',
    "a|b",
    "a<b>",
    "\ud800.html",
]


@pytest.mark.parametrize("route", GOOD)
def test_a_plain_relative_path_is_a_route(route: str) -> None:
    check_route(route)
    assert is_route(route)


@pytest.mark.parametrize("route", BAD)
def test_a_path_that_is_unsafe_on_any_system_is_refused(route: str) -> None:
    with pytest.raises(RouteError, match="cannot be a file of the site"):
        check_route(route)


@given(st.text(st.sampled_from("ab./\\: .con\x00é"), max_size=20) | st.text(max_size=20))
def test_every_accepted_route_stays_inside_the_site(route: str) -> None:
    if is_route(route):
        site = Path("/srv/site")
        assert (site / route).resolve().is_relative_to(site)
        assert (site / route).relative_to(site).as_posix() == route


def test_routes_that_differ_in_case_only_are_refused() -> None:
    with pytest.raises(RouteError, match=r"differ in case only: A\.html"):
        check_routes(["A.html", "a.html"])


@pytest.mark.parametrize("file", ["aanbod", "Aanbod", "aanbod/x"])
def test_a_route_that_is_also_a_folder_is_refused(file: str) -> None:
    with pytest.raises(RouteError, match=f"a file and a folder at once: {file.casefold()}"):
        check_routes([file, "aanbod/x/y.html"])


def test_routes_beside_each_other_are_fine() -> None:
    check_routes(["index.html", "aanbod/index.html", "aanbod/x.html", "aanbod.html"])


def test_folders_are_all_those_above_the_routes() -> None:
    assert folders_of(["a.html", "x/b.html", "x/y/z/c.html"]) == {"x", "x/y", "x/y/z"}
    assert list(ancestors("x/y/c.html")) == ["x/y", "x"]
    assert list(ancestors("c.html")) == []
