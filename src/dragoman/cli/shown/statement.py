"""The record of a statement as text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.columns import wrapped
from dragoman.cli.shown import parts
from dragoman.cli.shown.parts import Short, actor, section
from dragoman.exports.words import act_words
from dragoman.ledger.records import Kept, StatementRecord
from dragoman.model import Attribution, Goods, Participant, Statement, Time


def statement_lines(record: StatementRecord, short: Short) -> Iterator[str]:
    """What is said, by whom, in which words; the event that it reports, and what reviewers said."""
    kept, published = record.kept, record.document.published
    yield from wrapped(parts.sentence(kept, published))
    yield f"statement {record.key}"
    yield from parts.fields(_content(kept.statement) | {"reviewed": parts.ruled(kept)})
    yield from section("EVIDENCE", evidence(kept))
    yield from section("DOCUMENT", parts.document(record.document, short))
    yield from section("EVENT", parts.events([record.event] if record.event else [], short))
    yield from section("REVIEWED", parts.judgements(record.judgements, short))
    if kept.coded:
        before = kept.model_copy(update={"statement": kept.coded})
        yield from section("AS THE CODER HAD IT", wrapped(parts.sentence(before, published)))
    yield from section("RELATED DOCUMENTS", parts.documents(record.related, short))


def evidence(kept: Kept, indent: str = "") -> Iterator[str]:
    """The very words, with where they stand in the text."""
    words = kept.statement.evidence
    yield from wrapped(f"«{words.text}» [{words.start}-{words.end}]", first=indent, rest=indent)


def said_by(statement: Statement) -> str:
    """Who says it, in the order of the chain."""
    return "; ".join(map(_speaker, statement.attribution)) or "the outlet, in its own voice"


def _content(statement: Statement) -> dict[str, str]:
    return {
        "what": f"{statement.kind.value}: {act_words(statement.type, statement.mode)}",
        "status": parts.status(statement.status),
        "polarity": statement.polarity.value if statement.polarity else "",
        "who": "; ".join(map(_participant, statement.participants)),
        "when": _time(statement.time),
        "where": actor(statement.place) if statement.place else "",
        "title": statement.instrument or "",
        "goods": "; ".join(map(_goods, statement.goods)),
        "matter": ", ".join(matter.replace("_", " ") for matter in statement.matter),
        "said by": said_by(statement),
        "coder": f"{statement.coder}, rule {statement.rule}, confidence {statement.confidence:.2f}",
    }


def _participant(one: Participant) -> str:
    who = actor(one.actor) if one.actor else "not known"
    person = ", ".join(filter(None, (one.person, one.office)))
    return f"{one.role.replace('_', ' ')} {who}{f', {person}' if person else ''} «{one.surface}»"


def _time(time: Time | None) -> str:
    if time is None:
        return ""
    dates = " - ".join(dict.fromkeys(filter(None, (time.start, time.end))))
    return " ".join(filter(None, (dates, f"«{time.text}»" if time.text else "")))


def _goods(goods: Goods) -> str:
    number = f"{goods.number:.15g} " if goods.number is not None else ""
    value = f" for {goods.value:,.15g} {goods.currency or ''}".rstrip() if goods.value is not None else ""
    return f"{number}{goods.designation}{value}"


def _speaker(one: Attribution) -> str:
    return f"«{one.speaker}»" + (f" ({one.actor})" if one.actor else "")
