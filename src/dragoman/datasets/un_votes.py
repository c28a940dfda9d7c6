"""Roll calls in the UN General Assembly: a tie for two states that in a session voted alike far beyond chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.datasets.agreement import VOTES, Pair, Vote, agreement
from dragoman.datasets.reading import Reading
from dragoman.model import Layer, Tie

BEFORE_FIRST = 1945
"""The first session voted in 1946."""
LEAST = 20
"""Common roll calls below which nothing is said of two states in a session."""
ALIKE = 0.6
"""Scott's pi from which two count as aligned: `substantial` agreement by the usual reading (Landis and Koch 1977)."""
UNIT = "share of equal votes"
ARMS = ("nu", "di")
"""The issues of nuclear weapons, and of arms control and disarmament."""
UNKNOWN_CALL = "the roll call is not in the list of roll calls"
NO_STATE = "no state"


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for each two states and session in which they are aligned, weighed by the share of equal votes.

    All pairs would be some 800,000 ties, most of which say that nearly all states vote for nearly all resolutions, and
    every state would be tied to every other one. docs/decisions/ has the reasons for the measure and the bound.
    """
    sessions = {row["rcid"]: row.whole("session") for row in reading.rows("calls")}
    arms = {row["rcid"] for row in reading.rows("issues") if row["short_name"] in ARMS}
    votes = _votes(reading, sessions)
    for session in sorted(votes):
        yield from _session(reading, session, votes[session], arms)


def _votes(reading: Reading, sessions: dict[str, int | None]) -> dict[int, list[Vote]]:
    """The votes of each session."""
    found: dict[int, list[Vote]] = defaultdict(list)
    for row in reading.rows("votes"):
        call, vote = row["rcid"], row["vote"]
        session = sessions.get(call)
        if session is None:
            reading.skip(UNKNOWN_CALL)
            continue
        if vote not in VOTES:
            raise row.error(f"`{vote}` under `vote` is none of {', '.join(VOTES)}")
        state = reading.by_name(row.needed("country"), str(BEFORE_FIRST + session))
        if state is None:
            reading.skip(NO_STATE)
        else:
            found[session].append((call, state, vote))
    return found


def _session(reading: Reading, session: int, votes: list[Vote], arms: set[str]) -> Iterator[Tie]:
    on_arms = agreement([vote for vote in votes if vote[0] in arms])
    year = str(BEFORE_FIRST + session)
    for pair in agreement(votes).pairs(least=LEAST, above=ALIKE):
        yield reading.tie(
            record=f"{session}/{pair.one}/{pair.other}",
            layer=Layer.alignment,
            source=pair.one,
            target=pair.other,
            directed=False,
            start=year,
            end=year,
            weight=round(pair.share, 4),
            unit=UNIT,
            subject="votes in the UN General Assembly",
            details=_details(session, pair, on_arms.pair(pair.one, pair.other)),
        )


def _details(session: int, pair: Pair, on_arms: Pair | None) -> dict[str, str]:
    return {
        "session": str(session),
        "common": str(pair.common),
        "equal": str(pair.equal),
        "pi": f"{pair.pi:.3f}",
        "common_on_arms": str(on_arms.common) if on_arms else "",
        "equal_on_arms": str(on_arms.equal) if on_arms else "",
    }
