"""The ladders of both sides in a run as a figure, and what they come to in one sentence."""

from __future__ import annotations

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

Columns = dict[str, list[Any]]


def ladder_figure(trajectory: Trajectory) -> FaceToFace:
    """Return the ladders of a run, face to face, with asks and meetings between them."""
    cast = Cast(trajectory.scenario)
    names = side_names(cast)
    log = reaching_log(trajectory)
    own = {*leader_names(cast).values(), TOGETHER}
    kept = [form in SHOWN and lane in own for form, lane in zip(log["form"], log["lane"], strict=True)]
    marks = {
        name: [value for value, is_kept in zip(column, kept, strict=True) if is_kept] for name, column in log.items()
    }
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
    cast, log = Cast(trajectory.scenario), events(trajectory)
    names = side_names(cast)
    turn = next((event for event in log if event.kind in TURNS), None)
    steps = trajectory.columns["steps"]
    last = turn.day if turn else float(steps["day"][-1])
    before = [place for place, day in enumerate(steps["day"]) if day < last] or [0]
    stood = {side: [steps[f"{side}.pressure"][place] for place in before] for side in cast.sides}
    tops = [f"{max(levels):.0f}" for levels in stood.values()]
    one, other = (names[side] for side in cast.sides)
    heights = f"{tops[0]} ({one}) and {tops[1]} {{points.plural}} ({other})"
    if tops[0] == tops[1]:
        heights = f"{tops[0]} {{points.plural}} on both {{side.plural}}"
    is_still = all(min(levels) == max(levels) for levels in stood.values())
    days = f"{int(last)} {'day' if int(last) == 1 else 'days'}"
    did = f"stood at {heights} for {days}; {{then}}" if is_still else f"reached {heights}; {_later(turn, days)}"
    return capital(cast.fill(f"{{pressure}} {did}".replace("{then}", _then(turn))))


def _then(turn: Event | None) -> str:
    """What came then, as a template over the words of the case."""
    if turn is None:
        return "no {truce} and no {deal}"
    return "then {truce.a}" if turn.kind == TURNS[0] else "then {deal.a}"


def _later(turn: Event | None, days: str) -> str:
    """What came after how long."""
    if turn is None:
        return f"{days} brought no {{truce}} and no {{deal}}"
    return f"after {days} came {_then(turn).removeprefix('then ')}"
