"""Bring the catalogues of the web app up to date with its templates: `python scripts/messages.py [--check]`.

A template `X.html`, or the templates of a folder `X/`, have their texts in `locale/LANGUAGE/X.po`; those of the frame
and of Python modules are in `base.po`. New texts come in without a translation, texts that are gone go. With
`--check` nothing is written, and what is missing, stale or untranslated is told.
"""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src/dragoman/web"
LANGUAGES = ("ru",)
FRAME = "base"


def main() -> int:
    """Write or check every catalogue; 1 where a check finds something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is missing")
    check = parser.parse_args().check
    faults: list[str] = []
    for language in LANGUAGES:
        found = extracted()
        for stale in sorted({path.stem for path in (WEB / "locale" / language).glob("*.po")} - set(found)):
            faults.append(f"{language}/{stale}.po: nothing has its texts")
        for name, messages in found.items():
            path = WEB / "locale" / language / f"{name}.po"
            made = updated(path, messages, language)
            written = rendered(made)
            if check:
                if not path.exists() or path.read_bytes() != written:
                    faults.append(f"{path.name} ({language}) is behind the templates: python scripts/messages.py")
                faults += [f"{path.name} ({language}): no translation of {m.id!r}" for m in made if untranslated(m)]
            else:
                path.write_bytes(written)
                print(f"{language}/{path.name}: {len(made)} texts, {sum(map(untranslated, made))} without translation")
        faults += told_twice(language)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def extracted() -> dict[str, Catalog]:
    """The texts of the app by the catalogue that they belong to."""
    found: dict[str, Catalog] = {}
    for path in sorted(WEB.rglob("*.html")):
        parts = path.relative_to(WEB / "templates").parts
        name = parts[0].removesuffix(".html")
        put(found.setdefault(FRAME if name in ("macros", "error") else name, Catalog()), "jinja2", path)
    for path in sorted(WEB.rglob("*.py")):
        put(found.setdefault(FRAME, Catalog()), "python", path)
    return {name: catalogue for name, catalogue in found.items() if len(catalogue)}


def put(catalogue: Catalog, method: str, path: Path) -> None:
    """Add the texts of a file."""
    options = {"trimmed": "true", "extensions": "jinja2.ext.i18n"} if method == "jinja2" else {}
    for _, message, comments, context in extract_from_file(method, path, options=options, comment_tags=["L10N:"]):
        catalogue.add(message, None, [(str(path.relative_to(WEB)), 1)], auto_comments=comments, context=context)


def updated(path: Path, messages: Catalog, language: str) -> Catalog:
    """The catalogue of the path with these texts: its translations are kept, nothing is guessed."""
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    made = Catalog(locale=language)
    for message in messages:
        if message.id:
            known = old.get(message.id)
            said = known.string if known else None
            made.add(message.id, said, message.locations, auto_comments=message.auto_comments)
    return made


def told_twice(language: str) -> list[str]:
    """Texts that two catalogues translate differently: the app has one translation of a text."""
    said: dict[object, dict[object, str]] = {}
    for path in sorted((WEB / "locale" / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and not untranslated(message):
                    said.setdefault(str(message.id), {}).setdefault(str(message.string), path.name)
    return [
        f"{text!r} is {' and '.join(f'{one!r} in {name}' for one, name in told.items())} ({language}): make it one"
        for text, told in said.items()
        if len(told) > 1
    ]


def untranslated(message: object) -> bool:
    """Whether a text has no translation, or not all of its plural forms."""
    if not message.id:  # type: ignore[attr-defined]
        return False
    said = message.string  # type: ignore[attr-defined]
    return not all(said) if isinstance(said, tuple | list) else not said


def rendered(catalogue: Catalog) -> bytes:
    """The file, without dates, so that it changes only with its texts."""
    out = BytesIO()
    write_po(out, catalogue, width=120, omit_header=True, sort_output=True, include_lineno=False)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
