"""What a network in training gets right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from dragoman.coding.neural.decode import Decoded, decoded
from dragoman.coding.neural.network import Said, odds
from dragoman.coding.neural.read import kin
from dragoman.coding.neural.shape import ROLES, STATUSES, TYPES, kind
from dragoman.model import Kind, Polarity
from training.neural.data import Example
from training.neural.fitting import laid_out
from training.neural.net import Net

PLAIN: Mapping[str, float] = dict.fromkeys(("there", "lone", "event", "lone_event", "role", "loss"), 0.5)
UNSCORED = frozenset({"entanglement", "signal", "third_party_threat", "exchange", "consent"})

TOGETHER = 32
"""Examples that are read at once."""


def heard(net: Net, examples: Sequence[Example]) -> list[Said]:
    """What the network says of each example."""
    net.eval()
    found = []
    with torch.no_grad():
        for start in range(0, len(examples), TOGETHER):
            batch = examples[start : start + TOGETHER]
            said = net(*laid_out(batch))
            found += [said_of([part[row] for part in said], e) for row, e in enumerate(batch)]
    return found


def said_of(parts: Sequence[Tensor], example: Example) -> Said:
    """One example's share, without what only fills the batch."""
    look, there, status, loss, roles = (part.numpy() for part in parts)
    size, named = len(example.window.ids), len(example.window.mentions)
    return Said(torch.tensor(look[:, :size]).exp().numpy(), odds(there), status, odds(loss), roles[:named])


Told = tuple[str, str, bool, frozenset[str]]
"""Type, status, loss, actors."""


def told(examples: Sequence[Example], said: Sequence[Said], of: Kind, limits: Mapping[str, float] = PLAIN) -> str:
    """F1 of the types of a kind, with the same actors, with status and polarity too; the share of the quiet that are.

    Windows of texts that were not annotated with this kind do not count.
    """
    hits: Counter[str] = Counter()
    wanted = coded = quiet = still = 0
    for example, one in zip(examples, said, strict=True):
        if of not in example.passage.annotated:
            continue
        gold = [of_target(example, t) for t in example.targets if counts(TYPES[t.type], of)]
        found = [of_decoded(c) for c in decoded(example.window, one, limits) if counts(c.type, of)]
        wanted, coded = wanted + len(gold), coded + len(found)
        quiet, still = quiet + (not gold), still + (not gold and not found)
        for name, keys in (("type", (0,)), ("actors", (0, 3)), ("strict", (0, 1, 2, 3))):
            left = Counter(tuple(g[k] for k in keys) for g in gold)
            hits[name] += sum((left & Counter(tuple(f[k] for k in keys) for f in found)).values())
    shares = [f"{n} {2 * hits[n] / max(1, wanted + coded):.3f}" for n in ("type", "actors", "strict")]
    return f"{wanted} annotated, {coded} read: {', '.join(shares)}, quiet {still / max(1, quiet):.2f}"


def counts(type_: str, of: Kind) -> bool:
    """Whether a type is one of the kind, and scored."""
    return kind(type_) is of and type_ not in UNSCORED


def of_target(example: Example, target: object) -> Told:
    """An annotated conclusion as it is scored."""
    t: object = target
    number, status, loss, filled = (getattr(t, n) for n in ("type", "status", "loss", "roles"))
    type_ = TYPES[number]
    actors = frozenset(c for c, row in zip(example.window.codes, filled, strict=True) if any(row[: len(ROLES[type_])]))
    return kin(type_), STATUSES[status].value, bool(loss), actors


def of_decoded(one: Decoded) -> Told:
    """What was read, as it is scored."""
    actors = frozenset(r.code for r in one.roles)
    return kin(one.type), one.status.value, one.polarity is Polarity.loss, actors
