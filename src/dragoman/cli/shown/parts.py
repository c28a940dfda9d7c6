"""What the records of several nouns have in common: fields, tables of what is related, judgements."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.actors import label
from dragoman.briefs.sentence import Writer
from dragoman.cli.columns import GAP, clean, table, wrapped
from dragoman.cli.happened import when as event_when
from dragoman.cli.happened import words as event_words
from dragoman.cli.tied import pair, when, words
from dragoman.ledger.records import About, Kept, Related
from dragoman.model import Event, Judgement, Party, Ruling, Status, Tie

Short = Callable[[str], str]
RULINGS = {
    Ruling.accept: "accepted",
    Ruling.correct: "corrected",
    Ruling.reject: "rejected",
    Ruling.parted: "split from each other",
    Ruling.merged: "merged",
    Ruling.undone: "taken back",
}


def fields(named: Mapping[str, str]) -> Iterator[str]:
    """Names and values, one below the other; what is empty is left out."""
    told = {name: value for name, value in named.items() if value}
    width = max(map(len, told), default=0)
    for name, value in told.items():
        head = f"{GAP}{name:<{width}}{GAP}"
        yield from wrapped(value, first=head, rest=" " * len(head))


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and lines under it; nothing where there are no lines."""
    told = list(lines)
    if told:
        yield ""
        yield title
        yield from told


def status(value: Status) -> str:
    """A status in words."""
    return value.value.replace("_", " ")


def actor(code: str) -> str:
    """`Azerbaijan (AZE)`."""
    return f"{label(code)} ({code})"


def party(one: Party) -> str:
    """`Azerbaijan (AZE), recipient`."""
    return f"{actor(one.actor)}, {one.role.replace('_', ' ')}"


def sentence(kept: Kept, published: str | None) -> str:
    """A statement as a sentence, never firmer than its status."""
    return Writer("en", published).sentence(kept.statement)


def ruled(kept: Kept) -> str:
    """What a reviewer made of a statement; empty where nobody looked."""
    return RULINGS[kept.ruling] if kept.ruling else ""


def document(about: About, short: Short) -> Iterator[str]:
    """A document in a line or two."""
    head = f"{short(about.key):<8}{(about.published or '')[:10]:<12}"
    return iter(wrapped(titled(about), first=head, rest=" " * len(head)))


def documents(found: Sequence[Related], short: Short) -> Iterator[str]:
    """A table of related documents."""
    rows = [
        (short(one.document.key), one.relation.value, (one.document.published or "")[:10], titled(one.document))
        for one in found
    ]
    return table(("id", "why", "published", "what"), rows) if rows else iter(())


def titled(document: About) -> str:
    """Headline and outlet, or where it was read."""
    named = clean(document.headline or document.source)
    return f"{named} ({clean(document.outlet)})" if document.outlet else named


def events(found: Sequence[Event], short: Short) -> Iterator[str]:
    """A table of events."""
    rows = [(short(one.id), event_when(one), status(one.status), event_words(one)) for one in found]
    return table(("id", "when", "status", "what"), rows) if rows else iter(())


def ties(found: Sequence[Tie], short: Short) -> Iterator[str]:
    """A table of ties."""
    rows = [(short(one.id), when(one), pair(one), words(one), f"[{one.dataset}]") for one in found]
    return table(("id", "when", "who", "what"), rows) if rows else iter(())


def judgements(found: Sequence[Judgement], short: Short) -> Iterator[str]:
    """What reviewers said, in the order in which they said it."""
    for one in found:
        about = " and ".join(short(key) for key in one.target.split())
        head = f"{one.made_at[:10]}  {one.reviewer}: {RULINGS[one.ruling]} ({about})"
        yield from wrapped(f"{head}: {one.reason}" if one.reason else head, first="- ", rest="  ")
        for name, value in (json.loads(one.change) if one.change else {}).items():
            yield from wrapped(f"{name}: {json.dumps(value, ensure_ascii=False)}", first="  ", rest="    ")
