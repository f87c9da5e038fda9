"""Generated municipalities: the same bytes from the same seed, data that passes the check, and peers with the same."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.municipality import SEED, Form, generate, make_records
from benchmarks.pages import PeerPage, peer_pages
from benchmarks.peers import PEERS, Peer
from socialmap.pipeline.check import check_project, read_messages
from socialmap.pipeline.project import Project, open_project

SIZE = 50
FORMS: tuple[Form, ...] = ("yaml", "csv", "mixed")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its relative path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, form: Form) -> None:
    generate(tmp_path / "one", records=SIZE, form=form)
    generate(tmp_path / "two", records=SIZE, form=form)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_another_seed_gives_other_records(tmp_path: Path) -> None:
    generate(tmp_path / "one", records=SIZE, form="csv")
    generate(tmp_path / "two", records=SIZE, form="csv", seed=1)
    assert (tmp_path / "one/data/aanbod.csv").read_bytes() != (tmp_path / "two/data/aanbod.csv").read_bytes()


def test_a_municipality_has_its_share_of_each_type() -> None:
    assert Counter(made.folder for made in make_records(1000)) == {
        "rollen": 10,
        "organisaties": 100,
        "locaties": 200,
        "aanbod": 690,
    }


def test_a_description_has_about_128_words() -> None:
    lengths = [len(str(made.values["beschrijving"]).split()) for made in make_records(1000) if made.folder == "aanbod"]
    assert 115 < sum(lengths) / len(lengths) < 141


@pytest.mark.parametrize("form", FORMS)
def test_the_check_finds_every_record_and_no_fault(tmp_path: Path, form: Form) -> None:
    generate(tmp_path / "town", records=SIZE, form=form)
    project = open_project(tmp_path / "town")
    assert isinstance(project, Project)
    report = check_project(project, today=date(2026, 11, 2), messages=read_messages("en"))
    assert [finding for finding in report.findings if finding.severity == "error"] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_the_same_ids(tmp_path: Path, form: Form) -> None:
    generate(tmp_path / "town", records=SIZE, form=form)
    data = tmp_path / "town" / "data"
    folders = ("rollen", "organisaties", "locaties", "aanbod")
    found = {path.stem for folder in folders for path in (data / folder).glob("*.yml")}
    for folder in folders:
        table = data / f"{folder}.csv"
        found |= {line.split(";")[0] for line in table.read_text("utf-8-sig").splitlines()} if table.exists() else set()
    assert {made.id for made in make_records(SIZE)} <= found


def test_peers_get_a_page_for_every_record_but_roles() -> None:
    pages = [(page.section, page.slug, page.title) for page in peer_pages(SIZE, seed=SEED)]
    made = [(each.folder, each.id, each.values["naam"]) for each in make_records(SIZE) if each.folder != "rollen"]
    assert pages == made


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_the_input_of_a_peer_holds_every_name_and_text(tmp_path: Path, peer: Peer) -> None:
    pages: list[PeerPage] = list(peer_pages(SIZE, seed=SEED))
    peer.write(tmp_path / "in", pages)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "in").rglob("*.[jm][sd]*") if path.is_file())
    assert [page.title for page in pages if page.title not in text] == []
    assert [page.body for page in pages if page.body.split("\n")[0] not in text.replace('\\"', '"')] == []
