"""How a run went: the ladders of both sides, what came of it at home and on markets, and who reached for whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from analysis.documents.document import Block, Picture, Table
from analysis.documents.ladder_shown import ladder_figure
from analysis.documents.reaching_log import lanes, reaching_log
from analysis.documents.run_figures import report_course, side_names
from analysis.documents.wording import percent, sentence
from analysis.figures.figure import WhoCallsWhom
from sim.narrative.cast import Cast, capital
from sim.results.record_rows import events
from sim.vocabulary import events as e

if TYPE_CHECKING:
    from analysis.figures.figure import Columns
    from sim.results.trajectory import Trajectory

SHOWN = ("drawdown", "approval", "hostility")
"""Series of both sides that a report shows below the ladders."""
ASKING_TO_MEET = (e.WORDS[e.CALL_REQUESTED], e.WORDS[e.SUMMIT_PROPOSED])
"""Kinds of event by which a leader asks for the other."""
MEETINGS = (e.WORDS[e.CALL_HELD], e.WORDS[e.SUMMIT_HELD])

READ_LADDERS = (
    "One {side} climbs upwards and the other downwards, in the same measure; between them is who asked and when they "
    "were in touch. Shaded: {truce.a} is in force."
)
READ_COURSE = "A line that goes down in the first panel is {market.a} that falls; names stand where lines end."
READ_TIMELINE = (
    "A mark stands in the lane of who acts; what both do has a lane of its own. A count (2\u00d7) stands beside marks "
    "of one kind that would lie on one another. {hosts}"
)


def course_blocks(trajectory: Trajectory) -> Iterator[Block]:
    """Yield the figures of how a run went, the ladders first."""
    cast = Cast(trajectory.scenario)
    ladders = ladder_figure(trajectory)
    yield Picture(ladders, cast.fill(READ_LADDERS), _numbers(ladders.levels, cast))
    figure = report_course(trajectory, SHOWN, falls_finding(trajectory))
    yield Picture(figure, cast.fill(READ_COURSE), _numbers(figure.series, cast))
    log = reaching_log(trajectory)
    if log["day"]:
        last = float(trajectory.columns["steps"]["day"][-1])
        start = trajectory.scenario.start.isoformat()
        timeline = WhoCallsWhom(log, asking_finding(trajectory), lanes(trajectory, log), start, last)
        yield Picture(
            timeline,
            _reading(trajectory),
            Table.of("", {"what": log["told"], "who": log["lane"], "form": [*map(str, log["form"])]}, names=2),
        )


def _numbers(columns: Columns, cast: Cast) -> Table:
    """What a figure is drawn from, its sides called as the case calls them."""
    table = pd.DataFrame(columns)
    return Table.of("", table.rename(columns={"side": cast.words["side"].noun}))


def falls_finding(trajectory: Trajectory) -> str:
    """Return how far both markets fell at worst, in one sentence."""
    cast = Cast(trajectory.scenario)
    worst = [
        f"{percent(max(trajectory.columns['steps'][f'{side}.drawdown']))} ({name})"
        for side, name in side_names(cast).items()
    ]
    return capital(cast.fill(f"the {{market}} fell by up to {' and '.join(worst)}"))


def asking_finding(trajectory: Trajectory) -> str:
    """Return how often each leader asked for the other, and how often they spoke or met, in one sentence."""
    cast, log = Cast(trajectory.scenario), events(trajectory)
    asked = {side: sum(event.actor == side and event.kind in ASKING_TO_MEET for event in log) for side in cast.sides}
    more, less = sorted(cast.sides, key=lambda side: -asked[side])
    met = sum(event.kind in MEETINGS for event in log)
    for_what = cast.fill("for {call.a} or {summit.a}")
    if not asked[more]:
        return f"Neither asked {for_what}; {_came(met, cast)}"
    told = f"{cast.leader(more)} asked {_times(asked[more])} {for_what}, {cast.leader(less)} {_times(asked[less])}"
    return f"{told}; {_came(met, cast)}"


def _came(met: int, cast: Cast) -> str:
    if not met:
        return "none came about"
    return cast.fill("they {call_held.past} or {summit_held.past} ") + _times(met)


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _reading(trajectory: Trajectory) -> str:
    hosts = "Third parties have their lanes below." if trajectory.scenario.mediators else ""
    return sentence(READ_TIMELINE.format(hosts=hosts).strip())
