"""What changes for residents in words: as text for a terminal, and as Markdown for the summary of a pull request."""

from collections.abc import Iterator
from typing import Final

from socialmap.pipeline.comparing import NAME, Comparison, FieldChange, RecordChange
from socialmap.report import Messages
from socialmap.report.harmless import harmless
from socialmap.report.markdown import escape, row
from socialmap.report.messages import fill

MOST: Final = 100
LONG: Final = 600


def write_text(comparison: Comparison, messages: Messages) -> str:
    """Each record with what its page says before (-) and after (+)."""
    lines = [line for title, records in _groups(comparison, messages) for line in _text(title, records, messages)]
    return harmless("\n".join(lines or [messages.words["no_changes"]])) + "\n"


def write_markdown(comparison: Comparison, messages: Messages) -> str:
    """The same with a table per record."""
    words = messages.words
    lines = [f"### {words['for_residents']}", ""]
    for title, records in _groups(comparison, messages):
        lines += [f"#### {title} ({len(records)})", ""]
        lines += [line for record in records[:MOST] for line in _markdown(record, messages)]
        lines += [fill(words["more_records"], {"count": str(len(records) - MOST)}), ""] if len(records) > MOST else []
    return "\n".join(lines if len(lines) > 2 else [*lines, words["no_changes"], ""])


def _groups(comparison: Comparison, messages: Messages) -> Iterator[tuple[str, tuple[RecordChange, ...]]]:
    for name, records in (
        ("added", comparison.added),
        ("changed", comparison.changed),
        ("removed", comparison.removed),
    ):
        if records:
            yield messages.words[name], records


def _text(title: str, records: tuple[RecordChange, ...], messages: Messages) -> Iterator[str]:
    yield f"{title} ({len(records)})"
    for record in records:
        yield f"  {record.name} ({messages.words[record.key[0]]} {record.key[1]})"
        for field in record.fields:
            yield f"    {_label(field, messages)}"
            yield from (f"      - {line}" for line in field.before.split("\n") if line)
            yield from (f"      + {line}" for line in field.after.split("\n") if line)
    yield ""


def _markdown(record: RecordChange, messages: Messages) -> Iterator[str]:
    words = messages.words
    yield f"**{escape(record.name)}** ({escape(words[record.key[0]])} {escape(record.key[1])})"
    yield ""
    if record.fields:
        yield row((words["part"], words["before"], words["after"]))
        yield row(("---",) * 3, raw=True)
        for field in record.fields:
            cells = (_label(field, messages), field.before, field.after)
            yield row(tuple(_cell(text) for text in cells), raw=True)
        yield ""


def _cell(text: str) -> str:
    shown = text if len(text) <= LONG else f"{text[:LONG]}…"
    return "<br>".join(escape(line) for line in shown.split("\n"))


def _label(field: FieldChange, messages: Messages) -> str:
    words = messages.words
    label = {NAME: words["name_of_page"], "": words["top_of_page"]}.get(field.label, field.label)
    return f"{label} [{field.language}]" if field.language else label
