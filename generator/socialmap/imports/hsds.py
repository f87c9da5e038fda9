"""HSDS 3.0 records (JSON or tabular) become organizations, locations and services; called by `run`.

Field by field after the HSDS 3.0 reference (https://docs.openreferral.org/en/v3.0/). What the model has no field for
goes to the description when residents need it and to the internal note otherwise; persons' contacts stay behind.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from socialmap.imports.cells import iso_day
from socialmap.imports.hsds_files import ENTITIES, Entity, Found, Json, Node, read_objects
from socialmap.imports.hsds_hours import schedule_texts
from socialmap.imports.hsds_nodes import nodes_of, text_of, together
from socialmap.imports.mapping import ImportMapping
from socialmap.imports.markup import mailbox, phone_number, web_address
from socialmap.imports.rows import TableRows
from socialmap.imports.shaping import Shaper, lifted_values, without_blanks
from socialmap.imports.sketch import Ref, Sketch, SketchedRow, Value, record_shape
from socialmap.problems import Place, Problem

SHORT: Final = 300
STATUS: Final = {"active": "active", "inactive": "paused", "temporarily closed": "paused", "defunct": "stopped"}
NOTED: Final[Mapping[Entity, tuple[str, ...]]] = {
    "organization": ("tax_status", "tax_id", "year_incorporated", "legal_status", "logo", "uri"),
    "location": ("alternate_name", "external_identifier_type", "external_identifier"),
    "service": ("assurer_email", "licenses"),
}


def read_hsds(source: Path, *, mapping: ImportMapping, shaper: Shaper) -> TableRows:
    """A row for each organization, location and service of an HSDS source; the same object twice is one row."""
    objects = read_objects(source)
    merged: dict[tuple[Entity, str], Found] = {}
    for found in objects.found:
        key = (found.kind, text_of(found.node, "id") or f"{found.file}:{found.path}")
        known = merged.get(key)
        merged[key] = _merge(known, found) if known else found
    ordered = sorted(merged.items(), key=lambda item: ENTITIES.index(item[0][0]))
    rows = tuple(_row(found, key, mapping, shaper) for (_, key), found in ordered)
    repeated = len(objects.found) - len(merged)
    return TableRows(source.name, rows, blank=objects.blank, others=objects.others, repeated=repeated)


def _merge(first: Found, more: Found) -> Found:
    return Found(first.kind, {**more.node, **first.node}, first.file, first.path)


def _row(found: Found, key: str, mapping: ImportMapping, shaper: Shaper) -> SketchedRow:
    makers = {"organization": organization_values, "location": location_values, "service": service_values}
    place = Place(f"{found.file}#{found.path}" if found.path else found.file)
    shape = record_shape(found.kind)
    bare = without_blanks({**makers[found.kind](found.node), "note": _note(found)})
    own = shaper.group(shape, bare if isinstance(bare, dict) else {})
    common = {name: value for name, value in mapping.defaults.items() if shape.field(shaper.key(shape, name))}
    constants = lifted_values({**common, **mapping.each.get(found.kind, {})})
    full = {**shaper.group(shape, constants), **own}
    allowed: dict[str, Value] = {name: why for name, why in mapping.allow.items() if name.split(".")[0] in full}
    values = {**full, "allowed": allowed} if allowed else full
    sketch = Sketch(found.kind, text_of(found.node, "name"), (key,), values)
    return SketchedRow(place, (sketch,), tuple(_left_out(found.node, place)))


def organization_values(node: Node) -> dict[str, Value]:
    """An organization in the model's keys."""
    long, funding = _overflow(" ".join(text_of(part, "source") for part in nodes_of(node, "funding")))
    return {
        "name": text_of(node, "name"),
        "alternate_name": text_of(node, "alternate_name"),
        "description": _paragraphs(text_of(node, "description"), long),
        "email": mailbox(text_of(node, "email")),
        "url": web_address(text_of(node, "website") or text_of(node, "url")),
        "phones": _phones(node),
        "funding": funding,
        "parent_organization": _ref("organization", text_of(node, "parent_organization_id")),
    }


def location_values(node: Node) -> dict[str, Value]:
    """A location in the model's keys, with the first physical address, else the first."""
    addresses = nodes_of(node, "addresses")
    address = next(
        (one for one in addresses if one.get("address_type") == "physical"), addresses[0] if addresses else {}
    )
    schedule, told = schedule_texts(nodes_of(node, "schedules"))
    return {
        "name": text_of(node, "name"),
        "kind": text_of(node, "location_type"),
        "organization": _ref("organization", text_of(node, "organization_id")),
        "address": ", ".join(filter(None, (text_of(address, "address_1"), text_of(address, "address_2")))),
        "postal_code": text_of(address, "postal_code"),
        "city": text_of(address, "city"),
        "country": text_of(address, "country"),
        "latitude": text_of(node, "latitude"),
        "longitude": text_of(node, "longitude"),
        "transport": text_of(node, "transportation"),
        "description": _paragraphs(text_of(node, "description"), *_access(node), *_languages(node), *told),
        "schedule": schedule,
        "phones": _phones(node),
        "url": web_address(text_of(node, "url")),
    }


def service_values(node: Node) -> dict[str, Value]:
    """A service in the model's keys; texts that are too long for their field become paragraphs of the description."""
    short: dict[str, Value] = {}
    long: list[str] = []
    for name, text in _service_texts(node):
        overflow, fitting = _overflow(text)
        short[name], long = fitting, [*long, overflow]
    schedule, told = schedule_texts(nodes_of(node, "schedules"))
    extra = (
        text_of(node, "interpretation_services"),
        text_of(node, "accreditations"),
        *_areas(node),
        *_languages(node),
    )
    owner = node.get("organization")
    alert = text_of(node, "alert")
    return {
        "name": text_of(node, "name"),
        "alternate_names": [text_of(node, "alternate_name")],
        "description": _paragraphs(text_of(node, "description"), *long, *extra, *told),
        "status": STATUS.get(text_of(node, "status"), text_of(node, "status")),
        "organization": _ref("organization", text_of(node, "organization_id") or _id(owner)),
        "locations": [_at_location(link) for link in nodes_of(node, "service_at_locations")],
        "schedule": schedule,
        **short,
        "minimum_age": text_of(node, "minimum_age"),
        "maximum_age": text_of(node, "maximum_age"),
        "cost": _cost(node),
        "interpreter": "true" if text_of(node, "interpretation_services") else "",
        "phones": _phones(node),
        "email": mailbox(text_of(node, "email")),
        "url": web_address(text_of(node, "url")),
        "alert": {"text": alert} if len(alert) <= SHORT else "",
        "assured_date": iso_day(text_of(node, "assured_date")),
        "last_modified": iso_day(text_of(node, "last_modified")),
    }


def _service_texts(node: Node) -> Iterator[tuple[str, str]]:
    yield "registration", text_of(node, "application_process")
    yield "waiting_time", text_of(node, "wait_time")
    yield "eligibility", text_of(node, "eligibility_description")
    yield "bring", "; ".join(text_of(part, "document") for part in nodes_of(node, "required_documents"))


def _cost(node: Node) -> Value:
    options = [" ".join(filter(None, _cost_parts(option))) for option in nodes_of(node, "cost_options")]
    note = "; ".join(filter(None, (*options, text_of(node, "fees_description"))))
    if not note:
        return {}
    free = note.casefold().rstrip(".") in ("free", "gratis")
    return {"kind": "free"} if free else {"kind": "amount", "note": note[:SHORT]}


def _cost_parts(option: Node) -> tuple[str, ...]:
    named = text_of(option, "option")
    amount = (text_of(option, "amount"), text_of(option, "currency").upper(), text_of(option, "amount_description"))
    return (f"{named}:" if named else "", *amount)


def _at_location(link: Node) -> Value:
    schedule, told = schedule_texts(nodes_of(link, "schedules"))
    phones = _phones(link)
    note = " ".join(filter(None, (text_of(link, "description"), *told)))
    return {
        "location": _ref("location", text_of(link, "location_id") or _id(link.get("location"))),
        "schedule": schedule,
        "phone": phones[0] if phones else "",
        "note": note if len(note) <= SHORT else "",
    }


def _phones(node: Node) -> list[Value]:
    return [_phone(phone) for phone in nodes_of(node, "phones") if text_of(phone, "number")]


def _phone(phone: Node) -> Value:
    number, extension = phone_number(text_of(phone, "number")), text_of(phone, "extension")
    description = text_of(phone, "description")
    full = f"{number} ext. {extension}" if extension else number
    return {"number": full, "description": description if len(description) <= SHORT else ""}


def _access(node: Node) -> Iterator[str]:
    return (together(part, "description", "details") for part in nodes_of(node, "accessibility"))


def _languages(node: Node) -> Iterator[str]:
    return (together(part, "name", "note", seam=": ") for part in nodes_of(node, "languages"))


def _areas(node: Node) -> Iterator[str]:
    return (text_of(part, "description") or text_of(part, "name") for part in nodes_of(node, "service_areas"))


def _ref(kind: Entity, key: str) -> Value:
    return Ref(kind, key) if key else ""


def _id(node: Json) -> str:
    return text_of(node, "id") if isinstance(node, dict) else ""


def _overflow(text: str) -> tuple[str, str]:
    return ("", " ".join(text.split())) if len(text) <= SHORT else (text, "")


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _note(found: Found) -> str:
    facts = [(name, text_of(found.node, name)) for name in NOTED[found.kind]]
    facts += [
        ("identifier", together(part, "identifier_scheme", "identifier"))
        for part in nodes_of(found.node, "organization_identifiers")
    ]
    facts += [("program", text_of(part, "name")) for part in _programs(found.node)]
    facts += [("hsds id", text_of(found.node, "id"))]
    return "\n".join(f"{name}: {text}" for name, text in facts if text)


def _programs(node: Node) -> Iterable[Node]:
    one = node.get("program")
    return [*nodes_of(node, "programs"), *([one] if isinstance(one, dict) else [])]


def _left_out(node: Node, place: Place) -> Iterator[Problem]:
    for contact in nodes_of(node, "contacts"):
        shown = text_of(contact, "title") or text_of(contact, "department")
        yield Problem("import-left-out", place, {"key": "contacts", "value": shown})
