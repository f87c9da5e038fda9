"""What editors keep to themselves is nowhere in what is published, however deep it is packed."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from demo_site.building import Built
from demo_site.html import read_html
from socialmap.model import Service

Canaries = dict[str, str]
FORM_FILES = r"(?:assets/form-|wijzigen/).*\.json"


def of_places(built: Built) -> Iterator[tuple[str, str]]:
    """What would lead to a confidential place: street, postcode and point."""
    for place in built.catalogue.locations.values():
        if place.confidential:
            for value in (place.address, place.postal_code, place.latitude, place.longitude):
                if value is not None:
                    yield str(value), place.id


def of_notes(built: Built) -> Iterator[tuple[str, str]]:
    """The notes for editors, and why a rule may be broken."""
    catalogue = built.catalogue
    for records in (catalogue.services, catalogue.organizations, catalogue.locations, catalogue.roles):
        for record in records.values():
            for text in (record.note, *record.allowed.values()):
                if text:
                    yield text, record.id


def of_contacts(built: Built) -> Iterator[tuple[str, str]]:
    """The numbers and mailboxes that are not for residents."""
    services, organizations = built.catalogue.services.values(), built.catalogue.organizations.values()
    numbers = [(phone, record.id) for record in services for phone in record.phones]
    numbers += [(phone, record.id) for record in organizations for phone in record.phones]
    yield from ((phone.number, owner) for phone, owner in numbers if phone.internal)
    for service in services:
        contact = service.professional.contact if service.professional else None
        if contact and contact.internal:
            yield from ((phone.number, service.id) for phone in contact.phones)
            if contact.email:
                yield contact.email, service.id


def forms_of(secret: str) -> set[bytes]:
    """A secret as it may be written: as it is, without spaces, and as in a `tel:` address."""
    bare = secret.replace(" ", "")
    forms = {secret, bare} | ({"+31" + bare[1:]} if bare.startswith("0") and bare.isdigit() else set())
    return {form.lower().encode() for form in forms if len(form) > 4}


def unpacked(path: Path) -> bytes:
    """The bytes of a file; of a packed one what is inside."""
    body = path.read_bytes()
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


@pytest.fixture(scope="module")
def published(demo: Built) -> dict[str, bytes]:
    """Every published file, unpacked, in small letters."""
    files = (path for path in demo.root.rglob("*") if path.is_file())
    return {str(path.relative_to(demo.root)): unpacked(path).lower() for path in files}


def leaks(canaries: Canaries, published: dict[str, bytes]) -> set[tuple[str, str]]:
    """Where a secret stands, and whose it is."""
    return {
        (route, owner)
        for secret, owner in canaries.items()
        for form in forms_of(secret)
        for route, body in published.items()
        if form in body
    }


def test_no_confidential_place_can_be_found(demo: Built, published: dict[str, bytes]) -> None:
    canaries = dict(of_places(demo))
    assert len(canaries) >= 8
    assert leaks(canaries, published) == set()


def test_no_note_for_editors_is_published(demo: Built, published: dict[str, bytes]) -> None:
    canaries = dict(of_notes(demo))
    assert len(canaries) >= 5
    assert leaks(canaries, published) == set()


def test_no_internal_number_or_mailbox_is_published(demo: Built, published: dict[str, bytes]) -> None:
    canaries = dict(of_contacts(demo))
    assert len(canaries) >= 8
    assert leaks(canaries, published) == set()


def test_packed_search_files_are_looked_into(demo: Built) -> None:
    packed = list(demo.root.rglob("*.pf_fragment"))
    service = demo.catalogue.services["formulierenspreekuur"]
    assert any(service.summary["nl"].encode() in unpacked(path) for path in packed)


def only_secret(built: Built) -> list[Service]:
    """The services whose every place is confidential."""
    places = built.catalogue.locations
    services = (service for service in built.catalogue.services.values() if service.locations)
    return [each for each in services if all(places[at.location].confidential for at in each.locations)]


def test_no_page_of_a_neighbourhood_leads_to_what_is_there_in_secret(demo: Built) -> None:
    told = {
        (area, service.id)
        for service in only_secret(demo)
        for area in demo.catalogue.terms("neighbourhoods")
        if area not in service.service_area
        and f"/{service.id}.html" in (demo.root / demo.route("neighbourhood", area)).read_text("utf-8")
    }
    assert len(only_secret(demo)) >= 1
    assert told == set()


def test_the_search_knows_no_neighbourhood_of_what_is_there_in_secret(demo: Built) -> None:
    known = {service.id: set(demo.derived.areas_of[service.id]) for service in only_secret(demo)}
    assert {service.id: known[service.id] - set(service.service_area) for service in only_secret(demo)} == {
        service.id: set() for service in only_secret(demo)
    }


def test_the_forms_know_no_secret_place_and_ask_nothing_internal(demo: Built, published: dict[str, bytes]) -> None:
    found = {route: json.loads(body) for route, body in published.items() if re.fullmatch(FORM_FILES, route)}
    rules = {route: each for route, each in found.items() if "fields" in each}
    names = [each for route, each in found.items() if "form-names-location" in route]
    now = [record for route, each in found.items() if route.startswith("wijzigen/") for record in each.items()]
    secret = {place.id for place in demo.catalogue.locations.values() if place.confidential}
    assert (len(rules), len(names), len(secret) >= 2, len(now) > 300) == (6, 1, True, True)
    assert secret.isdisjoint(names[0])
    places = {at.get("location") for _, record in now for at in record.get("locations", [])}
    assert secret.isdisjoint(places)
    assert secret.isdisjoint({name for route, each in found.items() if "/locaties/" in route for name in each})
    for each in rules.values():
        assert {"note", "allowed"}.isdisjoint(field["name"] for field in each["fields"])
        assert "internal" not in names_of(each["fields"])


def names_of(fields: list[dict[str, Any]]) -> set[str]:
    """The names of all fields, those of groups too."""
    return {name for field in fields for name in (field["name"], *names_of(field.get("fields", [])))}


def test_who_keeps_a_record_to_themselves_is_not_asked_for_it_in_a_form(demo: Built) -> None:
    for path in (*demo.root.glob("melden/*.html"), *demo.root.glob("wijzigen/*.html")):
        asked = {each.get("name", "") for tag in ("input", "select", "textarea") for each in read_html(path).all(tag)}
        assert not {name for name in asked if name.startswith(("note", "allowed")) or "internal" in name}
