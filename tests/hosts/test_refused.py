"""What the computer refuses a command is told in words, never as a traceback; the exit code is that of wrong use."""

import errno
from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.hosts.cli import main
from socialmap.hosts.refused import REASONS, tell_refused


def told_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 2
    return capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, there = write_small(tmp_path / "kaart"), tmp_path / "nergens" / "verslag.json"
    asked = ("check", "--project", str(root), "--format", "json", "--output", str(there))
    assert told_of(capsys, *asked) == f"Dit lukt niet met {there}: het bestand of de map is er niet.\n"
    assert (
        told_of(capsys, *asked, "--lang", "en") == f"This did not work with {there}: the file or folder is not there.\n"
    )


def test_a_folder_where_a_file_is_asked_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_small(tmp_path / "kaart")
    for command in (("report", "--into"), ("owners", "--into"), ("check", "--format", "json", "--output")):
        asked = (command[0], "--project", str(root), *command[1:], str(tmp_path))
        assert told_of(capsys, *asked) == f"Dit lukt niet met {tmp_path}: het is een map en geen bestand.\n"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_has_words_of_its_own(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for number in REASONS:
        assert tell_refused(OSError(number, "raw words"), language=language) == 2
    told = capsys.readouterr().err
    assert "raw words" not in told
    assert len(set(told.splitlines())) == len(set(REASONS.values()))


def test_another_reason_is_told_as_the_computer_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    tell_refused(OSError(errno.EIO, "Input/output error", "kaart.yml"), language="nl")
    assert capsys.readouterr().err == "Dit lukt niet met kaart.yml: Input/output error.\n"


def test_a_day_that_is_none_is_told_with_how_to_write_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--today", "2026-02-30"])
    assert ended.value.code == 2
    assert "'2026-02-30' is no day; write it as 2026-11-02" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["99999", "-1", "acht"])
def test_a_port_that_is_none_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])
    assert ended.value.code == 2
    assert "is no port; choose a number from 1024 to 65535" in capsys.readouterr().err
