"""How a study is cut into parts, some rows times some replications each, and an order of work that is fair to all.

Parts are stored in the order of work, so a study that is stopped holds the first so many parts of that order. Then

- every row has equally many runs, if all rows fit one part (:attr:`Layout.stretch` is the number of rows);
- else rows differ by at most one run, up to 256 replications;
- beyond that, by at most one in 256 of the replications (512 of 131,072, say).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SMALLEST, LARGEST = 512, 8_192
"""Runs of a part: enough that storing it costs little beside running it, few enough that little is lost with it."""

PARTS_AIMED = 16
TOGETHER = 131_072
"""Runs of one stretch of rows over all replications: what is sorted at once when parts become one table."""

FAIR = TOGETHER // SMALLEST
"""Replications up to which rows never differ by more than one run: with more, a part of one replication would be
smaller than the smallest."""


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
    """

    rows: int
    replications: int
    stretch: int
    block: int

    @classmethod
    def of(cls, rows: int, replications: int) -> Layout:
        """The cut of a study with so many rows and replications."""
        aim = min(max(rows * replications // PARTS_AIMED, SMALLEST), LARGEST)
        stretch = max(1, min(rows, aim, TOGETHER // replications))
        most = replications if stretch == rows else -(-replications // FAIR)
        return cls(rows, replications, stretch, max(1, min(most, aim // stretch)))

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
        region of the design has had its share.
        """
        scattered = list(_bit_reversed(self.stretches))
        for block in range(self.blocks):
            for stretch in scattered:
                yield block * self.stretches + stretch

    def parts_of_stretch(self, stretch: int) -> list[int]:
        """Numbers of the parts that hold a stretch of rows, one per block of replications."""
        return [block * self.stretches + stretch for block in range(self.blocks)]


def _bit_reversed(count: int) -> Iterator[int]:
    """The numbers below ``count``, each as far as can be from those before it."""
    bits = max(count - 1, 1).bit_length()
    for number in range(1 << bits):
        turned = int(f"{number:0{bits}b}"[::-1], 2)
        if turned < count:
            yield turned
