"""How claims are shown, and what outlets make of theirs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.cli.columns import table, wrapped
from dragoman.cli.lookup import counted, more_lines

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.findings.outlets import OutletClaims
    from dragoman.ledger.claims import ClaimSelection
    from dragoman.ledger.recalled_claims import KeptClaim
    from dragoman.model import Dataset

NOBODY = "(outlet not known)"


def found_lines(
    asked: ClaimSelection, found: Sequence[KeptClaim], total: int, short: Mapping[str, str], *, why: bool
) -> Iterator[str]:
    """A table of claims, how many more there are, and how to see the words of one."""
    yield from wrapped(f"{_title(asked)}: {counted(len(found), total)}, the latest first")
    yield ""
    rows = [(_key(one, short), one.document.published or "", _verdict(one), _what(one, why=why)) for one in found]
    yield from table(("id", "when", "verdict", "what"), [(*cells, *told) for *cells, told in rows])
    yield ""
    yield from more_lines(len(found), total)
    if short:
        yield from wrapped(f"All about one, with its words: dragoman show {next(iter(short.values()))}")
    if any(one.stale for one in found):
        yield from wrapped("* The record, or a judgement, has changed since: `dragoman test` puts them to it again.")


def none_lines(asked: ClaimSelection, without: int) -> Iterator[str]:
    """That there are none, and how many there are without the limits of what was asked."""
    yield from wrapped(f"{_title(asked)}: none.")
    if without:
        every = "" if asked.kinds else " --what all"
        yield from wrapped(f"Without the limits there are {without:,}: dragoman claims{every}")


def outlet_lines(asked: ClaimSelection, found: Sequence[OutletClaims], every: OutletClaims) -> Iterator[str]:
    """A table of outlets: how they put what they claim, and what the record says to it."""
    yield from wrapped(f"{_title(asked)}, by outlet: {every.claims:,} in {len(found):,}")
    if not found:
        return
    yield ""
    heads = ("claims", "hedged", "asserted", "share hedged", "outlet and verdicts")
    rows = [_outlet_row(one, one.outlet or NOBODY) for one in found]
    if len(found) > 1:
        rows.append(_outlet_row(every, "all outlets"))
    yield from table(heads, rows)
    yield ""
    yield from wrapped(
        "Share hedged: of what is hedged or asserted, with the interval that holds it in 95 of 100 such samples. Aims, "
        "calls and denials are neither. Claims of speakers who are quoted count with their outlet; --voice tells apart."
    )


def waiting_lines(connection: Connection) -> Iterator[str]:
    """How many documents wait to be put to the record."""
    from dragoman.ledger import findings, imports

    standing = findings.standing(connection, imports.state(connection))
    if waiting := standing.stale + standing.untested:
        verb = "document waits" if waiting == 1 else "documents wait"
        yield from wrapped(f"{waiting:,} {verb} to be put to the record: dragoman test")


def head_json(asked: ClaimSelection, total: int) -> str:
    """What was asked, and how many there are in all."""
    return json.dumps({"asked": asked.model_dump(mode="json"), "found": total}, ensure_ascii=False)


def sources(connection: Connection, names: Collection[str]) -> list[Dataset]:
    """The datasets of these names."""
    from dragoman.ledger.ties import imported

    return [dataset for name, dataset in imported(connection).items() if name in names]


def sources_json(connection: Connection, names: Collection[str]) -> str:
    """The datasets that were asked, with their credit lines."""
    return json.dumps({"datasets": [one.model_dump(mode="json") for one in sources(connection, names)]})


def _title(asked: ClaimSelection) -> str:
    from dragoman.actors import label
    from dragoman.model import Kind

    parts = ["Arguments" if asked.kinds == (Kind.inference,) else "Claims"]
    about = " with ".join(f"{label(code)} ({code})" for code in asked.actors)
    told = [*asked.types, *asked.statuses, *asked.verdicts, *(f"of {name}" for name in asked.outlets)]
    if asked.quoted is not None:
        told.append("of speakers quoted" if asked.quoted else "of the outlets themselves")
    told += [f"since {asked.since}" if asked.since else "", f"until {asked.until}" if asked.until else ""]
    parts += [f" about {about}" if about else "", *(f", {one.replace('_', ' ')}" for one in told if one)]
    return "".join(parts)


def _key(claim: KeptClaim, short: Mapping[str, str]) -> str:
    return short[claim.statements[0][0]] if claim.statements else "-"


def _verdict(claim: KeptClaim) -> str:
    return claim.verdict.replace("_", " ") + ("*" if claim.stale else "")


def _what(claim: KeptClaim, *, why: bool) -> tuple[str, str]:
    """The claim in a sentence, its reasons if they are wanted; and behind it how it is put, and by whom."""
    from dragoman.briefs.claims import claim_reasons, claim_sentence
    from dragoman.briefs.tables import interface

    manner = interface("en").hedges[claim.kind][claim.status]
    voice = "quoted" if claim.quoted else ""
    tail = "; ".join(filter(None, [manner, voice, claim.document.outlet]))
    lines = [claim_sentence(claim, "en"), *(f"- {reason}" for reason in claim_reasons(claim, "en"))]
    return ("\n".join([f"{lines[0]} ({tail})", *lines[1:]]), "") if why else (lines[0], f"({tail})")


def _outlet_row(one: OutletClaims, name: str) -> tuple[str, ...]:
    shared = one.hedged_share
    share = f"{shared.share:.0%} ({shared.low:.0%}-{shared.high:.0%})" if shared else "-"
    verdicts = ", ".join(f"{number} {verdict.value.replace('_', ' ')}" for verdict, number in one.verdicts.items())
    return (f"{one.claims:,}", f"{one.hedged:,}", f"{one.asserted:,}", share, f"{name}: {verdicts}")
