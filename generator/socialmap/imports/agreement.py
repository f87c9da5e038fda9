"""Whether a mapping agrees with the model and with the table that it is for; called by `reading` before any row is."""

from collections.abc import Iterable, Iterator

from socialmap.imports.grid import Table
from socialmap.imports.mapping import ImportMapping, TableSpec, columns_used
from socialmap.imports.rows import field_path, plain_columns
from socialmap.imports.shaping import Shaper
from socialmap.imports.sketch import record_shape
from socialmap.model import RECORD_TYPES
from socialmap.problems import Path, Place, Problem
from socialmap.text.words import nearest


def mapping_problems(table: Table, *, spec: TableSpec, shaper: Shaper, file: str, at: Path = ()) -> Iterator[Problem]:
    """A problem for each column that the table does not have and each field that the model does not know.

    `at` is where the table stands in the mapping; the path of each problem starts with it.
    """
    for column, path in columns_used(plain_columns(spec)):
        if column not in table.columns:
            known = ", ".join(table.columns)
            params = {"column": column, "table": table.name, "columns": known}
            place = Place(file, field=str(path[-1]))
            yield Problem("import-column", place, params, nearest(column, table.columns), (*at, *path))
    for number, record in enumerate(spec.records):
        shape = record_shape(record.type)
        for name in record.fields:
            if field_path(shape, name, shaper=shaper) is None:
                suggestion = nearest(name, _written_keys((field.name for field in shape.fields), shaper))
                params, path = {"key": name, "type": record.type}, ("records", number, "fields", name)
                yield Problem("import-field", Place(file, field=name), params, suggestion, (*at, *path))


def unknown_settings(mapping: ImportMapping, *, shaper: Shaper, file: str) -> Iterator[Problem]:
    """A problem for each field in the settings for all records that no type of record has."""
    shapes = tuple(map(record_shape, RECORD_TYPES))
    names = dict.fromkeys(field.name for shape in shapes for field in shape.fields)
    named = {"defaults": mapping.defaults, "set_aside": mapping.set_aside, "allow": mapping.allow}
    for setting, written in named.items():
        for name in written:
            bare = name.partition("@")[0].partition(".")[0]
            keys = {shaper.key(shape, bare) for shape in shapes} if setting == "defaults" else {bare}
            if keys.isdisjoint(names):
                path, params = (setting, name), {"key": name, "setting": setting}
                known = _written_keys(names, shaper) if setting == "defaults" else names
                yield Problem("import-setting-field", Place(file, field=name), params, nearest(bare, known), path)


def _written_keys(names: Iterable[str], shaper: Shaper) -> tuple[str, ...]:
    """Fields by both of their names: in the model's words and as the editors write them."""
    return tuple(key for name in names for key in dict.fromkeys((name, shaper.words.write_key(name))))
