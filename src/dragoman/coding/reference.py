"""Reference inside a document.

"the two countries", "his counterpart", "the ministry", "they" stand for actors named before.
"""

from __future__ import annotations

from dragoman.actors import collectives
from dragoman.coding import groups, men
from dragoman.coding.meant import accused, doing, headed_by, intender, other_state, pointed_at
from dragoman.coding.memory import Memory, somebody
from dragoman.coding.phrases import NAMED, Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import antecedent, of_subject, served
from dragoman.coding.subjects import subject as subject_of
from dragoman.coding.whereabouts import locals_, whereabouts
from dragoman.languages import Token


def resolve(reading: Reading, memory: Memory) -> None:
    """Give codes to the arguments that have none, from sentence and document before; whose they are comes first."""
    add_pronouns(reading, memory)
    for argument in (*whereabouts(reading, memory), *locals_(reading, memory)):
        place(reading, argument)
    meant = (
        *men.again(reading, memory),
        *groups.peers(reading, memory),
        *groups.guests(reading, memory),
        *groups.bodies(reading, memory),
    )
    for argument in meant:
        place(reading, argument)
    for argument in sorted(reading.arguments, key=lambda a: not groups.whose(reading, a)):
        if one_of_region(reading, argument):
            argument.codes, argument.kind = (), "state"
        if argument.codes or argument.form == "pronoun":
            continue
        if codes := (
            apposed(reading, argument)
            or owner(reading, argument)
            or whence(reading, argument)
            or led_by(reading, argument)
        ):
            argument.codes = codes
            continue
        known = of_state if argument.kind == "state" else of_carrier
        codes = known(reading, argument, memory)
        if codes:
            argument.codes, argument.resolved = codes, True
    groups.taken_up(reading)
    for argument in reading.arguments:
        if argument.carrier == "counterpart" and not argument.office:
            argument.office = next(
                (a.office for a in reading.arguments if a.office and a.codes != argument.codes), None
            )


def one_of_region(reading: Reading, argument: Argument) -> bool:
    """Whether a region and a noun in the singular mean the state spoken of ("the Baltic country"), not the region."""
    noun = argument.kind == "state" or not reading.words.lemmas["state_noun"].isdisjoint(argument.keys)
    singular = not argument.plural and reading.tokens[argument.head].number != "Plur"
    collective = argument.form in ("collective", "adjective") and bool(argument.codes) and vague(argument.codes)
    return noun and singular and collective


def of_state(reading: Reading, argument: Argument, memory: Memory) -> tuple[str, ...]:
    """ "The countries", "both sides": the pair spoken of; "the country": the last subject."""
    if same := groups.equated(reading, argument):
        return same
    before = tuple(dict.fromkeys(c for a in reading.arguments if a.head < argument.first for c in a.codes))
    if not definite(reading, argument):
        return ()
    if argument.plural:
        return groups.several(reading, argument.first, before, memory)
    if argument.prep and (place := groups.place_before(reading, argument, memory)):
        return place
    if argument.case == "Gen" and memory.homes:
        places = [a for a in reading.arguments if a.last < argument.first and reading.words.is_prep(a.prep, "in_on")]
        return tuple(c for a in places if a.form in NAMED for c in a.codes)[-1:] or memory.homes[:1]
    found = previous_subject(reading, argument.head) or told_by(reading, argument) or memory.subject
    return other_state(reading, argument, memory, found) or found


def told_by(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """The state of the source that stands before "the country" ("according to the minister of …, the country …")."""
    speaking = {i for i, names in reading.classes.items() if names & {"source_phrase", "say_verb"}}
    before = [
        a
        for a in reading.arguments
        if a.last < argument.first
        and a.codes
        and not a.resolved
        and (a.kind in ("office", "institution", "person") or a.form == "person")
    ]
    return before[-1].codes if before and any(i < argument.first for i in speaking) else ()


def whence(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """The state that "from" names right behind a person or a force, "in" with its capital behind an institution.

    "officers from Laos", "his colleague from Japan", "the ministry in Vientiane".
    """
    if argument.kind not in ("person", "force", "office", "company", "institution"):
        return ()
    if argument.kind == "force" and any(reading.has(i, "withdrawal") for i in reading.up(argument.head)):
        return ()
    after = next(
        (
            i
            for i, a in enumerate(reading.arguments)
            if a.first == argument.last + 2 and whence_by(reading, argument, a)
        ),
        -1,
    )
    if after < 0 or not reading.arguments[after].codes:
        return ()
    return tuple(dict.fromkeys(c for a in reading.conjuncts(reading.arguments[after]) for c in a.codes))


def led_by(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """The state of who leads a delegation or a group ("a delegation headed by the army chief of Laos")."""
    if argument.kind not in ("institution", "person", "force"):
        return ()
    leading = {t.index for t in reading.tokens if t.head == argument.head and reading.has(t.index, "lead_verb")}
    found = [a for a in reading.arguments if "Ins" in a.cases and reading.tokens[a.head].head in leading]
    return (found or headed_by(reading, argument))[0].codes if found or headed_by(reading, argument) else ()


def whence_by(reading: Reading, argument: Argument, place: Argument) -> bool:
    """Whether the phrase behind somebody says of which state he is."""
    if argument.kind != "institution":
        located = argument.kind == "company" and reading.words.is_prep(place.prep, "in")
        return located or reading.words.is_prep(place.prep, "from")
    seated = place.form == "capital" and argument.carrier not in ("embassy", "delegation")
    return seated and reading.words.is_prep(place.prep, "in")


def definite(reading: Reading, argument: Argument) -> bool:
    """Whether "the countries" can mean those spoken of: no adjective singles others out ("major", "third", "new")."""
    if reading.words.lemmas["state_noun"].isdisjoint(argument.keys):
        return False
    before = reading.tokens[argument.first - 1] if argument.first else None
    if pointed_at(reading, argument):
        return True
    return (
        before is None
        or before.pos not in ("ADJ", "NUM")
        or before.keys[-1].startswith(reading.words.affixes["both_two"])
    )


def of_carrier(reading: Reading, argument: Argument, memory: Memory) -> tuple[str, ...]:
    """A ministry, an office, an army without its state: as named before, else the state the document is about."""
    others = frozenset(
        c for a in reading.arguments if a is not argument and same_clause(reading, a, argument) for c in a.codes
    )
    both = argument.kind == "office" or (argument.carrier in MUTUAL and argument.case == "Nom" and not argument.prep)
    if argument.plural and argument.kind in ("office", "institution") and groups.counted(reading, argument.first) == 2:
        before = tuple(dict.fromkeys(c for a in reading.arguments if a.last < argument.first for c in a.codes))
        return groups.several(reading, argument.first, before, memory)
    if argument.plural and both:
        return tuple(sorted(others)) if len(others) == 2 else memory.listed_before(reading) or memory.pair
    if argument.kind == "person" and argument.carrier == "counterpart":
        rest = [c for c in memory.pair if c not in others]
        return (rest[0],) if len(rest) == 1 else ()
    if argument.kind == "company" and reading.words.forms["article"] and not unspecified(reading, argument):
        return () if set(memory.firm) & others else memory.firm
    if argument.kind == "force":
        return men.as_before(reading, argument, memory)
    if argument.kind not in ("office", "institution") or argument.carrier in HOMELESS:
        return ()
    if unspecified(reading, argument):
        return ()
    same = [a for a in reading.arguments if a.carrier == argument.carrier and a.codes and a.head < argument.head]
    if same and not set(same[-1].codes) & others:
        return same[-1].codes
    known = memory.offices.get(argument.carrier, ())
    if known and not set(known) & others:
        return known
    usual = (argument.usual,) if argument.usual and not memory.at_home(argument.usual) else ()
    return next(((code,) for code in (*usual, *memory.homes) if code not in others), ())


def unspecified(reading: Reading, argument: Argument) -> bool:
    """Whether an indefinite article, or a plural without any determiner, says that no certain one is meant."""
    words, tokens = reading.words, reading.tokens
    if not words.forms["article"]:
        return False
    first = argument.first
    while first > 0 and tokens[first - 1].pos in ("ADJ", "NUM", "ADV"):
        first -= 1
    before = tokens[first - 1] if first else None
    determined = before is not None and (before.pos == "DET" or before.relation == "nmod:poss")
    if before is not None and words.is_form(before, "indefinite"):
        return True
    return argument.plural and not determined and not tokens[argument.head].text[:1].isupper()


MUTUAL = frozenset({"counterpart", "delegation", "diplomat"})
"""Carriers that, as a subject in the plural, are those of both states spoken of ("the diplomats agreed")."""

HOMELESS = frozenset({"procurement agency", "ministry", "delegation", "central bank", "adviser", "spokesperson"})
"""Carriers too general to stand for the state that a document is about."""


def vague(codes: tuple[str, ...]) -> bool:
    """Whether the codes are a region and no state or organisation ("the Baltic country" is one of them)."""
    return all(code in collectives() for code in codes)


def apposed(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """Which state a firm or a supplier is said to be right behind it ("its traditional supplier, Russia")."""
    named = (a for a in reading.arguments if a.codes and a.form in ("name", "capital") and not a.kind and not a.prep)
    beside = (a for a in named if reading.tokens[a.head].relation == "appos" and 0 < a.first - argument.last <= 2)
    return next((a.codes for a in beside if reading.tokens[a.head].head == argument.head), ())


def owner(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """Whose army, ministry or industry it is where a possessive pronoun says so: "its forces"."""
    meant = [a for a in reading.arguments if a.form == "pronoun" or a.resolved or 0 < argument.first - a.last <= 2]
    owners = [a for a in meant if a.modifies >= 0 and a.modifies == argument.head]
    if whose := relative_owner(reading, argument):
        return whose
    bodies = [a for a in meant if "Gen" in a.cases and reading.tokens[a.head].head == argument.head]
    return (owners or bodies)[0].codes if owners or bodies else ()


def relative_owner(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """Whose it is where "whose" stands before it: the actor that the relative clause is about."""
    for token in reading.tokens[: argument.head]:
        if token.head == argument.head and reading.words.is_form(token, "whose"):
            found = antecedent(reading, token.index)
            return found.codes if found is not None else ()
    return ()


def same_clause(reading: Reading, one: Argument, other: Argument) -> bool:
    """Whether two arguments stand in the same clause."""
    return reading.tokens[one.head].clause == reading.tokens[other.head].clause


def add_pronouns(reading: Reading, memory: Memory) -> None:
    """Add personal pronouns as arguments: "she" is the last subject, "we" in a quotation is the speaker."""
    for token in reading.tokens:
        if token.pos not in ("PRON", "DET") or not token.cases:
            continue
        codes: tuple[str, ...] = ()
        words = reading.words
        bare = words.likely(token, "third_person") and not token.keys[-1].startswith(words.affixes["with_preposition"])
        if bare or words.is_form(token, "pronoun_after_preposition"):
            codes = spoken_of(reading, token, memory)
        if not codes:
            continue
        prep = (
            ""
            if token.index == 0 or reading.tokens[token.index - 1].pos != "ADP"
            else reading.tokens[token.index - 1].keys[-1]
        )
        argument = Argument(
            codes, token.index, token.index, token.index, "pronoun", case=token.case, cases=token.cases, prep=prep
        )
        argument.resolved, argument.keys = True, token.keys
        if token.relation == "nmod:poss" or (prep and bare and token.index < token.head):
            argument.modifies = token.head
        place(reading, argument)


def spoken_of(reading: Reading, token: Token, memory: Memory) -> tuple[str, ...]:
    """Whom "he", "they" mean.

    As a subject the last subject, in another case the last actor that is not the subject here.
    """
    if meant := (intender(reading, token) or doing(reading, token)):
        return meant
    subject = told_subject(reading, token) or previous_subject(reading, token.index)
    if reading.words.likely(token, "thing_pronoun") and not subject and memory.thing:
        return ()
    if reading.words.likely(token, "person_pronoun"):
        return previous_person(reading, token.index) or memory.person
    if "Nom" in token.cases and not served(reading, token):
        if reading.has(token.head, "say_verb") and not subject:
            return memory.speaker or memory.subject
        many = memory.listed_before(reading) if token.number == "Plur" else ()
        return accused(reading, token) or subject or many or memory.subject
    here = [a for a in reading.arguments if a.head < token.index and a.codes and a.modifies < 0]
    verb = reading.sentence.clauses[token.clause].predicate
    own = subject_of(reading, verb)
    if own is not None and own.codes and asked(reading, token, own.codes):
        return all_of(reading, own, token)
    if token.relation == "nmod:poss" and own is not None and own.codes and own.head < token.index:
        return all_of(reading, own, token)
    if own is None and (owners := of_subject(reading, token)):
        return owners
    if own is None or own.codes != subject:
        return subject or (here[-1].codes if here else memory.subject)
    others = [a for a in here if a.case != "Nom" and a.codes != subject]
    if others:
        return others[-1].codes
    if here:
        rest = [c for c in reversed(memory.recent) if c not in here[-1].codes]
        return tuple(rest[:1])
    return subject or memory.subject


def told_subject(reading: Reading, token: Token) -> tuple[str, ...]:
    """Of whom the sentence tells that "its minister" ends ("Kenya will answer if it must, its minister said")."""
    verb = reading.sentence.clauses[token.clause].predicate
    if token.relation != "nmod:poss" or not reading.has(verb, "say_verb"):
        return ()
    told = [t.index for t in reading.tokens[: token.index] if t.head == verb and t.relation == "ccomp"]
    found = subject_of(reading, told[0]) if told else None
    return all_of(reading, found, token) if found is not None else ()


def previous_person(reading: Reading, index: int) -> tuple[str, ...]:
    """The codes of the nearest person before a pronoun in the same sentence, in another clause; a subject first."""
    clause = reading.tokens[index].clause
    before = [
        a
        for a in reading.arguments
        if a.head < index
        and a.codes
        and somebody(a)
        and reading.tokens[a.head].clause != clause
        and not owned_by_person(reading, a)
    ]
    subjects = [a for a in before if a.case == "Nom"]
    return (subjects or before)[-1].codes if before else ()


def owned_by_person(reading: Reading, argument: Argument) -> bool:
    """Whether somebody is "his" or "her" counterpart or guest: the "he" behind is then the one whose he is."""
    words = reading.words
    return any(
        t.head == argument.head and t.relation == "nmod:poss" and words.likely(t, "person_pronoun")
        for t in reading.tokens
    )


def asked(reading: Reading, token: Token, codes: tuple[str, ...]) -> bool:
    """Whether a pronoun stands with what somebody else is asked to do: in "asked France to help them", "them" asks."""
    above = token.head if token.head >= 0 and reading.tokens[token.head].form else reading.verb_above(token.index)
    if above < 0 or reading.tokens[above].form != "Inf":
        return False
    doer = subject_of(reading, above)
    return doer is not None and doer.codes != codes


def first_person(reading: Reading) -> None:
    """Add "we" and "us" as arguments that stand for the speaker; also the "we" that only the verb's ending says."""
    if not reading.speaker:
        return
    for token in reading.tokens:
        pronoun = token.pos in ("PRON", "DET") and reading.words.likely(token, "first_person")
        ending = token.form == "Fin" and token.person in ("1", "First") and token.number == "Plur"
        if not pronoun and not ending:
            continue
        if ending and any(t.head == token.index and t.relation.startswith("nsubj") for t in reading.tokens):
            continue
        case = "Nom" if ending else token.case
        prep = (
            ""
            if ending or token.index == 0 or reading.tokens[token.index - 1].pos != "ADP"
            else reading.tokens[token.index - 1].keys[-1]
        )
        argument = Argument(
            reading.speaker, token.index, token.index, token.index, "pronoun", case=case, cases=(case,), prep=prep
        )
        argument.resolved, argument.keys = True, token.keys
        if token.pos == "DET":
            argument.modifies = token.head
        place(reading, argument)


def place(reading: Reading, argument: Argument) -> None:
    """Put an argument where it stands, keeping the indices of joined conjuncts right."""
    position = next((i for i, a in enumerate(reading.arguments) if a.first > argument.first), len(reading.arguments))
    for other in reading.arguments:
        if other.joined >= position:
            other.joined += 1
    reading.arguments.insert(position, argument)
    reading.heads.setdefault(argument.head, []).append(argument)


def previous_subject(reading: Reading, index: int) -> tuple[str, ...]:
    """The codes of the nearest nominative actor before a pronoun in the same sentence, in another clause."""
    before = [
        a for a in reading.arguments
        if a.head < index and a.case == "Nom" and not a.prep and a.codes and a.modifies < 0
        and reading.tokens[a.head].clause != reading.tokens[index].clause
    ]  # fmt: skip
    return all_of(reading, before[-1], reading.tokens[index]) if before else ()


def all_of(reading: Reading, argument: Argument, pronoun: Token) -> tuple[str, ...]:
    """The codes of a phrase; of the whole list it belongs to where the pronoun that means it is plural."""
    if pronoun.number != "Plur":
        return argument.codes
    return tuple(dict.fromkeys(code for a in reading.conjuncts(argument) for code in a.codes))
