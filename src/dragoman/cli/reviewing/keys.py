"""The keys of a review, and what the help says of them."""

from __future__ import annotations

from collections.abc import Mapping

STATEMENT: Mapping[str, str] = {
    "a": "accept: the text says it so. A reason may follow: a both names are right",
    "c": "correct: give fields, a line each or behind the key: c status=planned",
    "r": "reject: the text does not say it. You are asked why, or: r another state is meant",
    "s": "skip: it stays waiting",
    "b": "back to the one before",
    "u": "undo your or anybody's last word on it",
    "e": "its event: the other reports, to split or to merge",
    "q": "quit; what was judged is kept",
}
EVENT: Mapping[str, str] = {
    "a": "accept: all its reports are of one happening",
    "x": "split: x 2 3 takes the reports 2 and 3 out, together",
    "m": "merge with another event: m KEY, or choose from those near it",
    "v": "view a report: v 2",
    "s": "skip: it stays waiting",
    "b": "back to the one before",
    "u": "undo the last word on its reports",
    "q": "quit; what was judged is kept",
}
SHORT = {
    "a": "accept", "c": "correct", "r": "reject", "s": "skip", "b": "back", "u": "undo", "e": "event", "q": "quit",
    "x": "split", "m": "merge", "v": "view",
}  # fmt: skip


def bar(keys: Mapping[str, str]) -> str:
    """The keys in a line."""
    return "  ".join(f"{key} {SHORT[key]}" for key in keys) + "  ? help"


def told(keys: Mapping[str, str]) -> str:
    """What each of them does, a line each."""
    return "\n".join(f"  {key}  {what}" for key, what in keys.items())


FIELDS = """\
  status=planned  type=visit  mode=  place=MAR  time=2024-05-13  polarity=loss
  participant.2.actor=MAR   .role=recipient   .words=Rabat   .person=   .office=
  participant.2=                       takes it out
  participant.new=MAR:recipient:Rabat  one more, whom the text names so
  speaker=the ministry                 who says so; nothing: the outlet itself
  speaker.actor=MAR                    whom the speaker speaks for
  evidence=the ministers met           the words of the text that say it
  status?  type?  mode?  role?         what the field may be
An empty line keeps the correction, ! gives it up."""
