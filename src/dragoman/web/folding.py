"""What a template says the same way each time is said when it is compiled: its texts, and the addresses of files.

The templates of a language are compiled for it, so that `_("Inbox")` is known then. Asked for while pages were made,
the texts took a fifth of their time. What is left to be done for each page is compiled into less: a function of one
argument is called without asking it first what of the template it wants, and a text that has nothing to escape is
looked at only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, MutableMapping
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

Constant = Callable[[str], str]
"""A function of templates that gives the same for the same text, and HTML where it gives Markup."""
_SPECIAL = re.compile("[&<>'\"]")


class Folding(CodeGenerator):
    """Compiles a template with the calls of `Folded.constant` made beforehand, those of `Folded.plain` made short."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (as Jinja calls it)
        """The template."""
        if isinstance(self.environment, Folded):
            _Calls(self.environment).visit(node)
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Folded(Environment):
    """An environment some of whose functions (`constant`) are called when a template is compiled, where they are given
    a text; `plain` are names of functions of one argument that want nothing else of a template.
    """

    code_generator_class = Folding

    def __init__(self, *, constant: dict[str, Constant], plain: Collection[str] = (), **options: Any) -> None:
        super().__init__(**options)
        self.constant = constant
        self.plain = frozenset(plain)

    def know(self, name: str, function: Callable[[Any], str]) -> None:
        """Make a function of `plain` known to the templates."""
        self.globals[name] = self.filters[_called(name)] = function

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know, as it is: as one of several mappings in a row it is gone through for every page."""
        return super().make_globals(d) if d else self.globals

    @staticmethod
    def shown(value: object) -> str:
        """What stands in a page for a value: escaped, unless it is HTML. Most texts have nothing to escape."""
        if type(value) is Markup or (type(value) is str and _SPECIAL.search(value) is None):
            return value
        return escape(value)


class _Calls(NodeTransformer):
    def __init__(self, environment: Folded) -> None:
        self.known = environment

    def visit_Call(self, node: nodes.Call, *args: Any, **more: Any) -> nodes.Node:  # noqa: N802 (as Jinja calls it)
        """A call as what it gives, where that is known; as a filter, which is called as it is, where it is plain."""
        self.generic_visit(node, *args, **more)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != 1:
            return node
        (given,), where = node.args, {"lineno": node.lineno, "environment": node.environment}
        if name in self.known.constant and isinstance(given, nodes.Const):
            return nodes.Const(self.known.constant[name](given.value), **where)
        if name in self.known.plain:
            return nodes.Filter(given, _called(name), [], [], None, None, **where)
        return node


def _called(name: str) -> str:
    """The filter that a plain function is: no template has one of that name."""
    return f"{name}()"
