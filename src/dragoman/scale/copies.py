"""Which documents of a run are copies of one text: one of them is coded, the others stand beside it as reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.events import Signed, copy_groups
from dragoman.scale.dataset import DONE, SCREENED, Dataset
from dragoman.scale.parts import rows_of

Copies = dict[str, dict[str, str]]
"""Part to the numbers of its documents that are copies, with the id of the document that is coded."""
SEEN = ("number", "id", "published", "length", "signature")


@dataclass(frozen=True, slots=True)
class Member:
    """A document among the others. `rank` is lower the sooner it is the one that is coded."""

    part: str
    number: int
    id: str
    rank: tuple[int, int, str, int]
    waits: bool


def find_copies(dataset: Dataset) -> Copies:
    """The copies among what waits to be coded, of each other and of what was coded before.

    The one that is coded was coded already, or else has the longest text. So the answer is the same in whatever order
    parts were screened, and after an interruption.
    """
    members: dict[str, Member] = {}
    signed: list[Signed] = []
    for member, document in _members(dataset):
        members[document.key] = member
        signed.append(document)
    groups: dict[str, list[Member]] = {}
    for key, name in copy_groups(signed).items():
        groups.setdefault(name, []).append(members[key])
    found: Copies = {}
    for together in groups.values():
        first = min(together, key=lambda member: member.rank)
        for member in together:
            if member is not first and member.waits:
                found.setdefault(member.part, {})[str(member.number)] = first.id
    return found


def _members(dataset: Dataset) -> Iterator[tuple[Member, Signed]]:
    done = dataset.records(DONE)
    referred: set[str] = set()
    for name in dataset.parts("documents"):
        for cells in rows_of(dataset, name, (*SEEN, "copy_of")):
            referred |= {cells["copy_of"]} - {None}
            yield _member(_stem(name), cells, 0 if cells["copy_of"] is None else 3, waits=False)
    for key in sorted(dataset.records(SCREENED).keys() - done.keys()):
        for cells in rows_of(dataset, dataset.path(SCREENED, f"{key}.parquet"), SEEN):
            # What others were already told to be a copy of is coded, whatever came later.
            yield _member(key, cells, 1 if cells["id"] in referred else 2, waits=True)


def _member(part: str, cells: dict[str, object], rank: int, *, waits: bool) -> tuple[Member, Signed]:
    number, length = int(str(cells["number"])), int(str(cells["length"]))
    signature, published = cells["signature"], cells["published"]
    assert isinstance(signature, bytes)
    member = Member(part, number, str(cells["id"]), (rank, -length, part, number), waits)
    return member, Signed(f"{part}/{number:09}", signature, str(published) if published else None)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".parquet")
