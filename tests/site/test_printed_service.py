"""A service on paper, without a script: its address and a code of that, its number and the day of the check."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from demo_site.building import Built
from demo_site.hosting import hosted
from demo_site.sizes import brotli_sizes

pytestmark = pytest.mark.browser
TESTS = Path(__file__).parents[1]
LONGEST = ("schuldhulp", "formulierenspreekuur", "digiplein-inloop")
TOP = "https://kaart.voorbeeldstad.example/kaart/"
DECODE = """const jsQR = require('jsqr');
const [width, height, bytes] = JSON.parse(require('fs').readFileSync(0));
console.log(JSON.stringify(jsQR(new Uint8ClampedArray(Buffer.from(bytes, 'base64')), width, height)?.data ?? ''));"""
PIXELS = """async (picture) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, image.width, image.height);
  let text = '';
  for (let at = 0; at < data.length; at += 1) text += String.fromCharCode(data[at]);
  return [image.width, image.height, btoa(text)];
}"""


@pytest.fixture(scope="module")
def online(demo_online: Built) -> Iterator[str]:
    """The demo site on a host, built with its web address."""
    with hosted(demo_online.root, base="/kaart/") as address:
        yield address


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a browser that runs no script; a parameter says how many dots are in a pixel."""
    scale = getattr(request, "param", 1)
    context = browser.new_context(java_script_enabled=False, color_scheme="dark", device_scale_factor=scale)
    yield context.new_page()
    context.close()


def read_code(browser: Browser, picture: bytes) -> str:
    """What an independent reader sees in a picture."""
    canvas = browser.new_page()
    pixels = canvas.evaluate(PIXELS, b64encode(picture).decode())
    canvas.close()
    done = subprocess.run(
        ["node", "-e", DECODE], cwd=TESTS, input=json.dumps(pixels), capture_output=True, text=True, check=True
    )
    found: str = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("page", [4], indirect=True)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_paper_carries_address_code_number_and_day(
    browser: Browser, page: Page, online: str, demo: Built, language: str
) -> None:
    route = demo.route("service", "voedselbank", language=language)
    page.goto(online + route)
    assert page.locator(".sm-qr").is_hidden()
    page.emulate_media(media="print")
    assert page.locator(".sm-print-address").inner_text() == TOP + route
    assert page.locator(".sm-acts a[href^='tel:']").first.is_visible()
    assert page.locator(".sm-check time").first.is_visible()
    assert read_code(browser, page.locator(".sm-qr").screenshot()) == TOP + route
    page.emulate_media(media="screen")


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_service_fits_on_one_page_with_its_code(page: Page, online: str, demo: Built, language: str) -> None:
    long = {}
    for name in (*LONGEST, *list(demo.catalogue.services)[:: 10 if language == "nl" else 50]):
        page.goto(online + demo.route("service", name, language=language))
        pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        if pages != 1:
            long[name] = pages
    assert long == {}


def test_a_page_stays_small_with_its_code(demo_online: Built) -> None:
    sizes = brotli_sizes(path for language in ("nl", "ar") for path in demo_online.service_pages(language))
    print(f"largest {max(sizes.values())} bytes")
    assert {path.name: size for path, size in sizes.items() if size > 6000} == {}
