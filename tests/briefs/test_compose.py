"""What stands where in a brief."""

from __future__ import annotations

from dragoman.briefs import Brief, brief
from dragoman.briefs.compose import plural
from dragoman.briefs.tables import interface
from dragoman.model import Attribution, Coding, Statement

from .samples import TEXT, coded, said, who


def titles(made: Brief) -> list[str]:
    return [section.title for section in made.sections]


def test_the_seams_of_an_english_brief(coding: Coding) -> None:
    made = brief(coding, "en")
    assert made.headline == "Azerbaijan and Morocco sign a defence agreement"
    assert made.original == "Баку и Рабат: новый шаг"
    assert made.dateline == "Пример.аз (language: Russian), 30 October 2024, 14:25"
    assert made.coder == "read by rules/ru 0.1"
    assert made.counts == ("3 facts", "1 standing tie", "1 argument")
    assert titles(made) == ["What happened", "Standing ties", "What the article argues"]
    assert [item.number for section in made.sections for item in section.items] == [1, 2, 3, 4, 5]


def test_a_brief_in_the_language_of_the_text_keeps_its_headline(coding: Coding) -> None:
    made = brief(coding, "ru")
    assert (made.headline, made.original) == ("Баку и Рабат: новый шаг", None)
    assert made.dateline == "Пример.аз (язык: русский), 30 октября 2024 года, 14:25"
    assert made.counts == ("3 факта", "1 постоянная связь", "1 довод")


def test_only_sections_with_items_in_order_of_certainty() -> None:
    parties = (who("party", "AZE"), who("party", "MAR"))
    made = brief(
        coded(*(said("negotiation", status, *parties) for status in ("denied", "possible", "called_for", "planned"))),
        "en",
    )
    assert [s.name for s in made.sections] == ["planned", "called_for", "possible", "denied"]
    assert made.headline == "Azerbaijan and Morocco are to hold talks"


def test_items_name_who_says_it_and_how_firmly(coding: Coding) -> None:
    english, russian = brief(coding, "en"), brief(coding, "ru")
    facts, arguments = english.sections[0].items, english.sections[2].items
    assert facts[0].standing == "Reported as fact; in the outlet’s own voice."
    assert facts[2].standing == "Reported as fact; according to «Минобороны Азербайджана» (Azerbaijan)."
    assert arguments[0].standing == "Argument, hedged by its author."
    assert russian.sections[0].items[2].standing == "Сообщается как факт; источник: «Минобороны Азербайджана»."
    assert russian.sections[2].items[0].standing == "Довод, с оговоркой автора."


def test_a_chain_of_speakers_is_kept(agreement: Statement) -> None:
    chain = (Attribution(speaker="пресс-служба", span=(0, 1)), Attribution(speaker="Example News", span=(2, 3)))
    made = brief(coded(agreement.model_copy(update={"attribution": chain})), "en")
    assert made.sections[0].items[0].said_by == "according to «пресс-служба», via Example News"


def test_an_argument_of_a_speaker_is_not_put_into_the_authors_mouth(bridge: Statement) -> None:
    speaker = (Attribution(speaker="эксперт", span=(0, 1)),)
    made = brief(coded(bridge.model_copy(update={"attribution": speaker, "status": "ongoing"})), "en")
    item = made.sections[0].items[0]
    assert item.text.startswith("The speaker quoted states that Azerbaijan is gaining")
    assert item.standing == "Argument, asserted, not hedged; according to «эксперт»."


def test_every_quote_is_in_the_text(coding: Coding) -> None:
    for section in brief(coding, "en").sections:
        for item in section.items:
            for quote in item.quotes:
                assert quote.text in TEXT[slice(*quote.span)]


def test_what_was_not_recovered_is_said() -> None:
    made = brief(
        coded(said("military_aid", "denied", who("donor", None, surface="некая страна"), who("recipient", "UKR"))), "en"
    )
    assert "In one place a participant could not be identified: «некая страна» (donor)." in made.trust.notes
    assert "This is one report; no second source was read." in made.trust.notes
    assert made.sections[0].items[0].text.endswith("that Ukraine receives military aid (donor not named).")


def test_a_text_without_statements_says_so() -> None:
    made = brief(coded(note="no language pack for ka"), "en")
    assert made.nothing == "Nothing about defence ties was found in this text. no language pack for ka"
    assert made.sections == () and made.coder is None and made.headline == "Баку и Рабат: новый шаг"
    assert brief(coded(headline=None), "ru").headline == "Текст без заголовка"


def test_counts_follow_the_plural_rules() -> None:
    russian, english = interface("ru"), interface("en")
    assert [plural(russian.counts["happened"], n, russian) for n in (1, 2, 5, 11, 21)] == [
        "1 факт", "2 факта", "5 фактов", "11 фактов", "21 факт",
    ]  # fmt: skip
    assert [plural(english.counts["ties"], n, english) for n in (1, 9)] == ["1 standing tie", "9 standing ties"]


def test_dates_are_as_exact_as_the_document(agreement: Statement) -> None:
    shown = [
        brief(coded(agreement, published=date), "en").dateline.split("), ")[1]
        for date in ("2024", "2024-10", "2024-10-30", None)
    ]
    assert shown == ["2024", "October 2024", "30 October 2024", "no date given"]
