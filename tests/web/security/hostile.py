"""A ledger in which every text that comes from outside tries to run something, and what of it a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from urllib.parse import urlsplit

from lxml import html as parsed
from sqlalchemy import select
from tests.web.filled import CODER, said

from dragoman.findings import testing
from dragoman.ledger import Ledger, audit, findings, imports
from dragoman.ledger.adding import Arrival, add
from dragoman.ledger.audit import Person
from dragoman.ledger.tables import documents, events, statements, ties
from dragoman.model import Coding, Document, Kind, Status
from dragoman.review import ruling
from dragoman.review.ruling import Reviewer
from dragoman.web.api import PREFIX

MARK = "hostile7"
"""An attribute of every element that the texts try to bring in: one is enough to find it by."""
PAYLOAD = (
    f"\"'><script {MARK}>alert(1)</script><img {MARK} src=x onerror=alert(2)><svg {MARK} onload=alert(3)></svg>"
    f'<a {MARK} href="javascript:alert(4)">x</a><iframe {MARK} srcdoc="<script>alert(5)</script>"></iframe>'
    f"</script></style></title></textarea></option><b {MARK} style=color:red>{{{{7*7}}}}${{7*7}}<!--"
)
JAVASCRIPT = "javascript:alert(6)//https://news.example/"
PARTIES = (("KAZ", "party", "Kazakhstan"), ("MNG", "party", f"Mongolia {PAYLOAD}"))


def _coding(name: str, source: str) -> Coding:
    met = f"The ministers of Kazakhstan and Mongolia {PAYLOAD} met in Astana."
    gains = f"So Kazakhstan could become a bridge to Mongolia {PAYLOAD} one day ({name})."
    text = f"{met}\n\n{gains}"
    document = Document(
        id=name, source=source, text=text, outlet=f"outlet {PAYLOAD}", language="en", published="2024-05-15",
        headline=f"Headline {PAYLOAD}", author=f"author {PAYLOAD}",
    )  # fmt: skip
    reported = said(text, met, "met", PARTIES, type="meeting", speaker=f"Mongolia {PAYLOAD}", day="2024-05-13")
    agreed = said(text, met, "met", PARTIES, type="agreement", day="2024-05-13", cues=("met",))
    argued = said(
        text, gains, "bridge", (("KAZ", "intermediary", "Kazakhstan could"), ("MNG", "beneficiary", "to Mongolia")),
        type="indirect_access", status=Status.possible, kind=Kind.inference, cues=("could",),
    )  # fmt: skip
    titled = agreed.model_copy(update={"instrument": f"Treaty {PAYLOAD}", "place": "KAZ"})
    return Coding(document=document, statements=(reported, titled, argued))


def fill(ledger: Ledger) -> None:
    """Two such articles, with judgements, lines of the audit log and findings of their own."""
    with ledger.writing() as connection:
        for name, source in (("one", f"https://news.example/{PAYLOAD}"), ("two", JAVASCRIPT)):
            add(connection, Arrival(_coding(name, source), source, CODER))
        keys = connection.execute(select(statements.c.key).order_by(statements.c.key)).scalars().all()
        for key in keys[:3]:
            ruling.accept(connection, key, Reviewer(f"reviewer {PAYLOAD}", f"because {PAYLOAD}"))
        audit.note(connection, Person(f"who {PAYLOAD}", f"from {PAYLOAD}"), f"what {PAYLOAD}", f"on {PAYLOAD}")
    with ledger.reading() as connection:
        waiting = findings.waiting(connection, imports.state(connection))
    for _ in testing.tested(ledger, waiting):
        pass


def addresses(ledger: Ledger, calls: list[tuple[str, str]]) -> Iterator[str]:
    """Addresses of pages with keys of this ledger in the place of their parameters, and searches for the payload."""
    with ledger.reading() as connection:
        known = ["KAZ", "MNG", "en", "indirect_access"]
        for column in (documents.c.key, statements.c.key, events.c.key, ties.c.id):
            known += connection.execute(select(column).order_by(column).limit(1)).scalars()
    for method, path in calls:
        if method != "GET" or path.startswith(PREFIX):
            continue
        parts = path.split("/")
        choices = [known if part.startswith("{") else [part] for part in parts]
        for chosen in product(*choices):
            yield "/".join(chosen)
    for name in ("q", "outlet", "state", "type", "status", "who", "action", "from", "to", "next", "back", "lang"):
        for page in ("/", "/claims", "/review", "/audit", "/login", "/paths", "/states", "/network", "/data"):
            yield f"{page}?{name}={PAYLOAD}"


def faults(page: str) -> list[str]:
    """What in a page was brought in, could run, or leads where no page of ours leads."""
    found = []
    for element in parsed.document_fromstring(page).iter(parsed.etree.Element):
        attributes = {name.lower(): value for name, value in element.attrib.items()}
        shown = parsed.etree.tostring(element, encoding="unicode")[:200]
        source = attributes.get("src", "")
        runs = element.tag == "script" and not source.startswith("/static/")
        brought = MARK in attributes or any(name.startswith(("on", "hx-on")) for name in attributes)
        if runs or brought or "style" in attributes or element.tag in ("iframe", "object", "embed", "base", "style"):
            found.append(shown)
        for name in ("href", "src", "action", "formaction", "hx-get", "hx-post", "data-figure"):
            scheme = urlsplit(attributes.get(name, "").strip()).scheme
            if scheme not in ("", "http", "https") and not attributes[name].startswith("data:image/"):
                found.append(shown)
    return found
