"""Figures of one run, and of two under one luck, before anybody draws them: their tables and words as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # pandas takes longer to import than a run takes to happen
    import pandas as pd

    Columns = Mapping[str, Sequence[Any]] | pd.DataFrame


class PartingOfTheWays(NamedTuple):
    """Two runs of one luck: ``setting``, ``panel``, ``day``, ``value``, and the day on which they part, if they do.

    ``start`` is the date of day 0 (ISO 8601) where days are to be told as dates, and ``falls`` names the panels whose
    values are falls of a market (0 to 1).
    """

    series: Columns
    parting_day: float | None
    title: str
    start: str = ""
    falls: tuple[str, ...] = ()


class Reach(StrEnum):
    """What an event by which sides reach for one another is: the form of its mark, and what a legend calls it."""

    asks = "asks"
    yes = "answers yes"
    no = "answers no, or not"
    met = "in touch"
    agreed = "agreed"
    breaks = "breaks down"


class WhoCallsWhom(NamedTuple):
    """Who reached for whom: ``day``, ``lane``, ``form`` (a :class:`Reach`), ``label``, ``told``, one row per event.

    ``lanes`` are named from above, ``start`` is the date of day 0 (ISO 8601) and ``last`` the last day of the run.
    """

    marks: Columns
    title: str
    lanes: Sequence[str]
    start: str
    last: float


class FaceToFace(NamedTuple):
    """The ladders of both sides face to face: ``side``, ``day``, ``level`` in points, one row per change.

    ``rungs`` is how large a step of each side is; the side named first stands above. ``marks`` are who asked and when
    they met, as in :class:`WhoCallsWhom`, with the lanes ``lanes``; ``truces`` have ``start`` and ``end``. ``points``
    is what the points are called.
    """

    levels: Columns
    title: str
    rungs: Mapping[str, float]
    marks: Columns
    lanes: Sequence[str]
    truces: Columns
    start: str
    last: float
    points: str = "points"


class Waterfall(NamedTuple):
    """One option against its rival: ``part``, ``difference``, ``start``, ``end``, one row per consideration.

    The differences are the chosen option's utility less the rival's; the last ``end`` is their sum.
    """

    parts: Columns
    title: str
    chosen: str
    rival: str
