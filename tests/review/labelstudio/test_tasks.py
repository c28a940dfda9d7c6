from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as some

from dragoman.model import Attribution, Cues, Evidence, Participant, Statement, Status
from dragoman.review import ruling
from dragoman.review.labelstudio import names
from dragoman.review.labelstudio.annotations import Reading
from dragoman.review.labelstudio.config import config
from dragoman.review.labelstudio.shape import Annotation, Task
from dragoman.review.labelstudio.tasks import passage, task
from dragoman.review.subjects import StatementSubject
from dragoman.schema import codebook

from ...ledger.made import document
from ..made import RANA, SOLD, Filled, sold
from .annotated import exported

TEXT = (
    "One paragraph.\nReports say that Russia may deliver arms.\r\n\n"
    "Russia\u2028is 🛩 mentioned. So is Algeria.\nThe end."
)


def of(statement: Statement, text: str) -> Task:
    return task(StatementSubject("k" * 16, statement, document(text), "d" * 16, None, 0, ()))


def test_a_task_holds_the_words_with_their_places_and_the_roles_as_relations(there: Filled) -> None:
    told = exported(there.ledger, there.sold)
    data, (prediction,) = told["data"], told["predictions"]
    assert (data["statement"], data["text"], data["offset"], data["judgement"]) == (there.sold, SOLD, 0, "")
    assert data["gist"] == "arms_transfer, possible: supplier RUS, recipient DZA"
    assert (prediction["model_version"], prediction["score"]) == ("rules/en@test", 0.4)
    regions = {r["id"]: r["value"] for r in prediction["result"] if r["type"] == "labels"}
    assert {(v["labels"][0], v["text"]) for v in regions.values()} >= {
        ("trigger", "deliver"), ("cue", "may"), ("participant", "Russia"), ("participant", "Algeria"),
    }  # fmt: skip
    assert all(SOLD[v["start"] : v["end"]] == v["text"] for v in regions.values())
    arrows = [r for r in prediction["result"] if r["type"] == "relation"]
    assert [(regions[r["from_id"]]["text"], r["labels"], regions[r["to_id"]]["text"]) for r in arrows] == [
        ("deliver", ["supplier"], "Russia"), ("deliver", ["recipient"], "Algeria"),
    ]  # fmt: skip
    codes = {r["id"]: r["value"]["text"] for r in prediction["result"] if r.get("from_name") == "actor"}
    assert [codes[r["to_id"]] for r in arrows] == [["RUS"], ["DZA"]]
    choices = {r["from_name"]: r["value"]["choices"] for r in prediction["result"] if r["type"] == "choices"}
    assert choices == {"status": ["possible"], "kind": ["event"], "type": ["arms_transfer"]}


def test_a_task_knows_the_last_word_on_its_statement(there: Filled) -> None:
    with there.ledger.writing() as connection:
        made = ruling.accept(connection, there.sold, RANA)
    assert exported(there.ledger, there.sold)["data"]["judgement"] == made.id


def test_the_passage_reaches_to_every_marked_word_and_keeps_its_places() -> None:
    far = Participant(actor="DZA", role="recipient", surface="Algeria", span=(TEXT.index("Alg"), TEXT.index("Alg") + 7))
    at = TEXT.index("Reports"), TEXT.index(" arms.") + 5
    evidence = Evidence(start=at[0], end=at[1], text=TEXT[slice(*at)])
    made = sold().model_copy(
        update={"participants": (far,), "evidence": evidence, "cues": Cues(trigger=at), "attribution": ()}
    )
    data = of(made, TEXT).data
    assert data.text.startswith("Reports say")
    assert data.text.endswith("So is Algeria.")
    assert "\r" not in data.text
    assert data.text == passage(TEXT, (data.offset, data.offset + len(data.text)))
    assert data.text[far.span[0] - data.offset : far.span[1] - data.offset] == "Algeria"


def test_the_config_offers_all_of_the_codebook() -> None:
    view = ElementTree.fromstring(config())
    book = codebook()

    def values(name: str) -> set[str]:
        (found,) = [one for one in view.iter("Choices") if one.get("name") == name]
        return {str(choice.get("value")) for choice in found.iter("Choice")}

    assert values("type") == set(book.types)
    assert values("status") == set(map(str, Status))
    assert values("verdict") == {"accept", "reject"}
    for name, entry in book.types.items():
        if entry.modes:
            assert values(names.mode_of(name)) == set(entry.modes)
    assert {one.get("value") for one in view.iter("Relation")} == set(book.roles)
    assert {one.get("toName") for one in view.iter() if one.get("toName")} == {"text"}
    controls = [one.get("name") for one in view.iter() if one.get("name")]
    assert len(controls) == len(set(controls))


SPANS = some.integers(0, len(TEXT) - 9).flatmap(
    lambda start: some.tuples(some.just(start), some.integers(start + 1, start + 8))
)
PARTICIPANTS = some.builds(
    lambda actor, role, at, name: Participant(actor=actor, role=role, surface=TEXT[slice(*at)], span=at, person=name),
    some.sampled_from(["RUS", "DZA", None]), some.sampled_from(["supplier", "recipient", "origin"]), SPANS,
    some.sampled_from([None, "Ivanov"]),
)  # fmt: skip
SPEAKERS = some.builds(
    lambda actor, span: Attribution(speaker=TEXT[slice(*span)], actor=actor, span=span, verb="say"),
    some.sampled_from(["RUS", None]), SPANS,
)  # fmt: skip


@given(
    some.lists(PARTICIPANTS, max_size=4), some.lists(SPEAKERS, max_size=2), SPANS, some.lists(SPANS, max_size=2),
    some.sampled_from([None, "ordered", "delivered"]),
)  # fmt: skip
def test_what_is_sent_off_as_it_came_says_the_same(
    who: list[Participant],
    said: list[Attribution],
    trigger: tuple[int, int],
    cues: list[tuple[int, int]],
    mode: str | None,
) -> None:
    at = (TEXT.index("Reports"), TEXT.index(" arms.") + 5)
    made = sold().model_copy(
        update={
            "participants": tuple(who), "attribution": tuple(said), "mode": mode,
            "cues": Cues(trigger=trigger, status=tuple(cues)),
            "evidence": Evidence(start=at[0], end=at[1], text=TEXT[slice(*at)]),
        }
    )  # fmt: skip
    told = of(made, TEXT)
    annotation = Annotation(id=1, result=told.predictions[0].result)
    assert Reading(annotation, told.data, TEXT).statement() == made
