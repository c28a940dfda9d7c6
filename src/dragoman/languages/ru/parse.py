"""Sentences with tokens: razdel cuts, slovnet tags and parses, pymorphy3 gives lemmas and the cases a form may have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from razdel import tokenize
from razdel.substring import Substring

from dragoman.languages.ru.clauses import clauses_of
from dragoman.languages.ru.joints import BRACKETED, DATELINES
from dragoman.languages.ru.models import Models
from dragoman.languages.ru.morphology import CASES, cases, choose, keys, plain
from dragoman.languages.shape import Sentence, Token

ASIDE = ("()", "//")
OPENING, CLOSING = "«“„", "»”"
BATCH = 64
"""Sentences per call of the models: sorting by length inside keeps padding small."""


def parse(models: Models, sentences: Sequence[Sentence]) -> None:
    """Fill tokens and clauses of these sentences in place."""
    ordered = sorted(sentences, key=lambda s: len(s.text))
    for first in range(0, len(ordered), BATCH):
        batch = ordered[first : first + BATCH]
        pieces = [without_asides(designations(list(tokenize(s.text))), opening(s.text)) for s in batch]
        words = [[t.text for t in tokens] for tokens in pieces]
        for sentence, tokens, markup, tree in zip(
            batch, pieces, models.morph.map(words), models.syntax.map(words), strict=True
        ):
            fill(sentence, tokens, markup.tokens, tree.tokens)


def cut(name: str) -> list[str]:
    """The words of a name, as those of a sentence."""
    return [piece.text for piece in designations(list(tokenize(name)))]


AGENCY = f"(?:{'|'.join(re.escape(name) for name in DATELINES)})"
PLACED = rf"[А-ЯЁ][\w-]+(?:, \d{{1,2}} \w+\.?)?\.? (?:[—–-] )?/?{AGENCY}/?"
DATELINE = re.compile(rf"(?:(?:{PLACED}|/{AGENCY}/)\.? ?[—–-]|{AGENCY}\.? ?-) (?=\w)")
"""A place with or without a date, an agency and a dash, which open a report and say nothing of it."""


def opening(text: str) -> int:
    """How many characters of a sentence are the dateline before it."""
    found = DATELINE.match(text)
    return found.end() if found else 0


def without_asides(pieces: list[Any], start: int = 0) -> list[Any]:
    """The words from character `start` on, without an abbreviation in brackets or between strokes.

    It repeats what stands before it and would part a noun from the genitive behind it: "the armed forces (AF) of A".
    """
    left_out: set[int] = {i for i, piece in enumerate(pieces) if piece.start < start}
    for index in range(1, len(pieces) - 1):
        before, word, after = (p.text for p in pieces[index - 1 : index + 2])
        if word in BRACKETED and before + after in ASIDE:
            left_out |= {index - 1, index, index + 1}
    return [piece for index, piece in enumerate(pieces) if index not in left_out]


def designations(pieces: list[Any]) -> list[Any]:
    """Put together what razdel parts: letters with the digits right behind them ("K9", "T129")."""
    joined: list[Any] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        glued = last is not None and last.stop == piece.start and last.text.isalpha() and last.text[:1].isupper()
        if last is not None and glued and piece.text[:1].isdigit() and len(last.text) <= 5:
            joined[-1] = Substring(last.start, piece.stop, last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def fill(sentence: Sentence, cut: Sequence[Any], tagged: Sequence[Any], parsed: Sequence[Any]) -> None:
    """Put the words of one sentence together from the three tools."""
    sentence.tokens = [
        token(sentence, index, piece, mark, node)
        for index, (piece, mark, node) in enumerate(zip(cut, tagged, parsed, strict=True))
    ]
    mend(sentence.tokens)
    join_future(sentence.tokens)
    uncycle(sentence.tokens)
    mark_quotes(sentence)
    sentence.clauses = clauses_of(sentence)


def mend(tokens: list[Token]) -> None:
    """Give what stands behind a second verb to that verb, where the parser hung it on the first ("signed … and
    promised to train").
    """
    for word in tokens:
        if word.relation not in ("xcomp", "obj", "iobj", "obl", "advmod") or not 0 <= word.head < word.index:
            continue
        between = tokens[word.head + 1 : word.index]
        nearer = [
            t
            for t in between
            if t.form in ("Fin", "Inf") and t.relation in ("conj", "xcomp") and hangs(tokens, t, word.head)
        ]
        if nearer and not any(t.text in ",;:—" for t in tokens[nearer[-1].index + 1 : word.index]):
            word.head = nearer[-1].index


def join_future(tokens: list[Token]) -> None:
    """Give a future that the parser tore apart ("will, together with X, send … if …") its infinitive back."""
    for helper in tokens:
        torn = helper.pos == "AUX" and helper.form == "Fin" and helper.tense == "Fut" and helper.relation != "aux"
        if not torn or any(t.head == helper.index and t.form == "Inf" for t in tokens):
            continue
        stop = next((t.index for t in tokens[helper.index :] if t.text in ",;:"), len(tokens))
        main = next((t for t in tokens[helper.index : stop] if t.form == "Inf"), None)
        if main is None or 0 <= main.head < stop:
            continue
        far, main.head, main.relation = main.head, helper.head, helper.relation
        helper.head, helper.relation = main.index, "aux"
        start = next((t.index for t in reversed(tokens[: helper.index]) if t.text in ",;:"), -1)
        for word in tokens[max(0, start) : stop]:
            if word.head == far or (word.head == helper.index and word is not main):
                word.head = main.index


def uncycle(tokens: list[Token]) -> None:
    """Cut every circle of heads at its first word: from no word can one then climb for ever."""
    for word in tokens:
        if word.head < 0 and word.relation != "root":
            word.head = anchor(tokens, word)
        seen = {word.index}
        above = word.head
        while above >= 0:
            if above in seen:
                word.head = anchor(tokens, word)
                break
            seen.add(above)
            above = tokens[above].head


def anchor(tokens: list[Token], word: Token) -> int:
    """Where a word cut out of a circle may hang: on a noun or verb before it that does not hang on it, else nowhere."""
    for before in reversed(tokens[: word.index]):
        if before.pos not in ("NOUN", "PROPN", "VERB") or before.relation == "case":
            continue
        above, steps = before.index, 0
        while above >= 0 and above != word.index and steps <= len(tokens):
            above, steps = tokens[above].head, steps + 1
        if above < 0:
            return before.index
    return -1


def hangs(tokens: list[Token], word: Token, top: int) -> bool:
    """Whether a verb hangs on `top` as a coordinate verb or over infinitives."""
    for _ in range(4):
        if word.head == top:
            return True
        if word.head < 0 or word.relation not in ("conj", "xcomp"):
            return False
        word = tokens[word.head]
    return False


def token(sentence: Sentence, index: int, piece: Any, mark: Any, node: Any) -> Token:
    """One word with what each tool says of it; where they differ the dictionary decides on case."""
    features: dict[str, str] = mark.feats
    start, end = sentence.locate(piece.start, piece.stop)
    reading = choose(piece.text, mark.pos, features)
    sort = part_of_speech(reading, mark.pos)
    possible = cases(piece.text, sort, features.get("Case", "")) if features.get("Case") else ()
    head = int(node.head_id) - 1
    return Token(
        text=piece.text, start=start, end=end, index=index,
        lemma=plain(reading.normal_form), keys=keys(piece.text),
        pos=sort, case=possible[0] if possible else "", cases=possible,
        number=features.get("Number", ""), gender=features.get("Gender", ""),
        tense=tense(reading, features), aspect=aspect(reading, features), voice=voice(piece.text, reading, features),
        mood=features.get("Mood", ""), form=form(reading, sort, features),
        short=features.get("Variant") == "Short" or reading.tag.POS in ("ADJS", "PRTS"),
        person=features.get("Person", ""), animate=features.get("Animacy") == "Anim",
        head=head if head != index else -1, relation=node.rel,
    )  # fmt: skip


def part_of_speech(reading: Any, tagged: str) -> str:
    """The tagger's part of speech, unless the dictionary knows only a verb there, or no verb at all."""
    if tagged in ("NOUN", "PROPN", "ADV", "X") and reading.tag.POS in ("VERB", "INFN", "GRND"):
        return "VERB"
    if tagged == "ADJ" and reading.tag.POS == "NOUN":
        return "NOUN"
    if tagged != "VERB" or reading.tag.POS not in ("ADJF", "ADJS", "NOUN"):
        return tagged
    return "NOUN" if reading.tag.POS == "NOUN" else "ADJ"


def tense(reading: Any, features: dict[str, str]) -> str:
    """The tense, with the perfective "present" as the future it is."""
    known = {"past": "Past", "pres": "Pres", "futr": "Fut"}
    return known.get(str(reading.tag.tense), features.get("Tense", ""))


def aspect(reading: Any, features: dict[str, str]) -> str:
    """The aspect, as the dictionary has it for the verb."""
    known = {"perf": "Perf", "impf": "Imp"}
    return known.get(str(reading.tag.aspect), features.get("Aspect", ""))


def voice(word: str, reading: Any, features: dict[str, str]) -> str:
    """`Pass` of passive participles; `Mid` of forms in -ся."""
    if reading.tag.voice == "pssv":
        return "Pass"
    return "Mid" if features.get("VerbForm") and plain(word).endswith(("ся", "сь")) else features.get("Voice", "")


def form(reading: Any, pos: str, features: dict[str, str]) -> str:
    """Which form of the verb: the dictionary sees participles and gerunds that the tagger takes for adjectives."""
    kinds = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
    if pos not in ("VERB", "AUX", "ADJ"):
        return ""
    return kinds.get(str(reading.tag.POS), features.get("VerbForm", "") if pos != "ADJ" else "")


def mark_quotes(sentence: Sentence) -> None:
    """Mark what stands between quotation marks; straight ones open and close in turn."""
    depth, straight = 0, False
    for t in sentence.tokens:
        if t.text in CLOSING:
            depth = max(0, depth - 1)
        elif t.text == '"' and straight:
            straight = False
            continue
        t.quoted = depth > 0 or straight
        if t.text in OPENING:
            depth += 1
        elif t.text == '"':
            straight = True


__all__ = ["CASES", "parse"]
