#!/usr/bin/env python3
"""Write docs/codebook.md from the codebook: `python scripts/build_codebook_docs.py`.

A test holds that the page is what this script makes, so run it after every change of `src/dragoman/schema/*.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.schema import Codebook, Equivalents, Label, Layers, Plover, StatementType, codebook

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
Row = tuple[str, ...]

HEAD = """# Codebook

The types, roles, modes and statuses that statements have. This page is made from `src/dragoman/schema/` by
`scripts/build_codebook_docs.py`: change the YAML there, not this page. Labels stand in English and Russian, as briefs
print them.

A required role is one that the act cannot be without; a text may still leave its holder unnamed, as long as one party
can be recovered. The equivalents are those of PLOVER (2021), CAMEO 1.1b3, DCAD 1.0 and the SIPRI trade register; where
the status or the mode decides, the first case that holds counts. A `-` means that the other codebook has no such thing.
They name the act that is spoken of, not whether it took place: read them together with the FactBank value.
"""


def page(book: Codebook) -> str:
    """The whole page in Markdown."""
    parts = [HEAD, *_shared_sections(book), *_overview(book)]
    for title, inference in (("Events and ties", False), ("Inferences", True)):
        parts.append(f"## {title}\n")
        parts.extend(_type_section(entry, book) for entry in book.types.values() if entry.is_inference is inference)
    return "\n".join(parts)


def _shared_sections(book: Codebook) -> Iterator[str]:
    yield "## Kinds\n"
    yield _table(
        ("kind", "label", "what it is"),
        [(f"`{n}`", _both(e.label), _both(e.description)) for n, e in book.kinds.items()],
    )
    yield "## Statuses, in order of precedence\n"
    statuses = sorted(book.statuses.items(), key=lambda item: item[1].precedence)
    rows = [
        (
            str(e.precedence),
            f"`{n}`",
            _both(e.label),
            ", ".join((e.factbank, *e.factbank_also)),
            e.time or "-",
            _both(e.when),
        )
        for n, e in statuses
    ]
    yield _table(("", "status", "label", "FactBank", "time", "when"), rows)
    yield "## Polarities of inferences\n"
    polarities = [(f"`{n}`", _both(e.label), _both(e.description)) for n, e in book.polarities.items()]
    yield _table(("polarity", "label", "what it is"), polarities)
    yield "## Roles\n"
    roles = [(f"`{n}`", _both(e.label), e.side, _both(e.description)) for n, e in book.roles.items()]
    yield _table(("role", "label", "side", "who it is"), roles)
    yield "## Matters\n"
    matters = [(f"`{n}`", _both(e.label), _dcad(Equivalents(dcad=e.dcad))) for n, e in book.matters.items()]
    yield _table(("matter", "label", "DCAD"), matters)
    yield "## Precisions of a date\n"
    yield _table(("precision", "label"), [(f"`{n}`", _both(e.label)) for n, e in book.precisions.items()])


def _overview(book: Codebook) -> Iterator[str]:
    yield "## All types\n"
    rows = []
    for name, entry in book.types.items():
        same = entry.equivalents
        kinds = ", ".join(entry.kinds)
        rows.append(
            (
                f"[`{name}`](#{name})",
                _both(entry.label),
                kinds,
                _plover(same.plover),
                same.cameo or "-",
                _dcad(same),
                same.sipri or "-",
            )
        )
    yield _table(("type", "label", "kinds", "PLOVER", "CAMEO", "DCAD", "SIPRI"), rows)


def _type_section(entry: StatementType, book: Codebook) -> str:
    lines = [
        f"### {entry.name}\n",
        f"**{entry.label.en}** · {entry.label.ru}\n",
        f"{entry.description.en}\n",
        f"{entry.description.ru}\n",
    ]
    if entry.question:
        lines += [f"Becomes the question: {entry.question.en}\n", f"Становится вопросом: {entry.question.ru}\n"]
    elif entry.is_inference:
        lines.append("It cannot be checked against data, so it becomes no question.\n")
    if entry.name in book.layers:
        lines.append(_layer(book.layers[entry.name]))
    lines.append(_roles(entry, book))
    if entry.modes:
        lines.append(_table(("mode", "label"), [(f"`{n}`", _both(m.label)) for n, m in entry.modes.items()]))
    if entry.fields:
        lines.append(f"Other fields: {', '.join(f'`{name}`' for name in entry.fields)}.\n")
    if entry.equivalents.cases:
        lines.append(_cases(entry.equivalents))
    return "\n".join([*lines, *_examples(entry)])


def _layer(layers: Layers) -> str:
    own = [f"`{layer}` where the mode is `{name}`" for name, layer in layers.modes.items()]
    return f"Layer of the network: {', '.join([f'`{layers.layer}`', *own])}.\n"


def _roles(entry: StatementType, book: Codebook) -> str:
    rows = [
        (
            f"`{name}`",
            f"{book.role_label(entry.name, name, 'en')} · {book.role_label(entry.name, name, 'ru')}",
            "required" if role.required else "optional",
            book.role_side(name, entry.name),
        )
        for name, role in entry.roles.items()
    ]
    return _table(("role", "label", "", "side"), rows)


def _cases(same: Equivalents) -> str:
    rows = [
        (
            ", ".join(case.when.status) or "any",
            ", ".join(case.when.mode) or "any",
            _plover(case.plover or same.plover),
            case.cameo or same.cameo or "-",
        )
        for case in same.cases
    ]
    return _table(("status", "mode", "PLOVER", "CAMEO"), rows)


def _examples(entry: StatementType) -> Iterator[str]:
    yield "Examples:\n"
    for example in entry.examples:
        expect = example.expect
        who = ", ".join(f"{a.actor} {a.role}" for a in expect.actors)
        what = ", ".join(part for part in (expect.mode, expect.polarity, expect.status) if part)
        yield f"- «{example.text}» → {what}: {who}"
    yield "\nNot this type:\n"
    for counter in entry.counterexamples:
        instead = f" (it is `{counter.instead}`)" if counter.instead else ""
        yield f"- «{counter.text}»: {counter.why}{instead}"
    yield ""


def _both(label: Label | None) -> str:
    return f"{label.en} · {label.ru}" if label else "-"


def _plover(plover: Plover | None) -> str:
    return f"{plover.event} {plover.mode or ''}".strip() if plover else "-"


def _dcad(same: Equivalents) -> str:
    if same.dcad is None:
        return "-"
    code = f"{same.dcad.type}, {same.dcad.category}" if same.dcad.category else "no code in 1.0"
    return f"{same.dcad.content} ({code})"


def _table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(codebook()), encoding="utf-8")


if __name__ == "__main__":
    main()
