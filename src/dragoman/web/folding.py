"""What a template says the same way each time is said when it is compiled: its texts, and the addresses of files.

The templates of a language are compiled for it, so that `_("Inbox")` is known then. Asked for while pages were made,
the texts took a fifth of their time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.visitor import NodeTransformer

Constant = Callable[[str], str]
"""A function of templates that gives the same for the same text, and HTML where it gives Markup."""


class Folding(CodeGenerator):
    """Compiles a template with the calls of `Folded.constant` made beforehand."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (as Jinja calls it)
        """The template."""
        if isinstance(self.environment, Folded):
            _Calls(self.environment.constant).visit(node)
        super().visit_Template(node, frame)


class Folded(Environment):
    """An environment some of whose functions are called when a template is compiled, where they are given a text."""

    code_generator_class = Folding

    def __init__(self, *, constant: dict[str, Constant], **options: Any) -> None:
        super().__init__(**options)
        self.constant = constant


class _Calls(NodeTransformer):
    def __init__(self, constant: dict[str, Constant]) -> None:
        self.constant = constant

    def visit_Call(self, node: nodes.Call, *args: Any, **more: Any) -> nodes.Node:  # noqa: N802 (as Jinja calls it)
        """A call as what it gives, where that is known."""
        self.generic_visit(node, *args, **more)
        known = self.constant.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if known is None or node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != 1:
            return node
        text = node.args[0]
        if not isinstance(text, nodes.Const):
            return node
        return nodes.Const(known(text.value), lineno=node.lineno, environment=node.environment)
