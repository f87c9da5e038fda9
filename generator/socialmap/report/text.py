"""The report as lines for a terminal, grouped by file; what stops the site comes first."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from socialmap.problems import Severity
from socialmap.report.harmless import harmless_line
from socialmap.report.messages import fill
from socialmap.report.report import Finding, Report

COUNTED: tuple[Severity, ...] = ("error", "warning")
ORDER = ("error", "warning", "info")
SETTINGS = "mkdocs.yml"


def write_text(report: Report, /) -> str:
    """The whole report; ends with how many errors and warnings there are."""
    lines: list[str] = []
    for file, findings in _files(report):
        lines.extend((path_of(file, report), *_findings(findings, report), ""))
    lines.extend((*_offers(report), _total(report)))
    return "\n".join(map(harmless_line, lines))


def _files(report: Report) -> list[tuple[str, list[Finding]]]:
    """Files with errors first; within a file errors first, each in the order of the report."""
    groups = groupby(report.findings, key=lambda finding: finding.place.file)
    files = [(file, sorted(findings, key=_rank)) for file, findings in groups]
    return sorted(files, key=lambda group: _rank(group[1][0]) > 0)


def _rank(finding: Finding) -> int:
    return ORDER.index(finding.severity)


def path_of(file: str, report: Report) -> str:
    """A file by its path from the municipality's folder; all data when the finding is about no file."""
    if not file:
        return report.messages.words["whole"]
    return f"{report.folder}/{file}" if report.folder and file != SETTINGS and file not in report.outside else file


def _findings(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    words = report.messages.words
    for finding in findings:
        yield f"  {_where(finding, report)}{words[finding.severity]}"
        snippet = report.snippet(finding)
        yield from (f"    {line}" for line in (snippet.lines if snippet else ()))
        yield f"    {finding.what} [{finding.code} {finding.name}]"
        if finding.suggestion:
            yield "    " + fill(words["suggestion"], {"suggestion": finding.suggestion})
        if finding.expected:
            yield f"    {words['expected']}: {finding.expected}"
        if finding.remedy:
            yield f"    {words['remedy']}: {finding.remedy}"


def _where(finding: Finding, report: Report) -> str:
    place, words = finding.place, report.messages.words
    parts = [
        f"{words['line']} {place.line}" if place.line else "",
        f"{words['column']} {place.column}" if place.column else "",
        place.field,
    ]
    where = ", ".join(part for part in parts if part)
    return f"{where}: " if where else ""


def _offers(report: Report) -> Iterator[str]:
    """How many findings `check` can put right itself, and with which option."""
    for sureness in ("safe", "unsafe"):
        number = sum(finding.correction == sureness for finding in report.findings)
        if number:
            yield fill(report.messages.words[f"{sureness}_fixes"], {"count": str(number)})


def _total(report: Report) -> str:
    words = report.messages.words
    if not report.findings:
        return words["clean"]
    return fill(words["total"], {f"{kind}s": count(kind, report) for kind in COUNTED})


def count(kind: Severity, report: Report) -> str:
    """How many findings of a severity there are, in words."""
    words, number = report.messages.words, report.count(kind)
    return words[f"one_{kind}"] if number == 1 else fill(words[f"{kind}s"], {"count": str(number)})
