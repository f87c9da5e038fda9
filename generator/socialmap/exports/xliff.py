"""Texts for a translator as XLIFF, which translation programs open; called by the pipeline.

Sources: XLIFF 2.0 (ISO 21720:2017) and XLIFF 1.2 (OASIS, 2008).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from itertools import groupby

from socialmap.text.xliff import NAMESPACES, WRITTEN_1, WRITTEN_2, TranslationUnit, Version

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(texts: Iterable[TranslationUnit], *, source: str, target: str, version: Version = "2.0") -> bytes:
    """The texts of one language as a file, those of each record together; `source` is the language they are of."""
    root = ET.Element("xliff", {"xmlns": NAMESPACES[version], "version": version})
    if version == "2.0":
        root.attrib.update({"srcLang": source, "trgLang": target})
    for record, members in groupby(texts, key=lambda text: text.record):
        if version == "2.0":
            _file_2(root, record, members)
        else:
            _file_1(root, record, members, (source, target))
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return HEAD + body + b"\n"


def _file_2(root: ET.Element, record: str, members: Iterable[TranslationUnit]) -> None:
    file = ET.SubElement(root, "file", {"id": record.replace("/", "."), "original": record})
    for text in members:
        known = {"id": f"{text.field}.{text.mark}", "name": text.field, PRESERVE: "preserve"}
        state, sub_state = WRITTEN_2[text.state]
        told = {"state": state, **({"subState": sub_state} if sub_state else {})}
        _texts(ET.SubElement(ET.SubElement(file, "unit", known), "segment", told), text)


def _file_1(root: ET.Element, record: str, members: Iterable[TranslationUnit], languages: tuple[str, str]) -> None:
    known = {"original": record, "source-language": languages[0], "target-language": languages[1]}
    body = ET.SubElement(ET.SubElement(root, "file", {**known, "datatype": "plaintext"}), "body")
    for text in members:
        told = {"id": f"{text.field}.{text.mark}", "resname": text.field, PRESERVE: "preserve"}
        unit = ET.SubElement(body, "trans-unit", told)
        _texts(unit, text)
        target = unit.find("target")
        if target is None:
            target = ET.SubElement(unit, "target")
        target.set("state", WRITTEN_1[text.state])


def _texts(parent: ET.Element, text: TranslationUnit) -> None:
    ET.SubElement(parent, "source").text = text.source
    if text.target:
        ET.SubElement(parent, "target").text = text.target
