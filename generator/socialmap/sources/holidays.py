"""Holidays from `holidays.yml`, in the model's keys."""

from pathlib import Path

from socialmap.model.raw import Raw
from socialmap.problems import Place, Problem, fault
from socialmap.sources.folder import decode_utf8, read_file
from socialmap.sources.yaml_reader import read_yaml

FILE = "holidays.yml"
KEYS = {
    "feestdagen": "public",
    "schoolvakanties": "school",
    "datum": "date",
    "naam": "name",
    "vanaf": "from_date",
    "tot_en_met": "until",
    "regio": "region",
}


def load_holidays(root: Path, /) -> tuple[Raw, tuple[Problem, ...]]:
    """The raw calendar of holidays; empty without a file."""
    if not (root / FILE).exists():
        return {}, ()
    content = read_file(root, FILE, limit=200_000)
    text = content if isinstance(content, Problem) else decode_utf8(content)
    if isinstance(text, Problem):
        return {}, (text,)
    document = read_yaml(text, file=FILE)
    if not isinstance(document.value, dict):
        return {}, (*document.problems, *(() if document.problems else (fault("SM108", Place(FILE, 1, 1)),)))
    return _english(document.value), document.problems


def _english(value: Raw) -> Raw:
    if isinstance(value, list):
        return [_english(item) for item in value]
    if not isinstance(value, dict):
        return value
    done: dict[str, Raw] = {}
    for written, inner in value.items():
        key, _, language = written.partition("@")
        name = KEYS.get(key, key)
        if name == "name":
            names = done.setdefault("name", {})
            if isinstance(names, dict):
                names[language or "nl"] = inner
        else:
            done[name] = _english(inner)
    return done
