"""What axe and Chromium say against a page that is open; called by the tests of the whole site and of its parts."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe

from demo_site.chromium import Tab

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ALL = {"runOnly": list(WCAG), "resultTypes": ["violations"]}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
RUN = "options => axe.run(document, options).then((found) => found.violations.map((one) => [one.id, ...one.nodes.map((node) => node.html)]))"  # noqa: E501
Violation = list[str]


def barriers(tab: Tab) -> dict[str, list[Violation]]:
    """What axe finds in a page as it is now: all rules in the light scheme, and those on colour again in the dark one.

    No other rule looks at a colour, so a page is thus seen whole in both.
    """
    tab.page.evaluate(Axe().axe_script)
    found: dict[str, list[Violation]] = {}
    for scheme, rules in (("dark", COLOURS), ("light", ALL)):
        tab.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        if violations := tab.page.evaluate(RUN, rules):
            found[scheme] = violations
    return found


def faults(tab: Tab, *, origin: str, kept: tuple[str, ...] = ()) -> Iterator[object]:
    """All that is wrong with an open page: its barriers and width, what it said, asked elsewhere or stored unasked."""
    yield from barriers(tab).items()
    yield from tab.said
    yield from tab.elsewhere(origin)
    yield from (name for name in tab.stored() if name not in kept)
    yield from (cookie.get("name") for cookie in tab.page.context.cookies())
    wide = tab.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield f"{wide} too wide"
