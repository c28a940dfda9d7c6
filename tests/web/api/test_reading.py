"""What the API answers: the nouns of the ledger, in pages, with tags, and problems where something is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from dragoman.ledger.recall import recall
from dragoman.ledger.records import DocumentRecord
from dragoman.model import Event, Tie
from dragoman.network.alongside import Alongside

from .conftest import Api

LISTS = ("documents", "statements", "events", "ties", "claims", "judgements")


def get(api: Api, address: str, status: int = 200) -> Any:
    answer = api.client.get(address)
    assert answer.status_code == status, answer.text
    return answer.json()


def walked(api: Api, address: str) -> list[Any]:
    """Every page of a list, by the links of its answers."""
    items: list[Any] = []
    following: str | None = address
    while following:
        answer = api.client.get(following)
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        link = answer.headers.get("Link", "")
        assert bool(link) == (answer.json()["next"] is not None)
        following = f"http://127.0.0.1{link[1 : link.index('>')]}" if link else None
    return items


@pytest.mark.parametrize("name", LISTS)
def test_a_list_in_pages_is_the_list(api: Api, name: str) -> None:
    whole = get(api, f"{name}?limit=200")
    assert whole["items"] and whole["next"] is None
    assert walked(api, f"{name}?limit=1") == whole["items"]
    assert walked(api, f"{name}?limit=3") == whole["items"]


def test_items_are_the_nouns_of_the_model(api: Api) -> None:
    ties = [Tie.model_validate(one) for one in get(api, "ties?actor=KAZ&actor=Mongolia&limit=200")["items"]]
    assert ties and all({tie.source, tie.target} == {"KAZ", "MNG"} for tie in ties)
    events = [Event.model_validate(one) for one in get(api, "events?type=meeting")["items"]]
    assert {event.type for event in events} == {"meeting"}
    key = api.keys["lake"]
    with api.ledger.reading() as connection:
        assert DocumentRecord.model_validate(get(api, f"documents/{key}")) == recall(connection, key)


@pytest.mark.parametrize("name", ["documents", "statements", "events", "ties", "judgements"])
def test_one_is_found_by_its_key_or_the_beginning_of_it(api: Api, name: str) -> None:
    (first, *_) = get(api, f"{name}?limit=1")["items"]
    key = first.get("key") or first["id"]
    whole = get(api, f"{name}/{key}")
    assert get(api, f"{name}/{key[:-2]}") == whole


def test_a_tie_is_told_with_what_stands_alongside(api: Api) -> None:
    tie = next(one for one in get(api, "ties?limit=200")["items"] if one["start"] and one["status"] == "happened")
    found = TypeAdapter(list[Alongside]).validate_python(get(api, f"ties/{tie['id']}/alongside"))
    assert found and all(one.actor in (tie["source"], tie["target"]) for one in found)
    assert all(one.partners and one.ties == sum(partner.ties for partner in one.partners) for one in found)


def test_claims_have_their_findings(api: Api) -> None:
    claims = get(api, "claims?kind=event&kind=tie")["items"]
    assert claims
    for claim in claims:
        assert claim["finding"]["verdict"] and claim["words"] and not claim["stale"]
        assert get(api, f"claims/{claim['key']}") == claim
    assert sum(one["claims"] for one in get(api, "claims/outlets")) == len(get(api, "claims?limit=200")["items"])


def test_a_brief_of_a_kept_document(api: Api) -> None:
    told = get(api, f"documents/{api.keys['lake']}/brief?language=ru")
    assert told["language"] == "ru" and told["sections"]


def test_documents_are_chosen_by_what_they_say(api: Api) -> None:
    found = get(api, "documents?language=ru&status=planned")["items"]
    assert [one["key"] for one in found] == [api.keys["lake"]]
    assert get(api, "documents?actor=CHN&status=denied")["items"] == []


def test_words_are_found_in_any_form(api: Api) -> None:
    hits = get(api, "search?q=поставка радара")
    assert (hits["found"], hits["items"][0]["key"]) == (1, api.keys["lake"])


def test_the_network_answers(api: Api) -> None:
    assert get(api, "dossiers/Kazakhstan")["actors"] == ["KAZ"]
    assert get(api, "dossiers/KAZ/MNG?as_of=2012")["as_of"] == "2012-12-31"
    assert get(api, "paths?beneficiary=KAZ&origin=USA&via=MNG")["paths"][0]["via"] == ["MNG"]
    assert get(api, "suppliers/KAZ?window=3")["size"] == 3
    assert get(api, "brokers?layer=exercise&as_of=2005")["tables"]
    assert get(api, "precedents?via=MNG&origin=USA&beneficiary=KAZ")["via"] == "MNG"


def test_states_have_names_numbers_and_organisations(api: Api) -> None:
    assert len(get(api, "states")) > 190
    czechia = get(api, "states/Чехия?as_of=2000")
    assert (czechia["code"], czechia["cow"], "NATO" in czechia["organisations"]) == ("CZE", 316, True)
    assert "EU" not in czechia["organisations"]


def test_datasets_have_their_credit_lines(api: Api) -> None:
    assert {one["dataset"]["name"] for one in get(api, "datasets")} == {"coded", "drills"}
    assert get(api, "datasets/drills")["held"]["dataset"]["credit"].startswith("Credit: ")


def test_an_answer_holds_until_the_ledger_is_written(api: Api) -> None:
    first = api.client.get("events")
    tag = first.headers["ETag"]
    again = api.client.get("events", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert api.client.get("events?limit=1").headers["ETag"] != tag
    with api.ledger.noting():
        pass
    assert api.client.get("events").headers["ETag"] == tag
    with api.ledger.writing():
        pass
    renewed = api.client.get("events", headers={"If-None-Match": tag})
    assert (renewed.status_code, renewed.json()) == (200, first.json())


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("nothing", 404, "Not Found"),
        ("documents/zzzz", 404, "no document of that name"),
        ("states/Nowhere", 404, "no actor is called so"),
        ("ties?actor=Nowhere", 400, "no actor is called so"),
        ("events?type=brunch", 400, "the codebook has no 'brunch'"),
        ("ties?since=2024&until=2010", 400, "2024 lies after 2010"),
        ("ties?since=2024-13", 422, "query.since"),
        ("events?cursor=abc", 400, "no page begins there"),
        ("documents?cursor=WyJ4IiwgIiJd", 400, "no page begins there"),
        ("events?limit=0", 422, "query.limit"),
        ("dossiers/KAZ/Kazakhstan", 400, "named twice"),
        ("paths?beneficiary=KAZ&origin=USA&via=KAZ", 400, "others than the two ends"),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(api: Api, address: str, status: int, said: str) -> None:
    answer = api.client.get(address)
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert problem["status"] == status and said in problem["detail"]
    assert problem["instance"].startswith("/api/v1/")
