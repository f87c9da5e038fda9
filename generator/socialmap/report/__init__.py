"""All problems of one run, told once: grouped by file, in plain Dutch or English."""

from socialmap.report.formats import FORMATS, format_for
from socialmap.report.messages import Messages, build_messages
from socialmap.report.report import Finding, Report, build_report, describe
from socialmap.report.text import write_text

__all__ = [
    "FORMATS",
    "Finding",
    "Messages",
    "Report",
    "build_messages",
    "build_report",
    "describe",
    "format_for",
    "write_text",
]
