"""How our templates become Python: as Jinja does it, without what a template of ours never needs; called by `renderer`.

Half of the time of a page went into escaping text that holds nothing to escape, into making the same string safe again,
and into asking of each component whether it wants Jinja's context. What comes out is the same, byte for byte.
"""

import re
from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_needs_escaping = re.compile("[&<>\"']").search


def to_html(value: object) -> str:
    """The value as HTML: what is safe as it is, everything else escaped."""
    if value.__class__ is Markup:
        return value
    if value.__class__ is str and not _needs_escaping(value):
        return value
    return escape(value)


class PageCodeGenerator(CodeGenerator):
    """Writes the Python of a template: text goes through `to_html`, macros are called as plain functions."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.to_html(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja calls it so
        """A call of a name with plain arguments; all others as Jinja does it."""
        if not isinstance(node.node, nodes.Name) or forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")


class PageEnvironment(Environment):
    """An environment that always escapes and whose templates all have the same globals."""

    code_generator_class = PageCodeGenerator
    to_html = staticmethod(to_html)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The shared globals themselves: Jinja would lay two mappings over each other and compare at every import."""
        return self.globals if d is None else {**self.globals, **d}
