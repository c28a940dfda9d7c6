"""The learned part: its features on sentences, its pinned weights, its training."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from dragoman.coding.learned import model
from dragoman.coding.learned.link import decide, weigh
from dragoman.coding.learned.model import Model
from dragoman.errors import CodebookError
from dragoman.model import Document

from .conftest import Says

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "scripts"))

from training import data, fitting, limits  # noqa: E402


@pytest.fixture(scope="module")
def recorded() -> list[data.Recorded]:
    texts = data.of_sentences(ROOT / "tests/coding/sentences")[:60]
    return data.recorded(texts)


def document(text: str) -> Document:
    return Document(id="t", source="test", text=text, language="ru")


def test_features_say_what_the_rules_did_and_where_the_phrase_stands() -> None:
    text = data.Text(document("Литва передала Боливии два катера."), (), ())
    (attempt,) = (r for r in data.recorded([text]) if not r.attempt.doubt)
    by_actor = {(c.role, c.codes): features.spelt_out() for c, features in attempt.candidates}
    supplier, recipient = by_actor["supplier", ("LTU",)], by_actor["recipient", ("BOL",)]
    assert {"rules=this", "giver rules=this", "mark=+Nom", "place=before", "hangs=trigger"} <= set(supplier)
    assert {"taker mark=+Dat", "place=after", "far=after 1"} <= set(recipient)
    assert "rules=other_role" in by_actor["recipient", ("LTU",)]


def test_no_name_of_an_actor_is_a_feature(recorded: list[data.Recorded]) -> None:
    codes = {code for r in recorded for c, _ in r.candidates for code in c.codes}
    found = [name for r in recorded for _, features in r.candidates for name in features.spelt_out()]
    names = {word for name in found for word in name.split("=")}
    assert not codes & names


@pytest.mark.parametrize("name", ["roles", "stands"])
def test_weights_are_the_pinned_ones(name: str) -> None:
    assert model.load(name).weights


def test_a_file_that_is_not_pinned_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "FOLDER", tmp_path)
    model.save("roles", Model({"bias": 0.5}, {"fill": 0.4}))
    assert model.load("roles") == Model({"bias": 0.5}, {"fill": 0.4})
    changed = json.loads((tmp_path / "roles.json").read_text("utf8")) | {"weights": {}}
    (tmp_path / "roles.json").write_text(json.dumps(changed), "utf8")
    with pytest.raises(CodebookError, match="not the file"):
        model.load("roles")


def test_training_twice_gives_the_same_weights(recorded: list[data.Recorded]) -> None:
    assert fitting.fitted(recorded) == fitting.fitted(recorded)


def test_what_is_recorded_is_weighed_and_linked_as_the_limits_are_tuned_on(recorded: list[data.Recorded]) -> None:
    weighed = limits.weighed(recorded, fitting.fitted(recorded))
    assert any(m.attempt.draft.links for m in limits.mended(weighed, {"fill": 0.0, "more": 0.0}))
    assert not any(m.attempt.draft.links for m in limits.mended(weighed, limits.OFF))


def test_a_regression_finds_what_decides() -> None:
    rows = [(["good", "both"], True), (["bad", "both"], False)] * 10
    weights = fitting.regression(rows, 1.0)
    found = Model(weights, {})
    assert found.score(["good", "both"]) > 0.8 > 0.2 > found.score(["bad", "both"])
    assert found.reasons(["good", "both"])[0][0] == "good"


def lacking() -> data.Recorded:
    text = data.Text(document("Министр обороны Кении прилетел в столицу. Переговоры с Угандой прошли ночью."), (), ())
    return next(r for r in data.recorded([text]) if r.draft.frame.rule == "meeting.noun")


@pytest.mark.parametrize(("bias", "party"), [(3.0, {"UGA", "KEN"}), (-3.0, {"UGA"})])
def test_actors_are_linked_where_they_are_likely_and_kept_apart_where_not(bias: float, party: set[str]) -> None:
    recorded = lacking()
    scored = Model({"bias": bias}, {"fill": 0.5, "more": 0.9})
    draft = data.copied(recorded.draft)
    decide(draft, weigh(recorded.seen, scored), scored)
    assert draft.main_actors == party
    assert {code for link in draft.links for code in link.codes} == party - {"UGA"}


def test_features_weigh_the_same_whether_their_crossings_are_spelt_out_or_summed_before(
    recorded: list[data.Recorded],
) -> None:
    roles = model.load("roles")
    weighed = [one for r in recorded for one in weigh(r.seen, roles)]
    assert len(weighed) > 100
    for one in weighed:
        assert one.probability == pytest.approx(roles.score(one.features.spelt_out()), abs=1e-12)
        first, *others = one.features.own
        assert first.startswith("rules=")
        assert {f"{one.features.side} {first} & {name}" for name in others} <= set(one.features.spelt_out())


def test_nothing_is_coded_without_an_actor(says: Says) -> None:
    assert says("Поставки начнутся осенью, переговоры продолжаются.") == ()
