"""A workbook that editors know: a sheet per record type, explained, with lists to choose from.

The only module that knows XlsxWriter. Every cell is text, so that a phone number keeps its zero and a day stays as it
was written; a text that looks like a formula is text too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

NARROW, WIDE = 14, 40
LIST_LETTERS: Final = 255
LISTS: Final = "lijsten"
MADE_ON: Final = datetime(2000, 1, 1)  # the file depends on what is in it alone


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its key, what stands in its note, the words to choose from, and whether texts are long."""

    key: str
    note: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the heads of its columns, and its rows as cells by key."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[Mapping[str, str], ...]


def write_workbook(sheets: Iterable[Sheet], *, title: str) -> bytes:
    """The workbook of these sheets; the same sheets always give the same bytes."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        book.set_properties({"title": title, "created": MADE_ON})
        styles = _Styles(book)
        lists = _Lists(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, styles, lists)
        lists.write()
    return stream.getvalue()


class _Styles:
    """The looks of cells in one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True, "bg_color": "#EEF3F8", "border": 1, "num_format": "@"})
        self.cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})


class _Lists:
    """The words to choose from, on a hidden sheet: a list in a cell's own rule holds 255 letters at most."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.columns: dict[tuple[str, ...], int] = {}

    def source(self, choices: tuple[str, ...]) -> str | list[str]:
        """Where the rule of a cell finds its words."""
        if len(",".join(choices)) <= LIST_LETTERS and not any("," in choice for choice in choices):
            return list(choices)
        column = self.columns.setdefault(choices, len(self.columns))
        letter = xl_col_to_name(column)
        return f"={LISTS}!${letter}$1:${letter}${len(choices)}"

    def write(self) -> None:
        """The hidden sheet, once all lists are known."""
        if not self.columns:
            return
        sheet = self.book.add_worksheet(LISTS)
        sheet.very_hidden()
        for choices, column in self.columns.items():
            sheet.write_column(0, column, choices)


def _write_sheet(sheet: Worksheet, content: Sheet, styles: _Styles, lists: _Lists) -> None:
    last = max(1, len(content.rows))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, max(0, len(content.heads) - 1))
    for column, head in enumerate(content.heads):
        sheet.set_column(column, column, WIDE if head.long else max(NARROW, len(head.key) + 2), styles.cell)
        sheet.write_string(0, column, head.key, styles.head)
        if head.note:
            sheet.write_comment(0, column, head.note, {"x_scale": 2, "y_scale": 2})
        if head.choices:
            _offer(sheet, column, head, lists)
    for number, row in enumerate(content.rows, 1):
        for column, head in enumerate(content.heads):
            if row.get(head.key):
                sheet.write_string(number, column, row[head.key], styles.cell)


def _offer(sheet: Worksheet, column: int, head: Head, lists: _Lists) -> None:
    """Words to choose from; where several may stand, with `;` between them, others can be typed too."""
    rule = {"validate": "list", "source": lists.source(head.choices), "ignore_blank": True}
    rule |= {"error_type": "information" if head.several else "stop", "show_error": not head.several}
    sheet.data_validation(1, column, 5000, column, rule)
