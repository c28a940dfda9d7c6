"""Whose act it is: the subject of a predicate, over infinitives, coordination, participles, gerunds and relatives."""

from __future__ import annotations

from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.languages import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def subject(reading: Reading, index: int, depth: int = 0) -> Argument | None:
    """The argument that is the subject of the predicate at `index`, None if no actor is.

    The case frame decides, the tree votes: a nominative that the tree calls subject first, then the nearest nominative
    of the clause, then the subject of the predicate that this one hangs on.
    """
    if depth > 4:
        return None
    token = reading.tokens[index]
    if token.form == "Part" and not token.short:
        return described(reading, index)
    if token.form == "Conv" and token.head >= 0:
        return subject(reading, token.head, depth + 1)
    own = own_subject(reading, index)
    if own is not None:
        return own
    if blocked(reading, index):
        return relative(reading, index) or men_of(reading, index)
    above = token.head
    if token.form == "Inf" and above >= 0 and token.relation == "xcomp" and reading.tokens[above].relation == "root":
        named = [a for a in reading.heads.get(above, []) if a.form != "adjective" and "Nom" in a.cases]
        if named and reading.tokens[above].pos == "PROPN":
            return named[0]
    controlled = control(reading, token, above) if above >= 0 and token.form == "Inf" else None
    if controlled is not None:
        return controlled
    if token.form == "Inf" and token.relation == "xcomp" and unnamed_object(reading, above, index):
        return None
    shared = token.form == "Inf" or (
        token.relation in ("conj", "xcomp", "aux", "cop", "parataxis") and token.person != "First"
    )
    if (
        shared
        and above >= 0
        and (reading.tokens[above].form or reading.tokens[above].short or reading.tokens[above].pos == "NOUN")
    ):
        return subject(reading, above, depth + 1) or of_teller(reading, token, depth)
    found = relative(reading, index) or (coordinated(reading, index, depth) if token.form == "Fin" else None)
    found = found or (reported(reading, index, depth) if token.form == "Fin" or token.short else None)
    return found or (placed_decider(reading, index) if token.form == "Fin" else None)


def of_teller(reading: Reading, token: Token, depth: int) -> Argument | None:
    """Who tells something of a thing and then acts himself, where the act is joined to what he tells.

    "Oman says the reef is no island and has sent a battalion."
    """
    first = reading.tokens[token.head]
    if token.relation != "conj" or token.form != "Fin" or first.relation != "ccomp" or first.head < 0:
        return None
    return subject(reading, first.head, depth + 1) if blocked(reading, first.index) else None


def reported(reading: Reading, index: int, depth: int) -> Argument | None:
    """Who speaks of himself.

    The subject of the verb above, where a "that" clause has no nominative ("denied that it …").
    """
    token = reading.tokens[index]
    if token.relation != "ccomp" or token.head < 0 or reading.tokens[token.head].number != token.number:
        return None
    return subject(reading, token.head, depth + 1) or placed_speaker(reading, token.head)


def placed_decider(reading: Reading, verb: int) -> Argument | None:
    """Who decides where a verb in the plural only says in which state ("in the US they approved …"), placed first."""
    token = reading.tokens[verb]
    if token.number != "Plur" or not reading.has(verb, "decide_verb") or token.person in ("First", "Second"):
        return None
    if any(t.head == verb and t.relation.startswith("nsubj") for t in reading.tokens):
        return None
    placed = [
        a
        for a in reading.arguments
        if a.codes and a.modifies < 0 and a.head < verb and "Loc" in a.cases and reading.words.is_prep(a.prep, "in")
    ]
    return placed[0] if placed and placed[0].first - 1 == reading.clause_of(verb)[0] else None


def placed_speaker(reading: Reading, verb: int) -> Argument | None:
    """Who speaks where a verb in the plural only says in which capital or ministry ("in Tehran they said that …")."""
    if reading.tokens[verb].number != "Plur" or not reading.has(verb, "say_verb"):
        return None
    inside = set(reading.clause_of(verb))
    return next(
        (
            a
            for a in reading.arguments
            if a.codes
            and a.head in inside
            and a.modifies < 0
            and "Loc" in a.cases
            and reading.words.is_prep(a.prep, "in")
        ),
        None,
    )


def coordinated(reading: Reading, index: int, depth: int) -> Argument | None:
    """The subject of the finite verb before, where "and" or a comma joins two verbs and no other nominative comes
    between.
    """
    before = [t for t in reading.tokens[:index] if t.form == "Fin" and t.tense == reading.tokens[index].tense]
    if not before:
        return None
    between = reading.tokens[before[-1].index + 1 : index]
    if not between or not any(t.text == "," or reading.words.is_form(t, "and_but") for t in between):
        return None
    if any(
        t.pos == "SCONJ" or (t.relation.startswith("nsubj") and t.case == "Nom") or t.text in ";:—«" for t in between
    ):
        return None
    return subject(reading, before[-1].index, depth + 1)


def control(reading: Reading, token: Token, above: int) -> Argument | None:
    """Who is to do what an infinitive says, where it is not the subject above.

    "asked Greece to …", "the ministry needs to …".
    """
    if reading.tokens[above].pos == "NOUN":
        verb = reading.tokens[above].head
        if reading.tokens[above].relation == "obj" and verb >= 0 and reading.has(verb, "object_control"):
            return next(iter(reading.heads.get(above, [])), None)
        return asked_by_noun(reading, above) or addressee(reading, token, above) or whose(reading, above)
    if reading.has(above, "letting") and reading.has(token.index, "knowing"):
        return None
    dative = reading.has(above, "dative_control")
    asked = [a for a in reading.heads_under(above) if reading.words.is_prep(a.prep, "away_from") and a.codes]
    asked += [a for a in reading.heads_under(above) if addressed(reading, a, token)]
    if asked and reading.has(above, "op_called"):
        return asked[0]
    if not dative and not reading.has(above, "object_control"):
        return None
    case = "Dat" if dative else "Acc"
    near = [
        a for a in reading.arguments
        if case in a.cases and not a.prep and a.modifies < 0 and a.joined < 0 and a.head != token.index
        and (a.case == case or len(a.cases) > 3) and abs(a.head - above) <= 8 and (a.head < token.index)
        and (not reading.has(above, "letting") or (a.codes and reading.tokens[a.head].head in (above, token.index)))
    ]  # fmt: skip
    return min(near, key=lambda a: (a.case != case, abs(a.head - above))) if near else None


def unnamed_object(reading: Reading, verb: int, infinitive: int) -> bool:
    """Whether whoever is asked, helped or let is a noun that names no actor ("urged partners to provide jets")."""
    return reading.has(verb, "object_control") and any(
        t.head == verb and t.relation == "obj" and t.pos == "NOUN" and verb < t.index < infinitive
        for t in reading.tokens
    )


def addressed(reading: Reading, argument: Argument, infinitive: Token) -> bool:
    """Whether a phrase between a verb of asking and what is asked names who is asked ("appealed to A to supply")."""
    asked = argument.codes and argument.head < infinitive.index and reading.words.is_prep(argument.prep, "addressing")
    return bool(asked) and not reading.has(infinitive.index, "buy_verb")


def asked_by_noun(reading: Reading, noun: int) -> Argument | None:
    """Who is asked where a noun of asking names him ("an appeal to A to extend …")."""
    if not reading.has(noun, "asking_noun"):
        return None
    return next(
        (
            a
            for a in reading.arguments
            if a.codes
            and a.head > noun
            and reading.tokens[a.head].head == noun
            and reading.words.is_prep(a.prep, "tie_prepositions")
            and not reading.words.is_prep(a.prep, "parties_begin")
        ),
        None,
    )


def addressee(reading: Reading, token: Token, noun: int) -> Argument | None:
    """Who is to give what somebody else asks for: the subject of the verb that answers ("rejected
    Kenya's request to send …").
    """
    verb = reading.tokens[noun].head
    if not reading.has(noun, "asking_noun") or not reading.has(token.index, "supply_verb") or verb < 0:
        return None
    found = subject(reading, verb) if reading.tokens[verb].form == "Fin" else None
    asking = whose(reading, noun)
    return found if found is not None and asking is not None and set(found.codes).isdisjoint(asking.codes) else None


def whose(reading: Reading, noun: int) -> Argument | None:
    """Whose decision a noun names: its genitive, or the state that stands before it ("Benin's decision to …")."""
    behind = (
        a
        for a in reading.arguments
        if reading.tokens[a.head].head == noun and "Gen" in a.cases and not a.prep and a.modifies < 0
    )
    before = (a for a in reading.arguments if a.modifies == noun and a.codes and not a.against and a.last < noun)
    return next(behind, None) or next(before, None)


def own_subject(reading: Reading, index: int) -> Argument | None:
    """The nominative of the predicate's own clause."""
    clause = reading.sentence.clauses[reading.tokens[index].clause]
    candidates = [a for a in reading.arguments if nominative(a)]
    zero = [a for a in reading.heads.get(index, []) if a.form == "pronoun" and a.head == index]
    if zero:
        return zero[0]
    by_tree = [a for a in candidates if by_subject_relation(reading, a.head, index)]
    by_tree = by_tree or [a for a in candidates if by_subject_relation(reading, beside(reading, a.head), index)]
    by_tree = by_tree or [a for a in reading.arguments if undeclined(reading, a, index)]
    if by_tree:
        return min(by_tree, key=lambda a: (a.case == "Acc", a.head > index, abs(a.head - index)))
    if reading.tokens[index].form == "Inf" and clause.predicate != index:
        return None
    if blocked(reading, index):
        return None
    inside = set(clause.tokens)
    near = [a for a in candidates if a.head in inside and a.case == "Nom" and a.joined < 0]
    near = near or [a for a in candidates if a.case == "Nom" and a.joined < 0 and reachable(reading, a.head, index)]
    near = near or [
        a for a in candidates if a.head in inside and a.head < index and a.joined < 0 and undecided(reading, a)
    ]
    if not near:
        return None
    return min(near, key=lambda a: (a.head > index, abs(a.head - index)))


def beside(reading: Reading, head: int) -> int:
    """The noun to which a noun is an apposition, itself where it is none."""
    token = reading.tokens[head]
    return token.head if token.relation == "appos" and token.head >= 0 else head


def by_subject_relation(reading: Reading, noun: int, index: int) -> bool:
    """Whether the tree calls a phrase the subject of the predicate, or of the nominal part that hangs on it."""
    token = reading.tokens[noun]
    if token.relation not in SUBJECTS:
        return False
    head = reading.tokens[token.head]
    return token.head == index or (head.head == index and not head.form)


def undeclined(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether the tree calls a person the subject whose foreign name only looks like another case."""
    bare = argument.form == "person" and not argument.prep and argument.first == argument.last
    return bare and by_subject_relation(reading, argument.head, index)


def undecided(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase that opens its clause only looks like another case: undeclined names, masculine accusatives."""
    place = argument.first - 1
    while place >= 0 and reading.tokens[place].pos in ("ADJ", "DET", "NUM"):
        place -= 1
    before = reading.tokens[place] if place >= 0 else None
    return (
        before is None
        or before.text in ',;:—«"'
        or before.pos in ("CCONJ", "ADV", "PART")
        or (before.pos == "NOUN" and (argument.form == "company" or reading.tokens[argument.head].relation != "nmod"))
    )


def blocked(reading: Reading, index: int) -> bool:
    """Whether a nominative that is no actor already is the subject ("the deliveries began")."""
    return any(
        t.head == index and t.relation in SUBJECTS and not any(a.first <= t.index <= a.last for a in reading.arguments)
        for t in reading.tokens
    )


def men_of(reading: Reading, index: int) -> Argument | None:
    """The state of the people or the craft that are the subject ("the Italian carabinieri", "the navy of …")."""
    subjects = [t for t in reading.tokens if t.head == index and t.relation in SUBJECTS]
    own = [t.index for t in subjects if t.animate or reading.has(t.index, "soldiers", "warship", "state_body")]
    return next(
        (
            a
            for a in reading.arguments
            if a.codes
            and not a.against
            and (a.modifies in own or (reading.tokens[a.head].head in own and "Gen" in a.cases and not a.prep))
        ),
        None,
    )


def nominative(argument: Argument) -> bool:
    """Whether a phrase may be a subject by its form."""
    return not argument.prep and argument.modifies < 0 and ("Nom" in argument.cases or not argument.cases)


def reachable(reading: Reading, start: int, end: int) -> bool:
    """Whether no other finite verb and no clause mark stands between two words."""
    first, last = sorted((start, end))
    between = reading.tokens[first + 1 : last]
    return last - first <= 12 and not any(t.form == "Fin" or t.text in ",;:—–(" or t.pos == "SCONJ" for t in between)


def described(reading: Reading, index: int) -> Argument | None:
    """The actor that an active participle describes ("the visiting minister")."""
    token = reading.tokens[index]
    for argument in reading.heads.get(token.head, []):
        return argument
    for argument in reading.arguments:
        if argument.kind == "state" and argument.first <= token.head <= argument.last < index:
            return argument
    if token.voice == "Pass" and token.relation in ("amod", "acl") and reading.tokens[token.head].pos == "NOUN":
        return None
    following = [a for a in reading.arguments if a.first > index and a.modifies < 0 and a.case == token.case]
    before = [a for a in reading.arguments if a.head < index and a.modifies < 0 and a.case == token.case]
    if before and index > 0 and any(t.text == "," for t in reading.tokens[before[-1].last + 1 : index]):
        return before[-1]
    return following[0] if following else None


def relative(reading: Reading, index: int) -> Argument | None:
    """The antecedent, where the subject is a relative pronoun."""
    clause = reading.sentence.clauses[reading.tokens[index].clause]
    pronoun = next(
        (
            i
            for i in clause.tokens
            if i <= index and reading.words.is_lemma(reading.tokens[i], "relative") and "Nom" in reading.tokens[i].cases
        ),
        -1,
    )
    if pronoun < 0:
        return None
    if reading.tokens[pronoun].keys and reading.tokens[pronoun - 1].pos == "ADP":
        return None
    return antecedent(reading, pronoun)


def antecedent(reading: Reading, pronoun: int) -> Argument | None:
    """What a relative pronoun stands for: the actor that ends just before its clause and agrees in number."""
    number = reading.tokens[pronoun].number
    before = [a for a in reading.arguments if a.last < pronoun and a.modifies < 0]
    for argument in reversed(before):
        if any(t.form == "Fin" for t in reading.tokens[argument.last + 1 : pronoun]):
            return None
        if pronoun - argument.last > 6:
            return None
        listed = number == "Plur" and len(reading.conjuncts(argument)) > 1
        if reading.tokens[argument.head].number == number or not number or listed:
            return argument
    return None


def served(reading: Reading, token: Token) -> bool:
    """Whether a pronoun is to whom something is given, who is helped or made so: "A's arsenal gives it an edge"."""
    above = token.head
    if above >= 0 and token.relation.startswith("nsubj") and reading.tokens[above].pos == "ADJ":
        return reading.has(reading.tokens[above].head, "making")
    return token.relation in ("iobj", "obj") and above >= 0 and reading.has(above, "enabling", "making")


def receiver(reading: Reading, token: Token) -> Argument | None:
    """Who is named between a verb of giving or helping and a pronoun behind it ("gives A a way out of its …")."""
    for argument in reading.arguments:
        head = reading.tokens[argument.head]
        if argument.codes and not argument.prep and argument.modifies < 0 and argument.last < token.index:
            above = token.clause == head.clause
            if above and head.relation in ("iobj", "obj") and reading.has(head.head, "enabling", "making"):
                return argument
    return None


def of_subject(reading: Reading, token: Token) -> tuple[str, ...]:
    """Who owns the subject that is no actor itself ("A's decision reflects its wish"), or to whom it gives before."""
    if token.relation != "nmod:poss" and not served(reading, token):
        return ()
    if token.relation == "nmod:poss" and (given := receiver(reading, token)) is not None:
        return given.codes
    owners = [
        a for a in reading.arguments
        if 0 <= a.modifies < token.index and a.codes and reading.tokens[a.modifies].relation.startswith("nsubj")
        and not reading.has(a.modifies, "war_word")
    ]  # fmt: skip
    return owners[-1].codes if owners and token.number != "Plur" else ()
