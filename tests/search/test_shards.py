"""An index in parts answers as one: services of each part are found, by any words and by their exact ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from demo_site.building import REPOSITORY, Built, build
from demo_site.chromium import tab_in
from demo_site.hosting import hosted
from socialmap.search.runner import Query, ask

SHARD = 80
PARTS = 3


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo with an index in three parts."""
    return build(REPOSITORY, into=tmp_path_factory.mktemp("parted"), shard=SHARD)


@pytest.fixture(scope="module")
def address(parted: Built) -> Iterator[str]:
    """Where a browser finds it."""
    with hosted(parted.root) as found:
        yield found


def of_each_part(built: Built) -> list[str]:
    """A service from the beginning, the middle and the end of each part, in the order of the index."""
    order = sorted(built.derived.listed, key=lambda name: built.route("service", name))
    parts = [order[at : at + SHARD] for at in range(0, len(order), SHARD)]
    assert len(parts) == PARTS
    return [part[at] for part in parts for at in (0, len(part) // 2, len(part) - 1)]


def test_the_index_has_its_parts_in_folders(parted: Built) -> None:
    bundle = parted.root / "pagefind" / "nl"
    assert sorted(path.parent.name for path in bundle.rglob("pagefind-entry.json")) == ["2", "3", "nl"]
    html = (parted.root / parted.route("search")).read_text("utf-8")
    assert f'data-shards="{PARTS}"' in html


@pytest.mark.parametrize("exact", [False, True])
def test_services_of_each_part_are_found_by_their_names(parted: Built, demo: Built, exact: bool) -> None:
    names = of_each_part(parted)
    queries = [Query(parted.catalogue.services[name].name["nl"], {}, 3, exact=exact) for name in names]
    found = [[hit.slug for hit in answer.hits] for answer in ask(parted.root, queries, language="nl", first="nl")]
    assert [(name, hits) for name, hits in zip(names, found, strict=True) if name not in hits] == []
    whole = ask(demo.root, queries, language="nl", first="nl")
    assert found == [[hit.slug for hit in answer.hits] for answer in whole]


@pytest.mark.browser
def test_a_browser_finds_services_of_each_part(browser: Browser, parted: Built, address: str) -> None:
    with tab_in(browser) as tab:
        for name in of_each_part(parted):
            for exact in ("", "&exact=1"):
                tab.open(f"{address}zoeken.html?q={parted.catalogue.services[name].name['nl']}{exact}")
                links = tab.page.locator(".sm-search__name a").evaluate_all("all => all.map((one) => one.pathname)")
                assert f"/{parted.route('service', name)}" in links, (name, exact)
        assert len([url for url in tab.asked if "pagefind-entry" in url]) == PARTS
        assert tab.said == []


def test_the_words_of_an_index_in_parts_are_those_of_a_whole_one(parted: Built, demo: Built) -> None:
    def words(built: Built) -> dict[str, bytes]:
        folder = built.root / "pagefind" / "nl" / "words"
        return {str(path.relative_to(folder)): path.read_bytes() for path in _files(folder)}

    assert words(parted).keys() == words(demo).keys()
    assert [name for name, body in words(parted).items() if body != words(demo)[name] and name != "texts.js"] == []


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.js") if path.is_file())
