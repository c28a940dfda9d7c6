"""Sentences with tokens: spaCy parses, the tree becomes Universal Dependencies, nouns get cases by function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.languages.en.clauses import clauses_of
from dragoman.languages.en.features import CONDITIONAL, PRESENT_TAGS, Verb, case, verb
from dragoman.languages.en.headlines import give_verb
from dragoman.languages.en.mending import mend
from dragoman.languages.en.tagged import Tagged, Tagger
from dragoman.languages.en.tree import Node, children, nodes, rebuild
from dragoman.languages.en.words import keys, lemma
from dragoman.languages.shape import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
COMPLETED = frozenset(
    [
        "agree",
        "press",
        "ask",
        "urge",
        "call",
        "plan",
        "decide",
        "promise",
        "want",
        "refuse",
        "vow",
        "pledge",
        "threaten",
        "prepare",
        "seek",
        "continue",
        "begin",
        "allow",
        "permit",
        "order",
        "offer",
        "expect",
        "intend",
        "hope",
        "fail",
        "choose",
        "commit",
        "authorise",
        "instruct",
        "force",
        "persuade",
        "convince",
        "invite",
        "encourage",
    ]
)
"""Verbs that an infinitive completes, however far behind them it stands: it is no purpose."""
BATCH = 64
"""Sentences per call of the model."""
INVARIANT = frozenset({"of", "by"})
"""Prepositions that only show a case (Gen, Ins), as the possessive ending does: particles here, no prepositions."""


def parse(tagger: Tagger, sentences: Sequence[Sentence]) -> None:
    """Fill tokens and clauses of these sentences in place."""
    docs = tagger.model.pipe(cut(tagger.model, sentences), batch_size=BATCH)
    for sentence, doc in zip(sentences, docs, strict=True):
        fill(sentence, tagger.read(doc))


def cut(model: Language, sentences: Sequence[Sentence]) -> Iterator[Any]:
    """The sentences as spaCy's tokens, each one sentence, whatever the parser would make of it."""
    for sentence in sentences:
        doc = model.make_doc(sentence.text)
        for token in doc[1:]:
            token.is_sent_start = False
        yield doc


def fill(sentence: Sentence, tagged: Sequence[Tagged]) -> None:
    """Put the words of one sentence together."""
    tree = nodes(tagged, sentence.text)
    mend(tree)
    give_verb(tree)
    rebuild(tree)
    sentence.tokens = [token(sentence, tree, index) for index in range(len(tree))]
    headline(sentence, tree)
    inverted(sentence)
    mark_quotes(sentence)
    sentence.clauses = clauses_of(sentence)


ENDS = (".", "!", "?", ":", ";", "…", "”", '"', "»")


def headline(sentence: Sentence, tree: list[Node]) -> None:
    """Let the simple present of a headline be the past that it stands for ("Armies sign deal"); no stop ends one."""
    if sentence.text.rstrip().endswith(ENDS):
        return
    for word in sentence.tokens:
        plain = tree[word.index].tag in PRESENT_TAGS and not children(tree, word.index, "aux", "aux:pass", "cop")
        if plain and word.pos == "VERB" and word.relation in ("root", "conj", "ccomp", "parataxis"):
            word.tense = "Past"


def inverted(sentence: Sentence) -> None:
    """Let "should" or "were" before its subject be the "if" that it stands for ("should Kenya attack")."""
    if sentence.text.rstrip().endswith("?"):
        return
    for word in sentence.tokens:
        text = word.text.casefold()
        if text == "were" and word.index == 0:
            supposed(sentence, word)
        if text != "should" or word.relation != "aux":
            continue
        subject = next((t for t in sentence.tokens if t.head == word.head and t.relation.startswith("nsubj")), None)
        if subject is not None and word.index < subject.index < word.head:
            as_if(word)


def supposed(sentence: Sentence, word: Token) -> None:
    """Let "were" that opens a sentence before "to" be the "if" of that infinitive ("were Kenya to attack, …")."""
    goal = next((t for t in sentence.tokens[1:SUPPOSED] if t.form == "Inf" and t.index > 1), None)
    marked = goal is not None and sentence.tokens[goal.index - 1].text.casefold() == "to"
    if goal is None or not marked:
        return
    for other in sentence.tokens:
        if other.head == word.index:
            other.head = goal.index
    goal.head, goal.relation = (word.head if word.head != goal.index else goal.head), "advcl"
    word.head = goal.index
    as_if(word)


NO_VERB = Verb("")
SUPPOSED = 10
"""Words within which the infinitive of "were … to" is looked for."""


def as_if(word: Token) -> None:
    """Make a verb that opens a condition its conjunction."""
    word.lemma, word.keys, word.pos, word.form, word.relation = "if", ("if", "if"), "SCONJ", "", "mark"


def token(sentence: Sentence, tree: list[Node], index: int) -> Token:
    """One word with its features."""
    node = tree[index]
    start, end = sentence.locate(node.start, node.end)
    pos = part_of_speech(node)
    verbal = verb(tree, index) if node.tag.startswith("VB") and pos in ("VERB", "AUX") else NO_VERB
    cases = case(tree, index) if pos not in ("VERB", "AUX") else ()
    (found, all_), mood = named(node.text, pos), verbal.mood or put_off(tree, node)
    return Token(
        text=node.text, start=start, end=end, index=index, lemma=found, keys=all_,
        pos=pos, case=cases[0] if cases else "", cases=cases, number=node.number if not verbal.form else "",
        tense=auxiliary_tense(node) or verbal.tense, aspect=verbal.aspect, voice=verbal.voice, mood=mood,
        form=verbal.form, short=pos == "ADJ" and bool(children(tree, index, "cop")),
        animate=node.tag in ("NNP", "NNPS"), head=node.head, relation=relation(tree, index, verbal),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def named(word: str, pos: str) -> tuple[str, tuple[str, ...]]:
    """The lemma that a word has as this part of speech, and its keys, that lemma first."""
    first, found = lemma(word, pos), keys(word)
    return first, (*dict.fromkeys((first, *found[:-1])), found[-1])


def part_of_speech(node: Node) -> str:
    """The tagger's part of speech, but possessive pronouns are determiners, prepositions of case particles, and a
    preposition that governs nothing ("set up", "more than 600") is an adverb, and what describes a noun like a noun
    ("patrol boats") is one.
    """
    if node.tag in ("PRP$", "WP$"):
        return "DET"
    if node.relation == "compound" and node.tag in ("VB", "VBP"):
        return "NOUN"
    if node.relation == "case" and node.text.casefold() in INVARIANT:
        return "PART"
    if node.relation == "case" and node.pos == "VERB":
        return "ADP"
    if node.relation == "mark" and node.pos == "ADP":
        return "SCONJ"
    if node.relation not in ("case", "mark") and node.pos == "ADP":
        return "ADV"
    return node.pos


def auxiliary_tense(node: Node) -> str:
    """The tense of an auxiliary by itself; of other words nothing."""
    if node.relation not in ("aux", "aux:pass", "cop"):
        return ""
    if node.tag == "MD":
        return "Fut" if node.text.casefold() in ("will", "'ll", "’ll", "shall", "wo") else "Pres"
    return "Past" if node.tag == "VBD" else "Pres"


def relation(tree: list[Node], index: int, verbal: Verb) -> str:
    """The relation; an infinitive or "that" clause which a noun or adjective governs is its complement."""
    node = tree[index]
    if verbal.form == "Inf" and node.relation in ("acl", "relcl", "acl:relcl") and not subjects(tree, index):
        return "xcomp"
    if verbal.form == "Inf" and node.relation == "advcl" and lemma(tree[node.head].text, "VERB") in COMPLETED:
        return "xcomp"
    if node.relation in ("acl", "acl:relcl") and any(tree[i].tag == "IN" for i in children(tree, index, "mark")):
        return "ccomp"
    return node.relation


def put_off(tree: list[Node], node: Node) -> str:
    """The mood of a "would" by itself that helps a noun which is said ("would be a blow"); of others nothing."""
    helps = node.tag == "MD" and node.relation == "aux" and node.text.casefold() in CONDITIONAL
    return "Cnd" if helps and not tree[node.head].tag.startswith("VB") else ""


def subjects(tree: list[Node], index: int) -> list[int]:
    """The subjects of a verb."""
    return children(tree, index, "nsubj", "nsubj:pass")


def mark_quotes(sentence: Sentence) -> None:
    """Mark what stands between quotation marks; a straight one opens where a word stands right behind it."""
    depth, straight = 0, False
    for t in sentence.tokens:
        if t.text == STRAIGHT:
            after = sentence.tokens[t.index + 1] if t.index + 1 < len(sentence.tokens) else None
            opens = not straight and after is not None and after.start == t.end and (depth == 0)
            straight = opens
            t.text = "«" if opens else "»"
        if t.text in CLOSING:
            depth = max(0, depth - 1)
            t.text = "»"
        t.quoted = depth > 0
        if t.text in OPENING:
            depth += 1
            t.text = "«"
