#!/usr/bin/env python3
"""Write docs/starter.md from the starter record: `python scripts/starter_page.py`; `--print` only shows it.

A test holds that the page is what this script makes, so run it after every change of a fact.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.actors import label
from dragoman.datasets import open_dataset
from dragoman.datasets.facts import Fact, fact
from dragoman.datasets.packaged import FOLDER
from dragoman.schema import codebook

PAGE = Path(__file__).parent.parent / "docs" / "starter.md"
FOLLOWED = ("AZE", "ISR", "ITA", "KAZ", "MAR", "PAK", "RUS", "TUR", "USA")

HEAD = """# The starter record

`dragoman import starter` puts into the ledger what comes with the project, so that claims can be tested at once: facts
that the project compiled itself (this page lists them), memberships and alliances that follow from the list of
organisations, and excerpts of open datasets. `src/dragoman/datasets/data/starter/README.md` says under which terms.

The two excerpts of SIPRI's register tell of the same deliveries, once by year and once by deal, and so do the facts on
arms here where SIPRI knows of them: never add them up.

What it is not: complete. It was compiled by hand for nine states and their partners, with one source for each fact.
That a tie is not here means nothing. A fact whose day was not certain has a month or a year; one that was not certain
was left out. A source with a link was looked up when the fact was entered; one without a link is a citation of the
document from general knowledge: it was not opened, and the day in it is that of the fact. Check it before you quote it.

Treaties with a promise of defence, or which their parties call an alliance, are in layer `alliance`; all other
instruments, strategic partnerships and statuses such as Major Non-NATO Ally are in layer `agreement`. `→` stands
between one who acts and one who is acted upon (supplier and recipient, user and host, donor and recipient, who
restricts and who is restricted), `-` between equals. An end is a termination, expiry or suspension; without one, no end
is known to us.

This page is made by `scripts/starter_page.py`: change the facts, not the page.

## How to correct or add a fact

1. Find it by its key in `src/dragoman/datasets/data/starter/facts/`, one tab-separated file for each kind. The columns
   are explained in `src/dragoman/datasets/data/starter.yaml`; types, modes, roles and matters are those of
   [the codebook](codebook.md), actors those of [the list of actors](actors.md).
2. Change the row, with the source that the correction rests on (who published it, and what; an address only if you
   opened it). Rows stand in the order of `start`, then of the key. The wording is ours: copy none.
3. A key never changes, so that an import corrects what is in a ledger. A fact that was wrong is removed.
4. `python scripts/starter_page.py`, then `pytest tests/datasets/test_starter.py`: it checks every row.
"""


def page(facts: list[Fact]) -> str:
    """The whole page in Markdown."""
    parts = [HEAD, *_counts(facts)]
    for state in FOLLOWED:
        own = [found for found in facts if state in _actors(found)]
        parts += [f"## {label(state, 'en')}\n", *_table(own)]
    return "\n".join(parts)


def _counts(facts: list[Fact]) -> Iterator[str]:
    layers = Counter(found.layer for found in facts)
    yield f"## {len(facts)} facts\n"
    yield "| layer | facts | " + " | ".join(FOLLOWED) + " |"
    yield "|---|---|" + "---|" * len(FOLLOWED)
    for layer, number in sorted(layers.items()):
        of = [sum(found.layer is layer and state in _actors(found) for found in facts) for state in FOLLOWED]
        yield f"| {layer} | {number} | " + " | ".join(str(count or "") for count in of) + " |"
    total = [sum(state in _actors(found) for found in facts) for state in FOLLOWED]
    yield f"| all | {len(facts)} | " + " | ".join(map(str, total)) + " |"
    checked = sum(bool(found.address) for found in facts)
    yield f"\n{checked} of them have a link to where they were looked up.\n"


def _table(facts: Iterable[Fact]) -> Iterator[str]:
    yield "| when | who | what | source | key |"
    yield "|---|---|---|---|---|"
    for found in sorted(facts, key=lambda found: (found.start, found.key)):
        when = f"{found.start} to {found.end}" if found.end and found.end != found.start else found.start
        what = f"{_act(found)}: {found.title}" + (f" ({found.note})" if found.note else "")
        source = f"[{found.source}]({found.address})" if found.address else found.source
        yield f"| {when} | {_who(found)} | {what} | {source} | `{found.key}` |"
    yield ""


def _act(found: Fact) -> str:
    book = codebook()
    mode = f", {book.mode_label(found.type, found.mode, 'en')}" if found.mode else ""
    return book.label(found.type, "en") + mode


def _who(found: Fact) -> str:
    sides: dict[str, list[str]] = {"source": [], "target": [], "party": [], "other": []}
    for party in found.parties:
        sides[codebook().role_side(party.role, found.type)].append(party.actor)
    acts = f"{', '.join(sides['source'])} → {', '.join(sides['target'])}" if sides["source"] else ""
    beside = [f"{party.role.replace('_', ' ')}: {party.actor}" for party in found.others]
    return "; ".join(part for part in (acts, "-".join(sides["party"]), *beside) if part)


def _actors(found: Fact) -> set[str]:
    return {party.actor for party in found.parties}


def main() -> None:
    """Write the page, or show it."""
    text = page([fact(row) for row in open_dataset("starter", FOLDER / "facts").rows()])
    if "--print" in sys.argv[1:]:
        sys.stdout.write(text)
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
