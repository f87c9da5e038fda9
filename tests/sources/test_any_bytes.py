"""Whatever bytes somebody puts in a data folder, reading ends in records and problems, never in a crash."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.sources.boundaries import load_boundaries, load_postcodes
from socialmap.sources.holidays import load_holidays
from socialmap.sources.vocabularies import load_terms
from socialmap.sources.words import read_words
from sources.site import load

WORDS = read_words("nl")
NAMES = st.sampled_from(("aanbod/a.yml", "aanbod.csv", "rollen/b.yaml", "locaties.csv"))
WORDS_AND_SIGNS = (
    "naam id naam@en locaties locatie.telefoon.nummer themas vertaling oefenplek.onderwerpen openingstijden toegestaan "
    "melding x - ; , \" ' [ ] { } # | @ . ~ :"
)
PIECES = st.sampled_from(
    (
        *(word.encode() for word in WORDS_AND_SIGNS.split()),
        b": ",
        b"- ",
        b"  ",
        b"\n",
        b"\r\n",
        b"\t",
        b"\0",
        b"\xe9",
        b"\xef\xbb\xbf",
    )
)
CONTENT = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=40).map(b"".join))


@given(NAMES, CONTENT)
@settings(max_examples=300, deadline=None)
def test_any_bytes_as_records(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = load(Path(folder), {name: content})
        assert all(problem.place.file == name for problem in loaded.problems)
        assert all(record.origin.file == name for record in loaded.records)


@given(CONTENT)
@settings(max_examples=150, deadline=None)
def test_any_bytes_as_the_other_files(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("taxonomies/themes.yml", "boundaries/a.geojson", "postcodes.csv", "holidays.yml"):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(content)
        found = (
            *load_terms(root, words=WORDS)[1],
            *load_boundaries(root)[1],
            *load_postcodes(root)[1],
            *load_holidays(root, words=WORDS)[1],
        )
        assert {problem.place.file for problem in found} <= {
            "taxonomies/themes.yml",
            "boundaries/a.geojson",
            "postcodes.csv",
            "holidays.yml",
        }
