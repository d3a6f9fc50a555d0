"""Figures of many runs before anybody draws them: where they stand, a hundred, their ways, their differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # pandas takes longer to import than a run takes to happen
    import pandas as pd

    Columns = Mapping[str, Sequence[Any]] | pd.DataFrame


class Standings(NamedTuple):
    """Where runs stand day by day: ``day``, ``state``, ``title``, ``share``, ``low``, ``high``.

    The shares of a day sum to 1; states come from the lowest of the stack to the highest. ``start`` is the date of day
    0 (ISO 8601) where days are to be told as dates.
    """

    shares: Columns
    title: str
    start: str = ""


class HundredDots(NamedTuple):
    """A hundred runs, a dot each: ``outcome``, ``title``, ``hundred``, ``share``, ``low``, ``high``, a row per ending.

    ``hundred`` are whole numbers that sum to 100.
    """

    shares: Columns
    title: str


class WaysTree(NamedTuple):
    """Which way runs go: ``branch``, ``parent``, ``depth``, ``title``, ``hundred``, ``share``, ``low``, ``high``.

    A row per branch, what grows from it right after it; ``hundred`` are runs of a hundred.
    """

    branches: Columns
    title: str


class Forest(NamedTuple):
    """Differences around a common zero: ``group``, ``title``, ``difference``, ``low``, ``high``, ``told``.

    A row per measure; those of one ``group`` share a unit, which is its name, and a scale. ``joint_low`` and
    ``joint_high`` are the ends of intervals that hold all differences at once, and ``told`` is the difference in words.
    """

    differences: Columns
    title: str
