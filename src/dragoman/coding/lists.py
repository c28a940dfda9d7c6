"""Lists of actors: which phrases are joined, what a later one shares with the first, who a collective spells out."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.function_words import FunctionWords
from dragoman.coding.phrases import Argument
from dragoman.languages.shape import Token


def joint(tokens: list[Token], left: Argument, right: Argument, words: FunctionWords) -> bool:
    """Whether two phrases are neighbours in a list: only a comma or "and" between them."""
    between = [t.keys[-1] for t in tokens[left.last + 1 : right.first] if not words.is_form(t, "article")]
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
    alike = one.case == other.case or not set(one.cases).isdisjoint(other.cases)
    if not alike and not (len(one.cases) > 3 or len(other.cases) > 3):
        return False
    if other.relation == "conj" or left.joined >= 0 or headline(tokens, left, right):
        return True
    after = tokens[right.last + 1 : right.last + 2]
    return bool(after) and (after[0].text == "," or words.is_form(after[0], "list_goes_on"))


def headline(tokens: list[Token], left: Argument, right: Argument) -> bool:
    """Whether two names open a sentence and its verb follows ("Oman, Qatar hold drill")."""
    after = tokens[right.last + 1] if right.last + 1 < len(tokens) else None
    verbal = after is not None and (after.form in ("Fin", "Inf") or after.relation in ("aux", "mark"))
    return left.first == 0 and verbal


def borrow(argument: Argument, other: Argument) -> None:
    """Let a later conjunct share the carrier of the first ("the ministers of A and B")."""
    if {"Gen"} & set(argument.cases or ("Gen",)):
        argument.head, argument.kind, argument.carrier, argument.office = (
            other.head, other.kind, other.carrier, other.office,
        )  # fmt: skip


def join(tokens: list[Token], found: list[Argument], words: FunctionWords) -> None:
    """Join lists: a later conjunct without a preposition shares that of the first where the case allows it.

    In a language that shows no case by endings a name behind a comma has taken it already, as a place does.
    """
    for i in range(1, len(found)):
        left, right = found[i - 1], found[i]
        if shares_noun(tokens, left, right, words):
            right.joined, right.prep, right.case = i - 1, left.prep, left.case
            continue
        placed = right.prep == left.prep and bool(words.forms["article"])
        shared = left.head == right.head and left.prep == right.prep
        if not joint(tokens, left, right, words) or (right.prep and not placed and not shared):
            continue
        if right.modifies != left.modifies and -1 in (right.modifies, left.modifies):
            continue
        paired = words.is_prep(left.prep, "between") and left.joined < 0
        if left.head == right.head or set(left.cases) & set(right.cases) or not left.cases or paired:
            right.joined, right.prep = i - 1, left.prep
            right.case = left.case if left.case in right.cases else right.case


def shares_noun(tokens: list[Token], left: Argument, right: Argument, words: FunctionWords) -> bool:
    """Whether two adjectives joined before one carrier each make it an actor ("Omani and Qatari pilots")."""
    if left.head != right.head or (left.form, right.form) != ("adjective", "adjective") or left.modifies >= 0:
        return False
    joins = words.forms["and_or"] | {","}
    between = tokens[left.first + 1 : right.first]
    return left.first < right.first <= left.last and any(t.keys[-1] in joins for t in between)


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
