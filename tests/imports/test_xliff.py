"""XLIFF gives back what it was given, in either version, and what XML could do besides is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.exports.xliff import write_xliff
from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.xliff import read_xliff
from socialmap.text.xliff import WRITTEN_2, TranslationUnit, Version

ID = st.from_regex(r"[a-z]+(-[a-z0-9]+)*", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1)
TEXTS = st.builds(
    TranslationUnit,
    record=st.builds("{}/{}".format, st.sampled_from(("aanbod", "locaties")), ID),
    field=st.sampled_from(("naam", "samenvatting", "zonder_internet", "thema's")),
    language=st.just("en"),
    state=st.sampled_from(sorted(WRITTEN_2)),
    source=WORDS,
    target=WORDS,
    mark=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
)
HOSTILE = {
    "entities": '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><xliff>&c;</xliff>',
    "a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>',
    "a document type": '<!DOCTYPE x SYSTEM "https://kwaad.example/x.dtd"><xliff/>',
    "no XML": "record;veld",
    "no XLIFF": "<html/>",
    "an encoding nobody knows": '<?xml version="1.0" encoding="kwaad"?><xliff/>',
    "nothing": "",
}


@given(texts=st.lists(TEXTS, max_size=3), version=st.sampled_from(("2.0", "1.2")))
def test_what_is_written_is_read(
    texts: list[TranslationUnit], version: Version, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("xliff") / "a.xlf"
    path.write_bytes(write_xliff(texts, source="nl", target="en", version=version))
    assert read_xliff(path) == tuple(texts)


def test_what_a_program_cut_in_pieces_is_one_text_as_far_as_its_least_part(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="nl" trgLang="en">'
        '<file id="f" original="aanbod/x"><unit id="naam.0011aabb">'
        '<segment state="final"><source>Een.</source><target>One.</target></segment>'
        "<ignorable><source> </source><target> </target></ignorable>"
        '<segment state="translated"><source>Twee.</source><target>Two.</target></segment></unit></file></xliff>',
        "utf-8",
    )
    assert read_xliff(path) == (
        TranslationUnit("aanbod/x", "naam", "en", "draft", "Een. Twee.", "One. Two.", "0011aabb"),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_or_something_else_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableSourceError):
        read_xliff(path)


def test_many_elements_in_each_other_are_read_or_refused_and_nothing_worse(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text("<xliff>" + "<g>" * 200_000 + "</g>" * 200_000 + "</xliff>", "utf-8")
    with pytest.raises(UnreadableSourceError):
        read_xliff(path)
