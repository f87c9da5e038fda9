"""The files of `schemas/`, compiled from the models: written by `socialmap schemas`, compared by `--check`."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from socialmap.contracts.json_schema import Vocabulary, json_schema
from socialmap.contracts.table_schema import table_schema
from socialmap.model import RECORD_TYPES, RecordType, Term
from socialmap.model.shape import shape_of
from socialmap.sources.loading import MODELS
from socialmap.sources.words import Words, read_words

EDITORS = ("nl", "en")
LANGUAGES = ("nl", "en", "ar")


def compile_schemas() -> dict[str, bytes]:
    """Every file of `schemas/` by its name."""
    found = {**dict(_json_schemas()), **dict(_table_schemas())}
    package = {**package_description("Sociale kaart"), "resources": [_resource(kind) for kind in RECORD_TYPES]}
    written = {name: _bytes(value) for name, value in {**found, "datapackage.json": package}.items()}
    return {**written, **dict(_empty_tables())}


def table_schemas(languages: tuple[str, ...]) -> Mapping[RecordType, Mapping[str, object]]:
    """The Table Schema of each record type for a site's languages."""
    return {kind: table_schema(shape_of(MODELS[kind]), languages=languages) for kind in RECORD_TYPES}


def package_description(title: str) -> dict[str, object]:
    """What a Data Package says of itself, without its resources."""
    return {
        "profile": "tabular-data-package",
        "name": "socialmap",
        "title": title,
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
    }


def stale(folder: Path) -> tuple[str, ...]:
    """The files in `schemas/` that are not what the models give now, by name."""
    wanted = compile_schemas()
    there = {str(path.relative_to(folder)): path.read_bytes() for path in _files(folder)}
    return tuple(sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)))


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Bring `schemas/` up to date; the names of the files that changed."""
    changed, wanted = stale(folder), compile_schemas()
    for name in changed:
        path = folder / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[name])
        else:
            path.unlink()
    return changed


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in (".json", ".csv"))


def _empty_tables() -> Iterator[tuple[str, bytes]]:
    """The tables that the package names, with their columns and no rows, so that it is whole by itself."""
    for kind, schema in table_schemas(LANGUAGES).items():
        fields = schema["fields"]
        names = [str(field["name"]) for field in fields] if isinstance(fields, list) else []
        yield f"{kind}s.csv", f"{','.join(names)}\n".encode()


def _json_schemas() -> Iterator[tuple[str, dict[str, object]]]:
    for editors in EDITORS:
        words = read_words(editors)
        language = _vocabulary(words)
        for kind, model in MODELS.items():
            title = words.types[kind][-1]
            yield f"{editors}/{kind}.json", json_schema(shape_of(model), title=title, language=language)
        yield f"{editors}/term.json", json_schema(shape_of(Term), title="term", language=language)


def _vocabulary(words: Words) -> Vocabulary:
    def keys(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*words.keys.get(name, ()), name)))

    def fixed(word: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*words.words.get(word, ()), word)))

    return Vocabulary(keys, fixed)


def _table_schemas() -> Iterator[tuple[str, dict[str, object]]]:
    for kind, schema in table_schemas(LANGUAGES).items():
        yield f"tables/{kind}.json", dict(schema)


def _resource(kind: RecordType) -> dict[str, object]:
    return {
        "name": f"{kind}s",
        "path": f"{kind}s.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": f"tables/{kind}.json",
    }


def _bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
