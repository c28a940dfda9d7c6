"""Who stands in a sentence, as arguments: a mention climbed to the noun that carries it, with its case and preposition.

"The defence minister of Azerbaijan", "Baku", "the Azerbaijani side" are each one argument of AZE: what decides the role
is the case of the outermost noun, not that of the name. An argument without codes ("the minister", "the parties") waits
for the context to resolve it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors import Carrier, Mention
from dragoman.coding.function_words import FunctionWords
from dragoman.languages.shape import Sentence, Token

SKIPPED = ("ADJ", "DET", "NUM", "ADV", "PART")
"""Parts of speech that may stand between a preposition and its noun."""

NAMED = frozenset({"name", "capital", "seat", "organisation", "collective", "company"})


@dataclass(slots=True)
class Argument:
    """A noun phrase that stands for actors. `first`, `last` (inclusive), `head` are token indices."""

    codes: tuple[str, ...]
    head: int
    first: int
    last: int
    form: str
    case: str = ""
    cases: tuple[str, ...] = ()
    prep: str = ""
    kind: str = ""
    """Kind of the carrier (`office`, `institution`, `force`, `state`, `person`, `company`), empty for a bare name."""
    carrier: str = ""
    office: str | None = None
    person: str | None = None
    modifies: int = -1
    """Of an adjective that modifies what is no actor ("American weapons"): the index of that noun."""
    plural: bool = False
    joined: int = -1
    """Index, in the list of arguments, of the conjunct before it."""
    against: bool = False
    """Whether the adjective has the prefix that turns it against the state ("anti-")."""
    over: str = ""
    """A preposition made of two words that governs the phrase: "со_стороны", "в_отношении"."""
    resolved: bool = False
    """Whether the codes came from the context and not from the words themselves."""
    keys: tuple[str, ...] = field(default=())


def arguments(
    sentence: Sentence, mentions: Sequence[Mention], carriers: Sequence[Carrier], words: FunctionWords
) -> list[Argument]:
    """All arguments of a sentence in order, lists joined, each with case and preposition."""
    tokens = sentence.tokens
    carried = {i: c for c in carriers for i in range(c.start_token, c.end_token)}
    found: list[Argument] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start_token, m.end_token)):
        argument = of_mention(tokens, mention, carried, found, words)
        found.append(argument)
        taken.update(range(argument.first, argument.last + 1))
    found += [bare(tokens, c) for c in carriers if not taken & set(range(c.start_token, c.end_token))]
    found.sort(key=lambda a: (a.first, a.last))
    found = merge_persons(tokens, found)
    for argument in found:
        complete(tokens, argument, words)
    join(tokens, found, words)
    enumerate_lists(tokens, found, words)
    return found


def of_mention(
    tokens: list[Token], mention: Mention, carried: dict[int, Carrier], before: list[Argument], words: FunctionWords
) -> Argument:
    """The argument around one mention of a known actor."""
    if mention.form == "adjective":
        return of_adjective(tokens, mention, carried, words)
    head = head_of(tokens, mention.start_token, mention.end_token)
    argument = Argument(mention.codes, head, mention.start_token, mention.end_token - 1, mention.form)
    argument.office, argument.person = mention.office, mention.person
    if mention.form == "person":
        return argument
    climb(tokens, argument, carried)
    if (
        not argument.kind
        and before
        and joint(tokens, before[-1], argument, words)
        and before[-1].kind
        and before[-1].form in NAMED
    ):
        borrow(argument, before[-1])
    return argument


def joint(tokens: list[Token], left: Argument, right: Argument, words: FunctionWords) -> bool:
    """Whether two phrases are neighbours in a list: only a comma or "and" between them."""
    between = [t.keys[-1] for t in tokens[left.last + 1 : right.first]]
    if not 0 < len(between) <= 4:
        return False
    if between == [","]:
        return in_list(tokens, left, right, words)
    joins = words.forms["and_or"] | {","}
    return all(word in joins for word in between) or tuple(between) in words.joints


def in_list(tokens: list[Token], left: Argument, right: Argument, words: FunctionWords) -> bool:
    """Whether a comma joins two phrases of a list and does not end a clause.

    The same case, and the tree or an "and" later.
    """
    one, other = tokens[left.last], tokens[right.last]
    if one.case != other.case and not (len(one.cases) > 3 or len(other.cases) > 3):
        return False
    if other.relation == "conj" or left.joined >= 0:
        return True
    after = tokens[right.last + 1 : right.last + 2]
    return bool(after) and (after[0].text == "," or words.is_form(after[0], "list_goes_on"))


def borrow(argument: Argument, other: Argument) -> None:
    """Let a later conjunct share the carrier of the first ("the ministers of A and B")."""
    if {"Gen"} & set(argument.cases or ("Gen",)):
        argument.head, argument.kind, argument.carrier, argument.office = (
            other.head, other.kind, other.carrier, other.office,
        )  # fmt: skip


def of_adjective(tokens: list[Token], mention: Mention, carried: dict[int, Carrier], words: FunctionWords) -> Argument:
    """An adjective of a state: an actor with the carrier it modifies, else a mere modifier of a noun."""
    first, last = mention.start_token, mention.end_token - 1
    noun = modified(tokens, last, carried, words)
    argument = Argument(mention.codes, noun if noun >= 0 else last, first, last, "adjective")
    carrier = carried.get(noun)
    if carrier is None:
        argument.modifies = noun
        return argument
    take(argument, carrier, tokens)
    climb(tokens, argument, carried)
    return argument


def modified(tokens: list[Token], index: int, carried: dict[int, Carrier], words: FunctionWords) -> int:
    """The noun that an adjective stands before, over other adjectives and a second adjective joined by "and".

    -1 if none.
    """
    for i in range(index + 1, min(index + 7, len(tokens))):
        token = tokens[i]
        if i in carried or token.pos in ("NOUN", "PROPN"):
            return i
        if token.pos in SKIPPED or token.form == "Part" or token.text in '«"(,' or words.is_form(token, "and_or"):
            continue
        break
    return -1


def take(argument: Argument, carrier: Carrier, tokens: list[Token]) -> None:
    """Let `carrier` carry the argument."""
    argument.head = carrier_head(tokens, carrier)
    argument.kind, argument.carrier = carrier.kind, carrier.normal
    if carrier.kind == "office":
        argument.office = carrier.normal
    argument.first, argument.last = min(argument.first, carrier.start_token), max(argument.last, carrier.end_token - 1)


def climb(tokens: list[Token], argument: Argument, carried: dict[int, Carrier]) -> None:
    """Climb from a genitive to the noun before it that carries it.

    Germany, army of Germany, head of the army of Germany.
    """
    for _ in range(4):
        before = argument.first - 1
        while before >= 0 and (tokens[before].pos in ("ADJ", "DET", "NUM") or tokens[before].text in '«"'):
            before -= 1
        head = tokens[argument.head]
        carrier = carried.get(before)
        if carrier is None or carrier.start_token >= argument.first:
            return
        if "Gen" not in head.cases and head.cases and head.head not in range(carrier.start_token, carrier.end_token):
            return
        if carrier.kind == "state" and argument.kind in ("office", "person"):
            return
        take(argument, carrier, tokens)


def carrier_head(tokens: list[Token], carrier: Carrier) -> int:
    """The noun in a carrier that shows its case: the first noun ("министр" of "министр обороны")."""
    for i in range(carrier.start_token, carrier.end_token):
        if tokens[i].pos in ("NOUN", "PROPN"):
            return i
    return carrier.end_token - 1


def head_of(tokens: list[Token], start: int, end: int) -> int:
    """The word of a name that shows its case: the first noun of it, else its last word."""
    for i in range(start, end):
        if tokens[i].pos in ("NOUN", "PROPN"):
            return i
    return end - 1


def bare(tokens: list[Token], carrier: Carrier) -> Argument:
    """A carrier without a state: "the minister", "both countries"."""
    argument = Argument((), carrier_head(tokens, carrier), carrier.start_token, carrier.end_token - 1, "carrier")
    take(argument, carrier, tokens)
    return argument


def merge_persons(tokens: list[Token], found: list[Argument]) -> list[Argument]:
    """Join an office with the person named right after it; an unknown name after an office is kept as its person."""
    merged: list[Argument] = []
    for argument in found:
        last = merged[-1] if merged else None
        if last is not None and owned(tokens, argument, last):
            last.last = argument.last
            continue
        if last is not None and argument.first <= last.last and argument.last <= last.last:
            if argument.form == "person" and not last.person:
                last.person = argument.person
            if argument.codes and not last.codes:
                last.codes = argument.codes
            elif argument.codes != last.codes and twin(argument, last):
                merged.append(argument)
            continue
        if (
            last is not None
            and argument.form == "person"
            and argument.first == last.last + 1
            and last.kind in ("office", "person")
        ):
            last.person, last.last = argument.person, argument.last
            last.codes = last.codes or argument.codes
            last.office = last.office or argument.office
            continue
        merged.append(argument)
    for argument in merged:
        if argument.kind in ("office", "person") and not argument.person:
            name_after(tokens, argument)
        elif argument.kind == "company":
            firm_after(tokens, argument)
    return merged


def owned(tokens: list[Token], argument: Argument, last: Argument) -> bool:
    """Whether a genitive right behind a body only repeats its state ("the State Department of the USA")."""
    close = argument.first == last.last + 1 and argument.codes == last.codes and last.form in ("seat", "company")
    return close and argument.form == "name" and "Gen" in tokens[argument.head].cases


def twin(argument: Argument, last: Argument) -> bool:
    """Whether an overlapping phrase is an actor of its own.

    The other half of a compound adjective, a name inside a phrase.
    """
    if argument.form == "adjective" and last.form == "adjective":
        return True
    return argument.form in NAMED and last.kind != "force"


def name_after(tokens: list[Token], argument: Argument) -> None:
    """Take capitalised words right after an office as the name of the person."""
    end = argument.last + 1
    while (
        end < len(tokens)
        and tokens[end].text[:1].isupper()
        and tokens[end].pos in ("PROPN", "NOUN", "ADJ")
        and end - argument.last <= 4
    ):
        end += 1
    if end > argument.last + 1:
        argument.person = " ".join(t.text for t in tokens[argument.last + 1 : end])
        argument.last = end - 1


def firm_after(tokens: list[Token], argument: Argument) -> None:
    """Take the name of a company that follows the word for it: Latin letters, or what stands in quotation marks."""
    end = argument.last + 1
    while (
        end < len(tokens)
        and end - argument.last <= 5
        and (
            (tokens[end].text.isascii() and tokens[end].text[:1].isalpha())
            or tokens[end].quoted
            or tokens[end].text in "«»"
        )
    ):
        end += 1
    argument.last = max(argument.last, end - 1)


def complete(tokens: list[Token], argument: Argument, words: FunctionWords) -> None:
    """Fill case and preposition from the head and from what stands before the phrase."""
    head = tokens[argument.head]
    noun = tokens[argument.modifies] if argument.modifies >= 0 else head
    counted = argument.first > 0 and tokens[argument.first - 1].relation == "nummod:gov"
    shown = tokens[argument.first - 1] if counted else noun
    argument.case, argument.cases = shown.case, shown.cases
    argument.plural = noun.number == "Plur" or (argument.first > 0 and tokens[argument.first - 1].pos == "NUM")
    argument.keys = head.keys
    argument.prep = preposition(tokens, min(argument.first, argument.head), words)


def preposition(tokens: list[Token], first: int, words: FunctionWords) -> str:
    """The preposition that governs a phrase starting at `first`, or an empty string."""
    i = first - 1
    while i >= 0 and (tokens[i].pos in SKIPPED or tokens[i].text in '«"“'):
        if words.is_form(tokens[i], "before_noun_stops"):
            return ""
        i -= 1
    if i < 0 or tokens[i].pos != "ADP":
        return ""
    found = tokens[i].keys[-1]
    return words.variants.get(found, found)


def join(tokens: list[Token], found: list[Argument], words: FunctionWords) -> None:
    """Join lists: a later conjunct without a preposition shares that of the first where the case allows it."""
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if not joint(tokens, left, right, words) or right.prep:
            continue
        if right.modifies != left.modifies and -1 in (right.modifies, left.modifies):
            continue
        if left.head == right.head or set(left.cases) & set(right.cases) or not left.cases:
            right.joined, right.prep = i - 1, left.prep
            right.case = left.case if left.case in right.cases else right.case


def enumerate_lists(tokens: list[Token], found: list[Argument], words: FunctionWords) -> None:
    """Give "a number of states, such as A and B" or "the states of the alliance (A, B)" the states of the list."""
    for i, argument in enumerate(found[:-1]):
        if argument.kind != "state" and argument.form != "collective":
            continue
        following = found[i + 1]
        if following.first == argument.last + 1 and i + 2 < len(found):
            argument.last, following = following.last, found[i + 2]
        between = tokens[argument.last + 1 : following.first]
        if not (0 < len(between) <= 6) or not spells_out([t.keys for t in between], words):
            continue
        members = [following]
        for later in found[found.index(following) + 1 :]:
            if later.joined >= 0 and found[later.joined] is members[-1]:
                members.append(later)
        codes = tuple(dict.fromkeys(c for m in members for c in m.codes))
        if codes:
            argument.codes = codes
            for member in members:
                member.prep, member.case, member.cases = argument.prep, argument.case, argument.cases


def spells_out(between: Sequence[tuple[str, ...]], words: FunctionWords) -> bool:
    """Whether the words between a collective and a list announce the list."""
    if between and between[-1][-1] in ("(", ":", "—", "–", "-"):
        return True
    flat = [set(keys) for keys in between if keys[-1] != ","]
    return any(
        all(word in keys for word, keys in zip(start, flat, strict=False)) and len(flat) >= len(start)
        for start in words.spelled_out
    )
