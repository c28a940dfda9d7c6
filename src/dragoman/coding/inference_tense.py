"""What tense says of a conclusion: of a noun that is said, of a change that was made, of what has come to be."""

from __future__ import annotations

from dragoman.coding.inference_scope import CHANGES
from dragoman.coding.reading import Reading
from dragoman.coding.tense import by_tense
from dragoman.languages import Token
from dragoman.model import Status


def coming(reading: Reading, path: list[int]) -> bool:
    """Whether a verb on the way up stands in the future or is an infinitive."""
    helped = [t.index for t in reading.tokens if t.head in path and t.relation.startswith(("aux", "cop"))]
    tokens = [reading.tokens[i] for i in (*path, *helped)]
    return any(t.form == "Inf" or t.tense == "Fut" or (t.tense == "Pres" and t.aspect == "Perf") for t in tokens)


def tense(reading: Reading, path: list[int]) -> Status:
    """The status by the first verb on the way up."""
    said = next((t for t in reading.tokens if t.head == path[0] and t.relation == "cop"), None)
    if len(path) > 1 and reading.tokens[path[0]].relation == "nsubj" and been(reading, path[1]):
        return Status.happened
    if said is not None and said.tense == "Pres" and not reading.tokens[path[0]].form:
        return Status.possible if any(unsure(t) for t in reading.tokens if t.head == path[0]) else Status.ongoing
    verb = next((n for n in path if reading.tokens[n].form or reading.tokens[n].short), -1)
    if verb < 0 and any(t.head in path and t.relation in ("aux", "cop") and unsure(t) for t in reading.tokens):
        return Status.possible
    return by_tense(reading, verb) if verb >= 0 else Status.ongoing


def been(reading: Reading, index: int) -> bool:
    """Whether a noun is what something was ("the winner of the quarrel was A")."""
    return any(t.head == index and t.relation == "cop" and t.tense == "Past" for t in reading.tokens)


def unsure(helper: Token) -> bool:
    """Whether an auxiliary of a noun that is said puts it off: "would be a blow", "will be a blow"."""
    return helper.mood == "Cnd" or helper.tense == "Fut"


def changed(reading: Reading, path: list[int]) -> bool:
    """Whether the first verb on the way up, which may tell what goes on, tells what was changed ("developed ties")."""
    verb = next((node for node in path if reading.tokens[node].form), -1)
    token = reading.tokens[verb]
    return verb >= 0 and token.form == "Fin" and token.tense == "Past" and reading.has(verb, *CHANGES, "warm")


def stands(reading: Reading, path: list[int]) -> bool:
    """Whether the first verb on the way up tells in the perfect what something has come to be, and so still is."""
    verb = next((node for node in path if reading.tokens[node].form), -1)
    helped = [t for t in reading.tokens if t.head == verb and t.relation == "aux"]
    return verb >= 0 and reading.has(verb, "standing") and any(t.tense == "Pres" for t in helped)
