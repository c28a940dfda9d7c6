"""What is constant in a template is called when it is compiled, once; what is not is called as before."""

from __future__ import annotations

from jinja2 import DictLoader
from markupsafe import Markup, escape

from dragoman.web.folding import Folded
from dragoman.web.templating import environment
from dragoman.web.tongues import tongues


def folded(source: str, asked: list[str]) -> Folded:
    def told(text: str) -> str:
        asked.append(text)
        return Markup("<b>{}</b>").format(text) if text == "bold" else text.upper()

    made = Folded(constant={"told": told}, loader=DictLoader({"page": source}), autoescape=True)
    made.globals["told"] = told
    return made


def test_a_call_with_a_text_is_made_once_and_escaped_unless_it_is_html() -> None:
    asked: list[str] = []
    page = folded("{{ told('a & b') }} {{ told('bold') }} {{ told('x') if found else '' }}", asked).get_template("page")
    assert sorted(asked) == ["a & b", "bold", "x"]
    assert page.render(found=True) == "A &amp; B <b>bold</b> X"
    assert page.render(found=False) == "A &amp; B <b>bold</b> "
    assert len(asked) == 3


def test_a_call_that_depends_on_the_page_is_made_for_each() -> None:
    asked: list[str] = []
    page = folded("{{ told(name) }}", asked).get_template("page")
    assert not asked
    assert [page.render(name=name) for name in ("a", "b")] == ["A", "B"]


def test_texts_of_pages_are_folded_in_both_languages() -> None:
    for code, said in (("en", "Related articles"), ("ru", "Похожие статьи")):
        made = environment(tongues()[code])
        source = made.loader.get_source(made, "macros/parts.html")[0] if made.loader else ""
        compiled = made.compile(source, "macros/parts.html", raw=True)
        assert tongues()[code].texts.gettext("Related articles") in compiled, said
        assert "gettext" not in compiled


def test_a_plain_function_is_called_as_it_is_and_what_it_gives_is_shown_once_escaped() -> None:
    asked: list[str] = []
    made = Folded(
        constant={},
        plain=("bold", "loud"),
        loader=DictLoader({"page": "{{ bold(name) }} {{ loud(name) }} {{ name }} {{ 5 }} {{ None }}"}),
        autoescape=True,
    )
    made.know("bold", lambda text: Markup("<b>{}</b>").format(text))
    made.know("loud", lambda text: asked.append(text) or text.upper())
    page = made.get_template("page")
    assert page.render(name="a & 'b'") == "<b>a &amp; &#39;b&#39;</b> A &amp; &#39;B&#39; a &amp; &#39;b&#39; 5 None"
    assert page.render(name=Markup("<i>c</i>")) == "<b><i>c</i></b> <I>C</I> <i>c</i> 5 None"
    assert asked == ["a & 'b'", "<i>c</i>"]
    assert "context.call" not in made.compile("{{ bold(name) }}", raw=True)


def test_whatever_stands_in_a_page_is_escaped_as_jinja_would() -> None:
    for value in ("", "plain", "<", ">", "&amp;", '"', "'", "é – “", Markup("<b>"), 1, 2.5, True, None, ["<"], b"<"):
        assert Folded.shown(value) == escape(value)
