"""How well a phrase fits a trigger by where it stands: the tree's vote, the distance, the clause borders between."""

from __future__ import annotations

from dragoman.coding.phrases import Argument
from dragoman.coding.reading import NOMINAL, Reading


def parted(reading: Reading, one: int, other: int) -> bool:
    """Whether a mark stands between two words."""
    first, last = sorted((one, other))
    return any(t.text in ",;:—" for t in reading.tokens[first:last])


def taken_as_dative(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a form that may be genitive or dative is read as the dative: of a verb, or behind the goods of a noun."""
    between = reading.tokens[index + 1 : argument.first]
    return bool(reading.tokens[index].form) or any(t.pos == "NOUN" for t in between)


def nearness(reading: Reading, argument: Argument, index: int) -> float:
    """From 0 to 1.4: the tree's vote, the same clause, the distance in words, and clause borders in between."""
    score = 0.9 - 0.02 * abs(argument.head - index)
    if reading.attached(argument.head, index):
        score += 0.4
    elif reading.tokens[argument.head].clause == reading.tokens[index].clause:
        score += 0.15
    verb = reading.verb_above(index) if not reading.tokens[index].form else -1
    if verb >= 0 and reading.attached(argument.head, verb):
        score += 0.2
    if argument.prep and (turned_away(reading, argument, index) or of_other_talks(reading, argument, index)):
        return 0.0
    if claimed(reading, argument, index, verb):
        score -= 0.5
    return score - borders(reading, argument.head, index)


def claimed(reading: Reading, argument: Argument, index: int, verb: int) -> bool:
    """Whether the tree hangs a phrase on another verb than the trigger or the one that governs it."""
    above = reading.tokens[argument.head].head
    gap = reading.tokens[argument.last + 1 : index]
    if (
        argument.prep
        and any(t.text == "," for t in gap)
        and any(t.form == "Conv" for t in reading.tokens[: argument.first])
    ):
        return not reading.attached(argument.head, index)
    if above in (-1, index, verb) or above == reading.tokens[index].head:
        return False
    if parted(reading, argument.head, above) and not parted(reading, argument.head, index):
        return False
    if reading.tokens[above].form == "Part" and reading.tokens[above].relation == "amod":
        return reading.tokens[above].head not in (index, reading.tokens[index].head) and not reading.attached(
            above, index
        )
    return reading.tokens[above].form in ("Fin", "Conv") and not reading.attached(argument.head, index)


def enclosed(reading: Reading, index: int, first: int, last: int) -> bool:
    """Whether a relative clause begins and ends between two words: it stands beside the way between them."""
    clause = reading.sentence.clauses[reading.tokens[index].clause]
    return clause.kind == "relative" and first < clause.tokens[0] and clause.tokens[-1] < last


def borders(reading: Reading, start: int, end: int) -> float:
    """What the way between two words costs: each verb form of another clause, each strong mark."""
    first, last = sorted((start, end))
    own = {end, *reading.up(end)}
    cost = 0.0
    for token in reading.tokens[first + 1 : last]:
        if token.form in ("Fin", "Conv") and token.index not in own and not enclosed(reading, token.index, first, last):
            cost += 0.5
        elif token.text in ";:(" or token.pos == "SCONJ":
            cost += 0.2
    return cost


def turned_away(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a phrase says from whom another verb than the trigger turns away ("buys jets to move away from A")."""
    before = reading.tokens[max(0, argument.head - 6) : argument.head]
    aways = [t for t in before if reading.has(t.index, "away_word")]
    return bool(aways) and aways[-1].head != index


def of_other_talks(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a phrase says with whom another war or talks are than the trigger ("drills after its war with A")."""
    with_whom = reading.words.is_prep(argument.prep, "with")
    return with_whom and of_other_act(reading, argument, index, "war_word", "talks_noun")


def of_other_act(reading: Reading, argument: Argument, index: int, *names: str) -> bool:
    """Whether the tree hangs a phrase on the noun of another act, of these classes ("supplies to A, sales to B")."""
    for above in reading.up(argument.head, NOMINAL):
        if above == index or reading.tokens[above].form:
            return False
        if reading.has(above, *names):
            return index not in reading.up(above) and above not in reading.up(index)
    return False


def of_purpose(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a doer belongs to what an act is for ("sanctions for the making of missiles by A"), not to the act."""
    aim = reading.tokens[argument.head].head
    if aim in (-1, index) or reading.tokens[aim].form or aim in reading.up(index):
        return False
    return any(t.head == aim and t.pos == "ADP" and reading.words.is_form(t, "for") for t in reading.tokens)


def of_other_noun(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether the tree hangs a name without cases on another noun than the trigger: there it is a genitive."""
    above = reading.tokens[argument.head].head
    return (
        reading.tokens[argument.head].relation == "nmod"
        and above not in (-1, index)
        and reading.tokens[above].pos == "NOUN"
        and index not in reading.up(above)
    )


def of_town(reading: Reading, argument: Argument) -> bool:
    """Whether an adjective only says in which state a town lies ("in the Polish Rzeszow")."""
    noun = reading.tokens[argument.modifies]
    named = noun.pos == "PROPN" and noun.text[:1].isupper() and not noun.animate
    return (
        bool(argument.prep)
        and named
        and argument.modifies not in {i for a in reading.arguments for i in (a.head,) if a is not argument}
    )
