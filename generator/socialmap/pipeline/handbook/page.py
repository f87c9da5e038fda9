"""A page of the handbook as plain data, and the few ways in which generated Markdown is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OPEN, CLOSE = "&lt;", "&gt;"


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """A page in Markdown; `path` is its place among the handbook's sources, such as `regels/SM101.md`."""

    path: str
    text: str


def plain(text: str, /) -> str:
    """The text as Markdown that shows it as it stands; code between backticks stays code."""
    parts = text.split("`")
    balanced = len(parts) % 2 == 1
    return "`".join(part if balanced and at % 2 else _escaped(part) for at, part in enumerate(parts))


def code(text: str, /) -> str:
    """The text as code on one line, also when it holds backticks."""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def block(text: str, /, *, language: str = "yaml") -> str:
    """The text as a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], /) -> str:
    """A table; every cell is Markdown on one line."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def join(*parts: str) -> str:
    """The parts with an empty line between them; empty parts are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _escaped(text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", OPEN).replace(">", CLOSE)
    return "".join(f"\\{sign}" if sign in "\\*_[]#{}" else sign for sign in shown)
