"""Imported records as files: staged first, then moved into place all together or not at all."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.settle import Settled
from socialmap.imports.shaping import Words
from socialmap.imports.sketch import Value, record_shape
from socialmap.imports.yaml_text import yaml_text
from socialmap.model import RecordType
from socialmap.model.shape import FieldShape, Shape


@dataclass(frozen=True, slots=True)
class Target:
    """The data folder to write in, how its editors write, and the language that needs no mark."""

    root: Path
    words: Words
    language: str

    def file(self, kind: RecordType, name: str) -> str:
        """The path of a record in the data folder: where it stands already, else in the editors' own folder."""
        return self.existing(kind, name) or f"{self.words.types[kind][0]}/{name}.yml"

    def existing(self, kind: RecordType, name: str) -> str:
        """The path of a record that is there already, in whichever folder name of its type; else nothing."""
        folders = (*self.words.types[kind], f"{kind}s", kind)
        paths = (f"{folder}/{name}{ending}" for folder in folders for ending in (".yml", ".yaml"))
        return next((path for path in paths if (self.root / path).exists()), "")

    def text(self, record: Settled) -> str:
        """The file of a record: fixed key order, keys and fixed words as the editors write them."""
        ordered = _ordered({"id": record.id, **record.values}, record_shape(record.type), self)
        return yaml_text({name: value for name, value in ordered.items() if name != "id"})


def _ordered(values: Mapping[str, Value], shape: Shape, target: Target) -> dict[str, Value]:
    result: dict[str, Value] = {}
    for field in shape.fields:
        if field.name in values:
            result.update(_written(field, values[field.name], target))
    return result


def _written(field: FieldShape, value: Value, target: Target) -> dict[str, Value]:
    key = target.words.write_key(field.name)
    if field.localized and isinstance(value, dict):
        return {key if lang == target.language else f"{key}@{lang}": text for lang, text in value.items()}
    if isinstance(value, list):
        return {key: [_one(field, part, target) for part in value]}
    return {key: _one(field, value, target)}


def _one(field: FieldShape, value: Value, target: Target) -> Value:
    if isinstance(value, dict) and field.group is not None and field.kind == "group":
        ordered = _ordered(value, field.group, target)
        alone = ordered.get(target.words.write_key(field.shorthand)) if len(ordered) == 1 else None
        return alone if isinstance(alone, str) else ordered
    if isinstance(value, str) and field.kind in ("word", "boolean"):
        return target.words.write_word(value)
    return value


def write_records(records: Iterable[Settled], *, target: Target) -> tuple[str, ...]:
    """The paths written, in order; existing files of the same name are replaced.

    Raises:
        UnreadableSourceError: a folder on the way is a link.
        OSError: the disk refuses; nothing has changed then.
    """
    texts = {target.file(record.type, record.id): target.text(record) for record in records}
    for folder in sorted({Path(path).parent for path in texts}):
        if (target.root / folder).is_symlink():
            raise UnreadableSourceError("import-link", file=str(folder), folder=str(folder))
    target.root.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".import-", dir=target.root))
    try:
        _stage(texts, stage / "new")
        _move(tuple(texts), stage=stage, root=target.root)
    finally:
        shutil.rmtree(stage)
    return tuple(texts)


def _stage(texts: Mapping[str, str], folder: Path) -> None:
    for path, text in texts.items():
        staged = folder / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_text(text, encoding="utf-8", newline="\n")


def _move(paths: tuple[str, ...], *, stage: Path, root: Path) -> None:
    done: list[str] = []
    try:
        for path in paths:
            _keep_old(path, stage=stage, root=root)
            done.append(path)
            (root / path).parent.mkdir(exist_ok=True)
            (stage / "new" / path).replace(root / path)
    except OSError:
        for path in done:
            _put_back(path, stage=stage, root=root)
        raise


def _keep_old(path: str, *, stage: Path, root: Path) -> None:
    if (root / path).exists():
        old = stage / "old" / path
        old.parent.mkdir(parents=True, exist_ok=True)
        (root / path).replace(old)


def _put_back(path: str, *, stage: Path, root: Path) -> None:
    (root / path).unlink(missing_ok=True)
    if (stage / "old" / path).exists():
        (stage / "old" / path).replace(root / path)
