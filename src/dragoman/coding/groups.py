"""Whom a text means that only counts or places them: "the two countries", "the three allies", "in the country"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors import organisations
from dragoman.coding.arguments import attribute
from dragoman.coding.memory import Memory
from dragoman.coding.phrases import Argument, preposition
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import subject


def several(reading: Reading, first: int, before: tuple[str, ...], memory: Memory) -> tuple[str, ...]:
    """Those meant by a plural that begins at `first`; `before` are the actors that its own sentence names before it."""
    number = counted(reading, first)
    if number > 2:
        return memory.group if len(memory.group) == number else ()
    if len(before) >= 2:
        return before[-2:]
    if number == 2 and not (memory.group_acts and len(memory.listed_before(reading)) == 2):
        return memory.pair or told_later(memory)
    return memory.listed_before(reading) or memory.pair


def taken_up(reading: Reading) -> None:
    """Let "them" mean "these two countries" before it in the sentence, which are known only after the pronouns."""
    for argument in reading.arguments:
        token = reading.tokens[argument.head]
        if argument.form != "pronoun" or token.number != "Plur" or argument.case == "Nom" or argument.modifies >= 0:
            continue
        before = [a for a in reading.arguments if a.last < argument.first and a.codes and a.modifies < 0]
        meant = before[-1] if before else None
        if meant is not None and meant.kind == "state" and meant.plural and meant.case != "Nom":
            argument.codes = meant.codes


def counted(reading: Reading, first: int) -> int:
    """The number that the word before a noun says: 2 of "both"; 0 where it says none."""
    if first == 0:
        return 0
    word, affixes = reading.tokens[first - 1].keys[-1], reading.words.affixes
    if word.startswith(affixes["both_two"]):
        return 2
    return next((n for n, affix in enumerate(affixes["three_and_more"], start=3) if word.startswith(affix)), 0)


def whose(reading: Reading, argument: Argument) -> bool:
    """Whether states in the plural say whose forces or bodies are meant ("the fleets of the two countries")."""
    named = reading.heads.get(reading.tokens[argument.head].head, ())
    owning = argument.kind == "state" and argument.plural and argument.case == "Gen"
    return owning and any(a.kind in ("force", "institution") and a.case == "Nom" for a in named)


def told_later(memory: Memory) -> tuple[str, ...]:
    """The two states that a document is about, where nobody has been named yet and these two stand out."""
    if memory.counts:
        return ()
    ranked = memory.named.most_common(3)
    apart = len(ranked) == 2 or (len(ranked) == 3 and ranked[1][1] > ranked[2][1])
    return tuple(code for code, _ in ranked[:2]) if apart else ()


def peers(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """ "The two neighbours", "the three allies", as arguments: those listed or paired last."""
    for token in reading.tokens:
        if not reading.words.likely(token, "peer_noun"):
            continue
        told = memory.ahead if token.number == "Plur" else ()
        named = any(a.codes for a in reading.heads.get(token.index, ()))
        if named or not (told or counted(reading, token.index)):
            continue
        before = dict.fromkeys(c for a in reading.arguments if a.last < token.index for c in a.codes)
        codes = told or several(reading, token.index, tuple(before), memory)
        for known in reading.heads.get(token.index, ()):
            known.codes, known.resolved = codes, bool(codes)
        if codes and token.index not in reading.heads:
            argument = Argument(codes, token.index, token.index, token.index, "carrier", token.case, token.cases)
            argument.kind, argument.plural, argument.resolved, argument.keys = "state", True, True, token.keys
            argument.prep = preposition(reading.tokens, token.index, reading.words)
            yield argument


def equated(reading: Reading, argument: Argument) -> tuple[str, ...]:
    """Whom a verb of being says that states are ("A, B and C are among the countries that bought it")."""
    node = argument.head
    for _ in range(3):
        joins = reading.has(node, "joins_list") and reading.has(argument.head, "among_noun")
        if joins or any(t.head == node and t.relation == "cop" for t in reading.tokens) or reading.has(node, "equates"):
            found = subject(reading, node)
            named = reading.conjuncts(found) if found is not None and found.last < argument.first else []
            return tuple(dict.fromkeys(c for a in named for c in a.codes))
        if reading.tokens[node].form or reading.tokens[node].head < 0:
            return ()
        node = reading.tokens[node].head
    return ()


def listed_in(reading: Reading) -> tuple[str, ...]:
    """The actors of a sentence that only says who was meant by a plural before it; empty where it says more."""
    opening = [t.index for t in reading.tokens[:6] if reading.has(t.index, "list_opener")]
    acting = any(a.codes and a.case == "Nom" and not a.prep and a.modifies < 0 for a in reading.arguments)
    if not opening or acting or any(t.form == "Fin" for t in reading.tokens[opening[0] + 3 :]):
        return ()
    named = [a for a in reading.arguments if a.codes and a.first > opening[0] and a.modifies < 0]
    codes = tuple(dict.fromkeys(c for a in named for c in a.codes))
    return codes if len(codes) > 1 else ()


def guests(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """ "The guests", "the hosts", as arguments: who was told to be in another state, and that state."""
    if not memory.visitor:
        return
    for token in reading.tokens:
        guest, host = (reading.words.likely(token, name) for name in ("guest_noun", "host_noun"))
        if not (guest or host) or token.index in reading.heads or (host and token.number != "Plur"):
            continue
        codes = memory.visitor if guest else memory.place
        argument = Argument(codes, token.index, token.index, token.index, "carrier", token.case, token.cases)
        argument.kind, argument.plural, argument.resolved = "person", token.number == "Plur", True
        argument.keys = token.keys
        argument.prep = preposition(reading.tokens, token.index, reading.words)
        yield argument


def bodies(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """ "The alliance", "the bloc", as arguments: the organisation of that kind named last."""
    for token in reading.tokens[1:]:
        alliance, bloc = (reading.words.likely(token, name) for name in ("alliance_noun", "bloc_noun"))
        if not (alliance or bloc) or token.number == "Plur" or token.index in reading.heads:
            continue
        article = reading.tokens[token.index - 1]
        if not reading.words.is_form(article, "article") or reading.words.is_form(article, "indefinite"):
            continue
        here = [c for a in reading.arguments if a.last < token.index for c in a.codes if c in organisations()]
        known = [c for c in (*memory.bodies, *here) if bloc or organisations()[c].pledge]
        if known and not owned(reading, token.index):
            argument = Argument((known[-1],), token.index, token.index, token.index, "carrier", token.case, token.cases)
            argument.resolved, argument.keys = True, token.keys
            argument.prep = preposition(reading.tokens, token.index - 1, reading.words)
            yield attribute(reading.tokens, argument) if token.relation == "nmod:poss" else argument


def owned(reading: Reading, index: int) -> bool:
    """Whether a noun is followed by whose it is: then it is none that was named ("the alliance of the two")."""
    return any(a.head > index and reading.tokens[a.head].head == index for a in reading.arguments)


def place_before(reading: Reading, argument: Argument, memory: Memory) -> tuple[str, ...]:
    """The state that "in the country" means: where the sentence before took place, if that is not its own subject."""
    if not reading.words.is_prep(argument.prep, "in_on") or reading.sentence.index - memory.place_at != 1:
        return ()
    acting = subject(reading, reading.sentence.clauses[reading.tokens[argument.head].clause].predicate)
    if acting is None or not acting.codes or set(acting.codes) & set(memory.place):
        return ()
    return memory.place
