"""Tasks for the tests of the workshop; its process imports this module by its name."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import ClassVar

from dragoman.errors import SourceEmpty
from dragoman.web.workshop import Bench, Step
from dragoman.web.workshop.bench import Tell


@dataclass(frozen=True)
class Echo:
    """Gives back what it got, after some seconds, with the process that it was done in."""

    word: str
    seconds: float = 0.0
    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> tuple[str, int, str]:
        tell(Step.coding)
        time.sleep(self.seconds)
        return self.word, os.getpid(), bench.ledger.name


@dataclass(frozen=True)
class Hurry:
    """What somebody waits for."""

    urgent: ClassVar[bool] = True

    def run(self, bench: Bench, tell: Tell) -> str:
        return "here"


@dataclass(frozen=True)
class Fail:
    """Fails as a user's input does, or as a defect."""

    defect: bool
    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> None:
        if self.defect:
            raise ZeroDivisionError
        raise SourceEmpty("nothing in it", source="a.txt", advice="give more")


@dataclass(frozen=True)
class Die:
    """Takes the whole process with it, as a lack of memory does."""

    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> None:
        os._exit(9)
