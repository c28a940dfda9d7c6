"""What is kept of findings: in the place of what was kept before, counted, stale, gone with what it was about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from sqlalchemy import Connection

from dragoman.ledger import Ledger, adding, claims, findings, imports, opened, recalled_claims, statements, ties
from dragoman.ledger.adding import Arrival
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.findings import KeptFinding
from dragoman.ledger.judgements import Word, add
from dragoman.ledger.opening import revision_of
from dragoman.model import Dataset, Kind, Party, Ruling, Status

from .made import CODER, coding, statement

NUMBERS = count(1)
DATASET = Dataset(
    name="made", title="Made", version="1", terms="any", credit="Us", first_year=2000, last_year=2020
)  # fmt: skip


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as made:
        yield made


def put(ledger: Ledger, text: str, published: str = "2024-05-14", outlet: str = "news.example") -> tuple[str, str]:
    """A document with one statement; both keys."""
    source = f"https://{outlet}/{next(NUMBERS)}"
    told = coding(text, statement(text), published=published, outlet=outlet, source=source)
    with ledger.writing() as connection:
        key = adding.add(connection, Arrival(told, source, CODER)).key
        return key, next(iter(statements.of_document(connection, key)))


def finding(
    document: str,
    said: str,
    *actors: str,
    verdict: str = "no_trace",
    status: Status = Status.possible,
    kind: Kind = Kind.inference,
    quoted: bool = False,
) -> KeptFinding:
    return KeptFinding(
        key=f"{next(NUMBERS):016x}",
        document=document,
        kind=kind,
        type="capability",
        status=status,
        quoted=quoted,
        verdict=verdict,
        parties=tuple(Party(actor=actor, role="beneficiary") for actor in actors),
        statements=(said,),
        body="{}",
    )


def keep(ledger: Ledger, *found: KeptFinding, document: str | None = None) -> None:
    with ledger.writing() as connection:
        key = document or found[0].document
        findings.keep(connection, key, found, record=imports.state(connection))


def keys(connection: Connection, **asked: object) -> list[str]:
    return [row.key for row in claims.chosen(connection, ClaimSelection.model_validate(asked))]


def standing(ledger: Ledger) -> findings.Standing:
    with ledger.reading() as connection:
        return findings.standing(connection, imports.state(connection))


def waiting(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return findings.waiting(connection, imports.state(connection))


def test_what_is_kept_anew_takes_the_place_of_what_was_there(ledger: Ledger) -> None:
    document, said = put(ledger, "Kazakhstan may make radars.")
    keep(ledger, finding(document, said, "KAZ"), finding(document, said, "MNG"))
    last = finding(document, said, "KAZ", "MNG", verdict="supported")
    keep(ledger, last)
    with ledger.reading() as connection:
        (claim,) = recalled_claims.chosen(connection, ClaimSelection(actors=("KAZ", "MNG")))
        assert keys(connection) == [last.key]
        assert findings.on_statements(connection, [said]) == {said: (last.key,)}
    assert claim.document.outlet == "news.example"
    assert [key for key, _ in claim.statements] == [said]
    assert claim.words == "Kazakhstan may make radars."
    assert [party.actor for party in claim.parties] == ["KAZ", "MNG"]
    assert not claim.stale


def test_a_document_waits_until_it_is_tested_and_again_when_a_dataset_comes(ledger: Ledger) -> None:
    document, said = put(ledger, "Kazakhstan may make radars.")
    assert waiting(ledger) == [document]
    keep(ledger, finding(document, said, "KAZ"))
    assert standing(ledger) == findings.Standing(tested=1, stale=0, untested=0)
    with ledger.writing() as connection:
        ties.replace(connection, DATASET, [], file="made.csv", sha256="1")
    assert standing(ledger) == findings.Standing(tested=0, stale=1, untested=0)
    assert waiting(ledger) == [document]
    with ledger.reading() as connection:
        (claim,) = recalled_claims.chosen(connection, ClaimSelection())
    assert claim.stale


def test_a_judgement_makes_it_stale_and_a_new_coding_takes_it_out(ledger: Ledger) -> None:
    document, said = put(ledger, "Kazakhstan may make radars.")
    keep(ledger, finding(document, said, "KAZ"))
    with ledger.writing() as connection:
        add(connection, Word(Ruling.accept, (said,), "Rana"))
    assert standing(ledger) == findings.Standing(tested=0, stale=1, untested=0)
    keep(ledger, finding(document, said, "KAZ"))
    assert standing(ledger).tested == 1
    with ledger.writing() as connection:
        told = coding("Kazakhstan may make radars.", published="2024-05-14")
        adding.recode(connection, document, told, coder="rules/en@newer")
    assert standing(ledger) == findings.Standing(tested=0, stale=0, untested=1)
    with ledger.reading() as connection:
        assert keys(connection) == []


def test_an_older_version_of_a_page_claims_nothing_any_more(ledger: Ledger) -> None:
    old = coding("Kazakhstan may make radars.", statement("Kazakhstan may make radars."))
    new = coding("Kazakhstan may make no radars.", statement("Kazakhstan may make no radars."))
    with ledger.writing() as connection:
        first = adding.add(connection, Arrival(old, "https://news.example/1", CODER)).key
        said = next(iter(statements.of_document(connection, first)))
    keep(ledger, finding(first, said, "KAZ"))
    with ledger.writing() as connection:
        second = adding.add(connection, Arrival(new, "https://news.example/1", CODER)).key
    assert waiting(ledger) == [second]
    with ledger.reading() as connection:
        assert keys(connection) == []


def test_claims_are_chosen_by_what_they_are_asked_for(ledger: Ledger) -> None:
    one, said = put(ledger, "One.", published="2024-05-14", outlet="a.example")
    other, says = put(ledger, "Other.", published="2023", outlet="b.example")
    hedged = finding(one, said, "KAZ", "MNG")
    given = finding(one, said, "KAZ", verdict="supported", status=Status.ongoing, kind=Kind.tie)
    keep(ledger, hedged, given)
    spoken = finding(other, says, "MNG", verdict="supported", status=Status.happened, quoted=True)
    keep(ledger, spoken)
    with ledger.reading() as connection:
        assert keys(connection) == [given.key, hedged.key, spoken.key]
        assert keys(connection, kinds=["inference"]) == [hedged.key, spoken.key]
        assert keys(connection, verdicts=["supported"]) == [given.key, spoken.key]
        assert keys(connection, outlets=["a.example"], statuses=["possible"]) == [hedged.key]
        assert keys(connection, quoted=True) == [spoken.key]
        assert keys(connection, actors=["MNG"]) == [hedged.key, spoken.key]
        assert keys(connection, actors=["MNG", "KAZ"]) == [hedged.key]
        assert keys(connection, actors=["MNG", "KAZ", "CHN"]) == [hedged.key]
        assert keys(connection, since="2024") == [given.key, hedged.key]
        assert keys(connection, until="2023-05") == [spoken.key]
        assert keys(connection, document=other) == [spoken.key]


@pytest.mark.parametrize("asked", [{}, {"kinds": ["inference"]}, {"actors": ["KAZ"]}, {"actors": ["KAZ", "MNG"]}])
def test_a_list_in_pages_is_the_list(ledger: Ledger, asked: dict[str, list[str]]) -> None:
    for number, published in enumerate(("2024-05-14", "2024", "2024-05-14", "2019-01-01")):
        document, said = put(ledger, f"Text {number}.", published=published)
        keep(ledger, finding(document, said, "KAZ", "MNG"), finding(document, said, "KAZ", kind=Kind.tie))
    undated = coding("No date.", statement("No date."), published="")
    undated = undated.model_copy(update={"document": undated.document.model_copy(update={"published": None})})
    with ledger.writing() as connection:
        document = adding.add(connection, Arrival(undated, None, CODER)).key
        said = next(iter(statements.of_document(connection, document)))
    keep(ledger, finding(document, said, "KAZ", "MNG"), finding(document, said, "KAZ", "MNG"))
    selection = ClaimSelection.model_validate(asked)
    with ledger.reading() as connection:
        whole = [row.key for row in claims.chosen(connection, selection)]
        pages: list[str] = []
        place = None
        while page := list(claims.chosen(connection, selection, limit=3, after=place)):
            pages += [row.key for row in page]
            place = page[-1].published, page[-1].key
        assert claims.count(connection, selection) == len(whole)
    assert pages == whole


def test_claims_are_counted_by_outlet_and_by_actor(ledger: Ledger) -> None:
    one, said = put(ledger, "One.", outlet="a.example")
    keep(ledger, finding(one, said, "KAZ", "MNG"), finding(one, said, "KAZ", verdict="partly", kind=Kind.tie))
    with ledger.reading() as connection:
        arguments = ClaimSelection(kinds=(Kind.inference,))
        (tally,) = claims.by_outlet(connection, arguments)
        assert (tally.outlet, tally.status, tally.verdict, tally.claims) == ("a.example", "possible", "no_trace", 1)
        for asked in (arguments, ClaimSelection(kinds=(Kind.inference,), outlets=("a.example",))):
            found = {(one.actor, one.verdict): one.claims for one in claims.by_actor(connection, asked)}
            assert found == {("KAZ", "no_trace"): 1, ("MNG", "no_trace"): 1}


def test_the_revision_counts_what_is_written_to_the_record(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        before = revision_of(connection)
    put(ledger, "One.")
    with pytest.raises(ZeroDivisionError), ledger.writing():
        1 / 0  # noqa: B018
    with ledger.noting():
        pass
    with ledger.reading() as connection:
        assert revision_of(connection) == before + 1
