"""Which governors of a trigger may say how sure it is: the way up the tree, and where it ends."""

from __future__ import annotations

from dragoman.coding.frames import Frame
from dragoman.coding.reading import Reading
from dragoman.languages import Token

TALKS = frozenset({"meeting", "negotiation", "agreement", "visit"})
"""Types whose own words ("discussed", "agreed") are the act and no hedge on it."""


def within(reading: Reading, index: int) -> list[int]:
    """A word and its governors, up to a verb with a subject of its own that "but" sets against the verb before it."""
    path = [index]
    for node in reading.up(index):
        below = reading.tokens[path[-1]]
        contrasted = any(
            t.head == below.index and reading.words.is_form(t, "contrast") and t.index < below.index
            for t in reading.tokens
        )
        if misplaced(below):
            break
        if below.relation == "conj" and below.form == "Fin" and contrasted and has_subject(reading, below.index):
            break
        path.append(node)
    return path


def brought(reading: Reading, path: list[int]) -> list[int]:
    """The governors of a noun that a relative clause describes, where the noun is only said to come to be.

    "May become a bridge through which A gets arms", "would be a channel that lets B ship rifles": what holds of the
    bridge holds of the clause.
    """
    token = reading.tokens[path[-1]]
    noun = token.head
    if token.relation not in ("acl:relcl", "acl") or noun < 0 or token.tense == "Past":
        return []
    above = reading.tokens[noun].head
    said = any(t.head == noun and t.relation == "cop" for t in reading.tokens)
    made = above >= 0 and reading.has(above, "bring_about") and reading.tokens[noun].relation in COMES
    return [i for i in within(reading, noun) if not reading.has(i, "attest")] if said or made else []


COMES = frozenset({"xcomp", "obj", "obl", "nsubj:pass"})
"""Relations of a noun to the verb that says what comes to be, or what something becomes or serves as."""


def misplaced(token: Token) -> bool:
    """Whether the parser hung a finite verb where only a noun can stand: what is above does not govern it."""
    return token.form == "Fin" and token.relation in ("nmod", "iobj", "amod")


def has_subject(reading: Reading, index: int) -> bool:
    """Whether the tree gives a verb a subject."""
    return any(t.head == index and t.relation.startswith("nsubj") for t in reading.tokens)


def standing(reading: Reading, frame: Frame, index: int) -> list[int]:
    """The noun alone where it stands for what is in force: of that only a verb of being or ending tells."""
    token = reading.tokens[index]
    lives = token.relation == "nsubj" and reading.has(token.head, "occur", "arrive")
    inside = lives or token.relation in ("nsubj:pass", "obj", "root", "conj")
    return [index] if frame.standing and not inside else []


def beside(reading: Reading, node: int, path: list[int]) -> bool:
    """Whether a verb is only joined to the one below it on the way up, and so says nothing of it."""
    below = reading.tokens[path[path.index(node) - 1]]
    predicate = reading.tokens[node].form or any(t.head == node and t.relation == "cop" for t in reading.tokens)
    return below.head == node and below.relation == "conj" and bool(below.form) and bool(predicate)


def occasion(reading: Reading, frame: Frame, index: int) -> list[int]:
    """The governors of a meeting or visit that is only when or where something else is done.

    What is done has no scope over it.
    """
    if frame.type not in TALKS or reading.tokens[index].form:
        return []
    path = [index]
    for node in reading.up(index):
        if reading.tokens[node].form:
            break
        path.append(node)
    adverbial = any(t.head in path and t.pos == "ADP" and of_occasion(reading, t.index) for t in reading.tokens)
    return path if adverbial or any(reading.has(i, "occasion_noun") for i in path[1:]) else []


def of_occasion(reading: Reading, preposition: int) -> bool:
    """Whether a preposition, of one word or more ("in the course of"), says that something is when or where."""
    parts = [preposition, *(t.index for t in reading.tokens if t.head == preposition and t.relation == "fixed")]
    return any(reading.has(i, "occasion_word", "occasion_noun") for i in parts)


def behind_pact(reading: Reading, index: int) -> bool:
    """Whether a pact stands right before the preposition of a noun, which the tree has hung elsewhere."""
    token, tokens = reading.tokens[index], reading.tokens
    place = index - 1
    while place > 0 and (tokens[place].pos in ("ADJ", "DET") or tokens[place].relation == "compound"):
        place -= 1
    marked = place > 0 and reading.words.is_form(tokens[place], "subject_matter") and not token.form
    before = [place - 1, *([place - 3] if place > 2 and tokens[place - 2].pos in ("ADP", "PART") else [])]
    return marked and any(reading.has(i, "pact") and not tokens[i].form for i in before)


def gets(reading: Reading, index: int, verb: int) -> bool:
    """Whether a noun is the subject of a verb with an object: what it is to get or do says nothing of its own being."""
    token = reading.tokens[index]
    acting = verb >= 0 and token.head == verb and token.relation == "nsubj" and reading.tokens[verb].voice != "Pass"
    return acting and any(t.head == verb and t.relation in ("obj", "iobj") for t in reading.tokens)


def purpose(reading: Reading, index: int) -> bool:
    """Whether a noun is what something is done for: "to take part in", with the preposition of purpose above it."""
    for node in (index, *reading.up(index)):
        if reading.tokens[node].form:
            return False
        if any(t.head == node and reading.has(t.index, "purpose_word") for t in reading.tokens):
            return True
    return False


def submitted(reading: Reading, index: int) -> bool:
    """Whether a noun is what something is handed in for ("sent to parliament for ratification")."""
    token = reading.tokens[index]
    return "Acc" in token.cases and any(
        t.head == index and t.pos == "ADP" and reading.words.is_form(t, "subject_matter") for t in reading.tokens
    )


def of_conjunct(reading: Reading, index: int) -> bool:
    """Whether an adverb between commas hedges only the last of a list ("through A and, probably, B")."""
    around = reading.tokens[max(0, index - 2) : index + 3]
    if len(around) != 5 or around[1].text != "," or around[3].text != ",":
        return False
    return reading.words.is_form(around[0], "and_or") and around[4].pos in ("PROPN", "NOUN", "ADJ")


def serves(reading: Reading, node: int, index: int) -> bool:
    """Whether a word only tells what the thing that a noun names is for: "the aim of the drills", "is aimed at"."""
    token = reading.tokens[index]
    if token.form or node == index:
        return False
    of_it = reading.has(node, "purpose_noun") and not reading.tokens[node].form and token.head == node
    served = reading.has(node, "purpose_verb") and reading.tokens[node].voice == "Pass"
    return of_it or (served and token.head == node and token.relation.startswith("nsubj"))


def started(reading: Reading, node: int, index: int) -> bool:
    """Whether it is the start or the end of an act that is announced: that has come ("announced the start of …")."""
    path = [index, *reading.up(index)]
    between = path[: path.index(node)] if node in path else []
    told = reading.has(node, "say_verb") and reading.tokens[node].tense != "Fut"
    return told and any(reading.has(i, "start_noun", "end_noun") for i in between if i != index)
