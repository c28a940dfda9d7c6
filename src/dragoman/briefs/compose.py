"""A Coding as a Brief: which statements go into which section, in which order, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from dragoman.briefs.dates import moment
from dragoman.briefs.grouping import Group, group
from dragoman.briefs.quotes import quote, quoted
from dragoman.briefs.sentence import GRAMMARS, Writer
from dragoman.briefs.shape import Brief, BriefLanguage, Changes, Item, Section, SectionName, Sources, Trust
from dragoman.briefs.speakers import all_of, hedge, said_by, standing
from dragoman.briefs.tables import Interface, interface, sentences
from dragoman.briefs.telling import Teller
from dragoman.briefs.tested import checked, joined_by, of_group, on_claims, reach
from dragoman.briefs.trust import trust
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.novelty import is_first
from dragoman.model import Coding, Document, Kind, Statement, Status

_EVENTS: dict[Status, SectionName] = {
    Status.happened: "happened",
    Status.ongoing: "happened",
    Status.planned: "planned",
    Status.called_for: "called_for",
    Status.possible: "possible",
    Status.denied: "denied",
}
_ORDER: tuple[SectionName, ...] = ("happened", "planned", "called_for", "possible", "denied", "ties", "arguments")
_NEWS = (Status.happened, Status.ongoing, Status.planned, Status.called_for, Status.possible, Status.denied)


def brief(
    coding: Coding, language: BriefLanguage, findings: Sequence[Finding] = (), changes: Sequence[Said] = ()
) -> Brief:
    """The brief of a coded document, in English or Russian, whatever the document's own language.

    With `findings` each claim that was put to the record has its verdict beside it; `changes` say what is new in the
    network.
    """
    words, document = interface(language), coding.document
    writer, teller = Writer(language, document.published), Teller(language)
    groups = group(coding.statements)
    tested = on_claims(findings)
    sections = _sections(joined_by(tested, groups), writer, words, tested)
    headline, original = _headline(document, groups, writer, words)
    reader = _coder(coding.statements)
    return Brief(
        document=document.id,
        language=language,
        headline=headline,
        original=original,
        dateline=_dateline(document, words),
        coder=words.read_by.format(coder=reader) if reader else None,
        counts=tuple(plural(words.counts[s.name], len(s.items), words) for s in sections),
        sections=sections,
        nothing=None if coding.statements else " ".join(filter(None, [words.nothing, coding.note])),
        changes=_changes(findings, changes, teller, words),
        trust=Trust(title=words.trust.title, notes=trust(groups, writer, words, reader, reach(findings, teller))),
        sources=Sources(title=words.source, lines=_source(document, words)),
    )


def plural(forms: dict[str, str], n: int, words: Interface) -> str:
    """A counted noun by the plural rule of the language."""
    rule = Locale.parse(words.locale).plural_form(n)
    return forms.get(rule, forms["other"]).format(n=n)


def _sections(
    groups: Sequence[Group], writer: Writer, words: Interface, findings: Sequence[Finding]
) -> tuple[Section, ...]:
    by_name: dict[SectionName, list[Group]] = {name: [] for name in _ORDER}
    for one in groups:
        by_name[_section(one.best, tested=bool(of_group(one, findings)))].append(one)
    sections, number = [], 1
    for name in _ORDER:
        if not by_name[name]:
            continue
        items = tuple(
            _item(one, number + place, writer, words, of_group(one, findings))
            for place, one in enumerate(by_name[name])
        )
        number += len(items)
        text = words.tested.get(name, words.sections[name]) if findings else words.sections[name]
        sections.append(Section(name=name, title=text.title, note=text.note, items=items))
    return tuple(sections)


def _section(statement: Statement, *, tested: bool) -> SectionName:
    """An act that goes on and was put to the record is no news, but something that the text takes as given."""
    if statement.kind is Kind.inference:
        return "arguments"
    given = statement.kind is Kind.tie or (tested and statement.status is Status.ongoing)
    return "ties" if given else _EVENTS[statement.status]


def _changes(findings: Sequence[Finding], changes: Sequence[Said], teller: Teller, words: Interface) -> Changes | None:
    """What the news changes, as far as the record tells."""
    lines = [teller.reason(reason) for one in findings if is_first(one) for reason in one.reasons]
    lines += map(teller.change, changes)
    return Changes(title=words.changes, lines=tuple(lines)) if lines else None


def _item(one: Group, number: int, writer: Writer, words: Interface, findings: Sequence[Finding]) -> Item:
    grammar = GRAMMARS[writer.language]
    quotes = tuple(quote(report, said_by(report, grammar, words)) for report in one.reports)
    speakers, firmness = all_of([q.said_by for q in quotes]), hedge(one.best, words)
    return Item(
        number=number,
        text=writer.sentence(one.best),
        kind=one.best.kind,
        status=one.best.status,
        said_by=speakers,
        hedge=firmness,
        standing=standing(firmness, speakers, words),
        quotes=quotes,
        checked=tuple(checked(finding, Teller(writer.language)) for finding in findings),
    )


def _headline(document: Document, groups: Sequence[Group], writer: Writer, words: Interface) -> tuple[str, str | None]:
    """The headline; where it is in another language than the brief, the gist of the news with the headline below it."""
    own = " ".join((document.headline or "").split())
    lead = None if own and document.language == writer.language else _lead(groups, writer.language)
    if lead is None:
        return own or words.untitled, None
    return writer.headline(lead.best), own or None


def _lead(groups: Sequence[Group], language: BriefLanguage) -> Group | None:
    """The news: the firmest event, then the weightiest type, then the first. Arguments and ties are none."""
    events = [one for one in groups if one.best.kind is Kind.event and one.best.actors()]
    weight = {name: place for place, name in enumerate(sentences(language).news)}
    return min(
        events,
        key=lambda one: (_NEWS.index(one.best.status), weight.get(one.best.type, len(weight))),
        default=None,
    )


def _coder(statements: Sequence[Statement]) -> str:
    """`rules/ru 0.1` of `rules/ru@0.1`; several coders each once."""
    return ", ".join(dict.fromkeys(statement.coder.replace("@", " ") for statement in statements))


def _dateline(document: Document, words: Interface) -> str:
    language = _language(document.language, words)
    if document.outlet and language:
        outlet = words.by_outlet.format(outlet=document.outlet, language=language)
    else:
        outlet = document.outlet or (words.language_only.format(language=language) if language else "")
    return words.list["comma"].join(filter(None, [outlet, moment(document.published, words)]))


def _language(code: str | None, words: Interface) -> str:
    try:
        return (Locale.parse(code).get_display_name(words.locale) or code) if code else ""
    except (UnknownLocaleError, ValueError):
        return code or ""


def _source(document: Document, words: Interface) -> tuple[str, ...]:
    headline = quoted(document.headline or "", words)
    parts = [document.author, headline, document.outlet, moment(document.published, words)]
    return (words.list["comma"].join(part for part in parts if part), document.source)
