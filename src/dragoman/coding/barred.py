"""What keeps a word from being coded though its frame fits: it asserts nothing, is told again or only talked about."""

from __future__ import annotations

from dragoman.coding.attributive import attributive, beside_owner
from dragoman.coding.frames import Frame
from dragoman.coding.inference_barred import no_conclusion
from dragoman.coding.negation import negated
from dragoman.coding.reading import Reading
from dragoman.coding.scopes import TALKS
from dragoman.coding.subjects import subject
from dragoman.languages import Token
from dragoman.model import Kind, Status

ACTS = frozenset({"clash", "threat", "restriction", "support", "arms_transfer", "military_aid", "aid", "basing"})
"""Types whose noun may be mere background ("since the invasion"); a visit or a meeting happens there too."""

ASSERTED = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "root", "conj", "xcomp", "appos", "parataxis"})

TRANSFERS = frozenset({"arms_transfer", "military_aid", "technology_transfer", "training", "basing"})


def barred(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word asserts nothing here; empty where it may."""
    if linked_title(reading, index):
        return "is the title of another page"
    if index in reading.tellings:
        return "only says who reports it"
    if frame.type not in (*TALKS, "novelty") and any(reading.has(i, "discuss_word") for i in reading.up(index)):
        return "is only what is talked about"
    if frame.type in TRANSFERS and refusal_asked(reading, index):
        return "is asked to be given up, which is no act of giving"
    if frame.type == "partnership" and beside_owner(reading, index):
        return "names others beside somebody, of whom it says nothing"
    return no_event(reading, frame, index) if frame.kind is Kind.event else no_conclusion(reading, frame, index)


def no_event(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word of an event is only mentioned: as a condition, again, as a circumstance."""
    if conditional(reading, index):
        return "stands in a condition"
    if any(reading.has(i, "hurry") and negated(reading, i) is not None for i in reading.up(index)):
        return "is only put off, neither done nor refused"
    if frame.type == "visit" and reading.tokens[index].voice == "Pass" and reading.has(index, "lead_verb"):
        return "says who leads, not who travels"
    if reason := attributive(reading, frame, index):
        return reason
    if frame.type in TRANSFERS and traveller(reading, frame, index):
        return "is said of a person, not of goods"
    if frame.type in TRANSFERS and something_else(reading, frame, index):
        return "is done to something that is no goods"
    if reading.has(index, "giver_noun") and of_object(reading, index):
        return "is whom somebody looks for, changes or has more of, not what he is"
    if frame.type == "agreement" and "pact" in frame.near and not of_pact(reading, index):
        return "the pact in its reach is not what it is done to"
    return of_others(reading, frame, index) or mentioned(reading, frame, index)


def of_object(reading: Reading, index: int) -> bool:
    """Whether a noun is the object of a verb, or says of what that is ("widens its circle of suppliers")."""
    node = index
    while reading.tokens[node].relation in ("nmod", "conj") and 0 <= reading.tokens[node].head < node:
        node = reading.tokens[node].head
    return reading.tokens[node].relation == "obj" and not reading.tokens[index].form


def mentioned(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word of an event stands for something told before or beside, and tells nothing new; empty where it may."""
    broken = frame.type == "restriction" and "suspend_verb" not in frame.under
    if broken and any(reading.has(i, "breach_verb") for i in reading.up(index)):
        return "is what is broken, and stood before"
    if frame.mode == "multilateral" and of_other_noun(reading, index):
        return "only says whose or which something else is"
    if frame.mode == "base" and held_there(reading, index):
        return "is only where something else takes place"
    if frame.type == "agreement" and again(reading, index):
        return "speaks again of an agreement told before"
    if frame.type in TRANSFERS and lacking(reading, index):
        return "is said to lack or to be late"
    if frame.type == "clash" and "blaming" not in frame.under and not asserted(reading, index):
        return "is named but not said to take place"
    if frame.type in (*ACTS, "agreement") and any(reading.has(i, "setting_noun") for i in reading.up(index)):
        return "is only the setting of something else"
    if frame.type in ACTS and background(reading, index):
        return "is only the time or cause of something else"
    return ""


def lacking(reading: Reading, index: int) -> bool:
    """Whether a shortage or a delay governs a word; not where it is the means against it ("makes up for it by …")."""
    below = index
    for node in reading.up(index):
        token = reading.tokens[below]
        bare = token.case == "Ins" and not any(t.head == below and t.relation == "case" for t in reading.tokens)
        if token.pos == "ADP" or (bare and not token.form):
            return False
        if reading.has(node, "shortage"):
            return True
        below = node
    return False


def held_there(reading: Reading, index: int) -> bool:
    """Whether a base is only where drills are held ("drills at the bases of A")."""
    token = reading.tokens[index]
    place = token.relation == "nmod" and "Loc" in token.cases and not token.form and token.head >= 0
    return place and reading.has(token.head, "exercise_word")


def of_other_noun(reading: Reading, index: int) -> bool:
    """Whether a noun is the genitive of another that says neither when nor where nor who ("the aims of the summit")."""
    token = reading.tokens[index]
    if token.form or token.relation != "nmod" or token.case != "Gen" or token.head < 0:
        return False
    above = reading.tokens[token.head]
    return above.pos == "NOUN" and not above.animate and not reading.has(token.head, "occasion_noun", "pact")


def of_others(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word is about others than states and their defence; empty where it may be about them."""
    if frame.type == "meeting" and with_nobody(reading, index):
        return "is with nobody who acts for a state"
    if frame.type in (*TALKS, "support") and civil(reading, index):
        return "is about trade, not about defence"
    if frame.type == "arms_transfer" and other_thing(reading, index):
        return "gives something that is no weapon"
    if frame.status is Status.denied and reading.has(index, "say_verb") and of_act(reading, index):
        return "denies what is said below it"
    if frame.type in TRANSFERS and aimed(reading, index):
        return "only says what something aims at"
    if frame.direct and to_thing(reading, index):
        return "is done to a thing, not to an actor"
    return ""


def other_thing(reading: Reading, index: int) -> bool:
    """Whether a verb that may give anything has an object that is no weapon ("lends Chad leverage")."""
    if not reading.has(index, "gives_anything"):
        return False
    named = {a.head for a in reading.arguments if a.codes and a.modifies < 0}
    things = [
        t
        for t in reading.tokens
        if t.head == index and t.relation in ("obj", "nsubj:pass") and t.pos in ("NOUN", "NUM")
    ]
    things = [t for t in things if t.index not in named]
    return bool(things) and not any(goods_below(reading, t.index) for t in things)


def goods_below(reading: Reading, index: int) -> bool:
    """Whether a noun, what it is joined with, or what hangs on it by "of" or as its name is a weapon."""
    if reading.has(index, "arms", "designation", "gear", "goods_again", "aid_word"):
        return True
    below = [t for t in reading.tokens if t.head == index and t.relation in CARRIED]
    return any(goods_below(reading, t.index) for t in below if t.relation != "nmod" or "Gen" in t.cases)


CARRIED = frozenset({"nmod", "compound", "conj", "appos", "amod", "nummod", "obl:unmarked", "flat"})
"""Relations by which a noun of quantity carries what it counts."""


def of_act(reading: Reading, index: int) -> bool:
    """Whether an act, not a thing, hangs on a verb as its object ("denied asking for tanks")."""
    return any(t.head == index and t.relation in ("xcomp", "ccomp") and t.form for t in reading.tokens)


def with_nobody(reading: Reading, index: int) -> bool:
    """Whether talks are with people who act for no state ("met with journalists")."""
    beside = [t.index for t in reading.tokens if t.head == index and reading.has(t.index, "press")]
    return any(t.head in beside and reading.words.is_form(t, "with") for t in reading.tokens)


def to_thing(reading: Reading, index: int) -> bool:
    """Whether a verb's own object, or what its passive participle describes, is no actor ("received a law")."""
    token = reading.tokens[index]
    things = [t for t in reading.tokens if t.head == index and t.relation in ("obj", "nsubj:pass")]
    if token.form == "Part" and not token.short and token.voice == "Pass" and token.head >= 0:
        things.append(reading.tokens[token.head])
    named = {i for a in reading.arguments for i in range(a.first, a.last + 1)}
    return any(t.index not in named and t.pos == "NOUN" and not within_actor(reading, t.index) for t in things)


def within_actor(reading: Reading, index: int) -> bool:
    """Whether a noun is somebody who is named with his state ("the guard of X", "Malian students")."""
    animate = reading.tokens[index].animate
    return animate and any(a.modifies == index or reading.tokens[a.head].head == index for a in reading.arguments)


def civil(reading: Reading, index: int) -> bool:
    """Whether talks, a pact or a visit are said to be about trade or energy, and about nothing of defence.

    By an adjective, or by the noun behind "on"; of a verb ("signed") that of the pact which is its object.
    """
    nouns = [index]
    if reading.tokens[index].form:
        nouns += [t.index for t in reading.tokens if t.head == index and t.relation in ("obj", "nsubj:pass")]
    about = [t.index for t in reading.tokens if t.head in nouns and of_matter(reading, t)]
    about += [t.index for t in reading.tokens if t.head in about and t.relation == "conj"]
    return any(reading.has(i, "civil_matter") for i in about) and not any(
        reading.has(i, "military", "arms") for i in about
    )


def of_matter(reading: Reading, token: Token) -> bool:
    """Whether a word says what its noun is about: an adjective, a noun before it or behind "on"."""
    if token.relation in ("amod", "compound"):
        return True
    return token.relation == "nmod" and any(
        t.head == token.index and reading.words.is_prep(t.keys[-1], "in_on") for t in reading.tokens
    )


def aimed(reading: Reading, index: int) -> bool:
    """Whether a short participle of sending goes on with "at" and an act: "is directed at undermining …"."""
    token = reading.tokens[index]
    if not (token.form == "Part" and token.short):
        return False
    named = {i for a in reading.arguments for i in range(a.first, a.last + 1)}
    goals = [t for t in reading.tokens if t.head == index and t.case == "Acc" and t.pos == "NOUN"]
    return any(
        t.index not in named and not t.animate and not reading.has(t.index, "arms", "place_noun", "base_object")
        and any(p.head == t.index and reading.words.is_prep(p.keys[-1], "in_on") for p in reading.tokens)
        for t in goals
    )  # fmt: skip


def linked_title(reading: Reading, index: int) -> bool:
    """Whether a word stands between "[[" and "]]": the subjects and links of a page, which assert nothing."""
    if "[" not in reading.sentence.text:
        return False
    texts = [t.text for t in reading.tokens]
    before, after = "".join(texts[:index]), "".join(texts[index:])
    return before.rfind("[[") > before.rfind("]]") and "]]" in after


def asserted(reading: Reading, index: int) -> bool:
    """Whether a noun is the subject or object of something, not a mere circumstance ("success in the war with").

    A blow that names who deals it and on whom says by itself that it took place, as does one that is reported. A
    participle that only describes a noun ("the occupied territory") asserts nothing either, unless it says who did it.
    """
    token = reading.tokens[index]
    if token.form == "Part" and not token.short:
        return done_by(reading, index)
    if token.form or token.relation in ASSERTED:
        return True
    reported = token.head >= 0 and reading.has(token.head, "say_verb")
    return reported or (reading.has(index, "blow") and both_named(reading, index))


def done_by(reading: Reading, index: int) -> bool:
    """Whether a participle behind its noun names the state that did it ("a missile fired by Chadian troops")."""
    token = reading.tokens[index]
    if token.relation != "acl" or token.voice != "Pass" or not 0 <= token.head < index:
        return False
    return any(a.codes and "Ins" in a.cases and reading.attached(a.head, index) for a in reading.arguments)


def both_named(reading: Reading, index: int) -> bool:
    """Whether a noun has one actor of its own, as adjective or genitive, and another behind a preposition."""
    own = [
        a for a in reading.arguments if a.codes and not a.prep and index in (a.modifies, reading.tokens[a.head].head)
    ]
    aimed = [a for a in reading.arguments if a.codes and a.prep and reading.attached(a.head, index)]
    return any(set(a.codes) != set(b.codes) for a in own for b in aimed)


def refusal_asked(reading: Reading, index: int) -> bool:
    """Whether a request governs a refusal that governs the word ("demanded that it give up the deliveries")."""
    path = list(reading.up(index))
    refused = next((i for i, node in enumerate(path) if reading.has(node, "op_denied", "op_suspended")), -1)
    return refused >= 0 and any(reading.has(node, "op_called") for node in path[refused + 1 :])


def something_else(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether the object of a verb is a paper ("sends a request for tanks"), or of arms an edge, a right or a pact."""
    if not reading.tokens[index].form:
        return False
    objects = [t for t in reading.tokens if t.head == index and t.relation in ("obj", "nsubj:pass") and t.pos == "NOUN"]
    return any(reading.has(t.index, "asking_noun", "bill_noun") for t in objects) or any(
        reading.has(t.index, "abstract_gain", "pact")
        and not any(reading.has(u.index, "arms") for u in reading.tokens if u.head == t.index)
        for t in objects
        if frame.type == "arms_transfer" and t.relation == "obj"
    )


def traveller(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether a verb whose subject should be the goods ("the boats arrived") has somebody in office as its subject."""
    below = [t.relation for t in reading.tokens if t.head == index]
    moves = frame.type == "arms_transfer" and not frame.verbs and not {"obj", "nsubj:pass"} & set(below)
    if not reading.tokens[index].form or (any("subj" in slots for slots in frame.roles.values()) and not moves):
        return False
    found = subject(reading, index)
    return found is not None and found.kind in ("office", "person")


def of_pact(reading: Reading, index: int) -> bool:
    """Whether a pact is the object or subject of a verb, or what a participle describes; over one other noun at most.

    Of nouns, and where the parser left the pact without a verb, nearness is enough.
    """
    token = reading.tokens[index]
    if not token.form:
        return True
    pacts = [t for t in reading.tokens if reading.has(t.index, "pact", "pact_plan") and t.index != index]
    if any(t.head == index or token.head == t.index or t.relation in ("root", "nsubj", "conj") for t in pacts):
        return True
    governors = [reading.tokens[t.head] for t in pacts if t.head >= 0]
    return any(
        g.head == index and (g.pos == "NUM" or reading.has(g.index, "pact", "keeping")) for g in governors
    ) or not any(t.head == index and t.relation == "obj" for t in reading.tokens)


def again(reading: Reading, index: int) -> bool:
    """Whether a noun has "this", "such": then it is no new happening."""
    return not reading.tokens[index].form and index > 0 and reading.has(index - 1, "demonstrative")


def background(reading: Reading, index: int) -> bool:
    """Whether a noun, or the noun that it hangs on, follows a preposition of time or cause."""
    if reading.tokens[index].form:
        return False
    for node in (index, *(i for i in reading.up(index) if reading.tokens[i].pos == "NOUN")):
        before = [t for t in reading.tokens if t.head == node and (t.pos == "ADP" or t.relation == "case")]
        if before and reading.words.is_form(before[0], "voted_for") and voted(reading, node):
            return False
        if before and reading.words.is_form(before[0], "background"):
            return True
        if before or reading.tokens[node].relation.startswith("nsubj"):
            return False
    return False


def voted(reading: Reading, noun: int) -> bool:
    """Whether somebody votes for what a noun says."""
    return reading.tokens[noun].head >= 0 and reading.has(reading.tokens[noun].head, "vote_verb")


def told(reading: Reading, opened: int, end: int) -> bool:
    """Whether what an "if" governs stands between it and the comma, whatever the tagger took it for."""
    head = reading.tokens[opened].head
    if opened < head < end or any(t.form == "Fin" for t in reading.tokens[opened:end]):
        return True
    subjects = [t.relation.startswith("nsubj") for t in reading.tokens[opened : end + 4]]
    return any(subjects[: end - opened]) and any(subjects[end - opened :])


def conditional(reading: Reading, index: int) -> bool:
    """Whether a word stands inside an "if" clause, from its conjunction to the comma that ends it, or under "in
    case of".
    """
    opened = -1
    for token in reading.tokens[: index + 1]:
        if reading.words.is_form(token, "if"):
            opened = token.index
        elif opened >= 0 and token.text == "," and told(reading, opened, token.index):
            following = reading.tokens[token.index + 1 : token.index + 2]
            opened = opened if following and reading.words.is_form(following[0], "condition_goes_on") else -1
        elif reading.words.is_form(token, "in_case") and token.index < index <= token.index + 3:
            return True
    return opened >= 0
