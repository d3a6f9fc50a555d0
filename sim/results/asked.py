"""What is asked when many runs are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.policies.forks import Order


class Asked(NamedTuple):
    """How many runs of each row, with which luck, and what to keep of them."""

    seed: int = 0
    runs: int = 1000
    first_run: int = 0
    parameters: str = "drawn"
    threads: int | None = None
    pictures: bool = False
    orders: Sequence[Order] = ()
