"""Texts that came back from a translator as XLIFF 2.0 or 1.2; the only module that knows the guarded XML reader.

Files come from others: a document type, an entity or a reference to elsewhere is refused, however it is used.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from socialmap.imports.grid import UnreadableSourceError
from socialmap.text.xliff import NAMESPACES, TranslationUnit, Version, state_of

LIMIT: Final = 20_000_000
ORDER: Final = ("missing", "stale", "draft", "unmarked", "reviewed")
SEGMENTS: Final = ("segment", "ignorable")


def read_xliff(path: Path) -> tuple[TranslationUnit, ...]:
    """The texts in a file of either version.

    Raises:
        UnreadableSourceError: the file is no XLIFF, is too large, or holds what XLIFF has no need of.
    """
    if path.stat().st_size > LIMIT:
        raise UnreadableSourceError("import-file-too-large", file=path.name)
    try:
        root = fromstring(path.read_bytes(), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableSourceError("import-xliff", file=path.name, reason=type(error).__name__) from error
    for version, namespace in NAMESPACES.items():
        if root.tag == f"{{{namespace}}}xliff":
            return tuple(_texts(root, version))
    raise UnreadableSourceError("import-xliff", file=path.name, reason=root.tag[:80])


def _texts(root: Element, version: Version) -> Iterator[TranslationUnit]:
    space = f"{{{NAMESPACES[version]}}}"
    for file in root.iter(f"{space}file"):
        language = root.get("trgLang", "") if version == "2.0" else file.get("target-language", "")
        for unit in file.iter(f"{space}unit" if version == "2.0" else f"{space}trans-unit"):
            field, _, mark = unit.get("id", "").rpartition(".")
            state = _state_2(unit, space) if version == "2.0" else _state_1(unit, space)
            yield TranslationUnit(
                record=file.get("original", ""),
                field=field,
                language=language,
                state=state,
                source=_text(unit, f"{space}source", space),
                target=_text(unit, f"{space}target", space),
                mark=mark,
            )


def _text(unit: Element, tag: str, space: str) -> str:
    """The words of a unit, in whatever parts a program cut it, without the marks it put in."""
    names = frozenset(f"{space}{name}" for name in SEGMENTS)
    parts = [part for part in unit if part.tag in names] or [unit]
    found = (part.find(tag) for part in parts)
    return "".join("".join(each.itertext()) for each in found if each is not None)


def _state_2(unit: Element, space: str) -> str:
    """The state of a unit: that of the segment which is least far."""
    parts = unit.iter(f"{space}segment")
    states = [state_of(part.get("state", "initial"), part.get("subState", ""), version="2.0") for part in parts]
    return min(states, key=ORDER.index, default="missing")


def _state_1(unit: Element, space: str) -> str:
    target = unit.find(f"{space}target")
    if unit.get("approved") == "yes":
        return "reviewed"
    return state_of(target.get("state", "") if target is not None else "new", version="1.2")
