"""Makes web archives as a news crawl has them, in the layout of CC-NEWS, from our own texts.

    python benchmarks/scale/make_warcs.py FOLDER --pages 10000
    python benchmarks/scale/make_warcs.py FOLDER --pages 10000 --broken

Each record is a gzip member: a warcinfo first, then request and response by turns. Pages stand on sites with markup,
menus, teasers, scripts and styles of their own, most of them in UTF-8, some Russian ones in windows-1251 and KOI8-R.
`--relevant` of the pages are articles on defence ties, set from the passages of `evaluation/`; `--near` are about war,
armies and crime without a tie; the others are ordinary, a quarter of them in languages that have no pack, and every
tenth names the army by the way. A seventh of the sites name war and defence in their menus, and one of fourteen
teasers beside any article is of an article on war or on defence ties. What a page is stands in its address
(`/relevant/`, `/near/`, `/ordinary/`, `/other/`).
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
RELEVANT, NEAR = 0.005, 0.005
OTHER = 0.25
"""Share of ordinary pages in languages without a pack."""
RUSSIAN = 0.3
"""Share of the others that are in Russian."""
OLD_CHARSETS = (("windows-1251", "cp1251", 0.08), ("koi8-r", "koi8-r", 0.01))
"""Share of Russian sites in each."""
PASSING = 0.1
"""Share of ordinary pages that name the army by the way."""
TEASED = (0.04, 0.03)
"""Shares of teasers that are of articles on war, and on defence ties."""
LONG = (12, 36)
"""Sentences of a page, fewest and most: some 2,300 letters on average, as English articles of CC-NEWS have (708,241 of
them from 2017 to 2019 take 2.0 GB with headline and address)."""
BESIDE = (4, 12)
"""Sentences of an article on defence ties that are about something else."""
SITES = 60
WARLIKE = 7
"""Every so many sites name war and defence in their menus."""
MENU = {"en": ("Military", "War in Ukraine", "Defence"), "ru": ("Армия", "Война на Украине", "Оборона")}
NOT_PAGES = 0.04
"""Share of responses that are no pages: redirects, images, feeds."""


@cache
def texts() -> dict[str, dict[str, Any]]:
    """Sentences by sort and language; ordinary ones by subject too."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("texts.yaml").read_text("utf-8"))
    loaded["relevant"] = {language: list(passages(language)) for language in ("en", "ru")}
    return loaded


def passages(language: str) -> Iterator[str]:
    """The annotated passages of the project that say something."""
    for path in sorted((ROOT / "evaluation" / language).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["events"] or row["inferences"]:
                yield " ".join(row["text"].split())


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of a site share. `charset` is what it declares, `codec` how Python calls that."""

    host: str
    language: str
    charset: str
    codec: str
    head: str
    menu: str
    tail: str
    teasers: int


@dataclass(slots=True)
class Maker:
    """Makes pages; the same for the same seed."""

    seed: int = 1
    relevant: float = RELEVANT
    near: float = NEAR
    copies: float = 0.0
    """Share of relevant pages that print an article of another page."""
    dice: random.Random = field(init=False)
    sites: dict[str, list[Site]] = field(init=False)
    printed: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        languages = ["en", "ru", *texts()["others"]]
        self.sites = {language: [site(language, number) for number in range(SITES)] for language in languages}

    def page(self, number: int) -> tuple[str, bytes, Site]:
        """The address of a page, its HTML, and the site it stands on."""
        drawn = self.dice.random()
        sort = "relevant" if drawn < self.relevant else "near" if drawn < self.relevant + self.near else "ordinary"
        language = "ru" if self.dice.random() < RUSSIAN else "en"
        if sort == "ordinary" and self.dice.random() < OTHER:
            sort, language = "other", self.dice.choice(list(texts()["others"]))
        place = self.dice.choice(self.sites[language])
        headline, paragraphs = self.article(sort, language)
        address = f"https://{place.host}/{sort}/{number}"
        return address, self.html(place, address, headline, paragraphs).encode(place.codec, "xmlcharrefreplace"), place

    def article(self, sort: str, language: str) -> tuple[str, list[str]]:
        """A headline and paragraphs of some sentences; a relevant article may be a copy of an earlier one."""
        before = self.printed.setdefault(language, [])
        if sort == "relevant" and before and self.dice.random() < self.copies:
            headline, paragraphs = self.dice.choice(before)
            return f"{headline} ({self.dice.randrange(100)})", [*paragraphs, self.dice.choice(ordinary(language))]
        if sort == "relevant":
            told = self.dice.sample(texts()["relevant"][language], self.dice.randint(5, 9))
            beside = self.dice.choices(ordinary(language), k=self.dice.randint(*BESIDE))
            some = [*told, *(" ".join(beside[start : start + 2]) for start in range(0, len(beside), 2))]
        else:
            some = self.sentences(sort, language)
        each = 1 if sort == "relevant" else 2
        paragraphs = [" ".join(some[start : start + each]) for start in range(0, len(some), each)]
        headline = " ".join(some[0].split()[: self.dice.randint(6, 11)]).rstrip(",;:.")
        if sort == "relevant":
            before.append((headline, paragraphs))
        return headline, paragraphs

    def sentences(self, sort: str, language: str) -> list[str]:
        """The sentences of a page that is about something else: of one subject, and some of the town."""
        known = texts()
        if sort == "other":
            return self.dice.choices(known["others"][language], k=self.dice.randint(*LONG))
        subjects = known["ordinary"][language]
        about = known["near"][language] if sort == "near" else subjects[self.dice.choice(sorted(subjects))]
        local = self.dice.randint(2, 6)
        some = self.dice.choices(about, k=self.dice.randint(*LONG) - local)
        some += self.dice.choices(subjects["local"], k=local)
        if sort == "ordinary" and self.dice.random() < PASSING:
            some[-1] = self.dice.choice(known["passing"][language])
        self.dice.shuffle(some)
        return some

    def html(self, place: Site, address: str, headline: str, paragraphs: Sequence[str]) -> str:
        """A page: what the site has on all pages around an article and teasers of others."""
        day, hour, minute = self.dice.randint(1, 28), self.dice.randint(0, 23), self.dice.randint(0, 59)
        date = f"2024-10-{day:02}T{hour:02}:{minute:02}:00+03:00"
        told = json.dumps(
            {"@type": "NewsArticle", "headline": headline, "datePublished": date, "mainEntityOfPage": address},
            ensure_ascii=place.codec != "utf-8",
        )
        body = "".join(f'<p class="article__text">{paragraph}</p>\n' for paragraph in paragraphs)
        return (
            f'<!DOCTYPE html>\n<html lang="{place.language}"><head><meta charset="{place.charset}">'
            f'<title>{headline} | {place.host}</title><link rel="canonical" href="{address}">'
            f'<meta property="article:published_time" content="{date}"><meta property="og:title" content="{headline}">'
            f'<meta property="og:site_name" content="{place.host}"><script type="application/ld+json">{told}</script>'
            f'{place.head}</head><body class="page page--article">{place.menu}<main><article class="article">'
            f'<h1 class="article__title">{headline}</h1><time datetime="{date}">{date[:10]}</time>\n{body}</article>'
            f'<aside class="teasers">{self.teasers(place)}</aside></main>{place.tail}</body></html>'
        )

    def teasers(self, place: Site) -> str:
        """Links to other articles with their first words, as they stand beside every article."""
        told: list[str] = []
        for number in range(place.teasers):
            words = self.dice.choice(self.teased(place.language)).split()[:11]
            told.append(
                f'<div class="teaser t-{number % 3}"><a class="teaser__link" href="/{self.dice.randrange(10**7)}" '
                f'data-position="{number}" data-track="click"><img class="teaser__image" loading="lazy" width="320" '
                f'height="180" src="https://img.{place.host}/{self.dice.randrange(10**9):09}.webp" alt=""><span '
                f'class="teaser__title">{" ".join(words)}</span></a><span class="teaser__meta">{number} min</span>'
                "</div>\n"
            )
        return "".join(told)

    def teased(self, language: str) -> list[str]:
        """Whose first words a teaser shows."""
        drawn, known = self.dice.random(), texts()
        if language in known["near"] and drawn < sum(TEASED):
            return known["near" if drawn < TEASED[0] else "relevant"][language]
        return ordinary(language)


@cache
def ordinary(language: str) -> list[str]:
    """Sentences of ordinary pages in a language, of all subjects."""
    known = texts()
    subjects = known["ordinary"].get(language)
    return [one for some in subjects.values() for one in some] if subjects else known["others"][language]


@cache
def site(language: str, number: int) -> Site:
    """A site: half of its pages' bytes are scripts, styles and menus."""
    dice = random.Random(f"{language}{number}")
    host = f"news{number}.{language}.example"
    charset, codec = "utf-8", "utf-8"
    if language == "ru":
        drawn = dice.random()
        for name, python, share in OLD_CHARSETS:
            if 0 <= drawn < share:
                charset, codec = name, python
            drawn -= share
    words = [word.strip(",.;:") for sentence in ordinary(language) for word in sentence.split() if len(word) > 4]
    menu = [" ".join(dice.choices(words, k=2)) for _ in range(dice.randint(30, 90))]
    if number % WARLIKE == 0:
        menu += {"en": ["Military", "War in Ukraine", "Defence"], "ru": ["Армия", "Война на Украине", "Оборона"]}.get(
            language, []
        )
    links = "".join(
        f'<li class="menu__item"><a class="menu__link" href="/section/{i}" data-level="1">{name}</a></li>\n'
        for i, name in enumerate(menu)
    )
    script = io.StringIO()
    while script.tell() < dice.randint(20, 80) * 1000:
        name = "".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9)))
        script.write(
            f"function {name}(e,t){{var n=e.{name}||{{}};return n.{dice.choice('xyz')}?t({dice.randrange(9999)}):n}}"
        )
        script.write(f'window["{name}"]={{"id":{dice.randrange(10**6)},"on":true,"url":"https://{host}/{name}.js"}};\n')
    style = "".join(
        f".{dice.choice(['menu', 'teaser', 'article', 'page', 'grid', 'btn'])}__{i}{{margin:0 {i}px;"
        f"color:#{dice.randrange(16**6):06x};display:flex;padding:{i % 9}px}}\n"
        for i in range(dice.randint(150, 450))
    )
    half = script.getvalue()
    return Site(
        host, language, charset, codec,
        head=f"<style>{style}</style><script>{half[: len(half) // 2]}</script>",
        menu=f'<header><nav class="menu"><ul>{links}</ul></nav></header>',
        tail=f'<footer><ul>{links}</ul></footer><script>{half[len(half) // 2 :]}</script>',
        teasers=dice.randint(30, 160),
    )  # fmt: skip


def record(kind: str, address: str, block: bytes, number: int) -> bytes:
    """A record as it is stored, not compressed."""
    what = {"warcinfo": "application/warc-fields"}.get(kind, f"application/http; msgtype={kind}")
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Date: 2024-10-29T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z\r\n{target}"
        f"Content-Type: {what}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, kind: str, status: str = "200 OK", more: str = "") -> bytes:
    """An HTTP answer."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def members(maker: Maker, first: int, count: int) -> Iterator[bytes]:
    """The gzip members of a file."""
    yield gzip.compress(
        record("warcinfo", "", b"software: dragoman benchmark\r\nformat: WARC File Format 1.0\r\n", 0), 1
    )
    for number in range(first, first + count):
        address, body, place = maker.page(number)
        path = address.partition(".example")[2]
        asked = f"GET {path} HTTP/1.1\r\nHost: {place.host}\r\n\r\n".encode()
        yield gzip.compress(record("request", address, asked, number), 1)
        if maker.dice.random() < NOT_PAGES:
            yield gzip.compress(record("response", f"{address}.jpg", answer(body[:9000], "image/jpeg"), number), 1)
        charset = place.charset if maker.dice.random() < 0.7 else ""
        kind = f"text/html; charset={charset}" if charset else "text/html"
        yield gzip.compress(record("response", address, answer(body, kind), number), 4)


def write(folder: Path, *, pages: int, files: int, maker: Maker, broken: bool = False) -> list[Path]:
    """Archives with so many pages together; a file that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for number in range(files):
        first, last = pages * number // files, pages * (number + 1) // files
        path = folder / f"CC-NEWS-20241029{number:06}-{number:05}.warc.gz"
        with path.open("wb") as stream:
            for member in members(maker, first, last - first):
                stream.write(member)
        made.append(path)
    if broken:
        made.append(faulty(folder, maker))
    return made


def faulty(folder: Path, maker: Maker) -> Path:
    """A file with every sort of fault between whole records."""
    good = list(members(maker, 10**6, 12))
    half = good[2][: len(good[2]) // 2]
    long = record("response", "https://broken.example/long", answer(b"<p>army</p>", "text/html"), 1)
    long = long.replace(b"Content-Length: ", b"Content-Length: 9", 1)
    large = record("response", "https://broken.example/large", answer(b"<p>" + b"army " * 20_000_000, "text/html"), 2)
    bomb = answer(gzip.compress(b"<p>" + b"army " * 40_000_000), "text/html", more="Content-Encoding: gzip\r\n")
    burst = record("response", "https://broken.example/bomb", bomb, 3)
    parts = [
        *good[:6], half, *good[6:8], gzip.compress(long), *good[8:12], gzip.compress(large, 1), *good[12:16],
        gzip.compress(burst), b"rubbish " * 99, *good[16:20], good[20][:-40],
    ]  # fmt: skip
    path = folder / "CC-NEWS-20241029999999-broken.warc.gz"
    path.write_bytes(b"".join(parts))
    return path


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=2)
    parser.add_argument("--relevant", type=float, default=RELEVANT)
    parser.add_argument("--near", type=float, default=NEAR)
    parser.add_argument("--copies", type=float, default=0.0, help="relevant pages that print another one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", action="store_true", help="a file more, with every sort of fault")
    asked = parser.parse_args()
    maker = Maker(asked.seed, asked.relevant, asked.near, asked.copies)
    for path in write(asked.folder, pages=asked.pages, files=asked.files, maker=maker, broken=asked.broken):
        print(f"{path}  {path.stat().st_size / 1e6:,.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
