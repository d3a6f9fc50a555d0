"""The ladders of both sides in a run as a figure, and what they come to in one sentence."""

from __future__ import annotations

from itertools import compress
from typing import Any

from analysis.documents.reaching_log import lanes, leader_names, reaching_log
from analysis.documents.reaching_marks import TOGETHER
from analysis.documents.run_figures import side_names, truce_spans
from analysis.figures.figure import FaceToFace, Reach
from sim.narrative.cast import Cast, capital
from sim.results.record_rows import Event, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e

SHOWN = (Reach.asks, Reach.met, Reach.agreed, Reach.breaks)
"""What stands between the ladders; the answers are for the timeline."""
TURNS = (e.WORDS[e.TRUCE_AGREED], e.WORDS[e.DEAL])
"""What brings the ladders down."""

NOTHING = "no {truce} and no {deal}"

Columns = dict[str, list[Any]]


def ladder_figure(trajectory: Trajectory) -> FaceToFace:
    """Return the ladders of a run, face to face, with asks and meetings between them."""
    cast = Cast(trajectory.scenario)
    names, own = side_names(cast), {*leader_names(cast).values(), TOGETHER}
    marks = _between(reaching_log(trajectory), own)
    return FaceToFace(
        level_changes(trajectory),
        ladder_finding(trajectory),
        {names[side]: trajectory.scenario.leaders[side].pressure.rung for side in cast.sides},
        marks,
        [lane for lane in lanes(trajectory, marks) if lane in own],
        truce_spans(trajectory),
        trajectory.scenario.start.isoformat(),
        float(trajectory.columns["steps"]["day"][-1]),
        cast.fill("{points.plural} of {pressure}"),
    )


def _between(log: Columns, own: set[str]) -> Columns:
    """The marks of the two sides and of what both do, without answers."""
    kept = [form in SHOWN and lane in own for form, lane in zip(log["form"], log["lane"], strict=True)]
    return {name: [*compress(column, kept)] for name, column in log.items()}


def level_changes(trajectory: Trajectory) -> Columns:
    """Return where each side stands from which day on: ``side``, ``day``, ``level``, a row whenever that changes."""
    steps = trajectory.columns["steps"]
    found: Columns = {"side": [], "day": [], "level": []}
    for side, name in side_names(Cast(trajectory.scenario)).items():
        before = None
        for day, level in zip(steps["day"], steps[f"{side}.pressure"], strict=True):
            if level != before:
                for column, value in zip(found.values(), (name, float(day), float(level)), strict=True):
                    column.append(value)
            before = level
    return found


def ladder_finding(trajectory: Trajectory) -> str:
    """Return how high both sides stood, for how long, and what came then, in one sentence."""
    cast = Cast(trajectory.scenario)
    turn = next((event for event in events(trajectory) if event.kind in TURNS), None)
    last = turn.day if turn else float(trajectory.columns["steps"]["day"][-1])
    stood = _stood(trajectory, cast, last)
    heights = _heights([max(levels) for levels in stood], list(side_names(cast).values()))
    is_still = all(min(levels) == max(levels) for levels in stood)
    return capital(cast.fill("{pressure} " + (_held if is_still else _moved)(heights, _days(last), _what(turn))))


def _held(heights: str, days: str, what: str) -> str:
    """That nobody moved, as a template."""
    return f"stood at {heights} for {f'the {days} before {what}' if what else f'{days}; {NOTHING}'}"


def _moved(heights: str, days: str, what: str) -> str:
    """That somebody moved, as a template."""
    return f"reached {heights}{f' in the {days} before {what}' if what else f'; {days} brought {NOTHING}'}"


def _days(last: float) -> str:
    return f"{int(last)} {'day' if int(last) == 1 else 'days'}"


def _stood(trajectory: Trajectory, cast: Cast, last: float) -> list[list[float]]:
    """Each side's levels before a day; those of the first step where there are none."""
    steps = trajectory.columns["steps"]
    count = max(sum(day < last for day in steps["day"]), 1)
    return [list(steps[f"{side}.pressure"][:count]) for side in cast.sides]


def _heights(tops: list[float], names: list[str]) -> str:
    """How high both stood, as a template over the words of the case."""
    one, other = (f"{top:.0f}" for top in tops)
    if one == other:
        return f"{one} {{points.plural}} on both {{side.plural}}"
    return f"{one} ({names[0]}) and {other} {{points.plural}} ({names[1]})"


def _what(turn: Event | None) -> str:
    """What came then, as a template; empty where nothing came. What is told of the ladders ends before it."""
    if turn is None:
        return ""
    return "the first {truce}" if turn.kind == TURNS[0] else "the {deal}"
