"""Golden cases: one YAML file is one small site with what `check` says of it.

A case has `about`, `files` (path in the data folder to text), and the expected `problems`; where needed `today`,
`settings` (the plugin's options) and `config` (a whole `mkdocs.yml`). A file may also be a group: `cp1252` or `base64`
for its bytes, `link` for a symbolic link, `parts` for text that is repeated, as pairs of text and times.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from socialmap.pipeline.check import check_project, make_settings_report
from socialmap.pipeline.project import Project, open_project
from socialmap.report import Finding, Messages, Report

FOLDER = Path(__file__).parent / "cases"
TODAY = "2026-11-22"
Told = dict[str, str | int]


@dataclass(frozen=True)
class Case:
    """One golden case."""

    path: Path
    document: Mapping[str, Any]

    @property
    def problems(self) -> list[Told]:
        """What is expected."""
        return self.document.get("problems") or []

    def check(self, root: Path, messages: Messages) -> Report:
        """The report of this case's site, made in a folder."""
        _write_site(root, self.document)
        project = open_project(root, extra=self.document.get("settings"))
        if isinstance(project, Project):
            today = date.fromisoformat(self.document.get("today", TODAY))
            return check_project(project, today=today, messages=messages)
        return make_settings_report(project, messages=messages)

    def accept(self, told: list[Told]) -> None:
        """Write an outcome into the case."""
        self.path.write_text(dump({**self.document, "problems": told}), "utf-8")


def read_cases() -> list[Case]:
    """All cases by name."""
    paths = sorted(FOLDER.glob("*.yml"))
    return [Case(path, yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)) for path in paths]


def tell(finding: Finding, report: Report) -> Told:
    """A finding as a case writes it, as text; what is empty is left out."""
    place, snippet = finding.place, report.snippet(finding)
    told: Mapping[str, str | int] = {
        "code": finding.code,
        "severity": finding.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "field": place.field,
        "shown": "\n".join(snippet.lines) if snippet else "",
        "what": finding.what,
        "suggestion": finding.suggestion,
        "expected": finding.expected,
        "remedy": finding.remedy,
    }
    return {key: str(value) for key, value in told.items() if value}


def dump(document: Mapping[str, Any]) -> str:
    """A case as YAML; text of several lines stays readable."""

    class Dumper(yaml.SafeDumper):
        """Writes text of several lines in literal style."""

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        literal = "|" if "\n" in value and value.isprintable() is False and "\r" not in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=literal)

    Dumper.add_representer(str, text)
    return yaml.dump(dict(document), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000)


def _write_site(root: Path, document: Mapping[str, Any]) -> None:
    if "config" in document:
        (root / "mkdocs.yml").write_text(document["config"], "utf-8")
    for name, content in document["files"].items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict) and "link" in content:
            path.symlink_to(content["link"])
        else:
            path.write_bytes(_bytes_of(content))


def _bytes_of(content: Any) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if "cp1252" in content:
        return str(content["cp1252"]).encode("cp1252")
    if "base64" in content:
        return base64.b64decode(content["base64"])
    return "".join(text * int(times) for text, times in content["parts"]).encode()
