"""Two who sign or discuss a delivery with each other: whose industry makes the goods gives them, the other takes.

"Chad and Spain signed a contract on the delivery of …" names them in one breath, and both stand where the giver stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.described import made_by
from dragoman.coding.draft import Draft
from dragoman.coding.weapons import made_in

BETWEEN = ("agreement", "negotiation", "meeting")
"""Types that have the two as their parties."""


def take_sides(draft: Draft, others: Sequence[Draft]) -> None:
    """Part two givers, or two takers, where the goods tell by their name whose they are."""
    if draft.frame.type != "arms_transfer":
        return
    for role, opposite in (("supplier", "recipient"), ("recipient", "supplier")):
        both = draft.codes(role)
        home = maker(draft) if len(both) == 2 and not draft.codes(opposite) else ""
        if home in both and agreed(draft, others, frozenset(both)):
            put(draft, role, opposite, home if role == "supplier" else next(code for code in both if code != home))
            return


def maker(draft: Draft) -> str:
    """The one state that makes all weapons named in the sentence whose maker their designation or adjective tells."""
    reading = draft.reading
    homes = {made_in(reading.tokens, t.index) for t in reading.tokens if reading.has(t.index, "designation")} - {""}
    for argument in reading.arguments:
        if argument.form == "adjective" and argument.modifies >= 0 and reading.has(argument.modifies, "arms"):
            homes.update(argument.codes)
        if made_by(reading, argument):
            homes.update(argument.codes)
    return homes.pop() if len(homes) == 1 else ""


def agreed(draft: Draft, others: Sequence[Draft], both: frozenset[str]) -> bool:
    """Whether the two have a pact or talks with each other in this sentence."""
    return any(d.reading is draft.reading and d.frame.type in BETWEEN and d.main_actors == both for d in others)


def put(draft: Draft, role: str, opposite: str, stays: str) -> None:
    """Leave one of the two in the role, and give the other the opposite one."""
    filled, extra = draft.filled.pop(role, []), draft.extra.pop(role, ())
    for name, keep in ((role, True), (opposite, False)):
        if own := [a for a in filled if (a.codes == (stays,)) is keep]:
            draft.filled[name] = own
        if codes := tuple(code for code in extra if (code == stays) is keep):
            draft.extra[name] = codes
