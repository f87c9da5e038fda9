"""The findings for programs: JSON of our own, and GitLab's Code Quality report."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from socialmap.report.annotations import message_of
from socialmap.report.report import Finding, Report
from socialmap.report.text import path_of

GITLAB: Final[Mapping[str, str]] = {"error": "major", "warning": "minor", "info": "info"}


def write_json(report: Report, /) -> str:
    """All findings with every part of their message apart, and how many there are of each severity."""
    levels = ("error", "warning", "info")
    counts = {level: sum(finding.severity == level for finding in report.findings) for level in levels}
    return _dump({"counts": counts, "findings": [_finding(finding, report) for finding in report.findings]})


def write_gitlab(report: Report, /) -> str:
    """A Code Quality report: each finding with a fingerprint of its own that stays when lines move."""
    seen: dict[str, int] = {}
    return _dump([_quality(finding, report, seen) for finding in report.findings])


def _finding(finding: Finding, report: Report) -> dict[str, object]:
    place, snippet = finding.place, report.snippet(finding)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "file": path_of(place.file, report) if place.file else None,
        "line": place.line or None,
        "column": place.column or None,
        "field": place.field,
        "source": list(snippet.lines) if snippet else [],
        "what": finding.what,
        "expected": finding.expected,
        "remedy": finding.remedy,
        "suggestion": finding.suggestion,
        "correction": finding.correction,
    }


def _quality(finding: Finding, report: Report, seen: dict[str, int]) -> dict[str, object]:
    path = path_of(finding.place.file, report) if finding.place.file else report.folder or "."
    about = "\0".join((finding.code, path, finding.place.field, finding.what))
    seen[about] = seen.get(about, 0) + 1
    return {
        "description": f"{message_of(finding, report)} [{finding.code}]",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": hashlib.sha256(f"{about}\0{seen[about]}".encode()).hexdigest(),
        "severity": GITLAB[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.line or 1}},
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
