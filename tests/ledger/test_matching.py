from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as some

from dragoman.ledger.matching import likeness, matched
from dragoman.model import Cues, Evidence, Statement

from .made import statement

TEXT = "Kazakhstan and Mongolia met. " * 4
TYPES = ("meeting", "negotiation")
ACTORS = (("KAZ", "MNG"), ("KAZ", "CHN"), ("KAZ",), ())


def said(type: str, actors: tuple[str, ...], start: int, trigger: int) -> Statement:
    made = statement(TEXT, type=type, actors=actors, roles=("party",) * len(actors))
    evidence = Evidence(start=start, end=start + 28, text=TEXT[start : start + 28])
    return made.model_copy(update={"evidence": evidence, "cues": Cues(trigger=(trigger, trigger + 3))})


SAID = some.builds(
    said, some.sampled_from(TYPES), some.sampled_from(ACTORS), some.integers(0, 60), some.integers(0, 60)
)
CODED = some.dictionaries(some.sampled_from("abcdef"), SAID, max_size=5)


@settings(max_examples=60, deadline=None)
@given(CODED, CODED, some.randoms(use_true_random=False))
def test_each_finds_one_at_most_whatever_their_order(
    old: dict[str, Statement], fresh: dict[str, Statement], chance: random.Random
) -> None:
    pairs = matched({key: [statement] for key, statement in old.items()}, fresh)
    assert len(set(pairs.values())) == len(pairs)
    for before, now in pairs.items():
        assert before == now or likeness(old[before], fresh[now])
    for key in old.keys() & fresh.keys():
        assert pairs[key] == key
    mixed = sorted(old, key=lambda _: chance.random())
    assert matched({key: [old[key]] for key in mixed}, fresh) == pairs


def test_the_same_words_with_other_parties_are_another_statement() -> None:
    met = said("meeting", ("KAZ", "MNG"), 0, 20)
    assert likeness(met, said("meeting", ("KAZ", "MNG"), 29, 49)) is None
    assert likeness(met, said("meeting", ("TUR", "AZE"), 0, 20)) is None
    assert likeness(met, said("negotiation", ("KAZ", "CHN"), 0, 20)) is None
    assert likeness(met, said("negotiation", ("KAZ", "MNG"), 0, 20))
    assert likeness(met, said("meeting", ("KAZ", "CHN"), 0, 20))
    assert likeness(met, said("meeting", (), 0, 20))
