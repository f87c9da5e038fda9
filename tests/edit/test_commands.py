"""`socialmap fmt`, `check --fix`, `rule` and `diff` as they are typed: what they say, what they write, how they end."""

import json
import subprocess
from pathlib import Path

import pytest

from edit.small import SERVICE, write
from socialmap.hosts.cli import main
from socialmap.problems.registry import RULES

DAY = ("--today", "2026-11-22")
MESSY = "rol: redactie\nnaam: 'Spreekuur'  # zo heet het\nsoort: hulp\nthemas: [geld]\norganisatie: welzijn\n"


@pytest.fixture(autouse=True)
def _no_build_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "FORGEJO_ACTIONS", "GITEA_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


def run(root: Path, *arguments: str) -> int:
    return main([arguments[0], "--project", str(root), *arguments[1:]])


def git(root: Path, *arguments: str) -> None:
    named = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *named, *arguments], cwd=root, check=True, capture_output=True)


def test_fmt_names_what_it_changes_and_then_has_nothing_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"aanbod/a.yml": MESSY})
    assert run(tmp_path, "fmt", "--check") == 1
    assert (tmp_path / "data/aanbod/a.yml").read_text() == MESSY
    assert run(tmp_path, "fmt") == 0
    assert capsys.readouterr().out == "data/aanbod/a.yml\n" * 2
    assert (tmp_path / "data/aanbod/a.yml").read_text() == (
        "naam: Spreekuur  # zo heet het\nsoort: hulp\nthemas: [geld]\norganisatie: welzijn\nrol: redactie\n"
    )
    assert run(tmp_path, "fmt", "--check", "--diff") == 0
    assert capsys.readouterr().out == ""


def test_fmt_leaves_what_it_cannot_read_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"aanbod/a.yml": "naam: a: b\n", "aanbod/b.yml": "naam: x\nnaam: y\n", "aanbod/c.yml": MESSY})
    assert run(tmp_path, "fmt", "--lang", "en") == 1
    told = capsys.readouterr()
    assert told.out == "data/aanbod/c.yml\n"
    assert [line.split(" ")[0] for line in told.err.splitlines()] == ["aanbod/a.yml", "aanbod/b.yml"]
    assert (tmp_path / "data/aanbod/b.yml").read_text() == "naam: x\nnaam: y\n"


def test_check_fix_shows_a_diff_writes_it_and_tells_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SERVICE.replace("https://w.example", "www.w.nl").replace("[hulp]", "[hlup]")
    write(tmp_path, {"aanbod/a.yml": text})
    assert run(tmp_path, "check", "--fix", *DAY) == 1
    told = capsys.readouterr().out
    assert "-website: www.w.nl\n+website: https://www.w.nl\n" in told
    assert "SM302" in told
    assert "    2 | soort: [hlup]\n      |         ^^^^\n" in told
    assert run(tmp_path, "check", "--unsafe", *DAY) == 0
    assert (tmp_path / "data/aanbod/a.yml").read_text() == text.replace("www.w", "https://www.w").replace(
        "hlup", "hulp"
    )


@pytest.mark.parametrize(("language", "said"), [("nl", "Bedoelde je `hulp`?"), ("en", "Did you mean `hulp`?")])
def test_check_speaks_the_language_that_is_asked_for(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"aanbod/a.yml": SERVICE.replace("[hulp]", "[hlup]")})
    assert run(tmp_path, "check", "--lang", language, *DAY) == 1
    assert said in capsys.readouterr().out


def test_a_build_system_gets_its_own_format_and_a_file_holds_what_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"aanbod/a.yml": SERVICE.replace("[hulp]", "[hlup]")})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run(tmp_path, "check", *DAY) == 1
    assert "\n::error file=data/aanbod/a.yml,line=2,col=9,title=SM302 unknown-term::" in capsys.readouterr().out
    assert "❌ SM302" in (tmp_path / "summary.md").read_text("utf-8")
    assert run(tmp_path, "check", "--format", "json", "--output", str(tmp_path / "found.json"), *DAY) == 1
    assert [each["code"] for each in json.loads((tmp_path / "found.json").read_text())["findings"]] == ["SM302"]
    assert "::error" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_is_explained(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for rule in RULES:
        assert main(["rule", rule.code.lower(), "--lang", language]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{rule.code} ")
        assert told.count("\n") > 8
        assert "{" not in told.split("Zo gaat het mis" if language == "nl" else "This is wrong")[0]
    assert main(["rule", "--list", "--lang", language]) == 0
    assert [line.split(" ")[0] for line in capsys.readouterr().out.splitlines()] == [rule.code for rule in RULES]
    assert main(["rule", "SM999"]) == 2


def test_diff_tells_what_is_new_what_changed_and_what_is_gone_since_a_version_of_git(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "in" / "kaart"
    gone = SERVICE.replace("Spreekuur", "Vroeger")
    write(root, {"aanbod/a.yml": SERVICE, "aanbod/b.yml": gone})
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Eerst")
    (root / "data/aanbod/b.yml").unlink()
    write(root, {"aanbod/a.yml": SERVICE + "kosten: gratis\n", "aanbod/c.yml": SERVICE.replace("Spreekuur", "Koffie")})
    assert run(root, "diff", "HEAD", *DAY) == 0
    told = capsys.readouterr().out
    assert told.startswith("Nieuw (1)\n  Koffie (aanbod c)\n")
    assert "Veranderd (1)\n  Spreekuur (aanbod a)\n" in told
    assert "    Kosten\n      + Gratis\n" in told
    assert "\nWeg (1)\n  Vroeger (aanbod b)\n" in told
    assert run(root, "diff", "HEAD", "--format", "markdown", *DAY) == 0
    assert "| Kosten |  | Gratis |" in capsys.readouterr().out


def test_diff_with_a_folder_of_the_same_data_says_that_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "now", {"aanbod/a.yml": SERVICE})
    write(tmp_path / "before", {"aanbod/a.yml": "# gelijk\n" + SERVICE})
    assert run(tmp_path / "now", "diff", str(tmp_path / "before" / "data"), *DAY) == 0
    assert capsys.readouterr().out == "Er verandert niets voor bezoekers.\n"


@pytest.mark.parametrize("base", ["er-is-niets", "--output=x", "HEAD"])
def test_a_version_that_is_not_there_is_told(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"aanbod/a.yml": SERVICE})
    assert run(tmp_path, "diff", *DAY, "--", base) == 2
    assert "Er is geen map of versie" in capsys.readouterr().err


def test_an_earlier_version_with_errors_stops_nobody_from_mending_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "now", {"aanbod/a.yml": SERVICE})
    write(tmp_path / "before", {"aanbod/a.yml": SERVICE.replace("[hulp]", "[hlup]")})
    assert run(tmp_path / "now", "diff", str(tmp_path / "before" / "data"), *DAY) == 0
    assert capsys.readouterr().out.startswith("In de vorige versie zitten fouten.")
    assert run(tmp_path / "before", "diff", str(tmp_path / "now" / "data"), *DAY) == 1
    assert "SM302" in capsys.readouterr().out
