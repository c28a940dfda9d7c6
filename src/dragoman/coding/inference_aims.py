"""What is the aim of an act: "in order to", "in a bid to", "is meant to", "buys radars to", "the aim is to"."""

from __future__ import annotations

from dragoman.coding.inference_scope import scope
from dragoman.coding.reading import Reading
from dragoman.coding.status import Judged
from dragoman.coding.subjects import subject
from dragoman.coding.tense import by_tense
from dragoman.languages import Token
from dragoman.model import Status

GOVERNING = ("enabling", "object_control", "effecting", "strive", "op_called", "op_possible", "op_planned", "op_denied")
"""Classes of verbs whose infinitive says what is to be done, not what for."""


def intended(reading: Reading, index: int, path: list[int], found: Judged) -> Judged | None:
    """Planned where the trigger is the aim of an act, called for where that act is; None where it is no aim."""
    wanted = desired(reading, path)
    if wanted is not None and found.status is not Status.denied:
        return wanted
    aim = aimed(reading, index, close(reading, path))
    aim = equated(reading, index) if aim is None else aim
    if aim is None:
        return None
    helped = [t.index for t in reading.tokens if t.head in path and t.relation == "aux"]
    called = [node for node in (*path, *helped) if reading.has(node, "op_called") and node != index]
    if called:
        return Judged(Status.called_for, called[:1])
    accused = [node for node in path if reading.has(node, "accuse", "fear_word") and node != index]
    modal = any(
        (reading.tokens[i].relation == "aux" and aiming(reading, aim) != reading.tokens[i].head)
        or above(reading, i, aim)
        for i in found.cues
    )
    if found.status is Status.possible and modal:
        return found
    unsure = [i for i in helped if reading.has(i, "op_possible") and reading.tokens[i].head != aiming(reading, aim)]
    if unsure and found.status is not Status.denied:
        return Judged(Status.possible, unsure[:1])
    if accused and found.status is not Status.denied:
        return Judged(Status.possible, accused[:1])
    doubted = any(reading.has(i, "adv_possible") for i in found.cues)
    return None if doubted else Judged(Status.planned, [aim])


def aiming(reading: Reading, aim: int) -> int:
    """The verb that is the aim: an infinitive by itself, else what the word that makes it one hangs on."""
    own = reading.tokens[aim].form == "Inf" and not reading.has(aim, "aim")
    return aim if own else reading.tokens[aim].head


def opposed(reading: Reading, index: int) -> bool:
    """Whether a noun is what somebody acts against: it is there, whatever comes of it ("to counter A's influence")."""
    token = reading.tokens[index]
    return not token.form and token.relation == "obj" and reading.has(token.head, "opposing")


def desired(reading: Reading, path: list[int]) -> Judged | None:
    """What somebody wants to be done: asked of others, or wished for where he would do it himself."""
    for node in path:
        token = reading.tokens[node]
        marks = [t for t in reading.tokens[:node] if t.head == node and reading.words.is_form(t, "so_that")]
        if not marks or token.relation != "ccomp" or not reading.has(token.head, "wish", "op_called"):
            continue
        own, asking = subject(reading, node), subject(reading, token.head)
        same = own is not None and asking is not None and not set(own.codes).isdisjoint(asking.codes)
        return Judged(Status.possible if same else Status.called_for, [token.head])
    return None


def above(reading: Reading, cue: int, aim: int) -> bool:
    """Whether it may be that an act is done for an aim, not that what is aimed at may ("so that the armies can …")."""
    return reading.has(cue, "modal_word") and reading.tokens[aim].head != cue


def close(reading: Reading, path: list[int]) -> list[int]:
    """The way up as far as a participle: the aim of what it describes is not its own."""
    ends = (n for n, node in enumerate(path) if reading.tokens[node].form == "Part" and not reading.tokens[node].short)
    return path[: next(ends, len(path)) + 1]


def aimed(reading: Reading, index: int, path: list[int]) -> int | None:
    """The word that makes the trigger an aim of somebody's own act: "in order to", "with the aim of", "intends to".

    What one hopes that others' acts bring is none ("hopes that the contract will help").
    """
    for place, node in enumerate(path):
        if place and joined(reading, path[place - 1], node):
            return None
        served = reading.tokens[node].head
        hoped = any(reading.tokens[n].relation == "ccomp" or clausal(reading, n) for n in path[:place])
        meant_so = not hoped and not (served >= 0 and reading.has(served, "serve"))
        if node != index and meant_so and (reading.has(node, "aim") or ventured(reading, node)):
            return node
        token = reading.tokens[node]
        below = [t for t in reading.tokens[:node] if t.head == node]
        marks = [t.index for t in below if reading.words.is_form(t, "so_that") and opens_aim(t)]
        if marks:
            return marks[0]
        if token.form == "Inf" and (meant_for(reading, node) or served_by(reading, token.head, token.relation)):
            return node
        before = reading.tokens[max(0, token.index - 3) : token.index]
        if node == index or token.relation == "nmod":
            case = [t.index for t in before if t.head == node and reading.words.is_form(t, "for")]
            if case and token.pos == "NOUN" and reading.has(node, "grow", "shrink"):
                return case[0]
    return None


def joined(reading: Reading, below: int, node: int) -> bool:
    """Whether a verb only stands beside the one below it on the way up: what it aims at is not the other's."""
    token = reading.tokens[below]
    return token.relation == "conj" and token.form == "Fin" and reading.tokens[node].form == "Fin"


def meant_for(reading: Reading, node: int) -> bool:
    """Whether an infinitive tells what something is done for, also where it hangs on a verb with an object of its own.

    "Is buying radars to close a gap", but not "is helping A to close it", nor "if not to close it".
    """
    token = reading.tokens[node]
    if token.relation == "advcl":
        return not striving(reading, token.head) and not any(
            t.head == node and reading.words.is_form(t, "if") for t in reading.tokens[:node]
        )
    done = token.head
    if done < 0 or used(reading, done):
        return False
    if token.relation != "xcomp" or not reading.tokens[done].form or reading.has(done, *GOVERNING):
        return False
    actors = {a.head for a in reading.arguments if a.codes and a.modifies < 0}
    return any(
        t.head == done and t.relation == "obj" and t.index not in actors for t in reading.tokens[done + 1 : node]
    )


def striving(reading: Reading, verb: int) -> bool:
    """Whether a verb tells that what its infinitive says is being worked for ("work together to raise …")."""
    if verb < 0 or not reading.has(verb, "strive") or by_tense(reading, verb) is Status.planned:
        return False
    return not any(t.head == verb and t.relation == "obj" for t in reading.tokens)


def opens_aim(token: Token) -> bool:
    """Whether "so" or "order" opens an aim and is no adverb or noun of its own ("so dependent that", "the order")."""
    return token.pos != "ADV" and not token.relation.startswith(("nsubj", "obj"))


def used(reading: Reading, verb: int) -> bool:
    """Whether a verb tells that a means was used: what was done with it was done ("used front companies to buy …")."""
    return reading.has(verb, "using") and by_tense(reading, verb) is Status.happened


def ventured(reading: Reading, node: int) -> bool:
    """Whether a noun of trying stands with "in": "in a bid to" tells the aim of what is done."""
    marks = (t for t in reading.tokens[:node] if t.head == node and t.pos == "ADP")
    return reading.has(node, "venture") and any(reading.words.is_form(t, "in") for t in marks)


def clausal(reading: Reading, node: int) -> bool:
    """Whether a verb opens a clause with "that", whose subject it is that acts ("hopes that the contract will …")."""
    marks = (t for t in reading.tokens[:node] if t.head == node and t.relation == "mark")
    return reading.tokens[node].form == "Fin" and any(reading.words.is_form(t, "that") for t in marks)


def served_by(reading: Reading, noun: int, relation: str) -> bool:
    """Whether an infinitive says what a thing is used for, and not which plan or chance the noun before it is."""
    if noun < 0 or relation != "xcomp" or used(reading, noun):
        return False
    open_noun = not reading.has(
        noun, "op_possible", "will", "aim", "opportunity", "plan_noun", "strive", "enabled_by", "role_word"
    )
    if reading.has(noun, "junction"):
        return False
    return reading.has(noun, "means") or (reading.tokens[noun].pos == "NOUN" and open_noun)


def equated(reading: Reading, index: int) -> int | None:
    """The aim that the trigger is said to be: "the aim of the manoeuvres is to raise …", "the aim: a higher …"."""
    verbs = [t.index for t in reading.tokens[:index] if t.form == "Fin"]
    aims = [
        t
        for t in reading.tokens[:index]
        if t.pos == "NOUN" and t.case in ("Nom", "Ins") and reading.has(t.index, "aim")
    ]
    described = any(reading.tokens[n].form == "Part" and not reading.tokens[n].short for n in scope(reading, index))
    if not aims or described or any(not reading.has(i, "equals") for i in verbs):
        return None
    between = reading.tokens[aims[-1].index : index]
    said = verbs or any(reading.words.is_form(t, "dash") for t in between)
    return aims[-1].index if said else None
