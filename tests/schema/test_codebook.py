from __future__ import annotations

import re
from itertools import chain

import pytest

from dragoman.errors import CodebookError
from dragoman.model import Kind, Layer, Precision, Status
from dragoman.schema import Label, Plover, codebook

EVENTS = [
    "visit",
    "meeting",
    "negotiation",
    "agreement",
    "arms_transfer",
    "licensed_production",
    "co_production",
    "technology_transfer",
    "exercise",
    "training",
    "intelligence_sharing",
    "basing",
    "military_aid",
    "aid",
    "partnership",
    "restriction",
    "support",
    "threat",
    "clash",
    "other",
]
INFERENCES = [
    "indirect_access",
    "supplier_diversification",
    "capability",
    "closer_relations",
    "influence",
    "third_party_gain",
    "rival_interest",
    "counterweight",
    "novelty",
    "entanglement",
    "signal",
    "third_party_threat",
    "exchange",
    "consent",
]
ROLES = {
    "visit": "visitor host",
    "agreement": "party signatory",
    "arms_transfer": "supplier recipient intermediary origin",
    "licensed_production": "licensor licensee origin",
    "technology_transfer": "supplier recipient intermediary origin",
    "exercise": "party host",
    "training": "trainer trainee",
    "intelligence_sharing": "party provider receiver",
    "basing": "user host",
    "aid": "donor recipient",
    "clash": "source target",
    "indirect_access": "beneficiary intermediary origin",
    "supplier_diversification": "beneficiary origin enabler",
    "closer_relations": "party intermediary",
    "third_party_gain": "beneficiary party",
    "counterweight": "party target place",
    "entanglement": "party source",
    "consent": "origin beneficiary intermediary",
}
MODES = {
    "meeting": "in_person phone multilateral",
    "agreement": "proposed initialled signed ratified in_force extended suspended terminated",
    "arms_transfer": "offered requested approved ordered delivered cancelled donated",
    "co_production": "development production maintenance",
    "basing": "troops base access overflight mission withdrawn",
    "military_aid": "money equipment_unspecified personnel",
    "partnership": "strategic alliance membership cooperation",
    "restriction": "embargo sanction export_refusal suspension veto",
    "visit": "",
}
BOOK = codebook()
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def test_every_type_of_the_codebook_is_there_and_no_other() -> None:
    assert set(BOOK.types) == {*EVENTS, *INFERENCES}


@pytest.mark.parametrize("name", EVENTS)
def test_events_and_ties_are_no_inferences(name: str) -> None:
    assert Kind.inference not in BOOK.types[name].kinds
    assert BOOK.types[name].question is None


@pytest.mark.parametrize("name", INFERENCES)
def test_an_inference_becomes_a_question_unless_it_cannot_be_checked(name: str) -> None:
    assert BOOK.types[name].kinds == (Kind.inference,)
    assert (BOOK.types[name].question is None) == (name == "signal")


@pytest.mark.parametrize(("name", "roles"), ROLES.items())
def test_the_roles_are_those_of_the_codebook(name: str, roles: str) -> None:
    assert list(BOOK.types[name].roles) == roles.split()


@pytest.mark.parametrize(("name", "modes"), MODES.items())
def test_the_modes_are_those_of_the_codebook(name: str, modes: str) -> None:
    assert list(BOOK.types[name].modes) == modes.split()


@pytest.mark.parametrize("name", EVENTS)
def test_plover_and_cameo_are_given_together_for_all_but_other(name: str) -> None:
    given = (BOOK.plover(name, Status.happened) is None, BOOK.cameo_root(name, Status.happened) is None)
    assert given == ((True, True) if name == "other" else (False, False))


@pytest.mark.parametrize("name", INFERENCES)
def test_inferences_have_no_equivalent_in_event_data(name: str) -> None:
    assert BOOK.plover(name, Status.possible) is None
    assert BOOK.cameo_root(name, Status.possible) is None


@pytest.mark.parametrize(
    ("name", "status", "mode", "event", "plover_mode", "cameo"),
    [
        ("visit", Status.happened, None, "CONSULT", "visit", "04"),
        ("visit", Status.planned, None, "AGREE", None, "03"),
        ("meeting", Status.happened, "phone", "CONSULT", "phone", "04"),
        ("agreement", Status.happened, "proposed", "AGREE", None, "03"),
        ("agreement", Status.planned, "signed", "AGREE", None, "03"),
        ("agreement", Status.happened, "signed", "SUPPORT", None, "05"),
        ("agreement", Status.happened, "ratified", "SUPPORT", None, "05"),
        ("agreement", Status.happened, "terminated", "SANCTION", "discontinue", "16"),
        ("arms_transfer", Status.happened, "delivered", "COOPERATE", None, "06"),
        ("arms_transfer", Status.happened, "donated", "AID", None, "07"),
        ("basing", Status.ongoing, "troops", "COOPERATE", None, "06"),
        ("restriction", Status.happened, "veto", "SANCTION", None, "12"),
        ("threat", Status.happened, None, "THREATEN", None, "13"),
        ("clash", Status.happened, None, "ASSAULT", None, "19"),
    ],
)
def test_status_and_mode_decide_the_equivalent(
    name: str, status: Status, mode: str | None, event: str, plover_mode: str | None, cameo: str
) -> None:
    plover = BOOK.plover(name, status, mode)
    assert isinstance(plover, Plover)
    assert (plover.event, plover.mode, BOOK.cameo_root(name, status, mode)) == (event, plover_mode, cameo)


def test_dcad_and_sipri_where_the_codebook_names_them() -> None:
    with_dcad = {name for name, entry in BOOK.types.items() if entry.equivalents.dcad}
    with_sipri = {name for name, entry in BOOK.types.items() if entry.equivalents.sipri}
    assert with_dcad == {"agreement", "co_production", "exercise", "training", "intelligence_sharing", "partnership"}
    assert with_sipri == {"arms_transfer", "licensed_production"}


def test_statuses_stand_in_the_order_of_precedence_of_the_model() -> None:
    assert [BOOK.statuses[status].precedence for status in Status] == [1, 2, 3, 4, 5, 6]
    assert [BOOK.factbank(status) for status in Status] == ["CT-", "U", "PS+", "CT+", "CT+", "CT+"]


def _labels() -> list[tuple[str, Label]]:
    shared = chain(*(table.items() for table in (BOOK.roles, BOOK.matters)))
    fixed = chain(*(t.items() for t in (BOOK.statuses, BOOK.kinds, BOOK.polarities, BOOK.precisions)))  # type: ignore[arg-type]
    entries = [(str(name), entry) for name, entry in (*shared, *fixed)]
    found = [(name, label) for name, entry in entries for label in (entry.label, entry.description) if label]
    for name, entry in BOOK.types.items():
        own = [entry.label, entry.description, entry.question, *(role.label for role in entry.roles.values())]
        modes = [mode.label for mode in entry.modes.values()]
        found += [(name, label) for label in (*own, *modes) if label]
    return found + [(f"{name}: when", status.when) for name, status in BOOK.statuses.items()]


@pytest.mark.parametrize(("name", "label"), _labels())
def test_every_label_is_english_in_english_and_russian_in_russian(name: str, label: Label) -> None:
    assert not CYRILLIC.search(label.en), name
    assert CYRILLIC.search(label.ru), name


def test_labels_by_name() -> None:
    assert BOOK.label("arms_transfer", "ru") == "передача вооружений"
    assert BOOK.label("denied", "en") == "denied"
    assert BOOK.label("supplier", "ru") == "поставщик"
    assert BOOK.mode_label("agreement", "signed", "ru") == "подписано"


def test_a_type_may_call_a_role_by_another_name() -> None:
    assert BOOK.role_label("arms_transfer", "origin", "en") == "state of origin"
    assert BOOK.role_label("supplier_diversification", "origin", "en") == "old supplier"


def test_the_host_of_a_visit_is_its_target_but_the_host_of_an_exercise_is_not() -> None:
    assert BOOK.role_side("host") == "target"
    assert BOOK.role_side("host", "visit") == "target"
    assert BOOK.role_side("host", "exercise") == "other"


def test_names_that_the_codebook_does_not_have_are_refused_in_one_line() -> None:
    with pytest.raises(CodebookError, match="no type 'pact'"):
        BOOK.plover("pact", Status.happened)
    with pytest.raises(CodebookError, match="no role 'seller'"):
        BOOK.role_side("seller")
    with pytest.raises(CodebookError, match="no mode of visit 'phone'"):
        BOOK.mode_label("visit", "phone", "en")
    with pytest.raises(CodebookError, match="no label 'nonsense'"):
        BOOK.label("nonsense", "ru")


@pytest.mark.parametrize("name", [*EVENTS, *INFERENCES])
def test_examples_show_facts_and_what_is_not_one(name: str) -> None:
    entry = BOOK.types[name]
    statuses = {example.expect.status for example in entry.examples}
    assert statuses & {Status.happened, Status.ongoing}
    assert statuses & {Status.possible, Status.planned, Status.denied}
    assert len(statuses) >= 3
    assert all(CYRILLIC.search(example.text) for example in entry.examples)


def test_no_example_stands_twice() -> None:
    texts = [e.text for entry in BOOK.types.values() for e in (*entry.examples, *entry.counterexamples)]
    assert len(texts) == len(set(texts))


def test_the_model_and_the_codebook_have_the_same_precisions() -> None:
    assert list(BOOK.precisions) == list(Precision)


@pytest.mark.parametrize(
    ("name", "mode", "layer"),
    [
        ("agreement", "signed", Layer.agreement),
        ("partnership", None, Layer.agreement),
        ("partnership", "strategic", Layer.agreement),
        ("partnership", "alliance", Layer.alliance),
        ("partnership", "membership", Layer.membership),
        ("arms_transfer", "ordered", Layer.arms),
        ("clash", None, Layer.dispute),
        ("other", None, None),
        ("novelty", None, None),
    ],
)
def test_layer_of_a_type_and_mode(name: str, mode: str | None, layer: Layer | None) -> None:
    assert codebook().layer(name, mode) == layer


def test_every_event_and_tie_but_other_has_a_layer() -> None:
    assert set(codebook().types) - set(codebook().layers) == {"other", *INFERENCES}


def test_a_mode_that_the_type_has_not_has_no_layer() -> None:
    with pytest.raises(CodebookError, match="no mode of partnership"):
        codebook().layer("partnership", "cordial")
