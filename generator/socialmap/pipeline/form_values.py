"""The files from which a form for a change knows what a record says now: some tens of records in each.

A browser gets the one file that its record is in, and only on that page. Which file follows from the record's id alone,
so that no list of all records is needed. Called by `build`; `components/form/now.js` reads them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from socialmap.exports.form_values import Value, form_values
from socialmap.model import Record, RecordType
from socialmap.model.shape import FieldShape, shape_of
from socialmap.pipeline.digests import digest
from socialmap.pipeline.fingerprints import Fingerprints
from socialmap.publish import Staging
from socialmap.sources.loading import MODELS
from socialmap.views.build_form import is_asked
from socialmap.views.context import Site
from socialmap.views.form_parts import part_count, part_of, part_pattern

Part = Sequence[Record]
FILE = "@file"


def stage_form_values(site: Site, staging: Staging, *, prints: Fingerprints) -> None:
    """Stage the files of every type of record that has a form; one of which no record changed is kept."""
    if site.editing is None:
        return
    secret = frozenset(name for name, at in site.catalogue.locations.items() if at.confidential)
    for kind, word in site.editing.types.items():
        write = form_values(shape_of(MODELS[kind]), language=site.language, asked=_is_shown, secret=secret)
        pattern = part_pattern(word, routes=site.routes, language=site.language)
        for number, records in _parts(kind, site):
            route = pattern.format(part=number)
            mark = digest(prints.shared, route, *sorted(secret), *(prints.records[kind, each.id] for each in records))
            if staging.manifest.fresh(route, mark):
                staging.keep(route)
            else:
                body = {each.id: {**write(each), **_elsewhere(kind, each, word, site)} for each in records}
                staging.write(route, _json(body), fingerprint=mark)


def _parts(kind: RecordType, site: Site) -> Iterator[tuple[int, Part]]:
    """The records that a form may change, by the number of their file; of a secret place not even the id."""
    records = site.catalogue.records(kind).values()
    count = part_count(kind, site.catalogue)
    found: list[list[Record]] = [[] for _ in range(count)]
    for record in sorted(records, key=lambda each: each.id):
        if not getattr(record, "confidential", False) and (kind, record.id) not in site.catalogue.national:
            found[part_of(record.id, count)].append(record)
    return enumerate(found)


def _elsewhere(kind: RecordType, record: Record, folder: str, site: Site) -> Mapping[str, str]:
    """The file of a record that has none of its own name, such as the row of a table."""
    file = site.catalogue.origins[kind, record.id].file
    return {FILE: file} if file != f"{folder}/{record.id}.yml" else {}


def _is_shown(field: FieldShape) -> bool:
    """The country belongs to a check of the postcode, though nobody is asked for it."""
    return is_asked(field) or field.name == "country"


def _json(body: Mapping[str, Mapping[str, Value]]) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
