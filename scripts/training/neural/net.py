"""The network in PyTorch: an encoder, a look at the text for every type, and a judgement of every mention beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.coding.neural.shape import MOST_ROLES, STATUSES, TYPES
from dragoman.coding.neural.window import Mark
from training.neural.base import Base

SHARP = 8.0
"""What the scores of a look are multiplied by, so that it can rest on few words."""
OF_TYPE, OF_STATUS, OF_MENTION = 64, 128, 256
"""Widths of the layers behind the encoder."""
SELDOM = -2.0
"""Where the outputs begin: most types are not there."""


class Layer(nn.Module):
    """One layer of the encoder, as BERT has it."""

    def __init__(self, base: Base, number: int, dropout: float) -> None:
        super().__init__()
        width = base.width
        self.heads = base.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, base.inner), nn.Linear(base.inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)
        for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
            part = getattr(self, name)
            part.weight.data = tensor(base, f"l{number}.{name}.w").reshape(part.weight.shape)
            part.bias.data = tensor(base, f"l{number}.{name}.b")

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x` is texts by pieces by width."""
        texts, pieces, width = x.shape
        q, k, v = (part(x).view(texts, pieces, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        weighed = q @ k.transpose(2, 3) / math.sqrt(width / self.heads)
        if mask is not None:
            weighed = weighed.masked_fill(~mask[:, None, None, :], -1e4)
        seen = (weighed.softmax(-1) @ v).transpose(1, 2).reshape(texts, pieces, width)
        x = self.aln(x + self.dropout(self.ao(seen)))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))


class Net(nn.Module):
    """`keep` are the rows of the base's vocabulary that stay, `layers` how many of its layers."""

    def __init__(self, base: Base, keep: Sequence[int], layers: int, dropout: float) -> None:
        super().__init__()
        width, types = base.width, len(TYPES)
        rows = tensor(base, "emb.word").reshape(-1, width)[list(keep)]
        self.word = nn.Embedding.from_pretrained(rows, freeze=True)
        self.pos = nn.Parameter(tensor(base, "emb.pos").reshape(-1, width) + tensor(base, "emb.type")[:width])
        self.mark = nn.Embedding(len(Mark), width)
        nn.init.zeros_(self.mark.weight)
        self.ln = nn.LayerNorm(width, eps=1e-12)
        self.ln.weight.data, self.ln.bias.data = tensor(base, "emb.ln.w"), tensor(base, "emb.ln.b")
        self.layers = nn.ModuleList(Layer(base, i, dropout) for i in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.query = nn.Parameter(torch.randn(types, width) * 0.02)
        self.key = nn.Linear(width, width)
        self.there = nn.Parameter(torch.randn(types, 2 * width) * 0.02)
        self.there_bias = nn.Parameter(torch.full((types,), SELDOM))
        self.kinds = nn.Parameter(torch.randn(types, OF_TYPE))
        self.status = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(width + OF_TYPE, OF_STATUS), nn.GELU(),
            nn.Linear(OF_STATUS, len(STATUSES) + 1),
        )  # fmt: skip
        self.of_mention, self.of_look, self.of_both = (nn.Linear(width, OF_MENTION) for _ in range(3))
        self.of_type = nn.Linear(OF_TYPE, OF_MENTION)
        self.deeper = nn.Sequential(nn.Dropout(dropout), nn.Linear(OF_MENTION, OF_MENTION), nn.GELU())
        self.role = nn.Parameter(torch.randn(types, MOST_ROLES, 2 * OF_MENTION) * 0.02)
        self.role_bias = nn.Parameter(torch.full((types, MOST_ROLES), SELDOM / 2))

    def encoded(self, ids: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """The text as the encoder leaves it: texts by pieces by width."""
        x: Tensor = self.dropout(self.ln(self.word(ids) + self.pos[: ids.shape[1]] + self.mark(marks)))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def even_out(self, texts: Sequence[tuple[Tensor, Tensor, Tensor]]) -> None:
        """Let what the encoder gives vary about nought by one: the base gives all words much in common.

        `texts` are ids, marks and mask of some batches. The last layer's scale and shift take it up.
        """
        self.eval()
        with torch.no_grad():
            seen = torch.cat([self.encoded(*one)[one[2]] for one in texts])
            last = self.layers[-1].oln
            last.weight.data = last.weight / seen.std(0)
            last.bias.data = (last.bias - seen.mean(0)) / seen.std(0)

    def forward(self, ids: Tensor, marks: Tensor, pool: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """What is there: logarithm of the look by type and piece, and scores of presence, status, loss and roles.

        `ids`, `marks` and `mask` are texts by pieces, `pool` texts by mentions by pieces (each row sums to 1).
        Statuses are texts by types by statuses, roles texts by mentions by types by roles.
        """
        x = self.encoded(ids, marks, mask)
        texts, _, width = x.shape
        scores = (self.query @ self.key(x).transpose(1, 2)) * (SHARP / math.sqrt(width))
        if mask is not None:
            scores = scores.masked_fill(~mask[:, None, :], -1e4)
        look = scores.log_softmax(-1)
        seen = look.exp() @ x
        view, first = self.dropout(seen), self.dropout(x[:, 0])
        there = (view * self.there[:, :width]).sum(-1) + first @ self.there[:, width:].T + self.there_bias
        types = self.kinds.expand(texts, -1, -1)
        status = self.status(torch.cat([seen, types], -1))
        mention = self.dropout(pool @ x)[:, :, None]
        joint = self.of_mention(mention) + self.of_both(mention * view[:, None])
        inner = functional.gelu(joint + (self.of_look(view) + self.of_type(types))[:, None])
        inner = torch.cat([inner, self.deeper(inner)], -1)
        role = torch.einsum("bmtk,trk->bmtr", inner, self.role) + self.role_bias
        return look, there, status[..., :-1], status[..., -1], role


def tensor(base: Base, name: str) -> Tensor:
    """A tensor of the base that may be changed."""
    return torch.from_numpy(base.tensors[name].copy())
