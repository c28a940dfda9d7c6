"""English: what its names, articles, auxiliaries and headlines say that Russian says otherwise."""

from __future__ import annotations

import pytest

from dragoman.coding import code, coder
from dragoman.model import Document, Statement, Status


def read(text: str) -> tuple[Statement, ...]:
    return code(Document(id="t", source="test", text=text, language="en"), frames_alone=True).statements


def roles(statement: Statement) -> set[str]:
    return {f"{p.actor}:{p.role}" for p in statement.participants}


def one(text: str, type: str) -> Statement:
    found = [s for s in read(text) if s.type == type]
    assert len(found) == 1, [(s.type, s.rule, roles(s)) for s in read(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo sold Ghana eight howitzers.", {"TGO:supplier", "GHA:recipient"}),
        ("Eight howitzers were sold to Ghana by Togo.", {"TGO:supplier", "GHA:recipient"}),
        ("Ghana's army received eight howitzers from Togo.", {"TGO:supplier", "GHA:recipient"}),
        ("The Ghanaian government bought howitzers from Togo.", {"TGO:supplier", "GHA:recipient"}),
        ("The U.S. delivered howitzers to the Philippines.", {"USA:supplier", "PHL:recipient"}),
        ("Togo, which makes no shells, sold howitzers to Ghana.", {"TGO:supplier", "GHA:recipient"}),
    ],
)
def test_who_gives_and_who_takes(text: str, expected: set[str]) -> None:
    assert roles(one(text, "arms_transfer")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and the United States held a joint military exercise.",
        "Soldiers of Kenya and the United States held a joint military exercise.",
        "Kenyan and American soldiers held a joint military exercise.",
        "Kenya held a joint military exercise with US troops.",
        "Kenya, US hold joint military exercise",
    ],
)
def test_parties_of_a_list(text: str) -> None:
    assert roles(one(text, "exercise")) == {"KEN:party", "USA:party"}


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("sold", Status.happened),
        ("has sold", Status.happened),
        ("will sell", Status.planned),
        ("is going to sell", Status.planned),
        ("plans to sell", Status.planned),
        ("has agreed to sell", Status.planned),
        ("is selling", Status.ongoing),
        ("may sell", Status.possible),
        ("could sell", Status.possible),
        ("would sell", Status.possible),
        ("has allegedly sold", Status.possible),
        ("is ready to sell", Status.possible),
        ("is considering selling", Status.possible),
        ("must sell", Status.called_for),
        ("was asked to sell", Status.called_for),
        ("did not sell", Status.denied),
        ("never sold", Status.denied),
        ("will no longer sell", Status.denied),
        ("refused to sell", Status.denied),
        ("has ruled out selling", Status.denied),
    ],
)
def test_status_of_a_sale(verb: str, status: Status) -> None:
    assert one(f"Togo {verb} eight howitzers to Ghana.", "arms_transfer").status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister said Togo would sell howitzers to Ghana.", Status.planned),
        ("Togo denied that it had sold howitzers to Ghana.", Status.denied),
        ("No howitzers were sold by Togo to Ghana.", Status.denied),
        ("Kenya urged Togo to sell howitzers to Ghana.", Status.called_for),
        ("Togo has supplied Ghana with howitzers since 2015.", Status.ongoing),
    ],
)
def test_status_by_the_sentence_around(text: str, status: Status) -> None:
    assert one(text, "arms_transfer").status is status


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Togo sold howitzers to Ghana, the foreign ministry said.", "the foreign ministry"),
        ("Togo sold howitzers to Ghana, said Minister Ada Lowe.", "Minister Ada Lowe"),
        ("According to Reuters, Togo sold howitzers to Ghana.", "Reuters"),
        ("The Togolese president said that Togo had sold howitzers to Ghana.", "The Togolese president"),
        ("Togo sold howitzers to Ghana, its defence minister told reporters.", "its defence minister"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert [a.speaker for a in one(text, "arms_transfer").attribution] == [speaker]


def test_a_sentence_of_the_outlet_has_no_speaker() -> None:
    assert one("Togo sold eight howitzers to Ghana on Monday.", "arms_transfer").attribution == ()


def test_the_source_of_a_sentence_is_not_that_of_the_one_before() -> None:
    text = "Togo sold eight howitzers to Ghana. Kenya and Oman signed a defence agreement, the ministry said."
    assert one(text, "arms_transfer").attribution == ()
    assert len(one(text, "agreement").attribution) == 1


def test_a_person_on_record_has_the_name_of_the_language() -> None:
    (statement,) = read("French President Emmanuel Macron met the Kenyan defence minister.")
    assert {p.person for p in statement.participants} >= {"Emmanuel Macron"}


def actors(text: str) -> list[tuple[tuple[str, ...], str]]:
    coded = coder("en", frames_alone=True).code(Document(id="t", source="test", text=text, language="en"))
    arguments = [a for r in coded.readings for a in r.arguments]
    return [(a.codes, text[slice(*place)]) for a in arguments for place in [span(coded, a)]]


def span(coded: object, argument: object) -> tuple[int, int]:
    readings = coded.readings  # type: ignore[attr-defined]
    reading = next(r for r in readings if any(a is argument for a in r.arguments))
    first, last = reading.tokens[argument.first], reading.tokens[argument.last]  # type: ignore[attr-defined]
    return first.start, last.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Biden administration sold missiles to Kenya.", (("USA",), "Biden administration")),
        ("Kenyan Defence Minister Ada Lowe bought missiles.", (("KEN",), "Kenyan Defence Minister Ada Lowe")),
        ("The defence ministry in Nairobi bought missiles.", (("KEN",), "defence ministry")),
        ("U.S.-led forces fired missiles at Kenya.", (("USA",), "U.S.-led forces")),
        ("Officers from Kenya fired missiles.", (("KEN",), "Officers")),
        ("Russians fired missiles at Kenya.", (("RUS",), "Russians")),
    ],
)
def test_who_is_meant(text: str, expected: tuple[tuple[str, ...], str]) -> None:
    assert expected in actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "They roasted a turkey and fired missiles on fine china.",
        "It gave us missiles.",
        "A major missile deal was signed.",
        "Navy ships fired missiles.",
    ],
)
def test_words_that_only_look_like_actors(text: str) -> None:
    assert not [codes for codes, _ in actors(text) if codes]
