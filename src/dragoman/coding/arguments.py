"""Who stands in a sentence, as arguments: a mention climbed to the noun that carries it, with its case and preposition.

"The defence minister of Azerbaijan", "Baku", "the Azerbaijani side" are each one argument of AZE: what decides the role
is the case of the outermost noun, not that of the name. An argument without codes ("the minister", "the parties") waits
for the context to resolve it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import Carrier, Mention
from dragoman.coding.function_words import FunctionWords
from dragoman.coding.lists import borrow, enumerate_lists, join, joint
from dragoman.coding.phrases import (
    ATTRIBUTIVE,
    NAMED,
    SKIPPED,
    Argument,
    carrier_head,
    climb,
    head_of,
    preposition,
    take,
    top,
)
from dragoman.languages.shape import Sentence, Token


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
    free = [c for c in carriers if not taken & set(range(c.start_token, c.end_token))]
    found += [bare(tokens, c) for c in free if not only_describes(tokens, c)]
    found.sort(key=lambda a: (a.first, a.last))
    found = merge_persons(tokens, found, words)
    found = [a for a in found if not of_others(tokens, a, found, words)]
    named = {i for a in found for i in range(a.first, a.last + 1)}
    for argument in found:
        complete(tokens, argument, words, named)
    join(tokens, found, words)
    enumerate_lists(tokens, found, words)
    return found


def of_others(tokens: list[Token], argument: Argument, found: Sequence[Argument], words: FunctionWords) -> bool:
    """Whether "alliance" names no organisation, because it says whose it is: "the alliance of A and B, of parties"."""
    if argument.first != argument.last or not words.likely(tokens[argument.head], "alliance_noun"):
        return False
    index = argument.head
    if any(a is not argument and index in (a.modifies, tokens[a.head].head) and a.codes for a in found):
        return True
    members = [t for t in tokens if t.head == index and t.relation == "nmod" and t.case == "Gen" and t.number == "Plur"]
    return any(t.pos == "NOUN" and not preposition(tokens, t.index, words) for t in members)


def of_mention(
    tokens: list[Token], mention: Mention, carried: dict[int, Carrier], before: list[Argument], words: FunctionWords
) -> Argument:
    """The argument around one mention of a known actor."""
    head = head_of(tokens, mention.start_token, mention.end_token)
    attributive = describes(tokens, mention.start_token, mention.end_token)
    if (mention.form == "adjective" and not substantive(tokens, mention)) or (attributive and mention.form in NAMED):
        return of_adjective(tokens, mention, carried, words)
    argument = Argument(mention.codes, head, mention.start_token, mention.end_token - 1, mention.form)
    argument.form = "demonym" if mention.form == "adjective" else mention.form
    argument.office, argument.person = mention.office, mention.person
    if mention.form == "person" and attributive:
        attribute(tokens, argument)
        carrier = carrier_of(tokens, argument.chain, carried)
        return led(tokens, argument, carrier) if carrier is not None else argument
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


def led(tokens: list[Token], argument: Argument, carrier: Carrier) -> Argument:
    """What is called by its leader's name, as one argument ("the Biden administration")."""
    argument.modifies, argument.chain, argument.form = -1, (), "seat"
    argument.office, argument.person = None, None
    take(argument, carrier, tokens)
    return argument


def only_describes(tokens: list[Token], carrier: Carrier) -> bool:
    """Whether a carrier without a state only describes another noun ("army exercises"): it is nobody there."""
    top = tokens[carrier_head(tokens, carrier)]
    outside = top.relation == "compound" and top.head >= carrier.end_token
    return outside and carrier.kind not in ("office", "person") and tokens[top.head].pos != "PROPN"


def describes(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a name stands before a noun that it describes, as a compound, an adjective or its owner."""
    outside = [t for t in tokens[start:end] if not start <= t.head < end]
    abbreviated = end < len(tokens) and tokens[end].text == "("
    before = [t for t in outside if t.relation in ATTRIBUTIVE or (t.pos, t.relation) == ("ADJ", "amod")]
    return not abbreviated and any(t.head >= end for t in before)


def substantive(tokens: list[Token], mention: Mention) -> bool:
    """Whether a word that may be an adjective of a state is a noun here ("the Omanis")."""
    last = tokens[mention.end_token - 1]
    noun = last.pos in ("NOUN", "PROPN") and last.relation not in ("amod", "compound", "nmod", "flat", "")
    return noun and last.relation != "nmod:poss" and not joins_adjective(tokens, last)


def joins_adjective(tokens: list[Token], token: Token) -> bool:
    """Whether a word is joined to one that describes a noun ("Turkish and Azerbaijani crews")."""
    first = tokens[token.head] if token.relation == "conj" and 0 <= token.head < token.index else None
    return first is not None and first.relation in ("amod", "compound", "nmod:poss") and first.head > token.index


def attribute(tokens: list[Token], argument: Argument) -> Argument:
    """A phrase that describes the noun which it stands before, with that noun and those between."""
    top = next((t for t in tokens[argument.first : argument.last + 1] if t.head > argument.last), None)
    if top is None:
        return argument
    argument.modifies = top.head
    argument.chain = tuple(
        i for i in range(argument.last + 1, top.head + 1) if i == top.head or tokens[i].relation == "compound"
    )
    return argument


def of_adjective(tokens: list[Token], mention: Mention, carried: dict[int, Carrier], words: FunctionWords) -> Argument:
    """An adjective of a state: an actor with the carrier it modifies, else a mere modifier of a noun."""
    first, last = mention.start_token, mention.end_token - 1
    noun = modified(tokens, last, carried, words)
    argument = Argument(mention.codes, noun if noun >= 0 else last, first, last, "adjective")
    argument.town = mention.form == "capital" and tokens[last].relation == "compound"
    argument.modifies, argument.chain = last_of_compound(tokens, noun)
    carrier = carrier_of(tokens, argument.chain, carried)
    if carrier is None or carrier.start_token <= last:
        return argument
    argument.modifies = -1
    take(argument, carrier, tokens)
    argument.chain = argument.chain or (argument.head,)
    climb(tokens, argument, carried)
    return argument


def carrier_of(tokens: list[Token], chain: tuple[int, ...], carried: dict[int, Carrier]) -> Carrier | None:
    """The carrier that a row of nouns ends in; one before its end where only a name follows ("navy chief Lopez").

    An institution that describes another noun carries nothing ("navy ships", "army exercises").
    """
    known = [i for i in chain if i in carried]
    if not known:
        return None
    carrier = carried[known[-1]]
    ends = chain[-1] < carrier.end_token
    return carrier if ends or carrier.kind in ("office", "person") or tokens[chain[-1]].pos == "PROPN" else None


def last_of_compound(tokens: list[Token], noun: int) -> tuple[int, tuple[int, ...]]:
    """The noun that the nouns from `noun` on describe in the end, and all of them."""
    chain = [noun]
    while noun >= 0 and tokens[noun].relation == "compound" and tokens[noun].head > noun:
        noun = tokens[noun].head
        chain.append(noun)
    return noun, tuple(chain)


def modified(tokens: list[Token], index: int, carried: dict[int, Carrier], words: FunctionWords) -> int:
    """The noun that an adjective stands before, over other adjectives and a second adjective joined by "and".

    -1 if none.
    """
    for i in range(index + 1, min(index + 7, len(tokens))):
        token = tokens[i]
        if (i in carried and not bare_adjective(token, carried[i])) or (
            token.pos in ("NOUN", "PROPN") and not joins_adjective(tokens, token)
        ):
            return i
        if joins_adjective(tokens, token):
            continue
        if token.pos in SKIPPED or token.form == "Part" or token.text in '«"(,' or words.is_form(token, "and_or"):
            continue
        break
    return -1


def bare_adjective(token: Token, carrier: Carrier) -> bool:
    """Whether a word for an army is an adjective here ("its economic and military influence")."""
    return token.pos == "ADJ" and carrier.end_token - carrier.start_token == 1


def bare(tokens: list[Token], carrier: Carrier) -> Argument:
    """A carrier without a state: "the minister", "both countries"."""
    argument = Argument((), carrier_head(tokens, carrier), carrier.start_token, carrier.end_token - 1, "carrier")
    take(argument, carrier, tokens)
    return attribute(tokens, argument) if tokens[argument.head].relation == "nmod:poss" else argument


def merge_persons(tokens: list[Token], found: list[Argument], words: FunctionWords) -> list[Argument]:
    """Join an office with the person named right after it; an unknown name after an office is kept as its person."""
    merged: list[Argument] = []
    for argument in with_appositions(tokens, without_ranks(tokens, found, words)):
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
        if argument.form == "person" and of_country(merged, argument):
            merged[-2].codes = merged[-1].codes = argument.codes
            merged[-2].person, merged[-2].last = argument.person, argument.last
            merged.pop()
            continue
        merged.append(argument)
    for argument in merged:
        if argument.kind in ("office", "person") and not argument.person:
            name_after(tokens, argument)
        elif argument.kind == "company":
            firm_after(tokens, argument)
    return merged


def without_ranks(tokens: list[Token], found: list[Argument], words: FunctionWords) -> list[Argument]:
    """The phrases with the rank between an office and a name as part of the office ("the minister, Army General X")."""
    inside: set[int] = set()
    for argument in found:
        if argument.kind not in ("office", "person") or argument.person:
            continue
        end = argument.last
        while end + 1 < len(tokens) and ranked(tokens[end + 1], words, first=end == argument.last):
            end += 1
        if end > argument.last and end + 1 < len(tokens) and tokens[end + 1].text[:1].isupper():
            inside |= set(range(argument.last + 1, end + 1))
            argument.last = end
    return [a for a in found if a.codes or not set(range(a.first, a.last + 1)) <= inside]


def ranked(token: Token, words: FunctionWords, *, first: bool) -> bool:
    """Whether a word is a rank, or behind one belongs to it ("general of the army")."""
    return words.likely(token, "rank") or (not first and words.likely(token, "rank_of"))


def with_appositions(tokens: list[Token], found: list[Argument]) -> list[Argument]:
    """The phrases, an office and who is named between commas behind it as one."""
    joined: list[Argument] = []
    for argument in found:
        last = joined[-1] if joined else None
        if last is None or not named_beside(tokens, argument, last):
            joined.append(argument)
            continue
        last.person, last.codes = last.person or argument.person, last.codes or argument.codes
        last.last = argument.last
    return joined


def named_beside(tokens: list[Token], argument: Argument, last: Argument) -> bool:
    """Whether a phrase between commas is who holds the office before it ("the minister, General Idriss Oumar, …")."""
    if last.kind not in ("office", "person") or not (argument.form == "person" or argument.kind == "office"):
        return False
    if argument.first != last.last + 2 or tokens[last.last + 1].text != ",":
        return False
    head = tokens[top(tokens, argument)]
    beside = head.relation == "appos" or (head.relation == "conj" and not argument.codes)
    same = not argument.codes or not last.codes or argument.codes == last.codes
    return same and beside and (last.first <= head.head <= last.last or not argument.codes)


def of_country(merged: list[Argument], person: Argument) -> bool:
    """Whether a person is named behind an office "of the country" whose name is left out."""
    if len(merged) < 2 or merged[-1].kind != "state" or merged[-1].codes or merged[-2].kind != "office":
        return False
    return merged[-2].last + 1 == merged[-1].first and merged[-1].last + 1 == person.first


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
    start = argument.last + 1
    after = tokens[start + 1 : start + 2]
    if after and tokens[start].text == "," and beside(tokens, after[0], argument):
        start += 1
    end = start
    while (
        end < len(tokens)
        and tokens[end].text[:1].isupper()
        and tokens[end].pos in ("PROPN", "NOUN", "ADJ")
        and end - start <= 3
    ):
        end += 1
    if end > start:
        argument.person = " ".join(t.text for t in tokens[start:end])
        argument.last = end - 1


def beside(tokens: list[Token], token: Token, argument: Argument) -> bool:
    """Whether a name is the apposition of an office ("the minister, Ida Moen, …")."""
    top = tokens[token.head] if token.relation == "compound" and token.head > token.index else token
    return token.pos == "PROPN" and top.relation == "appos" and argument.first <= top.head <= argument.last


def firm_after(tokens: list[Token], argument: Argument) -> None:
    """Take the name of a company that follows the word for it: Latin letters, or what stands in quotation marks."""
    end = argument.last + 1
    own = tokens[argument.last].text.isascii()
    while (
        end < len(tokens)
        and end - argument.last <= 5
        and (firm(tokens[end], own) or tokens[end].quoted or tokens[end].text in "«»")
    ):
        end += 1
    argument.last = max(argument.last, end - 1)


def firm(token: Token, ascii_text: bool) -> bool:
    """Whether a word can be part of a firm's name: Latin letters in a text of other letters, else a capital."""
    if ascii_text:
        return token.pos == "PROPN" and token.text[:1].isupper()
    return token.text.isascii() and token.text[:1].isalpha()


def complete(tokens: list[Token], argument: Argument, words: FunctionWords, named: set[int]) -> None:
    """Fill case and preposition from the head and from what stands before the phrase; `named` are words of actors."""
    argument.head = top(tokens, argument)
    head = tokens[argument.head]
    noun = tokens[argument.modifies] if argument.modifies >= 0 else head
    counted = argument.first > 0 and tokens[argument.first - 1].relation == "nummod:gov"
    shown = tokens[argument.first - 1] if counted else noun
    argument.case, argument.cases = shown.case, shown.cases
    argument.plural = noun.number == "Plur" or (argument.first > 0 and tokens[argument.first - 1].pos == "NUM")
    argument.keys = head.keys
    argument.prep = preposition(tokens, min(argument.first, argument.head), words)
    listed = argument.first - 2 in named
    if not argument.prep and argument.form in ("name", "capital") and argument.modifies < 0 and not listed:
        after_place(tokens, argument, words)


def after_place(tokens: list[Token], argument: Argument, words: FunctionWords) -> None:
    """Let a state behind a place and a comma stand in its place's case ("to the base at Al Udeid, Qatar")."""
    place = argument.first - 2
    if place < 0 or tokens[place + 1].text != "," or tokens[place].pos != "PROPN":
        return
    if tokens[argument.head].relation not in ("appos", "obl:unmarked", "nmod", "npadvmod", "conj", "dep"):
        return
    first = place
    while first > 0 and tokens[first - 1].pos == "PROPN":
        first -= 1
    prep = preposition(tokens, first, words)
    if prep:
        argument.prep, argument.case, argument.cases = prep, tokens[place].case, tokens[place].cases
