"""Which items a story of each length tells, and how it is made to fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from sim.narrative.chapters import chapter_months, chapter_of
from sim.narrative.groups import items_of, single_events
from sim.narrative.importance import always_told
from sim.narrative.items import Item, Rank
from sim.narrative.last_day import last_day
from sim.narrative.scenes import Scene
from sim.narrative.told_reasons import Dose, with_reasons
from sim.narrative.told_run import ToldRun
from sim.narrative.waiting import waiting


class Length(StrEnum):
    """How long a story is."""

    plain = "plain"
    default = "default"
    all = "all"


USES = {Length.plain: 1, Length.default: 2, Length.all: 2}
"""How often a clause of the reasons may be told."""


class Detail(NamedTuple):
    """How much of a run the usual story tells.

    Attributes
    ----------
    finest : bool
        Whether groups end at what is always told.
    least : Rank
        Up to which rank items are told.
    reasons : int
        At how many items reasons stand.
    said : int
        How many sentences are said of a silence besides its length.
    """

    finest: bool
    least: Rank
    reasons: int
    said: int


LEVELS = (
    Detail(True, Rank.errand, 12, 5),
    Detail(True, Rank.errand, 9, 4),
    Detail(True, Rank.minor, 9, 4),
    Detail(False, Rank.errand, 8, 3),
    Detail(False, Rank.minor, 8, 3),
    Detail(False, Rank.minor, 5, 2),
    Detail(False, Rank.pressure, 5, 2),
    Detail(False, Rank.pressure, 2, 1),
    Detail(False, Rank.pressure, 0, 1),
)
"""From the longest to the shortest."""

PLAIN_SAID = 2
"""Sentences said of a silence besides its length when a story is read aloud."""

Fits = Callable[[Sequence[Item]], bool]


def told_items(run: ToldRun, length: Length, fits: Fits, silent: Collection[str] = ()) -> list[Item]:
    """Return the items of a story in order.

    Parameters
    ----------
    run : ToldRun
        The run.
    length : Length
        How long the story shall be.
    fits : callable
        Whether so many items make a story of that length.
    silent : collection of str
        Sides that are told without reasons.
    """
    if length is Length.all:
        items = in_order([*single_events(run), *_passages(run, LEVELS[0].said)])
        return with_reasons(items, run, Dose(len(items), USES[length]), silent)
    return _plain(run, fits, silent) if length is Length.plain else _usual(run, fits, silent)


def in_order(items: Sequence[Item]) -> list[Item]:
    """Return items by their first day; what tells events stands before passages that begin with the same day."""
    return sorted(items, key=lambda item: (item.first, not item.events, item.events))


def _passages(run: ToldRun, said: int) -> list[Item]:
    """What tells no event: waiting, and the last day."""
    last = last_day(run)
    return [*waiting(run, said), *([last] if last is not None else [])]


def _by_chapter(run: ToldRun, finest: bool, since: int = 0) -> list[Item]:
    """The scenes that reach to an event or beyond as items, none of which reaches over the end of a chapter."""
    always, months = always_told(run), chapter_months(run.trajectory)
    found: dict[int, list[Scene]] = {}
    for scene in (scene for scene in run.scenes if max(scene.numbers) >= since):
        found.setdefault(chapter_of(scene.main.date, months), []).append(scene)
    return [item for members in found.values() for item in items_of(members, run, always, finest)]


def _usual(run: ToldRun, fits: Fits, silent: Collection[str]) -> list[Item]:
    """Everything but gestures, in the first of the levels that fits."""
    found: list[Item] = []
    for detail in LEVELS:
        kept = [item for item in _by_chapter(run, detail.finest) if item.rank <= detail.least]
        dose = Dose(detail.reasons, USES[Length.default])
        found = with_reasons(in_order([*kept, *_passages(run, detail.said)]), run, dose, silent)
        if fits(found):
            break
    return found


DOSES = tuple(Dose(*dose) for dose in ((5, 1), (4, 1), (3, 1), (2, 1), (2, 1, 1), (1, 1), (1, 1, 1)))
"""Reasons told in a short story, the first that leave room for all that must be told."""

ENOUGH_REASONS = 2
"""What a short story wants before it tells of more than waiting."""

LONGEST_WAITS = 3


def _plain(run: ToldRun, fits: Fits, silent: Collection[str]) -> list[Item]:
    """What is always told with its reasons, then as much else as there is room for, the most telling first."""
    items = in_order([*_by_chapter(run, finest=False), *_passages(run, PLAIN_SAID)])
    offered = _offered(items)

    def explained(found: Sequence[Item]) -> list[Item]:
        """The items with as many reasons as there is room for."""
        tries = (with_reasons(in_order(found), run, dose, silent) for dose in DOSES)
        return next((tried for tried in tries if fits(tried)), in_order(found))

    found = explained([item for item in items if item.rank is Rank.always])
    for item in offered[:1]:
        tried = explained([*found, item])
        found = tried if fits(tried) and reasons_in(tried) >= min(reasons_in(found), ENOUGH_REASONS) else found
    for item in offered:
        if reasons_in(found) < ENOUGH_REASONS and item.rank is not Rank.wait and not _told(item, found):
            tried = explained([*found, item])
            found = tried if fits(tried) and reasons_in(tried) > reasons_in(found) else found
    for item in offered:
        found = found if _told(item, found) else _with(item, found, fits)
    return found


def reasons_in(items: Sequence[Item]) -> int:
    """Return how many items have reasons."""
    return sum(bool(item.why) for item in items)


def _told(item: Item, found: Sequence[Item]) -> bool:
    return any(item.text == told.text and item.first == told.first for told in found)


def _with(item: Item, found: list[Item], fits: Fits) -> list[Item]:
    tried = in_order([*found, item])
    return tried if fits(tried) else found


def _offered(items: Sequence[Item]) -> list[Item]:
    """What a short story may tell besides, the most telling first; the longest waits before the others."""
    waits = sorted((item for item in items if item.rank is Rank.wait), key=lambda item: -days_of(item))
    rest = [item for rank in (Rank.telling, Rank.pressure, Rank.minor) for item in items if item.rank is rank]
    return [*waits[:1], *rest[:1], *waits[1:LONGEST_WAITS], *rest[1:]]


def days_of(item: Item) -> int:
    """Return how many days an item tells of."""
    return (dt.date.fromisoformat(item.last) - dt.date.fromisoformat(item.first)).days


def items_from(run: ToldRun, number: int, most: int) -> list[Item]:
    """Return what a run brought from an event on, in order: what is always told, and the most telling up to `most`."""
    later = [item for item in _by_chapter(run, finest=False, since=number) if item.rank <= Rank.minor]
    chosen = sorted(later, key=lambda item: (item.rank, item.events))[:most]
    return in_order([*chosen, *(item for item in later if item.rank is Rank.always and item not in chosen)])
