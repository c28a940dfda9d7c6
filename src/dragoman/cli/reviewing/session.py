"""A review in the terminal: one after the other, each judgement kept at once, so that leaving loses nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum
from textwrap import fill

from sqlalchemy import Connection

from dragoman.cli.reviewing.asking import Asker, LeaveError
from dragoman.cli.reviewing.pages import WIDTH, Page, page
from dragoman.cli.reviewing.statements import DONE
from dragoman.errors import ReviewError
from dragoman.ledger import Ledger
from dragoman.model import Judgement
from dragoman.review.ruling import Reviewer


class Step(Enum):
    """Where a review goes from here."""

    on = 1
    back = -1
    stay = 0
    leave = 2


class Session:
    """What the pages of a review share: the ledger, the reviewer, the questions and the count of what was done."""

    def __init__(self, ledger: Ledger, reviewer: str, asker: Asker) -> None:
        self.ledger = ledger
        self.reviewer = reviewer
        self.asker = asker
        self.done = Counter[str]()

    def show(self, put: Callable[[Page], None]) -> None:
        """Show a page."""
        made = page()
        put(made)
        print("\n" + made.shown(), end="")

    def tell(self, text: str) -> None:
        """Say something below the page; long lines are wrapped."""
        for line in text.splitlines():
            print(fill(line, WIDTH, subsequent_indent="    ", break_on_hyphens=False))

    def answer(self, keys: str) -> tuple[str, str]:
        """The key that was pressed, and what stands behind it."""
        key, _, rest = self.asker.line(f"{keys}\n> ").partition(" ")
        return key.lower(), rest.strip()

    def judge(self, act: Callable[[Connection, Reviewer], Judgement], reason: str) -> Judgement | None:
        """Keep a judgement, in a transaction of its own; None where it cannot be kept, which is told."""
        try:
            with self.ledger.writing() as connection:
                made = act(connection, Reviewer(self.reviewer, reason))
        except ReviewError as error:
            self.tell(f"  not kept: {error.line}")
            return None
        self.done[DONE[made.ruling]] += 1
        self.tell(f"  {DONE[made.ruling]} (judgement {made.id})")
        return made

    def reason(self, given: str) -> str | None:
        """Why; told that nothing is kept where there is no answer."""
        found = given or self.asker.line("why? ")
        if not found:
            self.tell("  not kept: a reason is needed")
        return found or None

    def walk(self, keys: Sequence[str], at: Callable[[str, str, bool], Step | None]) -> None:
        """Go through `keys`: `at` shows one and answers where to go, None where there is nothing to show.

        `at` is given the key, its place in words, and whether it was shown before.
        """
        seen: set[int] = set()
        place = 0
        way = Step.on
        try:
            while place < len(keys):
                step = at(keys[place], f"{place + 1} of {len(keys)}", place in seen)
                if step is Step.leave:
                    return
                seen.add(place)
                way = step if step in (Step.on, Step.back) else way
                place += (way if step is None else step).value
                if place < 0:
                    self.tell("  this is the first")
                    place, way = 0, Step.on
        except LeaveError:
            return
