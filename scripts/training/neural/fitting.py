"""Fitting the network to examples: what it is punished for, in which order it sees them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.coding.neural.shape import ROLES, TYPES
from training.neural.data import Example, Target
from training.neural.net import Net

CUE, ROLE, STATUS, LOSS = 0.3, 1.0, 1.0, 1.0
"""What a wrong look, role, status and polarity weigh beside a wrong type."""
POOL = 16
"""Batches whose examples are sorted by length together."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How it is fitted; the figures are those of decision 18."""

    epochs: int = 4
    batch: int = 12
    rate: float = 1e-4
    head: float = 10.0
    """By how much the layers behind the encoder, which begin with nothing, are changed faster."""
    frozen: int = 2
    """Layers, from below, that stay as they are."""
    warm: float = 0.08
    """The share of the steps in which the rate grows."""
    seed: int = 1


def fit(net: Net, examples: Sequence[Example], recipe: Recipe, after: Callable[[int, float], None]) -> None:
    """Fit the network. `after` is called after each epoch with its number and the mean loss."""
    chance = random.Random(recipe.seed)
    for layer in net.layers[: recipe.frozen]:
        layer.requires_grad_(False)
    encoder = [p for n, p in net.named_parameters() if p.requires_grad and n.split(".")[0] in ("layers", "pos", "ln")]
    known = {id(p) for p in encoder}
    heads = [p for p in net.parameters() if p.requires_grad and id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.rate}, {"params": heads, "lr": recipe.rate * recipe.head}], weight_decay=0.01
    )
    steps = recipe.epochs * (len(examples) // recipe.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (recipe.warm * steps)) * max(0.02, 1.0 - step / steps)
    )
    for epoch in range(recipe.epochs):
        net.train()
        total, count = 0.0, 0
        for batch in batches(examples, recipe.batch, chance):
            loss = punished(net(*laid_out(batch)), batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            total, count = total + loss.item(), count + 1
        after(epoch, total / count)


def mix(net: Net, before: Mapping[str, Tensor], share: float) -> None:
    """Let each weight be the mean of what it is, which counts `share`, and of what it was."""
    net.load_state_dict({name: share * now + (1 - share) * before[name] for name, now in net.state_dict().items()})


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples in a new order, those of a batch about equally long."""
    order = list(examples)
    chance.shuffle(order)
    pools = [order[i : i + size * POOL] for i in range(0, len(order), size * POOL)]
    pools = [sorted(pool, key=lambda e: len(e.window.ids)) for pool in pools]
    found = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    chance.shuffle(found)
    yield from found


def in_turn(examples: Sequence[Example], size: int) -> list[Sequence[Example]]:
    """All examples in their order, in batches."""
    return [examples[i : i + size] for i in range(0, len(examples), size)]


def laid_out(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, marks, pooling of mentions and mask of a batch."""
    longest = max(len(e.window.ids) for e in batch)
    named = max(1, *(len(e.window.mentions) for e in batch))
    ids, marks = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    pool = torch.zeros(len(batch), named, longest)
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        ids[row, :size], marks[row, :size] = torch.tensor(example.window.ids), torch.tensor(example.window.marks)
        mask[row, :size] = True
        for number, mention in enumerate(example.window.mentions):
            pool[row, number, list(mention.pieces)] = 1 / len(mention.pieces)
    return ids, marks, pool, mask


def punished(said: tuple[Tensor, ...], batch: Sequence[Example]) -> Tensor:
    """The loss of a batch: types over all of it, the rest over the conclusions that are there."""
    _, there, *_ = said
    wanted, asked = torch.zeros_like(there), torch.tensor([example.asked for example in batch], dtype=there.dtype)
    for row, example in enumerate(batch):
        for target in example.targets:
            wanted[row, target.type] = 1.0
    misjudged = functional.binary_cross_entropy_with_logits(there, wanted, reduction="none") * asked
    total = misjudged.sum(-1).mean()
    listed = [(row, e, target) for row, e in enumerate(batch) for target in e.targets]
    if listed:
        total = total + torch.stack([of_target(said, *one) for one in listed]).sum() / len(listed)
    return total


def of_target(said: tuple[Tensor, ...], row: int, example: Example, target: Target) -> Tensor:
    """The loss of one conclusion that is there."""
    look, _, status, loss, role = (part[row] for part in said)
    kind = target.type
    total = STATUS * functional.cross_entropy(status[kind][None], torch.tensor([target.status]))
    total = total + LOSS * functional.binary_cross_entropy_with_logits(loss[kind], torch.tensor(target.loss))
    if target.cue:
        total = total - CUE * torch.logsumexp(look[kind, list(target.cue)], 0)
    codes = example.window.codes
    roles = len(ROLES[TYPES[kind]])
    chances = torch.stack([torch.logsumexp(role[example.window.naming(code), kind], 0) for code in codes])
    filled = torch.tensor(target.roles)
    return total + ROLE * functional.binary_cross_entropy_with_logits(
        chances[:, :roles], filled[:, :roles], reduction="sum"
    )
