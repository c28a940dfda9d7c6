"""Which texts promise a statement."""

from __future__ import annotations

import pytest

from dragoman.coding.prefilter import EXCERPT
from dragoman.model import Document
from dragoman.scale.promise import promises, says

from .conftest import DELIVERY, SIGNING, WEATHER

APART = (
    "The old barracks, where soldiers once slept forty to a room, will become flats for students.",
    "Norway and Italy agreed to speed up the trains to the ports, and to share what they cost.",
    "The army has kept its stables there, which a firm will turn into shops.",
)


def document(*paragraphs: str, language: str = "en") -> Document:
    return Document(id="", source="", text="\n\n".join(paragraphs), language=language)


@pytest.mark.parametrize(("article", "language"), [(DELIVERY, "en"), (SIGNING, "ru")])
def test_an_article_on_a_tie_promises_and_an_excerpt_of_it_too(article: tuple[str, ...], language: str) -> None:
    long = [*article, *article, *article, *article]
    assert len(document(*long).text) > EXCERPT / 2
    assert promises(document(*long, language=language))
    assert promises(document(article[0], language=language))


def test_an_army_here_and_states_there_promise_nothing() -> None:
    long = document(*APART, *WEATHER, *APART, *WEATHER, *APART, *WEATHER)
    assert len(long.text) > EXCERPT
    assert not promises(long)
    assert promises(document(*APART, *WEATHER, *APART, DELIVERY[0], *WEATHER, *APART))


def test_a_text_without_actors_promises_nothing() -> None:
    assert not promises(document(*WEATHER))
    assert not promises(document(APART[2]))


BY_THE_WAY = "A retired soldier from Norway opened a bakery at the port, and supplies bread to three schools."


def test_evidence_by_the_way_is_coded_before_the_article_is_taken_out() -> None:
    long = [*WEATHER, APART[0]] * 6
    passing, telling = document(*long, BY_THE_WAY), document(*long, DELIVERY[0])
    assert promises(passing) and promises(telling)
    assert (says(passing), says(telling)) == (False, True)


def test_an_excerpt_or_a_text_with_much_evidence_is_taken_to_say_something() -> None:
    assert says(document(BY_THE_WAY)) and says(document(*[*WEATHER, APART[0], BY_THE_WAY] * 5))
