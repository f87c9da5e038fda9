"""The findings as annotations of a build system: GitHub's workflow commands and Azure's logging commands."""

from collections.abc import Mapping
from typing import Final

from socialmap.report.harmless import harmless_line
from socialmap.report.report import Finding, Report
from socialmap.report.text import path_of, write_text

GITHUB: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "info": "notice"}
GITHUB_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
GITHUB_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
AZURE: Final = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"})


def write_github(report: Report, /) -> str:
    """The report for people, then a workflow command per finding."""
    return "\n".join((write_text(report), *(_github(finding, report) for finding in report.findings)))


def write_azure(report: Report, /) -> str:
    """The report for people, then a logging command per finding."""
    return "\n".join((write_text(report), *(_azure(finding, report) for finding in report.findings)))


def message_of(finding: Finding, report: Report) -> str:
    """All that is said of a finding, on one line."""
    words = report.messages.words
    meant = words["suggestion"].format(suggestion=finding.suggestion) if finding.suggestion else ""
    said = (finding.what, meant, _named(words["expected"], finding.expected), _named(words["remedy"], finding.remedy))
    return harmless_line(" ".join(part for part in said if part))


def _named(name: str, text: str) -> str:
    return f"{name}: {text}" if text else ""


def _property(key: str, text: str, escapes: Mapping[int, str]) -> str:
    return f"{key}={harmless_line(text).translate(escapes)}"


def _github(finding: Finding, report: Report) -> str:
    place = finding.place
    properties = {
        "file": path_of(place.file, report) if place.file else "",
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(_property(key, text, GITHUB_PROPERTY) for key, text in properties.items() if text)
    return f"::{GITHUB[finding.severity]} {told}::{message_of(finding, report).translate(GITHUB_MESSAGE)}"


def _azure(finding: Finding, report: Report) -> str:
    place = finding.place
    properties = {
        "type": "error" if finding.severity == "error" else "warning",
        "sourcepath": path_of(place.file, report) if place.file else "",
        "linenumber": str(place.line or ""),
        "columnnumber": str(place.column or ""),
        "code": finding.code,
    }
    told = "".join(f"{_property(key, text, AZURE)};" for key, text in properties.items() if text)
    return f"##vso[task.logissue {told}]{message_of(finding, report).translate(AZURE)}"
