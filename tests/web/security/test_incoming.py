"""What comes in and is shown: uploads told by their content, HTML that can do nothing."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from fastapi import UploadFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parsed

from dragoman.errors import SourceEmpty, SourceNotText, SourceTooLarge
from dragoman.sources import Limits
from dragoman.web.security import uploads
from dragoman.web.security.links import way_back
from dragoman.web.security.markup import ATTRIBUTES, TAGS, clean


def upload(content: bytes, name: str = "article.txt") -> UploadFile:
    return UploadFile(io.BytesIO(content), filename=name)


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("article.txt", b"a" * 1_000_000)
    return made.getvalue()


def test_a_text_is_taken_under_its_own_name() -> None:
    taken = uploads.text_of(upload("Министры встретились.".encode(), "новость.txt"))
    assert (taken.name, taken.content.decode()) == ("новость.txt", "Министры встретились.")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (zipped(), "ZIP"),
        (gzip.compress(b"a" * 1000, mtime=0), "gzip"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        (b"SQLite format 3\0" + bytes(99), "database"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(99), "7z"),
    ],
)
def test_what_is_no_text_is_refused_whatever_its_name_says(content: bytes, what: str) -> None:
    with pytest.raises(SourceNotText, match=what):
        uploads.text_of(upload(content, "article.txt"))


def test_too_much_and_nothing_are_refused() -> None:
    with pytest.raises(SourceTooLarge, match=r"article\.txt"):
        uploads.text_of(upload(b"a" * 1001), Limits(size=1000))
    with pytest.raises(SourceEmpty):
        uploads.text_of(upload(b" \n"))
    uploads.check_number([upload(b"a")] * uploads.AT_ONCE)
    with pytest.raises(SourceTooLarge, match="51 files"):
        uploads.check_number([upload(b"a")] * (uploads.AT_ONCE + 1))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\a.txt", "a.txt"),
        ("a\x1b[2Jb\u202etxt.exe", "a\ufffd[2Jb\ufffdtxt.exe"),
        ("", "upload"),
        ("/", "upload"),
        ("x" * 999, "x" * 200),
    ],
)
def test_names_of_uploads_are_for_people_to_read(name: str, shown: str) -> None:
    assert uploads.name_of(upload(b"a", name)) == shown


HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//elsewhere.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<p onclick="alert(1)" style="position:fixed">x</p>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=//elsewhere.example><input name=csrf><button>x</button></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>@import '//elsewhere.example';</style><link rel=stylesheet href=//elsewhere.example>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.example'><base href=//elsewhere.example>",
    "<object data=x></object><embed src=x><template><script>alert(1)</script></template>",
    "<b><i>unclosed <!-- <img src=x onerror=alert(1)> -->",
    "<p id=content class=top data-figure=/x hx-get=/x hx-on:click=alert(1)>x</p>",
]


def harmless(shown: str) -> bool:
    """Whether a parser sees nothing but what is let through."""
    if not shown.strip():
        return True
    for element in parsed.fragment_fromstring(shown, create_parent="div").iterdescendants():
        if element.tag not in TAGS:
            return False
        for name, value in element.attrib.items():
            allowed = ATTRIBUTES.get(element.tag, set()) | ATTRIBUTES["*"] | {"rel"}
            if name not in allowed or (name == "href" and not value.lower().startswith(("http://", "https://"))):
                return False
    return True


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_comes_out_harmless(html: str) -> None:
    shown = str(clean(f"<p>before</p>{html}<p>after</p>"))
    assert harmless(shown), shown
    assert "alert" not in shown and "elsewhere.example" not in shown, shown


@given(
    st.lists(st.sampled_from([*HOSTILE, "<p>", "</p>", '"', "'", "<", ">", "&lt;script&gt;", "<b>text</b>"])).map(
        "".join
    )
)
def test_whatever_is_put_together_comes_out_harmless(html: str) -> None:
    shown = str(clean(html))
    assert harmless(shown), shown
    assert str(clean(shown)) == shown


def test_what_shapes_a_text_stays() -> None:
    kept = '<h2 lang="ru">Итог</h2><p>Он <em>сказал</em>: «да».</p><ul><li dir="rtl">1</li></ul>'
    assert str(clean(kept)) == kept
    link = str(clean('<a href="https://news.example/1" target="_blank">x</a>'))
    assert link == '<a href="https://news.example/1" rel="noopener noreferrer nofollow">x</a>'


@pytest.mark.parametrize("path", ["/", "/states/AZE?layer=exercise&since=2015", "/search?q=министры"])
def test_ways_back_into_the_app(path: str) -> None:
    assert way_back(path) == path


@given(st.text())
def test_no_way_back_leads_elsewhere(path: str) -> None:
    from urllib.parse import urljoin, urlsplit

    assert urlsplit(urljoin("http://127.0.0.1:8765/login", way_back(path))).netloc == "127.0.0.1:8765"
