"""Ten worlds of one setting under ten lucks, so that no class leaves with one story: how each stands in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.classroom.drawing.canvas import SMALL_WORLDS, Drawing, Size, drawn, fitted, mark, words
from analysis.classroom.drawing.endings import MARKS, ending_key, ending_name
from analysis.classroom.drawing.keys import key
from analysis.classroom.messages import message
from sim.narrative.cast import Cast, capital
from sim.results.trajectory import Trajectory

NEVER = "\u2013"
KEY_LINES = 2


def small_worlds(worlds: Sequence[Trajectory], size: Size = SMALL_WORLDS) -> Drawing:
    """Return worlds in a row: the mark of how each stands in the end, and the week in which the two first spoke.

    Parameters
    ----------
    worlds : sequence of Trajectory
        Whole runs of one scenario, one after the other; at least one.
    size : Size
        How large.
    """
    cast = Cast(worlds[0].scenario)
    outcomes = [str(world.outcome.outcome_class) for world in worlds]
    weeks = [_week(world) for world in worlds]
    told = message("drawing.worlds.week")
    parts = [
        *_row(outcomes, weeks, size),
        words((0, 3.75 * size.text), fitted(told, size.text, size.width), "axis"),
        f'<g transform="translate(0 {4.3 * size.text:.1f})">',
        *key(ending_key(outcomes, cast), 0.0, KEY_LINES, size),
        "</g>",
    ]
    counts = {name: outcomes.count(name) for name in MARKS if name in outcomes}
    said = "; ".join(f"{ending_name(name, cast)}: {count}" for name, count in counts.items())
    spoke = message("drawing.worlds.spoke", n=sum(week != NEVER for week in weeks), of=len(worlds))
    rows = [
        [str(number + 1), ending_name(outcome, cast), week]
        for number, (outcome, week) in enumerate(zip(outcomes, weeks, strict=True))
    ]
    columns = [message("drawing.worlds.world"), message("drawing.worlds.ending"), message("drawing.worlds.first_week")]
    return drawn(size, parts, f"{spoke} {capital(said)}.", columns, rows)


def _week(world: Trajectory) -> str:
    first = world.outcome.first_voice
    return NEVER if first is None else str(int(first.day // 7) + 1)


def _row(outcomes: Sequence[str], weeks: Sequence[str], size: Size) -> Iterator[str]:
    step = size.width / len(outcomes)
    for number, (outcome, week) in enumerate(zip(outcomes, weeks, strict=True)):
        middle = step * (number + 0.5)
        shape, look = MARKS[outcome]
        yield mark(shape, (middle, 0.75 * size.text), 0.5 * size.text, look, size.stroke * 0.8)
        yield words((middle, 2.4 * size.text), week, "", "middle")
