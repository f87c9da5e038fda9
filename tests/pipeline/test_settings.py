"""Settings that cannot be are told with what they can be; a bare `off`, which YAML takes for false, is understood."""

from pathlib import Path

import pytest

from demo_site.small import write_small
from socialmap.pipeline.check import make_settings_report, read_messages
from socialmap.pipeline.project import Project, open_project


def told(root: Path, settings: str, language: str) -> list[tuple[str, int, str, str]]:
    """Code, line, what is wrong and what was expected, of settings that cannot be."""
    write_small(root)
    (root / "mkdocs.yml").write_text(f"plugins:\n  - socialmap:\n      {settings}\n", "utf-8")
    found = open_project(root)
    assert isinstance(found, tuple)
    report = make_settings_report(found, messages=read_messages(language))
    return [(each.code, each.place.line, each.what, each.expected) for each in report.findings]


@pytest.mark.parametrize(
    ("settings", "what", "expected"),
    [
        (
            "severity: {SM416: zacht}",
            "Bij de instelling `severity.SM416` kan `zacht` niet staan.",
            "Een van deze woorden: error, warning, info, off.",
        ),
        (
            "today: morgen",
            "Bij de instelling `today` kan `morgen` niet staan.",
            "Een dag, zoals `2026-11-02`: jaar, maand, dag.",
        ),
        (
            "sitemap: misschien",
            "Bij de instelling `sitemap` kan `misschien` niet staan.",
            "`true` (wel) of `false` (niet).",
        ),
    ],
)
def test_a_setting_is_told_with_what_it_can_be(tmp_path: Path, settings: str, what: str, expected: str) -> None:
    assert told(tmp_path, settings, "nl") == [("SM702", 3, what, expected)]
    ((_, _, english, choices),) = told(tmp_path, settings, "en")
    assert "{" not in english + choices


def test_a_bare_off_turns_a_message_off(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - socialmap:\n      severity: {SM416: off}\n", "utf-8")
    found = open_project(tmp_path)
    assert isinstance(found, Project)
    assert found.settings.severity == {"SM416": "off"}


def test_settings_in_another_coding_are_told_with_their_line(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes("site_name: Kaart\n# Één kaart\n".encode("cp1252"))
    found = open_project(tmp_path)
    assert isinstance(found, tuple)
    assert [(each.code, each.place.file, each.place.line) for each in found] == [("SM109", "mkdocs.yml", 2)]
