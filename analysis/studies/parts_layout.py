"""How a study is cut into parts, some rows times some replications each, and an order of work that is fair to all.

Parts are stored in the order of work, so a study that is stopped holds the first so many parts of that order. Then

- every row has equally many runs, if all rows fit one part (:attr:`Layout.stretch` is the number of rows);
- else rows differ by at most one run, up to 256 replications;
- beyond that, by at most one in 256 of the replications (512 of 131,072, say).

Parts grow with the study: a sixteenth of it, at least 512 runs and at most 8,192; from eight million runs on a
thousandth, at most 65,536. Many rows with many replications make them smaller, for the sake of fairness; a study of
10**9 runs has 10,000 to 65,000 parts, whatever its shape. The table of a large study is cut as well, into a thousand
partitions at most: each is made of parts of its own, as soon as they are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PARTS_AIMED = 16

FAIR = 256
"""Replications up to which rows never differ by more than one run: with more, a part of one replication would be too
small."""


class Sizes(NamedTuple):
    """What bounds the cut of a study.

    Attributes
    ----------
    smallest, usual, largest : int
        Runs of a part: enough that storing it costs little beside running it, few enough that little is lost with it.
    many : int
        Parts of the usual size that a folder should hold; a study of more has larger ones.
    together : int
        Runs that are sorted at once when parts become a table.
    reach : int
        Runs of the rows of a part over all replications: what a partition cannot be smaller than.
    table : int
        Runs of a partition; a study of no more has one table.
    partitions : int
        Partitions that a folder should hold; a study of more has larger ones.
    """

    smallest: int = 512
    usual: int = 8_192
    largest: int = 65_536
    many: int = 1_024
    together: int = 131_072
    reach: int = 4_194_304
    table: int = 1_048_576
    partitions: int = 1_000


SIZES = Sizes()


class Part(NamedTuple):
    """Rows ``first_row`` up to ``last_row`` with replications ``first`` up to ``last``, the ends not included."""

    number: int
    first_row: int
    last_row: int
    first: int
    last: int

    @property
    def runs(self) -> int:
        """Runs of the part."""
        return (self.last_row - self.first_row) * (self.last - self.first)


class Layout(NamedTuple):
    """The cut of a study; a function of its size alone, so that any number of workers agrees on it.

    Attributes
    ----------
    rows, replications : int
        Of the study; at least 1.
    stretch : int
        Rows of a part.
    block : int
        Replications of a part.
    group : int
        Rows of a part that are sorted at once with all their replications, and lie together in its file; 0 for all.
    partition : int
        Piles of a partition of the table; 0 for one table. A pile is what makes a stretch of the table on its own: all
        parts of the same rows, or of a single row each part.
    """

    rows: int
    replications: int
    stretch: int
    block: int
    group: int = 0
    partition: int = 0

    @classmethod
    def of(cls, rows: int, replications: int, sizes: Sizes | None = None) -> Layout:
        """The cut of a study with so many rows and replications."""
        size, runs = sizes or SIZES, rows * replications
        most = min(max(size.usual, runs // size.many), size.largest)
        aim = min(max(runs // PARTS_AIMED, size.smallest), most)
        stretch = max(1, min(rows, aim, size.reach // replications))
        fair = replications if stretch == rows else -(-replications // FAIR)
        block = max(1, min(fair, aim // stretch))
        group = max(1, size.together // replications)
        pile = block if stretch == 1 else stretch * replications
        piles = -(-max(size.table, -(-runs // size.partitions)) // pile) if runs > size.table else 0
        return cls(rows, replications, stretch, block, group if group < stretch else 0, piles)

    @property
    def runs(self) -> int:
        """Runs of the whole study."""
        return self.rows * self.replications

    @property
    def stretches(self) -> int:
        """Runs of rows."""
        return -(-self.rows // self.stretch)

    @property
    def blocks(self) -> int:
        """Runs of replications."""
        return -(-self.replications // self.block)

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return self.stretches * self.blocks

    @property
    def piles(self) -> int:
        """How many piles there are."""
        return self.parts if self.stretch == 1 else self.stretches

    @property
    def partitions(self) -> int:
        """How many partitions the table has; 1 where it is one."""
        return -(-self.piles // self.partition) if self.partition else 1

    @property
    def spread(self) -> int:
        """By how many runs two rows can differ when the study is stopped."""
        return 0 if self.stretches == 1 else self.block

    def part(self, number: int) -> Part:
        """A part by its number, 0 to ``parts - 1``: all stretches of the first block, then of the second."""
        block, stretch = divmod(number, self.stretches)
        row, replication = stretch * self.stretch, block * self.block
        last_row, last = min(row + self.stretch, self.rows), min(replication + self.block, self.replications)
        return Part(number, row, last_row, replication, last)

    def order(self) -> Iterator[int]:
        """Part numbers in the order of work.

        Replications are the outer loop, and rows are visited in bit-reversed order: wherever the work stops, every
        region of the design has had its share. In a large study it is partitions that are visited so, and the rows of
        each within it: the first partition can be made long before the last is begun.
        """
        scattered = list(self._scattered())
        for block in range(self.blocks):
            for stretch in scattered:
                yield block * self.stretches + stretch

    def _scattered(self) -> Iterator[int]:
        """The stretches, partition by partition."""
        each = self.partition if self.partition and self.stretch > 1 else self.stretches
        for partition in _bit_reversed(-(-self.stretches // each)):
            first = partition * each
            for within in _bit_reversed(min(each, self.stretches - first)):
                yield first + within

    def parts_of_pile(self, pile: int) -> list[int]:
        """Numbers of the parts of a pile, in the order of their replications."""
        if self.stretch == 1:
            row, block = divmod(pile, self.blocks)
            return [block * self.stretches + row]
        return [block * self.stretches + pile for block in range(self.blocks)]

    def piles_of(self, partition: int) -> range:
        """The piles of a partition, in the order of the table; all of them where there is one table."""
        each = self.partition or self.piles
        return range(partition * each, min((partition + 1) * each, self.piles))

    def parts_of(self, partition: int) -> list[int]:
        """Numbers of the parts of a partition, pile by pile."""
        return [number for pile in self.piles_of(partition) for number in self.parts_of_pile(pile)]

    def partition_of(self, part: int) -> int:
        """The partition that a part belongs to."""
        block, stretch = divmod(part, self.stretches)
        pile = stretch * self.blocks + block if self.stretch == 1 else stretch
        return pile // self.partition if self.partition else 0

    def cells_of(self, partition: int) -> range:
        """The lines of the table that a partition holds: row times replications plus replication."""
        piles = self.piles_of(partition)
        return range(self._first_cell(piles.start), self._first_cell(piles.stop))

    def _first_cell(self, pile: int) -> int:
        if pile >= self.piles:
            return self.runs
        part = self.part(self.parts_of_pile(pile)[0])
        return part.first_row * self.replications + part.first


def _bit_reversed(count: int) -> Iterator[int]:
    """The numbers below ``count``, each as far as can be from those before it."""
    bits = max(count - 1, 1).bit_length()
    for number in range(1 << bits):
        turned = int(f"{number:0{bits}b}"[::-1], 2)
        if turned < count:
            yield turned
