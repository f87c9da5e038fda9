"""The call button of a service is on the first screen of a small phone."""

import pytest
from playwright.sync_api import Browser

from demo_site.building import Built
from demo_site.chromium import tab_in
from demo_site.sample import sample_route

pytestmark = pytest.mark.browser
EDGE = "document.querySelector('main .sm-acts a[href^=\"tel:\"]').getBoundingClientRect().bottom"


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_call_button_of_an_ordinary_service_is_high_on_the_screen(
    browser: Browser, demo: Built, address: str, language: str
) -> None:
    with tab_in(browser, width=360, height=640) as tab:
        tab.open(address + sample_route("service-ordinary", demo, language=language))
        assert tab.page.evaluate(EDGE) <= 569


def test_the_call_button_of_every_service_is_on_the_first_screen(browser: Browser, demo: Built, address: str) -> None:
    services = demo.catalogue.services.values()
    callable_ = [service.id for service in services if service.phones and service.status != "stopped"]
    with tab_in(browser, width=360, height=640) as tab:
        edges = {}
        for service in callable_:
            tab.page.goto(address + demo.route("service", service))
            edges[service] = tab.page.evaluate(EDGE)
    inside = sorted(edges.values())
    print(f"{len(inside)} buttons: lowest edge {inside[0]}, median {inside[len(inside) // 2]}, {inside[-1]} at most")
    assert len(edges) > 150
    assert {service: edge for service, edge in edges.items() if edge > 640} == {}
