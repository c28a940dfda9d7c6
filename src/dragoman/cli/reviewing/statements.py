"""A statement as a reviewer sees it: in plain words, in the words of the text, and field by field with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dragoman.actors import label
from dragoman.briefs.sentence import Writer
from dragoman.cli.reviewing.pages import Page, clean
from dragoman.cli.reviewing.passages import legend, marked
from dragoman.model import Attribution, Document, Goods, Judgement, Participant, Ruling, Span, Statement
from dragoman.review.marking import passage
from dragoman.review.subjects import StatementSubject
from dragoman.review.times import shown

DONE = {
    Ruling.accept: "accepted",
    Ruling.correct: "corrected",
    Ruling.reject: "rejected",
    Ruling.parted: "split",
    Ruling.merged: "put together",
    Ruling.undone: "took back",
}


def show(page: Page, subject: StatementSubject, place: str) -> None:
    """Put a statement on the page; `place` says which of how many it is."""
    statement, document = subject.statement, subject.document
    page.rule(place, f"statement {subject.key}")
    page.text(Writer("en", document.published).sentence(statement), "bold")
    page.gap()
    page.text(marked(passage(statement, document.text), styled=page.styled), indent=2)
    page.text(legend(styled=page.styled), indent=2)
    page.gap()
    show_fields(page, statement, document.text)
    page.field("why", f"rule {statement.rule} of {statement.coder}, confidence {statement.confidence:.2f}")
    page.field("source", source(document))
    others = subject.reports - 1
    if subject.event:
        more = f" with {others} other report{'s' * (others != 1)}" if others else ", the only report"
        page.field("event", f"{subject.event}{more}")
    page.fields("judged", map(told, subject.said))


def show_fields(page: Page, statement: Statement, text: str) -> None:
    """What can be corrected, with the words that decided it."""
    mode = f", {statement.mode}" if statement.mode else ""
    page.field("type", f"{statement.type}{mode} ({statement.kind})")
    page.field("status", f"{statement.status}{_cues(statement, text)}")
    page.field("polarity", statement.polarity or "")
    width = max((len(p.role) for p in statement.participants), default=0)
    page.fields("who", (_who(n, p, width) for n, p in enumerate(statement.participants, 1)))
    page.field("when", _when(statement))
    page.field("where", statement.place or "")
    page.field("title", statement.instrument or "")
    page.field("about", ", ".join(statement.matter))
    page.field("goods", "; ".join(map(_goods, statement.goods)))
    page.fields("says so", _speakers(statement.attribution))


def source(document: Document) -> str:
    """Outlet, date and headline, or where it was read."""
    told_of = ", ".join(part for part in (document.outlet, document.published) if part)
    return ": ".join(part for part in (told_of, document.headline or document.source) if part)


def told(word: Judgement) -> str:
    """A judgement in a line."""
    why = f": {word.reason}" if word.reason else ""
    return f"{word.reviewer} {DONE[word.ruling]} it on {word.made_at[:10]}{why}"


def _cues(statement: Statement, text: str) -> str:
    cues = statement.cues
    said = [_quoted(cues.status, text), _quoted(cues.negation, text)]
    found = " and ".join(words for words in said if words)
    return f": {found}" if found else " (no word is marked: by the verb or the frame)"


def _quoted(spans: Sequence[Span], text: str) -> str:
    return ", ".join(f"«{clean(text[start:end])}»" for start, end in spans)


def _who(number: int, participant: Participant, width: int) -> Text:
    actor = f"{participant.actor} {label(participant.actor)}" if participant.actor else "not recovered"
    more = "".join(f", {part}" for part in (participant.office, participant.person) if part)
    return Text(f"{number} {participant.role:<{width}}  ").append(clean(f"{actor} «{participant.surface}»{more}"))


def _when(statement: Statement) -> str:
    time = statement.time
    if time is None:
        return "not said"
    words = f" «{time.text}»" if time.text else ""
    return f"{shown(time) or 'no date'}{words}"


def _goods(goods: Goods) -> str:
    number = f"{goods.number:g} × " if goods.number is not None else ""
    value = f" for {goods.value:g} {goods.currency or ''}".rstrip() if goods.value is not None else ""
    return f"{number}{goods.designation}{value}"


def _speakers(said: Sequence[Attribution]) -> Iterator[str]:
    if not said:
        yield "nobody: the outlet in its own voice"
    for number, one in enumerate(said, 1):
        yield f"{number} {one.speaker} ({one.actor or 'no state'})"
