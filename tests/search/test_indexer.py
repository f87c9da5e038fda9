"""Records in, bundles out, through the real engine; a program of our own where it cannot be made to fail."""

import gzip
import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from search.records import ARABIC, DUTCH
from socialmap.problems import Place, Problem, fault
from socialmap.search import IndexReport, SearchRecord, fingerprint, index_records, start_index


def facets(at: int) -> dict[str, list[str]]:
    return {f"facet {n}": [f"value {at % (n + 2)}"] for n in range(6)}


MANY_FILTERS = tuple(
    replace(record, filters=facets(at), sort={"a": str(at % 3), "b": str(at)}) for at, record in enumerate(DUTCH)
)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def failed(detail: str) -> IndexReport:
    return IndexReport(problems=(fault("SM901", Place(file=""), detail=detail),))


def program(folder: Path, script: str) -> Path:
    path = folder / "engine"
    path.write_text(f"#!/usr/bin/env python3\nimport sys, time\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def report_of(script: str, folder: Path, *, timeout: float = 20.0) -> IndexReport:
    indexing = start_index(language="nl", into=folder / "nl", timeout=timeout, program=program(folder, script))
    for record in DUTCH:
        indexing.add(record)
    return indexing.finish()


def fragments(folder: Path) -> list[dict[str, object]]:
    found = (gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("fragment/*")))
    return [json.loads(content.removeprefix(b"pagefind_dcd")) for content in found]


def test_every_record_is_in_the_bundle_with_its_texts_and_facets(tmp_path: Path) -> None:
    index_records(DUTCH, language="nl", into=tmp_path / "nl")
    found = {str(one["url"]): one for one in fragments(tmp_path / "nl")}
    assert found.keys() == {record.url for record in DUTCH}
    assert {url: one["meta"] for url, one in found.items()} == {record.url: dict(record.meta) for record in DUTCH}
    assert found["/aanbod/plek-07.html"]["filters"] == {
        "theme": ["wonen"], "neighbourhood": ["haven"], "target_group": ["iedereen"], "kind": ["hulp"],
        "cost": ["betaald"], "language": ["nl"],
    }  # fmt: skip


def test_a_bundle_holds_the_index_and_the_engine_and_no_interface(tmp_path: Path) -> None:
    report = index_records(DUTCH, language="nl", into=tmp_path / "nl")
    files = tree(tmp_path / "nl")
    assert report == IndexReport((tmp_path / "nl",), sum(map(len, files.values())))
    kinds = {Path(path).suffix or path for path in files}
    assert kinds == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"}
    assert {path for path in files if path.endswith((".js", ".pagefind"))} == {
        "pagefind.js", "pagefind-worker.js", "wasm.nl.pagefind",
    }  # fmt: skip


def test_a_language_without_stemming_keeps_the_general_program(tmp_path: Path) -> None:
    index_records([replace(DUTCH[0], language="zz")], language="zz", into=tmp_path / "zz")
    assert (tmp_path / "zz" / "wasm.unknown.pagefind").is_file()


def test_the_same_records_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    index_records(MANY_FILTERS, language="nl", into=tmp_path / "one")
    index_records(reversed(MANY_FILTERS), language="nl", into=tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_more_records_than_a_shard_holds_make_bundles_inside_the_first(tmp_path: Path) -> None:
    report = index_records(DUTCH, language="nl", into=tmp_path / "nl", shard_size=20)
    assert report.bundles == (tmp_path / "nl", tmp_path / "nl" / "2", tmp_path / "nl" / "3")
    assert [len(fragments(bundle)) for bundle in report.bundles] == [20, 20, 5]


def test_without_records_nothing_is_written(tmp_path: Path) -> None:
    assert index_records([], language="ar", into=tmp_path / "ar") == IndexReport()
    assert not (tmp_path / "ar").exists()


def test_two_languages_can_be_indexed_at_the_same_time(tmp_path: Path) -> None:
    begun = {code: start_index(language=code, into=tmp_path / code) for code in ("nl", "ar")}
    for record in (*DUTCH, *ARABIC):
        begun[record.language].add(record)
    for indexing in begun.values():
        indexing.seal()
    assert [len(fragments(indexing.finish().bundles[0])) for indexing in begun.values()] == [45, 1]


def test_a_record_that_the_engine_cannot_read_is_named_and_the_others_are_found(tmp_path: Path) -> None:
    broken = SearchRecord(url="/aanbod/kapot.html", content="half een teken \ud800", language="nl")
    report = index_records([*DUTCH, broken], language="nl", into=tmp_path / "nl")
    assert [problem.code for problem in report.problems] == ["SM901"]
    assert report.problems[0].params["detail"].startswith("/aanbod/kapot.html: ")
    assert len(fragments(tmp_path / "nl")) == 45


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    report = index_records(DUTCH, language="nl", into=tmp_path / "file" / "nl")
    assert [type(problem) for problem in report.problems] == [Problem]
    assert (report.bundles, report.size) == ((), 0)


def test_an_engine_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    indexing = start_index(language="nl", into=tmp_path / "nl", program=tmp_path / "none")
    indexing.add(DUTCH[0])
    assert indexing.finish() == failed("it does not start: No such file or directory")


def test_an_engine_that_stops_is_a_problem_with_its_last_words(tmp_path: Path) -> None:
    assert report_of("sys.exit('out of\\nmemory')", tmp_path) == failed("it stopped (exit code 1) out of memory")


def test_an_engine_that_stays_silent_is_ended(tmp_path: Path) -> None:
    report = report_of("time.sleep(600)", tmp_path, timeout=0.2)
    assert report == failed("no answer within 0.2 seconds")


@pytest.mark.parametrize("printed", ["'!' * 99 + ','", "'bm8=,'", "'e30=,'", "'W10=,'"])
def test_an_engine_that_prints_something_else_without_end_is_ended(tmp_path: Path, printed: str) -> None:
    report = report_of(f"while True: print({printed}, end='')", tmp_path)
    assert [problem.code for problem in report.problems] == ["SM901"]
    assert report.problems[0].params["detail"].startswith("an answer ")


def test_an_engine_that_does_not_read_does_not_hold_us_up(tmp_path: Path) -> None:
    huge = replace(DUTCH[0], content="woord " * 100_000)
    indexing = start_index(
        language="nl", into=tmp_path / "nl", timeout=0.5, program=program(tmp_path, "time.sleep(600)")
    )
    indexing.add(huge)
    assert indexing.finish() == failed("no answer within 0.5 seconds")


def test_a_record_in_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is in 'ar', the index in 'nl'"):
        start_index(language="nl", into=tmp_path / "nl").add(ARABIC[0])


def test_a_sealed_index_takes_no_more_records(tmp_path: Path) -> None:
    indexing = start_index(language="nl", into=tmp_path / "nl")
    assert indexing.finish() == IndexReport()
    with pytest.raises(ValueError, match="sealed"):
        indexing.add(DUTCH[0])


@pytest.mark.parametrize("language", ["nl-NL", "NL", "", "dutch"])
def test_a_language_that_is_no_bare_code_is_refused(tmp_path: Path, language: str) -> None:
    with pytest.raises(ValueError, match="bare lower-case"):
        start_index(language=language, into=tmp_path / "nl")


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("", "utf-8")
    with pytest.raises(FileExistsError):
        start_index(language="nl", into=tmp_path)


def test_the_fingerprint_follows_the_records_and_not_their_order() -> None:
    assert fingerprint(DUTCH) == fingerprint(reversed(DUTCH))
    assert fingerprint(DUTCH) != fingerprint((*DUTCH[1:], replace(DUTCH[0], content="anders")))
    assert fingerprint(DUTCH) != fingerprint((*DUTCH[1:], replace(DUTCH[0], filters={"theme": ["geld"]})))
