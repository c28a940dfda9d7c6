"""A noun phrase that stands for actors, with its head, case and preposition."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors import Carrier
from dragoman.coding.function_words import FunctionWords
from dragoman.languages.shape import Token

SKIPPED = ("ADJ", "DET", "NUM", "ADV", "PART")
"""Parts of speech that may stand between a preposition and its noun."""


NAMED = frozenset({"name", "capital", "seat", "organisation", "collective", "company"})


INFLECTED = 3
"""Cases that a name which changes its form can stand in at most by one form; one that never changes has them all."""


ATTRIBUTIVE = frozenset({"compound", "nmod:poss"})
"""Relations of a noun that stands before another and describes it ("NATO troops", "Kenya's army")."""


@dataclass(slots=True)
class Argument:
    """A noun phrase that stands for actors. `first`, `last` (inclusive), `head` are token indices."""

    codes: tuple[str, ...]
    head: int
    first: int
    last: int
    form: str
    case: str = ""
    cases: tuple[str, ...] = ()
    prep: str = ""
    kind: str = ""
    """Kind of the carrier (`office`, `institution`, `force`, `state`, `person`, `company`), empty for a bare name."""
    carrier: str = ""
    usual: str = ""
    """The state whose carrier it is where nothing tells."""
    office: str | None = None
    person: str | None = None
    modifies: int = -1
    """Of an adjective that modifies what is no actor ("American weapons"): the index of that noun."""
    chain: tuple[int, ...] = ()
    """The nouns that it modifies, where one describes another ("Turkish drone deliveries"); `modifies` is the last.

    Of a carrier that it describes as well ("Omani ships" are Oman, and ships).
    """
    plural: bool = False
    town: bool = False
    """Whether what describes the noun is the name of a capital ("the Hanoi talks")."""
    joined: int = -1
    """Index, in the list of arguments, of the conjunct before it."""
    against: bool = False
    """Whether the adjective has the prefix that turns it against the state ("anti-")."""
    over: str = ""
    """A preposition made of two words that governs the phrase: "со_стороны", "в_отношении"."""
    resolved: bool = False
    """Whether the codes came from the context and not from the words themselves."""
    keys: tuple[str, ...] = field(default=())

    @property
    def described(self) -> tuple[int, ...]:
        """The nouns that it modifies; none of what is an actor by itself."""
        return self.chain or ((self.modifies,) if self.modifies >= 0 else ())


def take(argument: Argument, carrier: Carrier, tokens: list[Token]) -> None:
    """Let `carrier` carry the argument."""
    argument.head = carrier_head(tokens, carrier)
    argument.kind, argument.carrier, argument.usual = carrier.kind, carrier.normal, carrier.usual
    if carrier.kind == "office":
        argument.office = carrier.normal
    argument.first, argument.last = min(argument.first, carrier.start_token), max(argument.last, carrier.end_token - 1)


def climb(tokens: list[Token], argument: Argument, carried: dict[int, Carrier]) -> None:
    """Climb from a genitive to the noun before it that carries it.

    Germany, army of Germany, head of the army of Germany.
    """
    for _ in range(4):
        before = argument.first - 1
        while (
            before >= 0
            and before not in carried
            and (tokens[before].pos in SKIPPED[:3] or tokens[before].text in '«"' or passed(tokens[before]))
        ):
            before -= 1
        head = tokens[argument.head]
        carrier = carried.get(before)
        if carrier is None or carrier.start_token >= argument.first:
            return
        if head.cases and not owning(head) and head.head not in range(carrier.start_token, carrier.end_token):
            return
        if carrier.kind == "state" and argument.kind in ("office", "person", "force"):
            return
        take(argument, carrier, tokens)


def owning(token: Token) -> bool:
    """Whether a name may stand in the genitive: not the subject of a verb whose form only looks like one."""
    subject = token.relation == "nsubj" and token.case == "Nom" and len(token.cases) <= INFLECTED
    return "Gen" in token.cases and not subject


def passed(token: Token) -> bool:
    """Whether a word between a noun and whose it is belongs to the noun: an abbreviation, the mark of a case."""
    return marks(token) or (token.text.isupper() and 1 < len(token.text) < 5 and token.relation == "nmod")


def marks(token: Token) -> bool:
    """Whether a word only shows the case of the noun behind it."""
    return token.pos == "PART" and token.relation == "case"


def carrier_head(tokens: list[Token], carrier: Carrier) -> int:
    """The noun in a carrier that shows its case: the first noun ("министр" of "министр обороны")."""
    return head_of(tokens, carrier.start_token, carrier.end_token)


def head_of(tokens: list[Token], start: int, end: int) -> int:
    """The word of a name that shows its case: the first noun of it that describes no other, else its last word."""
    for i in range(start, end):
        inside = tokens[i].relation in (*ATTRIBUTIVE, "amod") and i < tokens[i].head < end
        if tokens[i].pos in ("NOUN", "PROPN") and not inside:
            return i
    return end - 1


def top(tokens: list[Token], argument: Argument) -> int:
    """The head of a phrase, over the nouns inside it that it only describes ("Minister" of "Minister Smith")."""
    head = argument.head
    while tokens[head].relation == "compound" and head < tokens[head].head <= argument.last:
        head = tokens[head].head
    return head


def preposition(tokens: list[Token], first: int, words: FunctionWords) -> str:
    """The preposition that governs a phrase starting at `first`, or an empty string."""
    i = first - 1
    while i >= 0 and (
        tokens[i].pos in SKIPPED
        or tokens[i].text in '«"“'
        or tokens[i].relation == "cc:preconj"
        or (i < tokens[i].head and tokens[i].relation in (*ATTRIBUTIVE, "amod"))
    ):
        if words.is_form(tokens[i], "before_noun_stops"):
            return ""
        i -= 1
    if i < 0 or tokens[i].pos != "ADP":
        return ""
    found = tokens[i].keys[-1]
    return words.variants.get(found, found)
