"""The network that reads beside the frames: how a text is laid out, what its words mean, what it adds to frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dragoman.coding import code, coder, explain
from dragoman.coding.neural import network as networks
from dragoman.coding.neural.decode import decoded
from dragoman.coding.neural.network import Said, network
from dragoman.coding.neural.read import again, concluding, drawn_from, in_scope, same
from dragoman.coding.neural.shape import MOST_ROLES, ROLES, STATUSES, TYPES, kind
from dragoman.coding.neural.window import CLOSES, LONGEST, OPENS, Mark, Window, windows
from dragoman.errors import ModelError
from dragoman.languages import Sentence
from dragoman.model import Document, Kind, Polarity, Statement, Status
from dragoman.schema import codebook

LIMITS = {
    "there": 0.5, "lone": 0.95, "role": 0.5, "loss": 0.5, "event": 0.5, "lone_event": 0.95,
    "event_role": 0.6, "whole": 0.5,
}  # fmt: skip


def document(text: str, language: str = "ru") -> Document:
    return Document(id="t", source="test", text=text, language=language)


def laid_out(text: str, language: str = "ru") -> list[Window]:
    made = coder(language, frames_alone=True)
    sentences: list[Sentence] = made.pack.split(text)
    made.pack.parse(sentences)
    return list(windows(made.readings(sentences, document(text, language)), network().pieces, made.gazetteer))


def words(window: Window, mark: Mark) -> set[str]:
    """The words whose pieces have a mark."""
    placed = zip(window.words, window.marks, strict=True)
    return {word[0].tokens[word[1]].text for word, own in placed if word is not None and own == mark}


def concluded(text: str, language: str = "ru") -> Iterator[Statement]:
    return (s for s in code(document(text, language)).statements if s.kind is Kind.inference)


def said(
    window: Window, type_: str, roles: dict[str, str], *, status: Status = Status.ongoing, loss: float = 0.0
) -> Said:
    """What the network would say of one conclusion that it is sure of, looking at the last word."""
    number, size = TYPES.index(type_), len(window.ids)
    look = np.zeros((len(TYPES), size), np.float32)
    look[number, size - 3] = 1.0
    there = np.zeros(len(TYPES), np.float32)
    there[number] = 0.9
    statuses = np.zeros((len(TYPES), len(STATUSES)), np.float32)
    statuses[number, STATUSES.index(status)] = 5.0
    scores = np.full((len(window.mentions), len(TYPES), MOST_ROLES), -5.0, np.float32)
    for code_, role in roles.items():
        scores[window.naming(code_)[0], number, ROLES[type_].index(role)] = 5.0
    return Said(look, there, statuses, np.full(len(TYPES), loss, np.float32), scores)


# --- how a text is laid out ---


def test_the_network_has_the_types_and_roles_of_the_codebook() -> None:
    known = codebook().types
    assert all(kind(name) in known[name].kinds for name in ROLES)
    assert all(set(roles) <= set(known[name].roles) for name, roles in ROLES.items())


def test_names_cities_adjectives_and_words_that_stand_for_a_state_are_marked_apart() -> None:
    (window,) = laid_out("Перу купило в Хошимине катера. Страна хочет вьетнамские ракеты.")
    assert words(window, Mark.actor) == {"Перу"}
    assert words(window, Mark.adjective) == {"вьетнамские"}
    assert "Страна" in words(window, Mark.resolved)
    assert (window.ids[0], window.ids[-1]) == (OPENS, CLOSES)


def test_a_window_is_three_sentences_of_a_paragraph_at_most() -> None:
    text = "Чили купило танки. Перу купило ракеты. Гана купила катера. Бенин купил мины.\n\nКения купила пушки."
    assert [len(w.readings) for w in laid_out(text)] == [3, 1, 1]


def test_a_window_without_an_actor_is_not_read() -> None:
    assert laid_out("Завод отгрузил партию ракет. Контракт выполнен.") == []


def test_a_sentence_without_end_is_cut_at_what_the_network_takes() -> None:
    (window,) = laid_out("Чили купило " + ", ".join(["ракеты и катера и мины"] * 200) + ".")
    assert len(window.ids) <= LONGEST + 1
    assert len(window.ids) == len(window.marks) == len(window.words)


@pytest.mark.parametrize(
    ("language", "text", "word", "actor"),
    [
        ("ru", "Румыния строит базу на Чёрном море.", "море", "BLACK_SEA"),
        ("ru", "Кения продала Гане западную электронику.", "западную", "WEST"),
        ("ru", "Кения купила ракеты у парижской компании.", "парижской", "FRA"),
        ("ru", "Договор Лондона и Брюсселя подписан.", "Брюсселя", "EU"),
        ("ru", "Армения говорит о весе Ирана в регионе.", "регионе", "CAUCASUS"),
        ("en", "Romania plays a bigger role in the Black Sea.", "Sea", "BLACK_SEA"),
        ("en", "Rwanda has raised its standing on the continent.", "continent", "AFR"),
        ("en", "Turkey looks to the African arms market.", "African", "AFR"),
        ("en", "Thailand ordered Gripen fighters.", "Gripen", "SWE"),
    ],
)
def test_words_that_are_no_actors_to_a_frame_may_be_meant(language: str, text: str, word: str, actor: str) -> None:
    (window,) = laid_out(text, language)
    assert word in words(window, Mark.hint) | words(window, Mark.actor)
    assert actor in window.codes


def test_an_actor_that_is_named_is_not_hinted_at_by_the_same_word() -> None:
    (window,) = laid_out("Чад покупает в Африке ракеты.")
    assert [m.argument.codes for m in window.mentions].count(("AFR",)) == 1


def test_a_part_of_a_name_hints_at_nothing() -> None:
    (window,) = laid_out("Чад купил ракеты у Объединённых Арабских Эмиратов и Западной Сахары.")
    assert not words(window, Mark.hint)


def test_a_region_is_that_of_the_states_around_it_and_none_without_them() -> None:
    (window,) = laid_out("США укрепляют своё влияние в регионе.")
    assert window.codes == ("USA",)


# --- what its words mean ---


def test_an_actor_has_its_likeliest_role_and_the_trigger_is_the_word_looked_at() -> None:
    (window,) = laid_out("База даёт Турции влияние в Сомали, считает эксперт.")
    told = said(window, "influence", {"TUR": "beneficiary", "SOM": "place"}, status=Status.possible, loss=0.8)
    (found,) = decoded(window, told, LIMITS)
    assert {(r.role, r.code) for r in found.roles} == {("beneficiary", "TUR"), ("place", "SOM")}
    assert (found.type, found.status, found.polarity) == ("influence", Status.possible, Polarity.loss)
    assert found.reading.tokens[found.trigger].text == "эксперт"
    assert found.likelihood == pytest.approx(0.9 * found.roles[0].probability * found.roles[1].probability)


def test_a_conclusion_of_nobody_is_none_and_one_of_a_single_actor_must_be_likelier() -> None:
    (window,) = laid_out("База даёт Турции влияние в Сомали, считает эксперт.")
    assert list(decoded(window, said(window, "influence", {}), LIMITS)) == []
    alone = said(window, "influence", {"TUR": "beneficiary"})
    assert list(decoded(window, alone, LIMITS)) == []
    assert len(list(decoded(window, alone, {**LIMITS, "lone": 0.8}))) == 1


def test_an_organisation_beside_two_of_its_members_is_left_out() -> None:
    (window,) = laid_out("ECOWAS lets Ghana and Togo build patrol boats, the ministry says.", "en")
    told = said(window, "capability", {"ECOWAS": "beneficiary", "GHA": "beneficiary", "TGO": "beneficiary"})
    (found,) = decoded(window, told, LIMITS)
    assert {r.code for r in found.roles} == {"GHA", "TGO"}
    (found,) = decoded(window, said(window, "capability", {"ECOWAS": "beneficiary", "GHA": "beneficiary"}), LIMITS)
    assert {r.code for r in found.roles} == {"ECOWAS", "GHA"}


def test_an_event_must_be_likelier_than_not_with_all_its_roles() -> None:
    (window,) = laid_out("База даёт Турции влияние в Сомали, считает эксперт.")
    told = said(window, "basing", {"TUR": "user", "SOM": "host"})
    (found,) = decoded(window, told, LIMITS)
    assert {(r.role, r.code) for r in found.roles} == {("user", "TUR"), ("host", "SOM")}
    assert list(decoded(window, told, {**LIMITS, "whole": found.likelihood + 0.01})) == []
    assert list(decoded(window, told, {**LIMITS, "event": 0.99})) == []


def test_an_act_that_a_frame_told_is_not_told_again_under_a_like_type() -> None:
    text = "Чили передала Перу десять гаубиц."
    (window,) = laid_out(text)
    given = coder("ru", frames_alone=True).code(document(text)).drafts
    assert [d.frame.type for d in given] == ["arms_transfer"]
    (aid,) = decoded(window, said(window, "military_aid", {"CHL": "donor", "PER": "recipient"}), LIMITS)
    (trip,) = decoded(window, said(window, "training", {"CHL": "trainer", "PER": "trainee"}), LIMITS)
    assert (same(aid, given[0]), same(trip, given[0])) == (True, False)


def test_an_act_told_elsewhere_in_the_document_is_not_told_again_of_fewer_actors() -> None:
    text = "Чили передала Перу десять гаубиц."
    (window,) = laid_out(text)
    (given,) = coder("ru", frames_alone=True).code(document(text)).drafts
    (alone,) = decoded(window, said(window, "arms_transfer", {"PER": "recipient"}), {**LIMITS, "lone_event": 0.5})
    assert again(alone, given)
    assert not again(replace(alone, type="training"), given)
    (other,) = laid_out("Кения передала Перу десять гаубиц.")
    (found,) = decoded(other, said(other, "arms_transfer", {"KEN": "supplier", "PER": "recipient"}), LIMITS)
    assert not again(found, given)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Чад и Судан учатся стрелять у границ Нигера."), ("en", "Chad and Sudan drill near the border of Niger.")],
)
def test_at_whose_border_an_act_is_has_no_part_in_it(language: str, text: str) -> None:
    (window,) = laid_out(text, language)
    (found,) = decoded(window, said(window, "exercise", dict.fromkeys(("TCD", "SDN", "NER"), "party")), LIMITS)
    assert {r.code for r in found.roles} == {"TCD", "SDN"}


def test_what_one_state_drills_for_itself_is_out_of_scope() -> None:
    (window,) = laid_out("Чад учится стрелять у границ Нигера.")
    told = said(window, "exercise", dict.fromkeys(("TCD", "NER"), "party"))
    (found,) = decoded(window, told, {**LIMITS, "lone_event": 0.5})
    assert not in_scope(found)


def test_what_a_conclusion_is_drawn_from_is_no_agreement_of_its_own() -> None:
    text = "Такие оборонные соглашения сближают Чили и Перу. Заключили их в Лиме."
    (window,) = laid_out(text)
    (drawn,) = coder("ru", frames_alone=True).code(document(text)).drafts
    assert drawn.frame.type == "closer_relations"
    parties = {"CHL": "party", "PER": "party"}
    (beside,) = decoded(window, said(window, "agreement", parties), LIMITS)
    (drawn_too,) = decoded(window, said(window, "closer_relations", parties), LIMITS)
    here = replace(beside, reading=drawn.reading)
    sentences = concluding([drawn], [])
    assert (drawn_from(here, sentences), drawn_from(beside, sentences)) == (True, False)
    assert drawn_from(beside, concluding([], [drawn_too]))
    made = replace(here, type="co_production", status=Status.happened)
    assert not drawn_from(made, sentences)
    assert drawn_from(replace(made, status=Status.possible), sentences)


def test_talks_count_only_where_defence_is_their_matter() -> None:
    for text, counts in (
        ("Чили и Перу открыли переговоры о ценах на медь.", False),
        ("Чили и Перу открыли переговоры о военном сотрудничестве.", True),
    ):
        (window,) = laid_out(text)
        (found,) = decoded(window, said(window, "negotiation", {"CHL": "party", "PER": "party"}), LIMITS)
        assert in_scope(found) is counts


# --- what it adds ---


@pytest.mark.parametrize(
    ("language", "text", "type_", "actors"),
    [
        ("ru", "База в Могадишо сделала Анкару голосом, без которого в Сомали ничего не решается.", "influence",
         {"TUR", "SOM"}),
        ("ru", "Пока Кения и Уганда вооружаются на пару, больше всех радуется Руанда.", "third_party_gain",
         {"KEN", "UGA", "RWA"}),
        ("ru", "Новые радары из Словакии дадут Молдавии возможность видеть своё небо.", "capability", {"SVK", "MDA"}),
        ("en", "Japan and India are elbowing each other for piers in Djibouti.", "rival_interest",
         {"JPN", "IND", "DJI"}),
        ("en", "Never before had ships of Estonia and Kenya put to sea together.", "novelty", {"EST", "KEN"}),
        ("en", "With the Korean yard's help Peru has learned to build its own corvettes.", "capability",
         {"KOR", "PER"}),
    ],
)  # fmt: skip
def test_what_no_frame_knows_is_read(language: str, text: str, type_: str, actors: set[str]) -> None:
    assert not [s for s in code(document(text, language), frames_alone=True).statements if s.kind is Kind.inference]
    (found,) = concluded(text, language)
    assert (found.type, {p.actor for p in found.participants}) == (type_, actors)
    assert found.rule == f"network.{type_}"
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text
    assert found.evidence.start <= found.cues.trigger[0] < found.evidence.end


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министры обороны Чили и Перу встретились в Лиме и осмотрели верфь."),
        ("ru", "Сборная Кении впервые обыграла Уганду и укрепила своё положение в группе."),
        ("en", "The navies of Chile and Peru held a two-day exercise off Callao."),
        ("en", "Trade between Kenya and Uganda grew by a tenth, the ministry of finance said."),
    ],
)
def test_what_concludes_nothing_stays_without_a_conclusion(language: str, text: str) -> None:
    assert list(concluded(text, language)) == []


def test_the_same_text_gives_the_same_conclusions() -> None:
    text = "Через склады в Маскате португальские двигатели для беспилотников попадают в Судан."
    assert list(concluded(text)) == list(concluded(text))


def test_explain_tells_how_likely_each_role_is_and_what_was_looked_at() -> None:
    (told,) = explain(document("Через склады в Маскате португальские двигатели для беспилотников попадают в Судан."))
    assert told.linked
    assert all(0.5 <= probability <= 1 and reasons for *_, probability, reasons in told.linked)


def test_a_coder_without_the_network_has_another_name() -> None:
    assert coder("ru").name != coder("ru", frames_alone=True).name


def test_a_file_that_is_not_the_pinned_one_is_not_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / networks.PINS).write_bytes((networks.FOLDER / networks.PINS).read_bytes())
    (tmp_path / "network.onnx").write_bytes(b"another")
    monkeypatch.setattr(networks, "FOLDER", tmp_path)
    with pytest.raises(ModelError, match="not the pinned model") as failed:
        networks.network.__wrapped__()
    assert "make neural" in failed.value.advice
