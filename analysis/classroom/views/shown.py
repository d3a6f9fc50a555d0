"""A run as far as a class has seen it: the same record cut off, so that nothing made of it tells what comes later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from analysis.classroom.session.state import Watching
from sim.narrative.scenes import MEETINGS
from sim.narrative.told_run import ToldRun
from sim.results.outcome import First, Outcome
from sim.results.record_rows import Event, events
from sim.results.trajectory import Table, Trajectory
from sim.vocabulary.outcomes import OutcomeClass

KEPT = 8
"""So many cut records are kept, each of a megabyte or so: two worlds, the one before a change, and one step back."""


def is_over(trajectory: Trajectory, watching: Watching) -> bool:
    """Return whether all of a run is shown: it was played to its end, or an agreement ended it before the day shown."""
    if watching.stop is not None:
        return False
    return watching.over or trajectory.columns["steps"]["day"][-1] <= watching.day


def shown(trajectory: Trajectory, watching: Watching) -> Trajectory:
    """Return what a class has seen of a run: all of it where it is over, and the record cut off where it is not."""
    if is_over(trajectory, watching):
        return trajectory
    return shown_until(trajectory, watching.day, watching.stop)


@lru_cache(maxsize=KEPT)
def shown_until(trajectory: Trajectory, day: float, stop: int | None = None) -> Trajectory:
    """Return the record of a run up to a day, or to the moment before a decision.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    day : float
        The last day that is kept, in days since the start.
    stop : int, optional
        The number of a decision before which it ends, whatever the day. A meeting of that very moment is kept, since
        it is where the decision is taken; what comes of it is not.

    Returns
    -------
    Trajectory
        Steps, events and decisions up to then. Where it stands in the end is left blank (no contact, since no day);
        the first contacts are those that were made.
    """
    steps, log, choices = (trajectory.columns[name] for name in ("steps", "events", "decisions"))
    cut = _cut(choices, day, stop)
    kept = [place for place, event in enumerate(events(trajectory)) if _happened(event, cut)]
    taken = [place for place in range(len(choices["day"])) if _decided(choices, place, cut)]
    return Trajectory(
        trajectory.scenario,
        trajectory.seed,
        trajectory.run,
        trajectory.parameters,
        trajectory.order,
        trajectory.version,
        _rows(steps, [place for place, then in enumerate(steps["day"]) if then <= cut.day]),
        _rows(log, kept),
        _rows(choices, taken),
        _so_far(trajectory.outcome, {log["day"][place] for place in kept}),
        trajectory.format,
    )


AT_TABLE = ("truce", "summit")
"""What is put to both leaders where they, or their envoys, sit together."""


@lru_cache(maxsize=KEPT)
def told(trajectory: Trajectory) -> ToldRun:
    """Return a record, whole or cut off, ready to be told."""
    return ToldRun(trajectory)


class _Cut(NamedTuple):
    """Where a record ends: the day, the decision before which it does, and whether that is taken at a table."""

    day: float
    stop: int | None
    at_table: bool


def _cut(choices: Table, day: float, stop: int | None) -> _Cut:
    if stop is None or stop not in choices["decision"]:
        return _Cut(day, stop, at_table=False)
    place = choices["decision"].index(stop)
    return _Cut(choices["day"][place], stop, choices["about"][place] in AT_TABLE)


def _happened(event: Event, cut: _Cut) -> bool:
    if cut.stop is None or event.day != cut.day:
        return event.day <= cut.day
    return (cut.at_table and event.kind in MEETINGS) or 0 <= event.decision < cut.stop


def _decided(choices: Table, place: int, cut: _Cut) -> bool:
    return choices["day"][place] <= cut.day and (cut.stop is None or choices["decision"][place] < cut.stop)


def _rows(table: Table, places: Sequence[int]) -> dict[str, list[Any]]:
    return {name: [values[place] for place in places] for name, values in table.items()}


def _so_far(outcome: Outcome, days: set[float]) -> Outcome:
    """What the end of a run says of what has happened already, and nothing else."""
    return Outcome(
        OutcomeClass.no_contact,
        day=None,
        date=None,
        last_touch_day=None,
        first_contact=_past(outcome.first_contact, days),
        first_voice=_past(outcome.first_voice, days),
        first_in_person=_past(outcome.first_in_person, days),
        mediator=None,
        ever={},
        settlement=None,
        trough={},
        peak_pressure={},
        actions={},
    )


def _past(first: First | None, days: set[float]) -> First | None:
    return first if first is not None and first.day in days else None
