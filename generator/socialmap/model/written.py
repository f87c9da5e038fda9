"""A YAML file as it is written: every value with its place in the text; read by `sources`, laid out by `edit`."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["scalar", "map", "list"]


@dataclass(frozen=True, slots=True)
class Node:
    """One value and the half-open span of its characters; a map has `pairs` of key and value, a list `items`.

    `style` is the sign that a scalar begins with (a quote, `|` or `>`), empty for a plain one; `flow` is `[…]`, `{…}`.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    style: str = ""
    flow: bool = False
    items: tuple["Node", ...] = ()
    pairs: tuple[tuple["Node", "Node"], ...] = ()
