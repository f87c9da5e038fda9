"""A theme in a neighbourhood: a page where there is something, a word where there is nothing, and ways to both."""

import pytest

from demo_site.building import Built
from demo_site.html import read_html

LANGUAGES = ("nl", "en", "ar")


def under(demo: Built, theme: str, neighbourhood: str) -> set[str]:
    """The services of a theme in a neighbourhood, straight from the records."""
    return {
        name
        for name in demo.derived.listed
        if theme in demo.catalogue.services[name].themes and neighbourhood in demo.derived.areas_of[name]
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_theme_in_each_neighbourhood_has_a_page_with_its_services_or_none(demo: Built, language: str) -> None:
    wrong = []
    for theme in demo.catalogue.terms("themes"):
        for area in demo.catalogue.terms("neighbourhoods"):
            page = demo.root / demo.route("theme_area", f"{theme}__{area}", language=language)
            wanted = under(demo, theme, area)
            linked = (
                {(page.parent / each["href"]).resolve() for each in read_html(page).all("a") if "href" in each}
                if page.is_file()
                else set()
            )
            names = {
                name
                for name in demo.derived.listed
                if (demo.root / demo.route("service", name, language=language)).resolve() in linked
            }
            if page.is_file() != bool(wanted) or not wanted <= names:
                wrong.append((theme, area))
    assert wrong == []


def test_pages_of_themes_and_neighbourhoods_lead_to_them(demo: Built) -> None:
    crossing = (demo.root / demo.route("theme_area", "geld__lindekwartier")).resolve()
    for kind, name in (("theme", "geld"), ("neighbourhood", "lindekwartier")):
        page = demo.root / demo.route(kind, name)  # type: ignore[arg-type]
        assert crossing in {(page.parent / each["href"]).resolve() for each in read_html(page).all("a")}


def test_where_there_is_nothing_the_page_says_so(demo: Built) -> None:
    theme, area = next(
        (theme, area)
        for theme in demo.catalogue.terms("themes")
        for area in demo.catalogue.terms("neighbourhoods")
        if not under(demo, theme, area)
    )
    name = demo.catalogue.terms("neighbourhoods")[area].name["nl"]
    text = (demo.root / demo.route("theme", theme)).read_text("utf-8")
    assert name in text.partition("Nog niets in:")[2].partition("</p>")[0]
