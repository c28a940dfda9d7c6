"""The figures: what counts as the same, alternatives, negatives, and agreement with the shared scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.coding import coding_of
from dragoman.evaluation import Figures, Said, Scored, confusion, figures, read_gold, scored, split_of
from dragoman.evaluation.matching import overlap, pairs, same_actors, strict
from dragoman.evaluation.scored import only, readings
from dragoman.model import Coding, Kind

SHARED = Path(__file__).resolve().parents[3] / "shared" / "eval"


def one(type_: str, status: str, *roles: str, speaker: bool = False, polarity: str = "gain") -> Said:
    pairs_of = frozenset((role.split(":")[1], role.split(":")[0]) for role in roles)
    return Said(type_, status, pairs_of, speaker, polarity)


def row(gold: Iterable[Said], coded: Iterable[Said]) -> Scored:
    gold = tuple(gold)
    return Scored(None, Kind.event, gold, tuple(coded), not gold, 0, 0)  # type: ignore[arg-type]


SOLD = one("arms_transfer", "planned", "PER:source", "KEN:target")


def test_levels_ask_for_ever_more() -> None:
    other_status = one("arms_transfer", "happened", "PER:source", "KEN:target")
    more_actors = one("arms_transfer", "planned", "PER:source", "KEN:target", "OMN:target")
    assert strict(SOLD, SOLD)
    assert same_actors(SOLD, other_status) and not strict(SOLD, other_status)
    assert overlap(SOLD, more_actors) and not same_actors(SOLD, more_actors)
    assert not overlap(SOLD, one("aid", "planned", "PER:source", "KEN:target"))
    assert not strict(SOLD, one("arms_transfer", "planned", "PER:source", "KEN:target", polarity="loss"))


def test_each_statement_is_matched_once_the_closest_first() -> None:
    wide = one("arms_transfer", "planned", "PER:source", "KEN:target", "OMN:target")
    assert pairs([wide, SOLD], [SOLD], overlap) == [(0, 0)]
    assert pairs([wide, SOLD], [SOLD, SOLD], overlap) == [(0, 0), (1, 1)]
    turned = one("arms_transfer", "planned", "KEN:source", "PER:target")
    assert pairs([turned, SOLD], [SOLD], overlap) == [(1, 0)]


def test_figures_of_a_small_set() -> None:
    turned = one("arms_transfer", "planned", "KEN:source", "PER:target", speaker=True)
    made = figures([row([SOLD], [turned]), row([SOLD], []), row([], []), row([], [SOLD])])
    assert (made.passages, made.gold, made.coded) == (4, 2, 2)
    assert made.strict == made.overlap == pytest.approx(0.5)
    assert (made.precision, made.recall) == (0.5, 0.5)
    assert (made.roles, made.status, made.speaker, made.quiet) == (0.0, 1.0, 0.0, 0.5)


def test_a_share_of_nothing_is_no_figure() -> None:
    made = figures([])
    assert made.strict is made.roles is made.quiet is None


def test_groups_keep_one_type_or_status_on_both_sides() -> None:
    visit = one("visit", "happened", "PER:source", "KEN:target")
    (kept,) = only([row([SOLD, visit], [visit])], type="visit")
    assert (kept.gold, kept.coded) == ((visit,), (visit,))
    (kept,) = only([row([SOLD, visit], [visit])], status="planned")
    assert (kept.gold, kept.coded) == ((SOLD,), ())


def test_confusion_counts_what_is_taken_for_what() -> None:
    given = one("military_aid", "planned", "PER:source", "KEN:target")
    late = one("arms_transfer", "happened", "PER:source", "KEN:target")
    found = confusion([row([SOLD], [given]), row([SOLD], [late]), row([SOLD], []), row([], [given])])
    assert found.types == {
        ("arms_transfer", "military_aid"): 1,
        ("arms_transfer", "arms_transfer"): 1,
        ("arms_transfer", "-"): 1,
        ("-", "military_aid"): 1,
    }
    assert found.statuses == {("planned", "happened"): 1}


def test_a_third_of_all_ids_is_unread() -> None:
    unread = sum(split_of(f"passage-{i}") == "unread" for i in range(3000))
    assert 900 < unread < 1100


ACTORS = [{"role": "source", "actor": "PER"}, {"role": "target", "actor": "KEN"}]
ARMS = {"type": "arms_transfer", "status": "planned", "actors": ACTORS}
AID = {"type": "military_aid", "status": "planned", "actors": ACTORS}


def read_one(tmp_path: Path, **more: object) -> tuple[list[Said], list[Said]]:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "x y", "events": [ARMS], **more}), encoding="utf-8")
    (passage,) = read_gold(path)
    return readings(passage, Kind.event, [one("military_aid", "planned", "PER:source", "KEN:target")])


def test_an_alternative_that_was_coded_stands_for_what_it_replaces(tmp_path: Path) -> None:
    gold, coded = read_one(tmp_path, alt_events=[{**AID, "instead_of": [0]}])
    assert gold == coded


def test_what_may_be_coded_or_not_is_left_out(tmp_path: Path) -> None:
    gold, coded = read_one(tmp_path, alt_events=[{**AID, "instead_of": []}])
    assert [g.type for g in gold] == ["arms_transfer"]
    assert coded == []


# --- the shared scorer ---


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared passages beside the checkout")
@pytest.mark.parametrize(("name", "kind"), [("passages", Kind.event), ("arguments", Kind.inference)])
def test_figures_are_those_of_the_shared_scorer(tmp_path: Path, name: str, kind: Kind) -> None:
    gold = SHARED / f"{name}.jsonl"
    codings = [(passage, coding_of(passage.document)) for passage in read_gold(gold)]
    made = figures(r for r in scored(codings) if r.kind is kind)
    shared = shared_scores(gold, (c for _, c in codings), kind, tmp_path)
    for level in ("type", "overlap", "actors", "strict"):
        assert getattr(made, level) == pytest.approx(shared[level]["f1"])
    for share in ("roles", "status", "speaker", "quiet", "grounded"):
        assert getattr(made, share) == pytest.approx(shared[share])
    assert (made.passages, made.gold, made.coded) == (shared["passages"], shared["gold"], shared["coded"])


def shared_scores(gold: Path, codings: Iterable[Coding], kind: Kind, tmp_path: Path) -> dict[str, object]:
    coded = tmp_path / "coded.jsonl"
    coded.write_text("".join(c.model_dump_json() + "\n" for c in codings), encoding="utf-8")
    words = [sys.executable, str(SHARED / "score.py"), str(gold), str(coded), "--kind", kind.value, "--json"]
    made: dict[str, object] = json.loads(subprocess.run(words, capture_output=True, check=True, text=True).stdout)
    return made


def test_figures_have_the_names_that_users_know() -> None:
    names = set(Figures.__dataclass_fields__)
    assert {"type", "overlap", "actors", "strict", "roles", "status", "speaker", "quiet", "grounded"} <= names
