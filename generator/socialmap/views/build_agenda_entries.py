"""All entries of the agenda as a JavaScript module, from which the browser shows those of several choices at once.

A module needs no more rights than a page's scripts have: the page that imports it asks nobody anything.
"""

import json
from collections.abc import Iterable, Mapping

from socialmap.derive.occurrences import Occurrence
from socialmap.views.agenda_slices import areas_at, is_free
from socialmap.views.build_parts import build_cost
from socialmap.views.context import Context

Slot = tuple[str, str, int, int, bool]


def build_entries(*, context: Context, costs: Mapping[str, str]) -> str:
    """The module; `costs` are the language's words for each kind of cost.

    `services` are [id, name, language, cost, free, themes], `places` [name, language, neighbourhood], and `slots`
    [service, place, start, end, neighbourhoods, days]: numbers of the lists before, -1 for no place, minutes from
    midnight (an end of -1 is unknown), ids, and days after `first`.
    """
    agenda = context.derived.agenda
    slots: dict[Slot, list[int]] = {}
    for day, members in agenda.days.items():
        for each in members:
            slots.setdefault(_slot(each), []).append((day - agenda.first).days)
    services = sorted({slot[0] for slot in slots})
    places = sorted({slot[1] for slot in slots if slot[1]})
    found = {
        "first": agenda.first.isoformat(),
        "base": context.links.to("service", "x").removesuffix("x.html"),
        "services": [_service(name, costs, context) for name in services],
        "places": [_place(name, context) for name in places],
        "slots": list(_slots(slots, services, places, context)),
    }
    return f"export default {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"


def _slot(each: Occurrence) -> Slot:
    return each.service, each.location, each.start, each.end, each.open_end


def _service(name: str, costs: Mapping[str, str], context: Context) -> list[object]:
    service = context.catalogue.services[name]
    text, cost = context.text(service.name), build_cost(service.cost, context=context)
    words = (cost.amount or costs.get(cost.kind, "")) if cost else ""
    language = "" if text.lang == context.language else text.lang
    return [name, text.value, language, words, int(is_free(name, context.catalogue)), list(service.themes)]


def _place(name: str, context: Context) -> list[str]:
    text = context.text(context.catalogue.locations[name].name)
    area = context.derived.neighbourhood_of.get(name, "")
    words = context.term_text("neighbourhoods", area).value if area else ""
    return [text.value, "" if text.lang == context.language else text.lang, words]


def _slots(
    slots: Mapping[Slot, list[int]], services: list[str], places: list[str], context: Context
) -> Iterable[list[object]]:
    service_at = {name: number for number, name in enumerate(services)}
    place_at = {name: number for number, name in enumerate(places)}
    for slot, days in sorted(slots.items()):
        service, place, start, end, open_end = slot
        areas = areas_at(Occurrence(context.derived.agenda.first, start, end, service, place), context.derived)
        last = -1 if open_end and end == start else end
        yield [service_at[service], place_at.get(place, -1), start, last, list(areas), days]
