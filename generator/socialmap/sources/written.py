"""The way back from the model's keys to those of the editor, in what was written; called to place a problem."""

from collections.abc import Mapping

from socialmap.model.raw import Raw
from socialmap.problems import Path
from socialmap.sources.normalise import Normaliser
from socialmap.text.words import fold


def written_path(values: Raw, path: Path, *, by: Normaliser) -> Path:
    """The editor's own keys on the way to a value that is named in the model's keys.

    A key that is not there ends it, as the editor would write that key.
    """
    done: list[str | int] = []
    here: Normaliser | None = by
    for index, step in enumerate(path):
        if isinstance(values, list) and isinstance(step, int) and step < len(values):
            done.append(step)
            values = values[step]
        elif isinstance(values, dict) and isinstance(step, str):
            key = _written_key(values, step, path[index + 1 : index + 2], here)
            done.append(key or by.words.write_key(step))
            if key is None:
                break
            values = values[key]
            here = _inside(here, step)
        elif not isinstance(step, int):
            break
    return tuple(done)


def value_at(values: Raw, path: Path, /) -> Raw | None:
    """What was written at a path in the editor's own keys, or nothing."""
    here: Raw | None = values
    for step in path:
        if isinstance(here, list) and isinstance(step, int):
            here = here[step] if step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) and isinstance(step, str) else None
    return here


def _inside(here: Normaliser | None, name: str) -> Normaliser | None:
    field = here.shape.field(name) if here is not None else None
    if here is None or field is None or field.field_names:
        return here if field is not None else None
    return here.inner.get(name)


def _written_key(values: Mapping[str, Raw], step: str, after: Path, here: Normaliser | None) -> str | None:
    keys = here.keys if here is not None else {}
    ways = [key for key in values if _name(key, keys) == step]
    spoken = [key for key in ways if key.partition("@")[2] and key.partition("@")[2] == "".join(map(str, after))]
    return next(iter(spoken or ways), None)


def _name(written: str, keys: Mapping[str, str]) -> str:
    key = written.partition("@")[0]
    return keys.get(key) or keys.get(fold(key)) or key
