"""The report as Markdown for the summary of a pull request; nothing of a value becomes markup or calls somebody."""

import re
from collections.abc import Iterator
from typing import Final

from socialmap.report.messages import fill
from socialmap.report.report import Finding, Report
from socialmap.report.snippet import visible
from socialmap.report.text import count, path_of

MOST: Final = 200
SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()<>#!|~$^])")
MENTION: Final = re.compile(r"@(?=\w)")
ADDRESS: Final = re.compile(r"(?i)\b(https?|www)(?=[:.])")
SIGNS: Final = {"error": "❌", "warning": "⚠️", "info": "ℹ️"}


def write_markdown(report: Report, /) -> str:
    """A heading, how many errors and warnings there are, and a table of the first findings, errors first."""
    words = report.messages.words
    if not report.findings:
        return f"### {words['checked']}\n\n✅ {words['clean']}\n"
    totals = fill(words["total"], {"errors": count("error", report), "warnings": count("warning", report)})
    order = sorted(report.findings, key=lambda finding: ("error", "warning", "info").index(finding.severity))
    head = (words["place"], words["message"], words["remedy"])
    table = (row(("", *head)), row(("---",) * 4, raw=True), *_rows(order[:MOST], report))
    left = fill(words["more"], {"count": str(len(order) - MOST)}) if len(order) > MOST else ""
    return "\n".join((f"### {words['checked']}", "", totals, "", *table, "", *([left, ""] if left else [])))


def _rows(findings: list[Finding], report: Report) -> Iterator[str]:
    words = report.messages.words
    for finding in findings:
        place = finding.place
        where = path_of(place.file, report) + (f":{place.line}" if place.line else "")
        meant = fill(words["suggestion"], {"suggestion": finding.suggestion}) if finding.suggestion else ""
        said = " ".join(part for part in (finding.what, meant, finding.expected) if part)
        yield row((f"{SIGNS[finding.severity]} {finding.code}", where, said, finding.remedy))


def row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    """One row of a table."""
    return f"| {' | '.join(cell if raw else escape(cell) for cell in cells)} |"


def escape(text: str) -> str:
    """The text as it stands, whatever signs it holds: no markup, no mention of people, no link."""
    shown = SPECIAL.sub(r"\\\1", visible(text).replace("&", "&amp;"))
    shown = MENTION.sub("@<!-- -->", shown)
    return ADDRESS.sub(lambda found: f"{found[1]}<!-- -->", shown)
