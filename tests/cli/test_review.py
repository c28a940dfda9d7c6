"""`dragoman review`: the dialogue, the commands below it, and both on either database."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select as ready
import struct
import sys
import termios
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select
from typer.main import get_command

from dragoman.cli import app
from dragoman.ledger import judgements, opened
from dragoman.ledger.tables import statements
from dragoman.model import Ruling
from dragoman.review import ruling
from dragoman.review.ruling import Reviewer

from ..review.made import SOLD, Filled, event_of, filled, together

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Invoke

review = get_command(app).commands["review"]  # type: ignore[attr-defined]
CTRL_C = "\x03"
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def there(ledger_url: str) -> Filled:
    with opened(ledger_url, make=True) as ledger:
        return filled(ledger)


@pytest.fixture
def answer(invoke: Invoke, there: Filled, ledger_url: str) -> Invoke:
    """`answer("a", "s", "q", options…)`: a dialogue with these lines as Rana; what was shown."""

    def call(*lines: str, options: tuple[str, ...] = ()) -> str:
        words = ("review", "--ledger", ledger_url, "--reviewer", "Rana", *options)
        result = invoke(*words, input="".join(f"{line}\n" for line in lines))
        assert result.exit_code == 0, result.stderr
        assert max(map(len, result.stdout.splitlines())) <= 80
        return str(result.stdout)

    return call


def state(ledger_url: str, key: str) -> tuple[str | None, str]:
    """The ruling on a statement, and its status."""
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        row = connection.execute(select(statements).where(statements.c.key == key)).one()
        return row.ruling, row.status


def words(ledger_url: str) -> Iterator[tuple[str, str, str]]:
    """Ruling, reviewer and reason of every judgement."""
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        every = [row.key for row in connection.execute(select(statements.c.key))]
        for made in judgements.touching(connection, every):
            yield made.judgement.ruling.value, made.judgement.reviewer, made.judgement.reason


# --- the dialogue ---


def test_the_page_shows_who_what_how_sure_and_why(answer: Invoke) -> None:
    shown = answer("q")
    for part in (
        "── 1 of 5 ─",
        "Russia may supply arms to Algeria.",
        "that [1:Russia] [?may] [!deliver] fighters to [2:Algeria]}.",
        "Egypt, the agency adds, is not part of it.",
        "status    possible: «may»",
        "who       1 supplier   RUS Russia «Russia»",
        "says so   1 ministry (RUS)",
        "why       rule test of rules/en@test, confidence 0.40",
        "a accept  c correct  r reject",
        "nothing judged; 5 statements left",
    ):
        assert part in shown


def test_keys_judge_one_after_the_other_and_leaving_keeps_them(answer: Invoke, there: Filled, ledger_url: str) -> None:
    shown = answer(
        "c status=planned", "mode=ordered", "", "only ordered",
        "r", "no way is opened",
        "a both say so",
    )  # fmt: skip
    assert "status: possible → planned" in shown
    assert "1 accepted, 1 corrected, 1 rejected; 2 statements left" in shown
    assert state(ledger_url, there.sold) == ("correct", "planned")
    assert state(ledger_url, there.opening) == ("reject", "possible")
    assert list(words(ledger_url)) == [
        ("correct", "Rana", "only ordered"),
        ("reject", "Rana", "no way is opened"),
        ("accept", "Rana", "both say so"),
    ]
    assert "2 statements to review as Rana" in answer("q")


def test_back_skip_and_undo(answer: Invoke, there: Filled, ledger_url: str) -> None:
    shown = answer("b", "a", "b", "u read the wrong one", "s", "s", "b", "b", "r it is not said", "q")
    assert "this is the first" in shown
    assert [word[0] for word in words(ledger_url)] == ["accept", "undo", "reject"]
    assert "judged    Rana accepted it on" in shown
    assert state(ledger_url, there.sold) == ("reject", "possible")


def test_a_correction_is_tried_line_by_line(answer: Invoke, there: Filled, ledger_url: str) -> None:
    shown = answer(
        "c", "status?", "mode?", "nonsense", "colour=red", "status=sure",
        "type=military_aid", "", "participant.1.role=donor", "role?", "", "no weapon is named", "q",
    )  # fmt: skip
    told = " ".join(shown.split())
    for part in (
        "denied, called_for, possible, planned, ongoing, happened",
        "offered, requested, approved",
        "'colour=red' is no correction",
        "status: input should be",
        "not yet: military_aid has no role 'supplier' (participant 1); its roles are donor, recipient",
        "it does not fit yet",
        "participant.1: RUS supplier «Russia» → RUS donor «Russia»",
        "1 corrected",
    ):
        assert part in told
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        found, _ = ruling.stands(connection, there.sold)
    assert (found.type, found.status.value) == ("military_aid", "possible")


@pytest.mark.parametrize("lines", [("c", "status=planned", "!"), ("c", ""), ("c status=planned", "", ""), ("r", "")])
def test_what_is_given_up_or_has_no_reason_is_not_kept(
    answer: Invoke, there: Filled, ledger_url: str, lines: tuple[str, ...]
) -> None:
    assert "nothing judged; 5 statements left" in answer(*lines, "q")
    assert list(words(ledger_url)) == []


def test_filters_choose_what_is_shown(answer: Invoke, there: Filled) -> None:
    for options, keys in (
        (("--type", "partnership"), {there.partners}),
        (("--status", "possible", "--actor", "mng"), {there.opening}),
        (("--below", "0.5"), {there.sold}),
        (("--event", there.meeting), {there.met, there.held}),
        (("--document", "https://2.example"), {there.sold}),
        (("--type", "exercise"), set()),
    ):
        shown = answer(*["s"] * len(keys), options=options)
        assert set(re.findall(r"statement ([0-9a-f]{16}) ──", shown)) == keys
    answer("a", "q")
    assert there.sold in answer("q", options=("--judged",))
    assert there.sold not in answer("q")


def test_another_reviewer_is_not_passed_over(
    invoke: Invoke, there: Filled, ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody judges while it is on the screen is shown anew before a word on it is kept."""
    lines = iter(["a", "q"])

    def typed(prompt: str = "") -> str:
        line = next(lines)
        if line == "a":
            with opened(ledger_url) as ledger, ledger.writing() as connection:
                before, _ = ruling.stands(connection, there.sold)
                after = before.model_copy(update={"place": "DZA"})
                ruling.correct(connection, there.sold, after, Reviewer("Li", "named"))
        return line

    monkeypatch.setattr("builtins.input", typed)
    shown = invoke("review", "--ledger", ledger_url, "--reviewer", "Rana").stdout
    assert "somebody else has judged it meanwhile" in shown
    assert "where     DZA" in shown
    assert [word[1] for word in words(ledger_url)] == ["Li"]


def test_events_are_confirmed_split_and_merged(answer: Invoke, there: Filled, ledger_url: str) -> None:
    shown = answer("v 2", "x 3", "x 2", "another meeting", options=("--events",))
    assert "1 and 2 (0.83): Both say: in person. Both name Kazakhstan and Mongolia. Both" in " ".join(shown.split())
    assert "── its report ─" in shown
    assert "give numbers of reports, 1 to 2" in shown
    assert "1 split; 0 events left" in shown
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert {there.met} in together(connection)
        assert {there.held} in together(connection)
    shown = answer("e", "m", "1", "one after all", "q", options=("--document", "https://0.example"))
    assert "meeting, in_person: KAZ (party), MNG (party); happened, 2024-05-13" in shown
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert event_of(connection, there.met) == event_of(connection, there.held)
    assert "0 events left" in answer(options=("--events",))
    shown = answer("u a mistake", "a same day", options=("--events", "--judged"))
    assert "Rana put together reports of it on" in shown
    assert [word[0] for word in words(ledger_url)] == ["split", "merge", "undo"]


def test_the_whole_dialogue_in_a_terminal(there: Filled, ledger_url: str, tmp_path: Path) -> None:
    """In a real terminal of 80 columns: styles instead of brackets, Cyrillic input, the end of input leaves."""
    line = ["review", "--ledger", ledger_url, "--reviewer", "Рана"]
    shown, status = typed(line, [("> ", "c status=planned\r"), ("value> ", "\r"), ("why? ", "будет\r"), ("> ", "\x04")])
    assert status == 0
    assert "\x1b[1;4mdeliver\x1b[0m" in shown
    assert "\x1b[1;4;36mRussia\x1b[0m" in shown
    plain = ESCAPE.sub("", shown).replace("\r", "")
    assert "[1:" not in plain
    assert "1 corrected; 4 statements left" in plain
    assert max(map(len, plain.splitlines())) <= 80
    assert list(words(ledger_url)) == [("correct", "Рана", "будет")]
    assert state(ledger_url, there.sold) == ("correct", "planned")


def test_a_terminal_that_wants_no_colours_gets_brackets(there: Filled, ledger_url: str) -> None:
    shown, _ = typed(["review", "--ledger", ledger_url], [("> ", "q\r")], NO_COLOR="1")
    assert "\x1b[1" not in shown
    assert "[1:Russia]" in shown


def test_ctrl_c_leaves_and_keeps_what_was_judged(there: Filled, ledger_url: str) -> None:
    line = ["review", "--ledger", ledger_url, "--reviewer", "Rana"]
    shown, status = typed(line, [("> ", "a\r"), ("> ", CTRL_C)])
    assert status == 130
    assert "Traceback" not in shown
    assert list(words(ledger_url)) == [("accept", "Rana", "")]


def typed(words: list[str], script: list[tuple[str, str]], **environment: str) -> tuple[str, int]:
    """Run the program in a pseudo-terminal: wait for each prompt, type the line; what was shown, and the status."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "PYTHONUTF8": "1", "INPUTRC": os.devnull, **environment})
        os.execv(sys.executable, [sys.executable, "-m", "dragoman", *words])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    shown = b""
    for prompt, line in [*script, ("", "")]:
        shown += _until(terminal, prompt.encode())
        if line == CTRL_C:
            # A signal between the prompt and Python's wait for input is seen with the next key only.
            time.sleep(1)
        if line:
            os.write(terminal, line.encode())
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _until(terminal: int, prompt: bytes, seconds: float = 60) -> bytes:
    """What the terminal shows up to the prompt, or to the end of the program where there is none."""
    read, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        if not ready.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            part = os.read(terminal, 65536)
        except OSError:
            return read
        read += part
        if not part or (prompt and read.endswith(prompt)):
            return read
    raise AssertionError(f"no prompt {prompt!r} after {read!r}")


# --- the commands below it ---


@pytest.mark.parametrize("command", [(), *((name,) for name in review.commands)])
def test_help_has_examples_and_fits_eighty_columns(invoke: Invoke, command: tuple[str, ...]) -> None:
    shown = invoke("review", *command, "--help").stdout
    assert re.search(rf"Examples?:\n +dragoman {' '.join(('review', *command))}", shown)
    assert max(map(len, shown.splitlines())) <= 80


@pytest.fixture
def call(invoke: Invoke, there: Filled, ledger_url: str) -> Invoke:
    """`call("accept", key, …)` as Rana: exit code, and what was told on either stream."""

    def run(*line: str, reviewer: str = "Rana") -> tuple[int, str]:
        whose = () if line[0] == "history" else ("--reviewer", reviewer)
        result = invoke("review", *line, "--ledger", ledger_url, *whose)
        return result.exit_code, result.stdout + result.stderr

    return run


def test_a_line_makes_a_judgement(call: Invoke, there: Filled, ledger_url: str) -> None:
    done, told = call("accept", there.met[:6], there.held, "--reason", "read both")
    assert (done, told.count("accepted ")) == (0, 2)
    assert f"now event {there.meeting} (judgement " in told
    assert call("reject", there.opening, "--reason", "no way")[0] == 0
    line = ("--set", "status=planned", "--set", "participant.2.actor=EGY", "--set", "participant.2.words=Egypt")
    assert call("correct", there.sold, *line, "--reason", "the agency says so")[0] == 0
    assert state(ledger_url, there.sold) == ("correct", "planned")
    assert list(words(ledger_url))[-1] == ("correct", "Rana", "the agency says so")
    done, told = call("undo", there.sold)
    assert (done, state(ledger_url, there.sold)) == (0, (None, "possible"))
    identity = re.search(r"judgement ([0-9a-f]{16})\)", told)
    assert identity
    assert call("undo", identity[1][:8])[0] == 0
    assert state(ledger_url, there.sold) == ("correct", "planned")


def test_events_are_split_and_merged_by_a_line(call: Invoke, there: Filled, ledger_url: str) -> None:
    assert call("accept", there.meeting)[0] == 0
    done, told = call("split", there.meeting, there.held, "--reason", "another day")
    first, second = re.search(r"now events (e\w+), (e\w+) ", told).groups()  # type: ignore[union-attr]
    assert done == 0
    done, told = call("merge", first, second, "--reason", "no, the same")
    assert (done, "put together 2 reports; now event e" in told) == (0, True)
    assert call("undo", there.meeting)[0] == 0
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert event_of(connection, there.met) != event_of(connection, there.held)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("accept", "ffff0000"), "ffff0000: no statement or event of that name"),
        (("accept", "ab"), "give at least 4 characters of its key"),
        (("reject", "SOLD", "--reason", " "), "no reason is given; say why with --reason"),
        (("correct", "SOLD", "--set", "status=sure", "--reason", "x"), "status: input should be 'denied'"),
        (("correct", "SOLD", "--set", "mode=signed", "--reason", "x"), "arms_transfer has no mode 'signed'"),
        (("correct", "MEETING", "--set", "mode=", "--reason", "x"), "no statement of that name"),
        (("split", "MEETING", "SOLD", "--reason", "x"), "is no report of the event"),
        (("merge", "MEETING", "--reason", "x"), "put together 2 reports"),
        (("undo", "SOLD"), "nobody has judged it"),
        (("history", "zzzz"), "no statement, event, document or judgement of that name"),
    ],
)
def test_a_mistake_is_one_line(call: Invoke, there: Filled, line: tuple[str, ...], told: str) -> None:
    keys = {"SOLD": there.sold, "MEETING": there.meeting}
    done, shown = call(*(keys.get(word, word) for word in line))
    assert told in shown
    assert len(shown.splitlines()) == 1
    assert done == (0 if "put together" in told else 2)


def test_an_option_before_the_command_is_not_lost(invoke: Invoke, there: Filled, ledger_url: str) -> None:
    result = invoke("review", "--ledger", ledger_url, "accept", there.sold)
    assert result.exit_code == 2
    assert "dragoman review accept … --ledger …" in result.stderr
    assert list(words(ledger_url)) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--type", "purchase"), "the codebook has no type 'purchase'"),
        (("--actor", "ATLANTIS"), "no actor has the code 'ATLANTIS'"),
        (("--event", "0000"), "no event of that name"),
        (("--document", "nowhere.txt"), "nowhere.txt: no document of that name"),
    ],
)
def test_a_filter_that_names_nothing_is_told(
    invoke: Invoke, there: Filled, ledger_url: str, options: tuple[str, str], told: str
) -> None:
    result = invoke("review", "--ledger", ledger_url, *options)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert told in result.stderr


def test_the_reviewer_is_given_set_or_the_user(
    invoke: Invoke, there: Filled, ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAGOMAN_REVIEWER", raising=False)
    monkeypatch.setenv("LOGNAME", "noor")
    invoke("review", "accept", there.sold, "--ledger", ledger_url)
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Rana of the desk")
    invoke("review", "accept", there.sold, "--ledger", ledger_url)
    invoke("review", "accept", there.sold, "--ledger", ledger_url, "--reviewer", "Li")
    assert [word[1] for word in words(ledger_url)] == ["noor", "Rana of the desk", "Li"]


def test_the_history_tells_before_and_after(call: Invoke, there: Filled) -> None:
    assert "nobody has judged anything here yet" in call("history")[1]
    call("correct", there.sold, "--set", "status=planned", "--reason", "the contract only")
    call("undo", there.sold, "--reason", "no", reviewer="Li")
    call("merge", there.meeting, "--reason", "one meeting")
    shown = call("history")[1]
    assert re.findall(r"UTC|\d\d:\d\d (\w+) ─", shown) == ["Rana", "Li", "Rana"]
    assert "status: possible → planned" in shown
    assert "status: planned → possible" in shown
    assert "taken back by" in shown
    assert "the contract only" in shown
    assert SOLD[:40] in shown
    assert max(map(len, shown.splitlines())) <= 80
    told = json.loads(call("history", there.sold, "--format", "json")[1])
    assert [entry["ruling"] for entry in told] == [Ruling.undone.value, Ruling.correct.value]
    assert told[1]["undone_by"] == told[0]["id"]
    assert [told[1][when][0]["status"] for when in ("before", "after")] == ["possible", "planned"]
    assert len(json.loads(call("history", "--limit", "1", "--format", "json")[1])) == 1
    assert len(json.loads(call("history", there.meeting, "--format", "json")[1])) == 1


def test_a_ledger_that_is_not_there(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("review", "--ledger", tmp_path / "none.db")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
