"""Stories are read with file and line in every error, and coded statements find the annotated ones that they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import GoldError
from dragoman.evaluation import holds_stories, read_stories
from dragoman.evaluation.baselines import METHODS, same_week
from dragoman.evaluation.labelled import annotated, coded
from dragoman.evaluation.merging import copies, groups, layer, layers, pinned, splits
from dragoman.evaluation.mistakes import mistakes
from dragoman.model import Coding, Precision

TEXT = "The defence ministers of Chad and Niger met in Niamey on Monday. They agreed to meet again."
MET: dict[str, Any] = {
    "happening": "met",
    "type": "meeting",
    "mode": "in_person",
    "status": "happened",
    "actors": ["TCD party minister of defence", "NER party"],
    "time": "2025-03-03",
    "place": "NER",
    "evidence": "The defence ministers of Chad and Niger met in Niamey on Monday",
}


def entry(name: str = "a", **changed: Any) -> dict[str, Any]:
    return {
        "id": name,
        "lang": "en",
        "date": "2025-03-04",
        "outlet": "Sahel Sun",
        "text": TEXT,
        "says": [MET],
        **changed,
    }


def story(name: str = "niamey", *reports: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return {"story": name, "kinds": ["plain"], "note": "a note", "reports": list(reports or [entry()]), **changed}


def written(folder: Path, *stories: dict[str, Any], name: str = "some.yaml") -> Path:
    path = folder / name
    apart = json.loads(json.dumps(stories))
    path.write_text(yaml.safe_dump(apart, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def test_a_story_becomes_statements_with_their_happening(tmp_path: Path) -> None:
    again = {
        **MET,
        "happening": None,
        "status": "planned",
        "time": "2025-04/2025-05",
        "evidence": "agreed to meet again",
    }
    found = annotated(read_stories(written(tmp_path, story("niamey", entry(says=[MET, again])))))
    first, second = found.reports
    assert found.happening == {"niamey/a#0": "niamey/met", "niamey/a#1": "niamey/a#1"}
    assert [(p.actor, p.role, p.office) for p in first.statement.participants] == [
        ("TCD", "party", "minister of defence"),
        ("NER", "party", None),
    ]
    evidence = first.statement.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.text == MET["evidence"]
    time = second.statement.time
    assert time is not None
    assert (time.start, time.end, time.precision) == ("2025-04-01", "2025-05-31", Precision.month)


def test_bare_dates_of_yaml_are_read_as_written(tmp_path: Path) -> None:
    path = written(tmp_path, story())
    path.write_text(
        path.read_text("utf-8").replace("'2025-03-03'", "2025").replace("'2025-03-04'", "2025-03-04"), "utf-8"
    )
    (report,) = annotated(read_stories(path)).reports
    assert report.published == "2025-03-04"
    assert report.statement.time is not None and report.statement.time.end == "2025-12-31"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (story(reports=[entry(says=[{**MET, "type": "party"}])]), "unknown type 'party'"),
        (story(reports=[entry(says=[{**MET, "mode": "loud"}])]), "meeting has no mode 'loud'"),
        (story(reports=[entry(says=[{**MET, "actors": ["TCD"]}])]), "no code and role: 'TCD'"),
        (story(reports=[entry(says=[{**MET, "evidence": "Ni"}])]), "has to stand once in the text"),
        (story(reports=[entry(says=[{**MET, "evidence": "nowhere"}])]), "has to stand once in the text"),
        (story(reports=[entry(), entry()]), "two reports have the same id"),
        (story(reports=[entry(copy_of="z")]), "a copy of no report of the story: 'z'"),
        (story(colour="red"), "the codebook knows no such key"),
        (story(kinds=["hard"]), "unknown kind 'hard'"),
    ],
)
def test_what_breaks_the_rules_is_named_with_file_and_line(tmp_path: Path, broken: dict[str, Any], told: str) -> None:
    (tmp_path / "kinds.yaml").write_text("plain: nothing special\n", encoding="utf-8")
    path = written(tmp_path, story("before"), broken)
    with pytest.raises(GoldError, match=told) as raised:
        read_stories(path)
    assert f"{path}:" in raised.value.line and not raised.value.line.startswith(f"{path}:1:")


def test_no_two_stories_of_a_name(tmp_path: Path) -> None:
    written(tmp_path, story(), name="a.yaml")
    written(tmp_path, story(), name="b.yaml")
    with pytest.raises(GoldError, match="stands before it"):
        read_stories(tmp_path)


def test_stories_are_told_from_passages(tmp_path: Path) -> None:
    assert not holds_stories(tmp_path)
    path = written(tmp_path, story())
    assert holds_stories(tmp_path) and holds_stories(path)
    (tmp_path / "passages.jsonl").write_text("{}\n", encoding="utf-8")
    assert not holds_stories(tmp_path) and not holds_stories(tmp_path / "passages.jsonl")


def both(tmp_path: Path) -> Path:
    other = entry("b", date="2025-03-05", outlet="Chad Times")
    late = entry("c", date="2025-03-20", says=[{**MET, "happening": "other", "time": "2025-03-19"}])
    return written(tmp_path, story("niamey", entry(), other, late))


def test_layers_and_baselines(tmp_path: Path) -> None:
    stories = read_stories(both(tmp_path))
    found = layer("annotated", annotated(stories))
    assert set(found.found) == set(METHODS)
    assert found.figures("merged").f1 == 1.0
    assert found.figures("nothing merged").recall == pytest.approx(2 / 3)
    assert len(set(same_week(found.labelled.reports).values())) == 2
    assert groups(stories, "kind") == {"plain": ["niamey/a#0", "niamey/b#0", "niamey/c#0"]}
    assert list(groups(stories, "lang")) == ["en"]
    assert sum(map(len, splits(found).values())) == 3


def test_what_was_coded_is_set_against_what_was_annotated(tmp_path: Path) -> None:
    stories = read_stories(both(tmp_path))
    given = annotated(stories).reports
    documents = [document for one in stories for document in one.documents]
    surplus = given[0].statement.model_copy(update={"type": "visit"})
    codings = {
        documents[0].id: Coding(document=documents[0], statements=(surplus, given[0].statement)),
        documents[1].id: Coding(document=documents[1], statements=(given[1].statement,)),
        documents[2].id: Coding(document=documents[2]),
    }
    found = coded(stories, codings)
    assert [report.key for report in found.reports] == ["niamey/a#coded0", "niamey/a#0", "niamey/b#0"]
    whole, known = layers(stories, codings)[1:]
    assert whole.figures("merged").precision == pytest.approx(2 / 3)
    assert whole.figures("merged").recall == pytest.approx(2 / 3)
    assert known.figures("merged").f1 == 1.0
    assert pinned([whole, known], copies(stories))["coded.f1"] == pytest.approx(2 / 3)


def test_mistakes_name_what_was_confused_but_none_of_the_unread(tmp_path: Path) -> None:
    wrong = entry("b", says=[{**MET, "happening": "another"}])
    for name, read in (("niamey", True), ("dakar", False)):
        stories = read_stories(written(tmp_path, story(name, entry(), wrong)))
        found = annotated(stories)
        merged = METHODS["merged"](found.reports)
        told = mistakes({report.key: report for report in found.reports}, found.happening, merged)
        assert bool(told) is read, name
        assert all(mistake.together and mistake.reasons for mistake in told)


def test_near_duplicates_are_counted_in_pairs(tmp_path: Path) -> None:
    text = f"{TEXT} A spokesman said so in a note of two lines that was sent out late in the evening."
    copied, other = entry("b", text=f"{text} Agency", copy_of="a"), entry("c", text="Other words.", says=[])
    found = copies(read_stories(written(tmp_path, story("niamey", entry(text=text), copied, other))))
    assert (found.gold, found.found, found.right, found.precision, found.recall) == (1, 1, 1, 1.0, 1.0)
