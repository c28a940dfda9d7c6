"""Which texts promise a statement."""

from __future__ import annotations

import pytest

from dragoman.coding.prefilter import EXCERPT
from dragoman.model import Document
from dragoman.scale.promise import promises

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
