"""How sure a conclusion is: an effect to come is possible, an aim of one's own act planned."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.frames import Frame
from dragoman.coding.inference_aims import intended, opposed
from dragoman.coding.inference_lasting import attributive, declared, growing
from dragoman.coding.inference_scope import holds, ruled_out, scope
from dragoman.coding.inference_tense import been, changed, coming, stands, tense
from dragoman.coding.reading import Reading
from dragoman.coding.scopes import brought
from dragoman.coding.status import Judged
from dragoman.coding.tense import by_tense
from dragoman.model import Kind, Status


def judged(reading: Reading, frame: Frame, index: int, found: Judged) -> Judged:
    """The status of a conclusion, from that which the operators give to its trigger."""
    if frame.kind is not Kind.inference:
        return found
    path = scope(reading, index)
    path += brought(reading, path)
    if found.cues == [index] and not found.negations and reading.tokens[index].mood != "Cnd":
        found = Judged(tense(reading, path))
    if found.status is Status.ongoing and not found.cues and changed(reading, path):
        found = Judged(Status.happened)
    if double(reading, frame, found):
        verbs = [t for t in reading.tokens if t.form == "Fin"]
        past = any(t.tense == "Past" for t in verbs) and not any(t.tense in ("Pres", "Fut") for t in verbs)
        return Judged(Status.happened if past else Status.ongoing)
    if asked_for(reading, frame, found):
        found = (
            Judged(tense(reading, path))
            if not wished(reading, path)
            else Judged(Status.possible, wished(reading, path))
        )
    if opposed(reading, index) and not hedged(reading, index, found):
        return Judged(Status.ongoing)
    found = undenied(reading, index, path, found)
    settled = ordered(reading, index, path, found)
    if settled is not None:
        return settled
    found = effected(reading, index, path, found)
    if found.status in (Status.denied, Status.called_for):
        return found
    if found.status in (Status.ongoing, Status.happened) and not found.cues and tense(reading, path) is Status.possible:
        return Judged(Status.possible)
    lasts = verbless(reading, index, path) or standing(reading, frame, index) or growing(reading, index)
    lasts = lasts or attributive(reading, index) or declared(reading, index)
    if found.status is Status.happened and lasts:
        found = Judged(Status.ongoing)
    if frame.type == "novelty" and found.status is Status.planned and coming(reading, path):
        return found
    return intended(reading, index, path, found) or expected(reading, frame, index, path, found)


def asked_for(reading: Reading, frame: Frame, found: Judged) -> bool:
    """Whether what negates a trigger is what its frame asks for ("no longer depends on A", "avoids relying on B")."""
    return found.status is Status.denied and any(
        reading.has(i, *frame.near) or reading.has(i + 1, *frame.near)
        for i in (*found.negations, *found.cues)
        if frame.near
    )


def wished(reading: Reading, path: list[int]) -> list[int]:
    """The first word on the way up that only wishes or may: then what is not to be is not yet so."""
    helped = [t.index for t in reading.tokens if t.head in path and t.relation == "aux"]
    return [i for i in (*path[1:], *helped) if reading.has(i, "op_possible")][:1]


def meant(reading: Reading, found: Judged) -> bool:
    """Whether "was to", "is called upon to" tells what something is meant for, not what somebody is asked to do."""
    return any(
        (reading.tokens[cue].short and reading.has(cue, "aim"))
        or (
            reading.tokens[cue].keys[0] in reading.words.lemmas["must"]
            and (
                any(t.head == cue and t.tense == "Past" and t.relation in ("aux", "cop") for t in reading.tokens)
                or holds(reading, cue, "by_thing")
            )
        )
        for cue in found.cues
    )


def verbless(reading: Reading, index: int, path: list[int]) -> bool:
    """Whether no verb says when a noun holds: none above it, or the noun is what is said ("bases: a counterweight")."""
    token = reading.tokens[index]
    if not any(reading.tokens[n].form or reading.tokens[n].short for n in path):
        return True
    first = reading.tokens[token.head] if token.relation == "conj" and token.head >= 0 else token
    return (
        not (token.form or token.short)
        and first.relation in ("root", "parataxis", "conj")
        and not any(t.head == index and t.relation in ("cop", "aux") for t in reading.tokens)
    )


def standing(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether a noun is what does something to others or is shown: it stands ("the rivalry of A and B worried C")."""
    token = reading.tokens[index]
    if not token.form and token.head >= 0 and reading.has(token.head, "reveal"):
        return True
    if token.form or frame.under or not token.relation.startswith("nsubj") or token.head < 0:
        return False
    return not been(reading, token.head) and not reading.has(
        token.head, "occur", "grow", "shrink", "worsen", "clash_of"
    )


def undenied(reading: Reading, index: int, path: list[int], found: Judged) -> Judged:
    """A denial put right: a negation that denies nothing, one that is itself ruled out, one that is the effect."""
    if found.status is not Status.denied:
        return found
    if spurious(reading, index, found):
        return Judged(tense(reading, path))
    if found.negations and not found.cues and averted(reading, found.negations[0]):
        return Judged(Status.possible, [found.negations[0] - 1], found.negations)
    if found.cues and not found.negations and unruled(reading, found.cues[0]):
        return Judged(Status.possible, found.cues)
    if found.cues and not found.negations and all(reading.has(i, "avert") for i in found.cues):
        return Judged(Status.possible, found.cues)
    if found.cues and all(reading.has(i, "hinder") or ruled_out(reading, i) for i in found.cues):
        return hindering(reading, scope(reading, found.cues[0]))
    return found


def double(reading: Reading, frame: Frame, found: Judged) -> bool:
    """Whether the negation is one half of "without A's leave nobody does": it tells what holds, and denies nothing."""
    asked = any("without_word" in option.split("&") for option in (*frame.near, *frame.clause))
    return asked and found.status in (Status.denied, Status.planned, Status.ongoing, Status.happened)


def averted(reading: Reading, negation: int) -> bool:
    """Whether what is negated is a danger that an act is to avert: "in order not to lose influence"."""
    return negation > 0 and reading.words.is_form(reading.tokens[negation - 1], "so_that")


def ordered(reading: Reading, index: int, path: list[int], found: Judged) -> Judged | None:
    """What ends the question: a danger to avert, an imperative, a call that is meant, a circumstance."""
    if found.status is Status.possible and (found.negations or any(reading.has(i, "avert") for i in found.cues)):
        return found
    imperatives = [node for node in path if reading.tokens[node].mood == "Imp"]
    if imperatives and found.status is not Status.denied:
        return Judged(Status.called_for, imperatives[:1])
    if found.status is Status.called_for and meant(reading, found):
        return Judged(Status.planned, found.cues)
    aside = circumstance(reading, path) and not hedged(reading, index, found)
    return Judged(Status.ongoing) if aside and found.status is not Status.denied else None


def circumstance(reading: Reading, path: list[int]) -> bool:
    """Whether the trigger only stands in a circumstance of what is told ("amid A's growing influence"): no verb has
    scope over it.
    """
    for node in path:
        if reading.tokens[node].form:
            return False
        if node != path[0] and reading.tokens[node].relation == "appos":
            return True
        if reading.tokens[node].relation == "obl" and reading.has(reading.tokens[node].head, "furnishing"):
            return False
        marks = [t.index for t in reading.tokens if t.head == node and t.pos == "ADP"]
        if any(reading.has(i, "circumstance_word") for i in marks) or reading.has(node, "circumstance_noun"):
            return True
    return False


def hedged(reading: Reading, index: int, found: Judged) -> bool:
    """Whether what puts a trigger in doubt hangs on the trigger itself ("a possible rapprochement")."""
    return any(reading.tokens[i].head == index for i in found.cues)


def effected(reading: Reading, index: int, path: list[int], found: Judged) -> Judged:
    """A word that brings the effect about itself ("pushes A closer to B") is no hedge on it, its auxiliaries are."""
    if not found.cues or found.negations or not all(reading.has(i, "effecting") for i in found.cues):
        return found
    if hedged(reading, index, found):
        return Judged(Status.ongoing)
    helped = [t.index for t in reading.tokens if t.head in path and t.relation == "aux"]
    doubts = [i for i in helped if reading.has(i, "op_possible")]
    return Judged(Status.possible, doubts[:1]) if doubts else Judged(tense(reading, path[1:] or path))


def hindering(reading: Reading, path: list[int]) -> Judged:
    """How sure a hindrance is: tried or wanted it is possible, else by its tense."""
    tried = [node for node in path[1:] if reading.has(node, "op_possible")]
    return Judged(Status.possible, tried[:1]) if tried else Judged(tense(reading, path))


def expected(reading: Reading, frame: Frame, index: int, path: list[int], found: Judged) -> Judged:
    """An effect to come or believed in is possible, one that an act brings about now is as sure as the act."""
    if (promise := promised(reading, path)) and found.status is not Status.possible:
        return Judged(Status.possible, promise)
    if found.status in (Status.possible, Status.happened, Status.planned) and (
        trying := under_way(reading, path, found)
    ):
        return Judged(Status.ongoing, [trying])
    if found.status is Status.possible:
        return doubted(reading, frame, index, path, found)
    if found.status is Status.happened and not found.cues and (stands(reading, path) or directed(reading, index)):
        return Judged(Status.ongoing)
    if found.cues and reading.has(found.cues[0], "enabling") and reading.tokens[found.cues[0]].tense == "Past":
        return Judged(Status.happened)
    if found.status is Status.planned and found.cues and all(shows(reading, i) for i in found.cues):
        return Judged(tense(reading, path[1:] or path))
    if found.status is Status.planned and found.cues and all(reading.has(i, "foresee") for i in found.cues):
        return Judged(Status.possible, found.cues)
    if found.status is Status.planned and (not found.cues or reading.has(found.cues[0], "enabling")):
        return Judged(Status.possible if coming(reading, path) else tense(reading, path), found.cues)
    believed = [
        above
        for node, above in pairwise(path)
        if reading.has(above, "believe") and not reading.tokens[node].relation.startswith(("nsubj", "csubj"))
    ]
    if believed and found.status is Status.ongoing:
        return Judged(Status.possible, believed[:1])
    return found


def shows(reading: Reading, cue: int) -> bool:
    """Whether what is planned only shows what a conclusion names ("the decision to … underlines A's role")."""
    token = reading.tokens[cue]
    return token.relation.startswith("nsubj") and token.head >= 0 and reading.has(token.head, "reveal")


def promised(reading: Reading, path: list[int]) -> list[int]:
    """The word by which a thing, and nobody, promises or threatens what the trigger names ("the deal promises …")."""
    return [
        above
        for node, above in pairwise(path)
        if reading.has(above, "portend") and not reading.tokens[node].form and holds(reading, above, "by_thing")
    ][:1]


def doubted(reading: Reading, frame: Frame, index: int, path: list[int], found: Judged) -> Judged:
    """A doubt that stands, unless it is another's: of what presupposes the trigger, of a view, of a neighbour."""
    if presupposed(reading, frame, index):
        return Judged(Status.ongoing)
    if found.cues and all(provided(reading, i) for i in found.cues):
        return Judged(Status.planned, found.cues)
    if found.cues and all(attested(reading, i, index, path) or given_to(reading, i, index) for i in found.cues):
        return Judged(tense(reading, path))
    if found.cues and regarded(reading, found.cues[0]):
        doubts = [i for i in reading.clause_of(found.cues[0]) if reading.has(i, "adv_possible")]
        return Judged(Status.possible, doubts[:1]) if doubts else Judged(tense(reading, [found.cues[0]]))
    if beside(reading, index, found):
        return Judged(tense(reading, path))
    return chance(reading, path, found)


def given_to(reading: Reading, cue: int, index: int) -> bool:
    """Whether "offers" means that something is there to be had: "offers wider influence"."""
    token = reading.tokens[cue]
    helped = any(t.head == cue and t.relation == "aux" for t in reading.tokens)
    return reading.has(cue, "wield") and reading.tokens[index].head == cue and token.mood != "Cnd" and not helped


def provided(reading: Reading, cue: int) -> bool:
    """Whether a verb of supposing says what a plan or a pact provides for."""
    subjects = [t.index for t in reading.tokens if t.head == cue and t.relation.startswith("nsubj")]
    return reading.has(cue, "provide_for") and any(reading.has(i, "plan_noun", "pact") for i in subjects)


def attested(reading: Reading, cue: int, index: int, path: list[int]) -> bool:
    """Whether evidence is named for what is said outright, before it or of what has been ("…, data suggest")."""
    return reading.has(cue, "attest") and (cue > index or tense(reading, path) is Status.happened)


def beside(reading: Reading, index: int, found: Judged) -> bool:
    """Whether the doubt is that of a verb joined to the trigger by "and": "seeks friends and moves away from …"."""
    token = reading.tokens[index]
    return token.form == "Fin" and token.relation == "conj" and found.cues == [token.head]


def directed(reading: Reading, index: int) -> bool:
    """Whether a short participle tells what something is aimed at: now, unless a helper puts it in the past."""
    token = reading.tokens[index]
    helped = any(
        t.head == index and t.tense == "Past" and t.relation.startswith(("aux", "cop")) for t in reading.tokens
    )
    return token.short and token.voice == "Pass" and reading.has(index, "aim") and not helped


def under_way(reading: Reading, path: list[int], found: Judged) -> int | None:
    """The verb that says that an effect is being worked for ("has sought to …"), where nothing else doubts it."""
    trying = next((n for n in path if reading.has(n, "strive")), None)
    if trying is None or any(i != trying for i in found.cues) or by_tense(reading, trying) is Status.planned:
        return None
    helped = [t.index for t in reading.tokens if t.head == trying and t.relation == "aux"]
    return None if any(reading.has(i, "op_possible", "op_called", "adv_possible") for i in helped) else trying


def spurious(reading: Reading, index: int, found: Judged) -> bool:
    """Whether the negation is part of the trigger ("not to depend") or of "not only …", "if not …", "does not hide"."""
    if not found.negations:
        return any(reading.has(i, "neg") and doubtless(reading, i) for i in found.cues)
    negation = found.negations[0]
    after = reading.tokens[negation + 1] if negation + 1 < len(reading.tokens) else None
    if after is not None and reading.has(after.index, "conceal"):
        return True
    if negation == index or (after is not None and reading.words.is_form(after, "not_only")):
        return True
    if negation > 0 and reading.has(negation - 1, "condition_word") and after is not None and after.form == "Inf":
        return True
    return doubtless(reading, negation) or contrasted(reading, negation, index) or unbelieved(reading, negation, index)


def doubtless(reading: Reading, negation: int) -> bool:
    """Whether it is doubt that is denied: "there is no doubt that …"."""
    return any(reading.has(t.index, "doubt") for t in reading.tokens[negation + 1 : negation + 4])


def unbelieved(reading: Reading, negation: int, index: int) -> bool:
    """Whether what is denied is an act about a belief, not the belief: "did not change their view that …"."""
    verb = next((t.index for t in reading.tokens[negation + 1 : negation + 3] if t.form), -1)
    if verb < 0 or reading.tokens[verb].clause == reading.tokens[index].clause:
        return False
    return reading.has(verb, "alter")


def contrasted(reading: Reading, negation: int, index: int) -> bool:
    """Whether "but" parts the trigger from what is denied: "did not get X, but won Y"."""
    between = reading.tokens[negation + 1 : index]
    return any(t.text == "," and reading.words.is_form(after, "contrast") for t, after in pairwise(between))


def presupposed(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether the trigger is the subject of an effect that is in doubt ("the approach of A and B may mean …")."""
    token = reading.tokens[index]
    if not token.form and token.relation == "obj" and token.head >= 0 and reading.has(token.head, "regard"):
        return True
    if frame.under or token.form or not token.relation.startswith("nsubj"):
        return False
    effects = [t.index for t in reading.tokens if t.form == "Inf" and t.head == token.head]
    return bool(effects) and not any(reading.has(i, "occur") for i in effects)


def unruled(reading: Reading, index: int) -> bool:
    """Whether a denial is itself ruled out: "it cannot be excluded that …"."""
    return any(reading.words.is_form(t, "impossible") for t in reading.tokens[max(0, index - 3) : index])


def regarded(reading: Reading, index: int) -> bool:
    """Whether a verb of weighing means "is seen as"."""
    if not reading.has(index, "regard"):
        return False
    for token in reading.tokens[index + 1 : index + 9]:
        if token.form == "Fin" or token.text in ",;:":
            return False
        if reading.words.is_form(token, "as"):
            return True
    return False


def chance(reading: Reading, path: list[int], found: Judged) -> Judged:
    """An opportunity that an act gives now ("gives A the possibility to …") is as sure as the giving."""
    if not found.cues or not all(reading.has(i, "opportunity") for i in found.cues):
        return found
    giving = [n for n in path if reading.has(n, "enabling") and reading.tokens[n].form]
    if not giving:
        return found
    unreal = any(t.head == giving[0] and t.mood == "Cnd" for t in reading.tokens)
    status = by_tense(reading, giving[0])
    return found if unreal or status is Status.planned else Judged(status, found.cues)
