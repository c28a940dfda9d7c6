"""Questions to a reviewer, a line each: an end of the input is the wish to leave."""

from __future__ import annotations

import importlib.util
import sys


class LeaveError(Exception):
    """The reviewer leaves: the input ended."""


class Asker:
    """Reads answers from standard input; in a terminal a line can be edited, from elsewhere it is shown as it comes."""

    def __init__(self) -> None:
        self.typed = sys.stdin.isatty()
        if self.typed and importlib.util.find_spec("readline"):
            importlib.import_module("readline")

    def line(self, prompt: str) -> str:
        """The answer, without the spaces around it. Raises LeaveError at the end of the input."""
        try:
            answer = input(prompt)
        except EOFError as error:
            print()
            raise LeaveError from error
        if not self.typed:
            print(answer)
        return answer.strip()
