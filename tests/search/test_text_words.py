"""Words that only full texts have: written in files by range, and found in the browser in any of their forms."""

import json
from pathlib import Path

import pytest

from demo_site.scripts import run_module
from socialmap.search import SearchRecord
from socialmap.search.coding import write_words
from socialmap.search.text_words import LETTERS_IN_FILE, text_files, text_places

TEXTS = Path(__file__).parents[2] / "site_overrides" / "components" / "search" / "texts.js"
ASK = """export default async ({ makeTexts }, { files, word }) => {
  const asked = [];
  const fetchOnce = async (name) => { asked.push(name); return { default: files[name] }; };
  const { known, ids } = await makeTexts(fetchOnce, 'nl')(word);
  return { known, ids, asked };
};"""


def record(number: int, content: str) -> SearchRecord:
    return SearchRecord(f"/aanbod/{number}.html", content, "nl")


def test_a_word_is_told_of_services_that_have_it_in_no_other_part() -> None:
    records = (record(0, "De fiets en de brievenbus"), record(1, "Fiets"), record(2, "fiets, tuin, 17"))
    known = {"fiets": {"name": [1], "summary": []}, "tuin": {"summary": [2, 7]}}
    assert text_places(records, known=known, stop=frozenset(("de",))) == {"fiets": [0, 2], "brievenbus": [0]}


def published(places: dict[str, list[int]]) -> dict[str, object]:
    """The files as a browser gets them."""
    parts = list(text_files(places))
    files = {f"t{at}": [words, numbers] for at, (_, words, numbers) in enumerate(parts)}
    starts = write_words([first for first, _, _ in parts])
    return {**files, "full": {"starts": starts, "files": list(files)}}


@pytest.mark.parametrize(
    ("word", "known", "ids"),
    [
        ("brieven", True, [3, 4]),
        ("brief", True, [3, 4]),
        ("loop", True, [8]),
        ("rekenmach", False, [9]),
        ("rek", False, []),
        ("zzz", False, []),
    ],
)
def test_a_browser_finds_a_word_in_its_other_forms_and_else_by_its_beginning(
    word: str, known: bool, ids: list[int]
) -> None:
    places = {"brief": [3], "brieven": [4], "brievenbus": [5], "lopen": [8], "rekenmachine": [9]}
    told = json.loads(run_module(TEXTS, ASK, {"files": published(places), "word": word}))
    assert (told["known"], sorted(told["ids"])) == (known, ids)


def test_a_browser_fetches_only_the_files_that_may_hold_the_word() -> None:
    places = {f"{letter}woord{number}": [number] for letter in "abcdefghij" for number in range(400)}
    files = published(places)
    assert len(files) > 5
    told = json.loads(run_module(TEXTS, ASK, {"files": files, "word": "fwoord17"}))
    assert told["ids"] == [17]
    assert len(told["asked"]) <= 4
    assert max(len(str(each)) for each in files.values()) < LETTERS_IN_FILE + 200
