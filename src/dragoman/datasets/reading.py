"""The reading of one dataset: an importer asks it for rows and states and makes ties and measures with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

from dragoman.actors import Holder, by_cow, by_gw, by_name, former_states, holders_of_cow, organisations, states
from dragoman.datasets.entries import Entry, entry
from dragoman.datasets.frames import frame_rows
from dragoman.datasets.others import others
from dragoman.datasets.places import place
from dragoman.datasets.rows import Columns, Row
from dragoman.datasets.shape import Table, tables
from dragoman.datasets.sheets import sheet_rows
from dragoman.datasets.tally import Tally
from dragoman.datasets.text import text_rows
from dragoman.errors import DatasetError
from dragoman.model import Dataset, Layer, Measure, Party, Status, Tie

ROWS = {"csv": text_rows, "xlsx": sheet_rows, "rda": frame_rows, "dta": frame_rows, "parquet": frame_rows}
TWICE = "the same as a row before it"
NO_NAME = "(no name)"
NAMED = ("name", "code")
"""What `others.tsv` knows, beside the lists of states."""


def open_dataset(name: str, path: Path) -> Reading:
    """Check the shape of a dataset's file (or folder) and make it ready. Nothing is read before it is iterated.

    Raises DatasetError where there is no such dataset, or the file is not what it should be.
    """
    known = entry(name)
    return Reading(known, tables(known, path))


@dataclass
class Reading:
    """Iterate over it for the ties and measures, once; `tally` fills on the way, `dataset` is right at the end."""

    entry: Entry
    tables: list[Table]
    tally: Tally = field(default_factory=Tally)
    last: str = ""
    _seen: dict[str, int] = field(default_factory=dict)
    _actors: dict[tuple[str, str, str | None], str | None] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Tie | Measure]:
        """Everything in the file. Raises DatasetError that names file and row."""
        try:
            for item in self.entry.read(self):
                if not self._is_new(item):
                    self.skip(TWICE)
                    continue
                self._count(item)
                yield item
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise DatasetError(f"cannot be read ({error})", source=self.last, advice="get the file anew") from error

    @property
    def dataset(self) -> Dataset:
        """What was read, under its terms: version and years as the file has them where the entry says so."""
        base = self.entry.dataset()
        years = {}
        if self.entry.years_in_file and self.tally.first_year and self.tally.last_year:
            years = {"first_year": self.tally.first_year, "last_year": self.tally.last_year}
        return base.model_copy(update={"version": self._version() or base.version, **years})

    def rows(self, *layouts: str) -> Iterator[Row]:
        """The rows of the tables in these layouts (in all, if none is named), counted."""
        for table in self.tables:
            if layouts and table.name not in layouts:
                continue
            index = {name: at for at, name in enumerate(table.head.columns)}
            columns = Columns(
                table.path.name, table.name, index, frozenset(table.layout.missing), table.layout.thousands
            )
            for number, cells in ROWS[table.layout.kind](table.path, table.layout):
                self.tally.rows += 1
                row = Row(columns, number, cells)
                self.last = row.where
                yield row

    def has(self, layout: str) -> bool:
        """Whether there is a table in this layout."""
        return any(table.name == layout for table in self.tables)

    def needs(self, *layouts: str) -> None:
        """Raises DatasetError where there is no table in any of these layouts, but only ones that go with them."""
        if not any(self.has(layout) for layout in layouts):
            files = " or ".join(dict.fromkeys(f"`{self.entry.layouts[layout].file}`" for layout in layouts))
            path = self.tables[0].path
            advice = f"give the folder in which {files} is, too"
            raise DatasetError("this file alone tells of no ties", source=str(path), advice=advice)

    def preamble(self, layout: str) -> str:
        """The lines before the header of the first table in a layout, in one text."""
        return " ".join(next((table.head.preamble for table in self.tables if table.name == layout), ()))

    def columns(self, layout: str) -> tuple[str, ...]:
        """The columns of the first table in a layout, none where there is no such table."""
        return next((table.head.columns for table in self.tables if table.name == layout), ())

    def skip(self, reason: str, count: int = 1) -> None:
        """Count rows that are left out for a reason that is no mistake."""
        self.tally.skipped[reason] += count

    # --- actors ---

    def by_name(self, name: str, on: str | None = None) -> str | None:
        """The actor of this name at a date (ISO, cut as known); None, and counted with the reason, for no state."""
        return self._actor("name", name.strip(), on, lambda at: by_name(name.strip(), at))

    def by_cow(self, number: str, on: str | None = None) -> str | None:
        """The state of this Correlates of War number; None, and counted, if there is none."""
        return self._actor("COW", number, on, lambda at: by_cow(int(float(number)), at))

    def holders(self, number: str, start: str | None, end: str | None) -> tuple[Holder, ...]:
        """The states that had this Correlates of War number between two ISO dates, one after the other; none, and
        counted, if it is no state's.
        """
        return holders_of_cow(int(float(number)), start, end) if self.by_cow(number) else ()

    def by_gw(self, number: str, on: str | None = None) -> str | None:
        """The state of this Gleditsch-Ward number; None, and counted, if there is none."""
        return self._actor("GW", number, on, lambda at: by_gw(int(float(number)), at))

    def by_code(self, code: str) -> str | None:
        """The actor of a three-letter code as event datasets use them; None, and counted, for no actor."""
        return self._actor("code", code, None, lambda _: code if code in _actors() else None)

    def by_place(self, name: str, on: str) -> str | None:
        """The state that answers for a place of this name at a date: for a territory the one that it belongs to."""
        held = place(name, on)
        if held is None:
            return self.by_name(name, on)
        if held.code is None:
            self.unmapped(name.strip(), held.why)
        return held.code

    def unmapped(self, name: str, why: str) -> None:
        """Count a name that stands for no actor."""
        self.tally.unmapped[name or NO_NAME, why] += 1

    def _actor(self, of: str, key: str, on: str | None, look: Callable[[str | None], str | None]) -> str | None:
        """Look up once; a name or number outside the years of its state is still that state's."""
        other = others().get(key) if of in NAMED else None
        asked = (of, key, on)
        if asked not in self._actors:
            self._actors[asked] = other.code if other else (look(on) or look(None)) if key else None
        found = self._actors[asked]
        if found is None:
            why = other.why if other else f"no state has this {of}" if key else "no name is given"
            self.unmapped(key if of in NAMED else f"{of} {key}", why)
        return found

    # --- what an importer yields ---

    def tie(
        self,
        *,
        record: str,
        layer: Layer,
        source: str,
        target: str,
        directed: bool,
        start: str | None = None,
        end: str | None = None,
        type: str | None = None,
        mode: str | None = None,
        status: Status = Status.happened,
        weight: float | None = None,
        unit: str | None = None,
        subject: str | None = None,
        others: tuple[Party, ...] = (),
        group: str | None = None,
        details: dict[str, str] | None = None,
    ) -> Tie:
        """A tie of this dataset. Its id follows from dataset, record, layer, parties and start alone, so that an import
        can be repeated; the parties of an undirected tie come into the order of the alphabet. Details without a value
        are left out.
        """
        if not directed and source > target:
            source, target = target, source
        return Tie.model_construct(
            id=tie_id(self.entry.name, record, source, target, layer, start),
            dataset=self.entry.name,
            record=record,
            layer=layer,
            type=type,
            mode=mode,
            source=source,
            target=target,
            directed=directed,
            start=start,
            end=end,
            status=status,
            weight=weight,
            unit=unit,
            subject=subject,
            others=others,
            group=group,
            details={name: text for name, text in details.items() if text} if details else {},
        )

    def measure(self, name: str, actor: str, year: int, value: float, unit: str, note: str | None = None) -> Measure:
        """A measure of this dataset."""
        return Measure.model_construct(
            dataset=self.entry.name, name=name, actor=actor, year=year, value=value, unit=unit, note=note
        )

    def _count(self, item: Tie | Measure) -> None:
        if isinstance(item, Measure):
            self.tally.measures += 1
            self.tally.saw(item.year)
        else:
            self.tally.ties += 1
            if item.start:
                self.tally.saw(int(item.start[:4]))

    def _is_new(self, item: Tie | Measure) -> bool:
        """Whether nothing like it came before. Raises DatasetError where it did and said something else."""
        if isinstance(item, Measure):
            key, name = f"{item.name} {item.actor} {item.year}", f"{item.name} of {item.actor} in {item.year}"
            content = hash(item.value)
        else:
            key, name = item.id, f"the record {item.record}"
            content = hash((item.end, item.weight, item.status, item.subject, item.mode, tuple(item.details.items())))
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = content
        elif before != content:
            what = f"{name} says something else than before"
            raise DatasetError(what, source=self.last, advice="keep one of the rows, or get the file anew")
        return before is None

    def _version(self) -> str | None:
        pattern = self.entry.version_in_file
        if pattern is None:
            return None
        lines = (line for table in self.tables for line in table.head.preamble)
        found = (re.search(pattern, line) for line in lines)
        return next((match[1].strip() for match in found if match), None)


def tie_id(dataset: str, record: str, source: str, target: str, layer: str, start: str | None) -> str:
    """16 hexadecimal digits behind a `t`: the same for the same tie in every import."""
    parts = "\x1f".join((dataset, record, source, target, layer, start or ""))
    return "t" + blake2b(parts.encode(), digest_size=8).hexdigest()


@cache
def _actors() -> frozenset[str]:
    """The codes of all states, also of those that are no more, and organisations."""
    return frozenset(states()) | frozenset(former_states()) | frozenset(organisations())
