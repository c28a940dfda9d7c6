from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from dragoman.errors import LedgerError, NotInLedger
from dragoman.ledger import adding, judgements, keys, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import Word
from dragoman.ledger.keys import Found, Thing
from dragoman.ledger.tables import datasets, documents, events, ties
from dragoman.model import Ruling

from .made import CODER, coding, statement

MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on Monday to speak of joint exercises."
ADDRESS = "https://a.example/1"


def filled(connection: Connection) -> dict[Thing, str]:
    """A thing of each kind, by its key."""
    document = adding.add(connection, Arrival(coding(MET, statement(MET)), ADDRESS, CODER)).key
    (said,) = statements.of_document(connection, document)
    judgement = judgements.add(connection, Word(Ruling.accept, (said,), "Rana"))
    event, tie = (connection.execute(select(c)).scalar_one() for c in (events.c.key, ties.c.id))
    found = (document, said, event, tie, judgement.id, "coded")
    return dict(zip(Thing, found, strict=True))


def test_a_key_or_its_beginning_names_a_thing(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        for thing, key in filled(connection).items():
            for named in (key, key[:8], key[:8].upper()):
                assert keys.find(connection, named) == keys.find(connection, named, thing) == Found(thing, key)
            others = [kind for kind in Thing if kind is not thing]
            with pytest.raises(NotInLedger, match=f"{key}: no"):
                keys.find(connection, key, *others)


def test_a_document_is_named_by_its_address_too(ledger_url: str) -> None:
    changed = MET.replace("Monday", "Tuesday")
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        filled(connection)
        last = adding.add(connection, Arrival(coding(changed, statement(changed)), ADDRESS, CODER)).key
        assert keys.find(connection, ADDRESS) == Found(Thing.document, last)
        assert keys.find(connection, f"{ADDRESS}#part", Thing.document).key == last
        file = str(Path("article.txt").resolve())
        other = adding.add(connection, Arrival(coding("Nothing.", source=file), file, CODER)).key
        assert keys.find(connection, "article.txt").key == other


def test_what_begins_several_is_told_with_them(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = filled(connection)[Thing.document]
        row = connection.execute(select(documents)).mappings().one()
        twin = key[:10] + "000000"
        connection.execute(insert(documents), {**row, "key": twin, "number": 99})
        with pytest.raises(LedgerError, match=f"document {twin}, document {key}|document {key}, document {twin}"):
            keys.find(connection, key[:10])
        assert keys.find(connection, key).key == key


@pytest.mark.parametrize("named", ["", "ab", "nothing", "https://nowhere.example", "0' OR 1", "%", "ffffffffffffffff0"])
def test_what_names_nothing_is_told(ledger_url: str, named: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.reading() as connection:
        with pytest.raises(NotInLedger, match="of that name"):
            keys.find(connection, named)
        with pytest.raises(NotInLedger, match=r"no event or tie of that name"):
            keys.find(connection, named, Thing.event, Thing.tie)


def test_a_dataset_is_named_by_its_name_even_where_a_key_begins_so(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = filled(connection)[Thing.document]
        for name in ("dcad", "sipri-register", "sipri-tiv"):
            connection.execute(
                insert(datasets), {**connection.execute(select(datasets)).mappings().first(), "name": name}
            )
        row = connection.execute(select(documents)).mappings().one()
        connection.execute(insert(documents), {**row, "key": "dcad" + key[4:], "number": 99})
        assert keys.find(connection, "dcad") == Found(Thing.dataset, "dcad")
        assert keys.find(connection, "sipri-r") == Found(Thing.dataset, "sipri-register")
        with pytest.raises(LedgerError, match="dataset sipri-register, dataset sipri-tiv"):
            keys.find(connection, "sipri")
        with pytest.raises(NotInLedger):
            keys.find(connection, "sipri_register")


@pytest.mark.parametrize("shared", [0, 5, 6, 11, 15])
def test_keys_are_shown_as_short_as_they_name_one_thing(ledger_url: str, shared: int) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = filled(connection)[Thing.document]
        other = key[:shared] + ("0" if key[shared] != "0" else "1") + key[shared + 1 :]
        row = connection.execute(select(documents)).mappings().one()
        connection.execute(insert(documents), {**row, "key": other, "number": 99})
        told = keys.short(connection, [key, other])
        assert {len(some) for some in told.values()} == {max(keys.LEAST, shared + 1)}
        for whole, some in told.items():
            assert keys.find(connection, some) == Found(Thing.document, whole)
