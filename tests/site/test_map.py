"""The map of the built site: opened on a press, list and map alike, by keyboard and touch, and no secret place."""

import json
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from demo_site.building import REPOSITORY, Built, build
from demo_site.chromium import Scheme, Tab, open_tab, tab_in
from demo_site.hosting import hosted
from demo_site.sizes import brotli_sizes

KB = 1000
LATER = "map-(tiles|archive|paint)"
ROUTES = {"nl": "kaart.html", "en": "en/map.html", "ar": "ar/kharita.html"}


@contextmanager
def map_in(
    browser: Browser, address: str, route: str = "kaart.html", *, width: int = 1280, scheme: Scheme = "light"
) -> Iterator[Tab]:
    """A tab with the map opened."""
    with tab_in(browser, width=width, scheme=scheme) as tab:
        tab.open(address + route)
        tab.page.locator("[data-map-open]").click()
        tab.page.locator(".sm-mark").first.wait_for()
        yield tab


def data_of(path: Path) -> dict[str, list[list[object]]]:
    """What the module of the map holds."""
    found = json.loads(path.read_text("utf-8").removeprefix("export default ").rstrip().removesuffix(";"))
    assert isinstance(found, dict)
    return found


def focused(page: Page) -> str | None:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")


def open_place(page: Page) -> str:
    """Press marks until one is a single place; the name of its mark."""
    for _ in range(8):
        mark = page.locator(".sm-mark:visible").first
        name = mark.get_attribute("aria-label") or ""
        mark.press("Enter")
        if page.get_by_role("dialog").is_visible():
            return name
    raise AssertionError("no mark of one place was reached")


def test_a_secret_place_is_not_in_the_data_of_the_map(demo: Built) -> None:
    secret = [at for at in demo.catalogue.locations.values() if at.confidential]
    assert secret
    for route in ROUTES.values():
        path = demo.root / route.replace(".html", ".js")
        ids = {place[0] for place in data_of(path)["places"]}
        assert ids and not ids & {at.id for at in secret}
        assert [at.id for at in secret if at.address and at.address in path.read_text("utf-8")] == []


def test_every_place_that_can_be_visited_is_on_the_map(demo: Built) -> None:
    wanted = {
        at.id
        for at in demo.catalogue.locations.values()
        if at.kind == "physical" and at.latitude is not None and not at.confidential and at.status != "stopped"
    }
    assert {place[0] for place in data_of(demo.root / "kaart.js")["places"]} == wanted


def test_the_map_is_small_before_and_after_it_is_opened(demo: Built) -> None:
    page = demo.root / "kaart.html"
    html = page.read_text("utf-8")
    named = [demo.root / name for name in re.findall(r'(?:href|src)="(assets/[^"]+\.(?:css|js))"', html)]
    modules = [path for path in (demo.root / "assets").glob("map-*.js") if not re.match(LATER, path.name)]
    sizes = brotli_sizes([page, *named, *modules, demo.root / "kaart.js"])
    before = sum(size for path, size in sizes.items() if path.name != "kaart.js")
    after = before + sizes[demo.root / "kaart.js"]
    print(f"before {before} bytes, after {after} bytes")
    assert before <= 20 * KB
    assert after <= 75 * KB


@pytest.mark.browser
def test_nothing_is_loaded_before_the_press_and_nothing_from_elsewhere_after(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}kaart.html")
        tab.page.wait_for_load_state("networkidle")
        assert [url for url in tab.asked if url.endswith("kaart.js")] == []
        assert tab.page.get_by_role("button", name="Toon de kaart").get_attribute("aria-expanded") == "false"
        tab.page.get_by_role("button", name="Toon de kaart").click()
        tab.page.locator(".sm-mark").first.wait_for()
        assert [url for url in tab.asked if url.endswith("kaart.js")] == [f"{address}kaart.js"]
        assert (tab.said, tab.elsewhere(address), tab.stored()) == ([], [], [])


@pytest.mark.browser
def test_list_and_map_hold_the_same_places_in_the_same_order(browser: Browser, demo: Built, address: str) -> None:
    with map_in(browser, address) as tab:
        page = tab.page
        page.get_by_label("Thema").select_option("wonen")
        while page.get_by_role("button", name="Toon meer plekken").is_visible():
            page.get_by_role("button", name="Toon meer plekken").click()
        listed = page.locator("[data-map-list] li a").all_inner_texts()
        marks = page.locator(".sm-mark").evaluate_all("all => all.map((mark) => Number(mark.textContent) || 1)")
        status = page.get_by_role("status").inner_text()
    services = demo.catalogue.services.values()
    themed = {at.location for s in services if "wonen" in s.themes and s.status == "active" for at in s.locations}
    order = [str(place[1]) for place in data_of(demo.root / "kaart.js")["places"] if place[0] in themed]
    assert listed == order
    assert sum(marks) == len(order)
    assert status == f"{len(order)} plekken op de kaart"


@pytest.mark.browser
def test_the_keyboard_reaches_a_place_and_esc_goes_back(browser: Browser, address: str) -> None:
    with map_in(browser, address) as tab:
        page = tab.page
        assert (focused(page) or "").startswith("Kaart.")
        name = open_place(page)
        assert page.get_by_role("dialog").get_attribute("aria-label") == name
        assert page.get_by_role("dialog").evaluate("box => box === document.activeElement")
        assert page.get_by_role("dialog").get_by_role("link").first.get_attribute("href")
        page.keyboard.press("Escape")
        assert page.get_by_role("dialog").is_hidden()
        assert focused(page) == name
        page.keyboard.press("Escape")
        assert page.locator("[data-map-view]").is_hidden()
        assert focused(page) == "Toon de kaart"


@pytest.mark.browser
def test_the_focus_stays_with_its_place_when_marks_join_and_part(browser: Browser, address: str) -> None:
    with map_in(browser, address) as tab:
        page = tab.page
        first = page.locator(".sm-mark:visible").first
        assert re.match(r"\d+ plekken bij .+", first.get_attribute("aria-label") or "")
        place = (first.get_attribute("aria-label") or "").split(" bij ")[1]
        first.press("Enter")
        assert place in (focused(page) or "")
        page.keyboard.press("Home")
        assert place in (focused(page) or "")


@pytest.mark.browser
def test_keys_and_buttons_move_the_map(browser: Browser, address: str) -> None:
    with map_in(browser, address) as tab:
        page = tab.page
        outlines = page.locator(".sm-map__stage svg")
        seen = [outlines.get_attribute("viewBox")]
        for key in ("ArrowRight", "ArrowUp", "+", "-"):
            page.locator(".sm-map__stage").press(key)
            seen.append(outlines.get_attribute("viewBox"))
        page.get_by_role("button", name="Dichterbij").click()
        seen.append(outlines.get_attribute("viewBox"))
        assert len(set(seen)) == 4
        assert (seen[4], seen[5]) == (seen[2], seen[3])
        page.get_by_role("button", name="Hele gemeente").click()
        assert outlines.get_attribute("viewBox") == seen[0]


@pytest.mark.browser
def test_a_finger_moves_the_map_and_presses_a_mark(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = open_tab(context).page
    page.goto(f"{address}kaart.html")
    page.locator("[data-map-open]").tap()
    page.locator(".sm-mark").first.wait_for()
    stage = page.locator(".sm-map__stage")
    stage.scroll_into_view_if_needed()
    before = stage.locator("svg").get_attribute("viewBox")
    drag(page, stage.bounding_box())
    moved = stage.locator("svg").get_attribute("viewBox")
    assert moved != before
    for _ in range(8):
        page.locator(".sm-mark:visible").first.tap()
        if page.get_by_role("dialog").is_visible():
            break
    assert page.get_by_role("dialog").is_visible()
    context.close()


def drag(page: Page, box: object) -> None:
    """One finger from the middle of a box to the left."""
    assert isinstance(box, dict)
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 6):
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x - 12 * step, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.browser
def test_every_mark_has_a_name_and_is_large_enough(browser: Browser, address: str) -> None:
    with map_in(browser, address, width=320) as tab:
        marks = tab.page.locator(".sm-mark:visible")
        assert all(mark.get_attribute("aria-label") for mark in marks.all())
        assert all((mark.bounding_box() or {})["width"] >= 24 for mark in marks.all())


@pytest.mark.browser
def test_streets_are_asked_of_the_named_host_alone_and_after_a_press(browser: Browser, tmp_path: Path) -> None:
    tiles = {"tiles": "https://kaarten.example/{z}/{x}/{y}.png", "attribution": "Kaarten van Voorbeeld"}
    built = build(REPOSITORY, into=tmp_path, settings={"map": tiles}, search="keep")
    with hosted(built.root) as address, tab_in(browser) as tab:
        tab.page.route(
            "https://kaarten.example/**", lambda route: route.fulfill(status=200, body=b"", content_type="image/png")
        )
        tab.open(f"{address}kaart.html")
        tab.page.get_by_role("button", name="Toon de kaart").click()
        tab.page.locator(".sm-mark").first.wait_for()
        assert tab.elsewhere(address) == []
        tab.page.get_by_role("button", name="Toon straten").click()
        tab.page.get_by_text("Kaarten van Voorbeeld").wait_for()
        tab.page.locator(".sm-map__tiles img").first.wait_for(state="attached")
        asked = tab.elsewhere(address)
        assert asked and all(re.fullmatch(r"https://kaarten\.example/\d+/\d+/\d+\.png", url) for url in asked)
        assert [line for line in tab.said if "policy" in line] == []


def archive_at(path: Path, *, kind: TileType, image: Callable[[int], bytes]) -> None:
    """A PMTiles file with an image for every square of the world down to zoom 2, and of the demo down to 14."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        writer = Writer(stream)
        for zoom in range(15):
            x, y = (round((5.24 + 180) / 360 * 2**zoom - 0.5), round(0.32785 * 2**zoom - 0.5))
            near = {(x + dx, y + dy) for dx in range(-5, 6) for dy in range(-5, 6)}
            for at in sorted(zxy_to_tileid(zoom, a, b) for a, b in near if 0 <= a < 2**zoom and 0 <= b < 2**zoom):
                writer.write_tile(at, image(zoom))
        header = {"tile_type": kind, "tile_compression": Compression.NONE, "min_zoom": 0, "max_zoom": 14}
        corners = {"min_lon_e7": 50000000, "min_lat_e7": 520000000, "max_lon_e7": 55000000, "max_lat_e7": 530000000}
        middle = {"center_zoom": 12, "center_lon_e7": 52400000, "center_lat_e7": 525400000}
        writer.finalize({**header, **corners, **middle}, {})


def field(number: int, value: bytes | int) -> bytes:
    """A field of a protocol buffer (numbers below 16, values below 128)."""
    return bytes([number << 3, value]) if isinstance(value, int) else bytes([number << 3 | 2, len(value)]) + value


def vector_tile(_zoom: int) -> bytes:
    """A vector tile that is all water (Mapbox Vector Tile 2.1)."""
    square = bytes([9, 0, 0, 26, 0, 126, 126, 0, 0, 125, 15])
    feature = field(3, 3) + field(4, square)
    return field(3, field(15, 2) + field(1, b"water") + field(2, feature) + field(5, 63))


def picture(_zoom: int) -> bytes:
    """A red picture of one dot (PNG)."""
    pixel = zlib.compress(b"\0\xff\0\0")
    parts = ((b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])), (b"IDAT", pixel), (b"IEND", b""))
    chunks = (len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4) for name, body in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def byte_serving(file: Path) -> Callable[[Route], None]:
    """What a static host answers to a request for a part of a file."""

    def answer(route: Route) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", route.request.headers["range"])
        assert asked
        first, last = int(asked[1]), int(asked[2])
        content = file.read_bytes()
        part = content[first : last + 1]
        headers = {"content-range": f"bytes {first}-{first + len(part) - 1}/{len(content)}", "etag": '"a"'}
        route.fulfill(status=206, body=part, headers=headers)

    return answer


PAINTED = "canvas => [...canvas.getContext('2d').getImageData(256, 256, 1, 1).data].join() === '183,211,230,255'"
READY = "image => image.complete && image.naturalWidth > 0"


@pytest.mark.browser
@pytest.mark.parametrize("kind", [TileType.MVT, TileType.PNG])
def test_streets_come_out_of_the_municipalitys_own_archive(browser: Browser, tmp_path: Path, kind: TileType) -> None:
    root = tmp_path / "project"
    shutil.copytree(REPOSITORY / "data", root / "data")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    archive_at(root / "data/kaart/stad.pmtiles", kind=kind, image=vector_tile if kind == TileType.MVT else picture)
    built = build(root, into=tmp_path, settings={"map": {"tiles": "kaart/stad.pmtiles"}}, search="keep")
    assert not built.report.failed
    file = built.root / "tiles/stad.pmtiles"
    assert file.read_bytes() == (root / "data/kaart/stad.pmtiles").read_bytes()
    with hosted(built.root) as address, tab_in(browser) as tab:
        tab.page.route("**/tiles/stad.pmtiles", byte_serving(file))
        tab.open(f"{address}kaart.html")
        tab.page.get_by_role("button", name="Toon de kaart").click()
        tab.page.locator(".sm-mark").first.wait_for()
        assert [url for url in tab.asked if "pmtiles" in url and "assets" not in url] == []
        tab.page.get_by_role("button", name="Toon straten").click()
        image = tab.page.locator(".sm-map__tiles > *").first
        image.wait_for(state="attached")
        there = PAINTED if kind == TileType.MVT else READY
        tab.page.wait_for_function(f"() => ({there})(document.querySelector('.sm-map__tiles > *'))", timeout=10000)
        assert [url for url in tab.elsewhere(address) if not url.startswith("blob:")] == []
        assert [line for line in tab.said if "policy" in line] == []


@pytest.mark.browser
def test_the_results_of_a_search_are_on_the_map_in_their_order(browser: Browser, demo: Built, address: str) -> None:
    with tab_in(browser) as tab:
        page = tab.page
        tab.open(f"{address}zoeken.html?q=samen+eten")
        assert [url for url in tab.asked if url.endswith("kaart.js")] == []
        page.get_by_role("button", name="Toon de kaart").click()
        page.locator(".sm-mark").first.wait_for()
        names = page.locator(".sm-mark").evaluate_all("all => all.map((mark) => mark.getAttribute('aria-label'))")
        found = page.locator(".sm-search__name a").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
        best = demo.catalogue.services[Path(str(found[0])).stem]
        place = demo.catalogue.locations[best.locations[0].location]
        assert place.name["nl"] in names[0]
        before = page.locator("[data-map-status]").inner_text()
        page.get_by_label("Gratis").first.check()
        page.wait_for_function("text => document.querySelector('[data-map-status]').textContent !== text", arg=before)
        page.locator(".sm-map__stage").press("Escape")
        assert focused(page) == "Toon de kaart"
        assert (tab.said, tab.elsewhere(address)) == ([], [])


@pytest.mark.browser
def test_a_search_without_a_place_offers_no_map(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        tab.open(f"{address}zoeken.html?q=xyzzyq")
        assert tab.page.locator("[data-map-results]").is_hidden()
