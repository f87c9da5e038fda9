"""The report as lines for a terminal, grouped by file."""

from collections.abc import Iterator
from itertools import groupby

from socialmap.report.messages import fill
from socialmap.report.report import Finding, Report


def write_text(report: Report, /) -> str:
    """The whole report; ends with how many errors and warnings there are."""
    lines: list[str] = []
    for file, findings in groupby(report.findings, key=lambda finding: finding.place.file):
        lines.extend((file or report.messages.words["whole"], *_findings(findings, report), ""))
    lines.append(_total(report))
    return "\n".join(lines)


def _findings(findings: Iterator[Finding], report: Report) -> Iterator[str]:
    words = report.messages.words
    for finding in findings:
        yield f"  {_where(finding, report)}{words[finding.severity]} {finding.code} {finding.name}"
        yield f"    {finding.what}"
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


def _total(report: Report) -> str:
    words, errors, warnings = report.messages.words, report.count("error"), report.count("warning")
    if not report.findings:
        return words["clean"]
    return fill(words["total"], {"errors": str(errors), "warnings": str(warnings)})
