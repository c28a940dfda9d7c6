"""Adding articles: by address, by paste, by upload; each item says how far it is, and the page can be left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import DragomanError, SourceRefused, SourceTooLarge
from dragoman.ledger.rows import digest
from dragoman.sources.reader import SCHEME
from dragoman.web.basket import Basket, Item
from dragoman.web.desk import At
from dragoman.web.security import Reviewer
from dragoman.web.security.uploads import AT_ONCE, check_number, name_of, text_of
from dragoman.web.workshop import Work, Workshop
from dragoman.web.workshop.adding import LONGEST, AddFetched, AddGiven

router = APIRouter()
OPENING = 80
"""Characters of a pasted text that it is called by until it is read."""
PASTED = "pasted"
"""The source of a document that was pasted without its address."""


@router.get("/add")
def show(desk: At, by: Reviewer, seen: str = "") -> Response:
    """The page, or its list alone; nothing where the list is as it was `seen`, so that what is focused stays."""
    workshop: Workshop = desk.request.app.state.workshop
    workshop.warm()
    if desk.partial and seen and seen == _state(_basket(desk).items()):
        return Response(status_code=204)
    return _list(desk)


@router.post("/add/address")
def add_addresses(desk: At, by: Reviewer, addresses: Annotated[str, Form()] = "") -> Response:
    """Fetch these addresses, one a line."""
    given = [line.strip() for line in addresses.splitlines() if line.strip()]
    if len(given) > AT_ONCE:
        raise SourceTooLarge(f"{len(given)} addresses at once", advice=f"give {AT_ONCE} at most")
    for address in given:
        if len(address) > LONGEST:
            advice = f"an address has {LONGEST} characters at most"
            what = SourceRefused("too long for an address", source=address[:OPENING], advice=advice)
            _put(desk, by, address[:OPENING], Work.refused(what))
        else:
            _put(desk, by, address, _workshop(desk).begin(AddFetched(address, by)))
    return _given(desk)


@router.post("/add/paste")
def add_pasted(desk: At, by: Reviewer, text: Annotated[str, Form()] = "", at: Annotated[str, Form()] = "") -> Response:
    """Read a text or the source of a page; `at` is the address where it stood."""
    address = at.strip()
    scheme = SCHEME.match(address)
    if address and (scheme is None or scheme[1].lower() not in ("http", "https") or len(address) > LONGEST):
        advice = "give one that begins with https://"
        raise SourceRefused("not the address of a page", source=address[:OPENING], advice=advice)
    if not text.strip():
        return _given(desk)
    named = " ".join(text[:1000].split())[:OPENING]
    _put(desk, by, named, _workshop(desk).begin(AddGiven(address or PASTED, text, address or None)))
    return _given(desk)


@router.post("/add/upload")
def add_uploaded(desk: At, by: Reviewer, files: list[UploadFile]) -> Response:
    """Read these files; one that is no text is refused and told, the others are read."""
    check_number(files)
    for file in files:
        if not file.filename:
            continue
        try:
            upload = text_of(file)
        except DragomanError as error:
            _put(desk, by, name_of(file), Work.refused(error))
        else:
            _put(desk, by, upload.name, _workshop(desk).begin(AddGiven(upload.name, upload.content)))
    return _given(desk)


@router.post("/add/clear")
def clear(desk: At, by: Reviewer) -> Response:
    """Take what has ended out of the list."""
    _basket(desk).clear()
    return _given(desk)


def _put(desk: At, by: Reviewer, name: str, work: Work) -> None:
    _basket(desk).put(Item(name, by.name, work))


def _given(desk: At) -> Response:
    return _list(desk) if desk.partial else RedirectResponse("/add", 303)


def _list(desk: At) -> Response:
    items = _basket(desk).items()
    done = sum(item.work.is_done for item in items)
    return desk.page("add.html", part="items", items=items, done=done, at_once=AT_ONCE, state=_state(items))


def _state(items: Sequence[Item]) -> str:
    """How far each of them is, in a word."""
    return digest(*(f"{item.work.number} {item.work.step} {item.name}" for item in items))


def _basket(desk: At) -> Basket:
    found: Basket = desk.request.app.state.basket
    return found


def _workshop(desk: At) -> Workshop:
    found: Workshop = desk.request.app.state.workshop
    return found
