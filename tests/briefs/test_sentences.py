"""Real sentences in both languages, and the promise that no sentence is firmer than its statement."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.briefs.sentence import Writer
from dragoman.briefs.tables import Manner, sentences
from dragoman.model import Goods, Kind, Statement, Status, Time

from .samples import every_kind, said, who

ALL = every_kind()
FIRM = (Status.happened, Status.ongoing)
ENGLISH = Writer("en", "2024-10-30")
RUSSIAN = Writer("ru", "2024-10-30")
MAY = Time(text="в мае 2024", start="2024-05", end="2024-05")


def manner(statement: Statement, language: str) -> Manner:
    manners = sentences(language).statuses  # type: ignore[arg-type]
    return (manners.inference if statement.kind is Kind.inference else manners.event)[statement.status]


def both(statement: Statement) -> tuple[str, str]:
    return ENGLISH.sentence(statement), RUSSIAN.sentence(statement)


def supply(status: str, supplier: str | None = "DEU", **more: object) -> Statement:
    people = [who("recipient", "MDA")] + ([who("supplier", supplier)] if supplier else [])
    return said("arms_transfer", status, *people, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "english", "russian"),
    [
        ("happened", "Germany supplied arms to Moldova.", "Германия поставила Молдове вооружения."),
        ("ongoing", "Germany is supplying arms to Moldova.", "Германия поставляет Молдове вооружения."),
        ("planned", "Germany is to supply arms to Moldova.", "Германия намерена поставить Молдове вооружения."),
        ("possible", "Germany may supply arms to Moldova.", "Германия может поставить Молдове вооружения."),
        (
            "called_for",
            "Germany is called on to supply arms to Moldova.",
            "К Германии обращён призыв поставить Молдове вооружения.",
        ),
        (
            "denied",
            "It is denied or ruled out that Germany supplies arms to Moldova.",
            "Отрицается или исключается, что Германия поставляет Молдове вооружения.",
        ),
    ],
)
def test_each_status_has_its_own_verb(status: str, english: str, russian: str) -> None:
    assert both(supply(status)) == (english, russian)


@pytest.mark.parametrize(
    ("status", "english", "russian"),
    [
        (
            "planned",
            "Moldova is to receive arms (supplier not named).",
            "По плану Молдова должна получить вооружения (поставщик не назван).",
        ),
        (
            "happened",
            "Moldova received arms (supplier not named).",
            "Молдова получила вооружения (поставщик не назван).",
        ),
        (
            "called_for",
            "There is a call for Moldova to receive arms (supplier not named).",
            "Звучит призыв, чтобы Молдова получила вооружения (поставщик не назван).",
        ),
    ],
)
def test_a_missing_supplier_is_said_to_be_missing(status: str, english: str, russian: str) -> None:
    assert both(supply(status, supplier=None)) == (english, russian)


@pytest.mark.parametrize(
    ("code", "english", "russian"),
    [
        ("USA", "The United States supplied arms to Moldova.", "США поставили Молдове вооружения."),
        ("AZE", "Azerbaijan supplied arms to Moldova.", "Азербайджан поставил Молдове вооружения."),
        ("NLD", "The Netherlands supplied arms to Moldova.", "Нидерланды поставили Молдове вооружения."),
        ("NATO", "NATO supplied arms to Moldova.", "НАТО поставило Молдове вооружения."),
    ],
)
def test_the_verb_agrees_with_the_name(code: str, english: str, russian: str) -> None:
    assert both(supply("happened", code)) == (english, russian)


def test_a_call_to_an_undeclined_name_cannot_be_read_as_a_call_by_it() -> None:
    assert RUSSIAN.sentence(supply("called_for", "USA")) == "К США обращён призыв поставить Молдове вооружения."


def test_ministers_meet_in_their_cases(meeting: Statement) -> None:
    assert (
        RUSSIAN.sentence(meeting) == "Министр обороны Азербайджана Гасанов встретился с министром обороны Марокко Луди."
    )
    assert re.fullmatch(
        r"Azerbaijan’s defence minister [HG]asanov met Morocco’s defence minister Lou?di?yi?\.",
        ENGLISH.sentence(meeting),
    )


def test_a_person_is_declined() -> None:
    host = who("party", "MAR", office="minister of defence", person="Луди")
    guest = who("party", "AZE", office="minister of defence", person="Гасанов")
    text = RUSSIAN.sentence(said("meeting", "happened", host, guest))
    assert text == "Министр обороны Марокко Луди встретился с министром обороны Азербайджана Гасановым."


def test_states_are_represented_where_people_act() -> None:
    visit = said("visit", "ongoing", who("visitor", "SWE"), who("host", "FRA"))
    assert both(visit) == ("Representatives of Sweden are visiting France.", "Представители Швеции посещают Францию.")


def test_an_agreement_carries_its_title_and_list(agreement: Statement) -> None:
    assert both(agreement) == (
        "Azerbaijan and Morocco signed the document «Договор о военных связях».",
        "Азербайджан и Марокко подписали документ «Договор о военных связях».",
    )
    three = said(
        "agreement",
        "planned",
        *(who("party", code) for code in ("EST", "LVA", "LTU")),
        mode="signed",
        matter=("general",),
    )
    assert both(three) == (
        "Estonia, Latvia and Lithuania are to sign a defence cooperation agreement.",
        "Эстония, Латвия и Литва намерены подписать соглашение об оборонном сотрудничестве.",
    )


def test_goods_are_listed_with_number_and_worth() -> None:
    goods = (
        Goods(designation="155-mm shells", number=1000),
        Goods(designation="Piranha", number=14, value=3e7, currency="EUR"),
    )
    english, russian = both(supply("happened", goods=goods))
    assert english == "Germany supplied 1,000 × 155-mm shells and 14 × Piranha (worth 30 million euros) to Moldova."
    assert russian.replace("\u00a0", " ") == (
        "Германия поставила Молдове вооружения («155-mm shells» — 1 000 ед., «Piranha» — 14 ед., на сумму 30 млн евро)."
    )


def test_words_of_another_script_are_quoted() -> None:
    text = ENGLISH.sentence(supply("happened", goods=(Goods(designation="снаряды"),)))
    assert text == "Germany supplied arms («снаряды») to Moldova."


def test_a_designation_that_says_nothing_is_left_out() -> None:
    assert RUSSIAN.sentence(supply("ongoing", goods=(Goods(designation="вооружения"),))) == (
        "Германия поставляет Молдове вооружения."
    )


def test_those_who_sign_are_named() -> None:
    signing = [who("party", code, office="minister of defence") for code in ("QAT", "NLD")]
    assert both(said("agreement", "happened", *signing, mode="signed")) == (
        "Qatar and the Netherlands signed a defence agreement "
        "(signatories: Qatar’s defence minister and the Netherlands’ defence minister).",
        "Катар и Нидерланды подписали оборонное соглашение "
        "(подписи: министр обороны Катара и министр обороны Нидерландов).",
    )


def test_what_goes_on_may_be_a_habit() -> None:
    exercise = said("exercise", "ongoing", who("party", "USA"), who("party", "MAR"))
    assert ENGLISH.sentence(exercise) == "The United States and Morocco hold joint military exercises."


def test_a_cancelled_transfer_is_not_denied_to_be_cancelled() -> None:
    assert both(supply("denied", mode="cancelled")) == (
        "It is denied or ruled out that Germany supplies arms to Moldova.",
        "Отрицается или исключается, что Германия поставляет Молдове вооружения.",
    )


@pytest.mark.parametrize(
    ("mode", "words"), [("approved", "as approved"), ("ordered", "on order"), ("requested", "as requested")]
)
def test_a_stage_that_is_reached_is_not_told_as_still_to_come(mode: str, words: str) -> None:
    text = ENGLISH.sentence(supply("planned", mode=mode))
    assert words in text and f"is to {mode[:-1]}" not in text


def test_what_may_have_been_is_told_as_past() -> None:
    assert ENGLISH.sentence(supply("possible", time=MAY)) == "Germany may have supplied arms to Moldova in May 2024."


def test_prepositions_fit_the_name() -> None:
    tie = said("closer_relations", "possible", who("party", "CUB"), who("party", "SWE"), kind="inference")
    assert RUSSIAN.sentence(tie) == "Куба и Швеция могут сблизиться."
    troops = [
        said("basing", "planned", who("user", "RUS"), who("host", code), mode="base") for code in ("CUB", "VNM", "USA")
    ]
    assert [RUSSIAN.sentence(one).split(" базу ")[1] for one in troops] == ["на Кубе.", "во Вьетнаме.", "в США."]


@pytest.mark.parametrize(("type_", "mode"), [("threat", None), ("restriction", "export_refusal"), ("clash", None)])
def test_who_suffers_an_act_is_never_told_as_its_author(type_: str, mode: str | None) -> None:
    suffered = [said(type_, status, who("target", "USA"), mode=mode) for status in Status]
    done = {RUSSIAN.sentence(said(type_, status, who("source", "USA"), mode=mode)).split(" (")[0] for status in Status}
    told = [RUSSIAN.sentence(one).split(" (")[0] for one in suffered]
    assert not done & set(told)
    assert not [text for text in told if re.search("США (пригрозили|грозят|отказали|отказывают|атаковали)", text)]


def test_arguments(bridge: Statement) -> None:
    assert both(bridge) == (
        "Azerbaijan may gain access to arms or technology from the United States through Morocco.",
        "Азербайджан через Марокко может получить доступ к вооружениям или технологиям из США.",
    )
    parties = (who("party", "AZE"), who("party", "USA"))
    closer = said("closer_relations", "ongoing", *parties, kind="inference", polarity="loss")
    assert both(closer) == (
        "The author states that Azerbaijan and the United States are drifting apart.",
        "Автор утверждает, что Азербайджан и США отдаляются друг от друга.",
    )


def test_membership_tells_members_from_the_bloc() -> None:
    tie = said("partnership", "ongoing", who("party", "NATO"), who("party", "FIN"), kind="tie", mode="membership")
    assert both(tie) == ("Finland belongs to NATO.", "Финляндия входит в НАТО.")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_type_of_the_codebook_can_be_told(language: str) -> None:
    writer = Writer(language)  # type: ignore[arg-type]
    assert {s.type for s in ALL} <= set(sentences(writer.language).frames)
    for statement in ALL:
        text = writer.sentence(statement)
        assert text[0].isupper() and text.endswith(".") and not re.search(r"[{}\[\]]|  | [.,;)]|\( ", text), text


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Any statement of the codebook, some of its participants missing or not recovered."""
    whole = draw(st.sampled_from(ALL))
    kept = [p for p in whole.participants if draw(st.booleans())]
    people = [p.model_copy(update={"actor": None}) if draw(st.integers(0, 4)) == 0 else p for p in kept]
    more = {
        "time": draw(st.sampled_from([None, MAY])),
        "instrument": draw(st.sampled_from([None, "Договор", "Treaty"])),
    }
    return whole.model_copy(update={"participants": tuple(people), **more})


@given(statements(), st.sampled_from(["en", "ru"]))
def test_nothing_is_stated_more_firmly_than_the_text_does(statement: Statement, language: str) -> None:
    writer = Writer(language, "2024-10-30")  # type: ignore[arg-type]
    text, hedges = writer.sentence(statement), manner(statement, language).hedges
    if statement.status in FIRM:
        assert not hedges
        return
    words = text.casefold()
    assert any(re.search(rf"\b{re.escape(hedge)}\b", words) for hedge in hedges), text
    firm = {writer.sentence(statement.model_copy(update={"status": status})) for status in FIRM}
    assert text not in firm


@given(statements(), st.sampled_from(["en", "ru"]))
def test_a_headline_hedges_too(statement: Statement, language: str) -> None:
    text = Writer(language, "2024-10-30").headline(statement).casefold()  # type: ignore[arg-type]
    hedges = manner(statement, language).hedges
    assert not hedges or any(hedge in text for hedge in hedges)
