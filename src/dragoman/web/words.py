"""Codes as a reader calls them: the labels of the codebook and the names of actors, as filters of the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, cast

from dragoman import actors
from dragoman.errors import CodebookError
from dragoman.model import Layer, Tie
from dragoman.network.settings import layers
from dragoman.schema import codebook
from dragoman.schema.entries import BriefLanguage
from dragoman.web.choices import language_name
from dragoman.web.tongues import Tongue

Filter = Callable[..., str]


def filters(tongue: Tongue) -> dict[str, Filter]:
    """Filters that tell a code as the reader calls it; one that has no label comes out as it is.

    `label` takes what the codebook names (type, role, status, kind, polarity, matter, precision), `actor` an actor's
    code, `actors` several, `layer` a layer, `spoken` a language; `mode` and `role` take the type that they belong to as
    well; `said` a word of the app itself (a verdict, a ruling, a relation); `what` tells what a tie is about, or its
    kind.
    """
    language = cast(BriefLanguage, tongue.code)
    book = codebook()

    @cache
    def label(name: str) -> str:
        return _known(lambda: book.label(name, language), name)

    @cache
    def mode(name: str, of_type: str) -> str:
        return _known(lambda: book.mode_label(of_type, name, language), name)

    @cache
    def role(name: str, of_type: str) -> str:
        return _known(lambda: book.role_label(of_type, name, language), name)

    @cache
    def actor(code: str) -> str:
        return actors.label(code, language)

    def named(codes: Iterable[str]) -> str:
        return ", ".join(actor(code) for code in codes)

    @cache
    def layer(name: str) -> str:
        return layers()[Layer(name)].label.in_(language)

    def spoken(code: str | None) -> str:
        return language_name(code, language)

    def said(word: Any) -> str:
        return tongue.texts.gettext(SAID.get(str(word), str(word)))

    def what(tie: Tie) -> str:
        return tie.subject or (label(tie.type) if tie.type else layer(tie.layer))

    return {
        "label": label, "mode": mode, "role": role, "actor": actor, "actors": named, "layer": layer, "said": said,
        "spoken": spoken, "what": what,
    }  # fmt: skip


def _known(look: Callable[[], str], name: str) -> str:
    try:
        return look()
    except CodebookError:
        return name


def _(text: str) -> str:
    """Marks a text for the catalogues; it is translated where it is shown."""
    return text


SAID = {
    "supported": _("supported"),
    "partly": _("partly supported"),
    "contradicted": _("contradicted"),
    "no_trace": _("no trace on record"),
    "not_checkable": _("not checkable"),
    "events": _("events"),
    "ties": _("ties"),
    "measures": _("measures"),
    "statements": _("statements"),
    "documents": _("documents"),
    "datasets": _("datasets"),
    "claims": _("claims"),
    "hedged": _("hedged"),
    "asserted": _("asserted"),
    "planned": _("as an aim"),
    "called_for": _("as a call"),
    "denied": _("as a denial"),
    "accept": _("accepted"),
    "correct": _("corrected"),
    "reject": _("rejected"),
    "split": _("split off"),
    "merge": _("merged"),
    "undo": _("undone"),
    "new": _("added"),
    "new version": _("new version"),
    "seen before": _("known already"),
    "seen before, at another address": _("known already, from another address"),
    "waiting": _("waiting"),
    "reading": _("being read"),
    "coding": _("being coded"),
    "testing": _("being put to the record"),
    "writing": _("being written"),
    "near-duplicate": _("near-duplicate"),
    "same event": _("same event"),
    "same dyad": _("same two states"),
    "undated": _("no date"),
}
"""Words of nouns that stand outside the codebook."""
