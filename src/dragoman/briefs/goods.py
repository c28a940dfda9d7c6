"""What is moved or signed: weapons with their number and worth, titles of agreements, topics."""

from __future__ import annotations

from babel.numbers import format_currency, format_decimal, get_currency_name

from dragoman.briefs.grammar import Grammar, joined
from dragoman.briefs.quotes import quoted
from dragoman.briefs.tables import Interface, Things
from dragoman.model import Goods, Statement
from dragoman.schema import codebook

_STEPS = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))


def things(statement: Statement, noun: Things, grammar: Grammar, words: Interface) -> str:
    """The plain word with what is known in parentheses; in the brief's own script the designations alone."""
    items = [item for item in statement.goods if _telling(item, words)]
    if items and not any(grammar.foreign(item.designation) for item in items):
        worth = [item for item in (money(one, words) for one in items) if item]
        named = joined([quantity(item, grammar, words) for item in items], words.list)
        return f"{named} ({joined(worth, words.list)})" if worth else named
    return " ".join(filter(None, [noun.plain, listed(statement, grammar, words)]))


def listed(statement: Statement, grammar: Grammar, words: Interface) -> str:
    """`(155-mm shells, 14 carriers, worth 3 million euros)`; empty where nothing is known."""
    parts = [quantity(item, grammar, words) for item in statement.goods if _telling(item, words)]
    parts += [text for text in (money(item, words) for item in statement.goods) if text]
    return f"({words.list['comma'].join(parts)})" if parts else ""


def sums(statement: Statement, words: Interface) -> str:
    """What the goods are worth, in parentheses."""
    parts = [text for text in (money(item, words) for item in statement.goods) if text]
    return f"({words.list['comma'].join(parts)})" if parts else ""


def quantity(item: Goods, grammar: Grammar, words: Interface) -> str:
    """A designation with its number."""
    name = quoted(item.designation, words) if grammar.foreign(item.designation) else item.designation
    if item.number is None:
        return name
    return words.quantity.format(designation=name, number=format_decimal(item.number, locale=words.locale))


def money(item: Goods, words: Interface) -> str:
    """What it is worth, in words: `worth 3 million euros`."""
    if item.value is None:
        return ""
    size, step = next(((size, step) for size, step in _STEPS if item.value >= size), (1, ""))
    shown = format_decimal(item.value / size, locale=words.locale)
    number = words.number[step].format(n=shown) if step else shown
    if item.currency is None:
        return words.worth.format(sum=number)
    if not step:
        return words.worth.format(
            sum=format_currency(item.value, item.currency, locale=words.locale, format_type="name")
        )
    unit = get_currency_name(item.currency, count=1_000_000, locale=words.locale)
    return words.worth.format(sum=f"{number} {unit}")


def deal(statement: Statement, noun: Things, words: Interface) -> str:
    """An agreement: by its title where it has one, as cooperation where that is its matter."""
    if statement.instrument:
        return f"{noun.titled or noun.plain} {title(statement, words)}"
    general = any(matter in words.cooperation for matter in statement.matter)
    return noun.cooperation if general and noun.cooperation else noun.plain


def title(statement: Statement, words: Interface) -> str:
    """The title in quotation marks, as the text has it."""
    return quoted(statement.instrument or "", words)


def topics(statement: Statement, grammar: Grammar, words: Interface) -> str:
    """What it is about, as a list; the general matter of cooperation is no topic."""
    known = codebook().matters
    named = [name for name in dict.fromkeys(statement.matter) if name in known and name not in words.cooperation]
    return joined([known[name].label.in_(grammar.language) for name in named], words.list)


def _telling(item: Goods, words: Interface) -> bool:
    """Whether the designation, or its number, says more than the plain word."""
    name = item.designation.strip().casefold()
    return bool(name) and (name not in words.vague or item.number is not None)
