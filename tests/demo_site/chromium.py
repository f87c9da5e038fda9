"""Chromium as a resident has it, and everything that a page did while it was looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, ViewportSize, sync_playwright

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WATCH = "addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))"
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(document.cookie ? [document.cookie] : []),
  ...(await indexedDB.databases()).map((one) => one.name),
]"""
Scheme = Literal["light", "dark"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; without it this raises."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS.split(" "))
        yield browser
        browser.close()


def with_large_text(browser: Browser) -> Browser:
    """Another Chromium whose reader has set letters to twice their size."""
    flags = [*FLAGS.split(" "), "--blink-settings=defaultFontSize=32"]
    return browser.browser_type.launch(executable_path="/usr/bin/chromium", args=flags)


@dataclass(slots=True)
class Tab:
    """A page in a browser; `said` is all that its console, its scripts and its policy complained of."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        """Go to an address, with nothing said or asked before."""
        self.said.clear()
        self.asked.clear()
        self.page.goto(url)
        if "?" in url and self.page.locator("[data-sm-search]").count():
            self.page.locator("[data-sm-heading]").first.wait_for()

    def hear(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def elsewhere(self, origin: str) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.asked if not url.startswith((origin, "data:"))]

    def stored(self) -> Any:
        """What the page keeps in the browser."""
        return self.page.evaluate(STORED)


def open_tab(context: BrowserContext) -> Tab:
    """A new page that is listened to."""
    tab = Tab(context.new_page())
    tab.page.add_init_script(WATCH)
    tab.page.on("console", lambda message: tab.said.append(f"{message.type}: {message.text}"))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    tab.page.on("dialog", lambda dialog: tab.hear(dialog))  # noqa: PLW0108 - Playwright marks the function it is given
    return tab


@contextmanager
def tab_in(browser: Browser, *, width: int = 1280, height: int = 800, scheme: Scheme = "light") -> Iterator[Tab]:
    """A tab of its own: nothing is kept from others."""
    size: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    yield open_tab(context)
    context.close()
