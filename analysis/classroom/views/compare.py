"""Two worlds under one luck, side by side: what differs, where they part and why, and ten other lucks of each."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeGuard

from analysis.classroom.drawing.canvas import COLUMN_CHART, COLUMN_LADDER
from analysis.classroom.drawing.charts import chart, chart_title
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.drawing.small_worlds import small_worlds
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.session.showing import WEEK
from analysis.classroom.session.state import CHARTS, Session, Watching, WorldChoice
from analysis.classroom.session.world_acts import LUCKS
from analysis.classroom.views.cards import DAYS_BACK
from analysis.classroom.views.controls import (
    control,
    lesson_controls,
    moving_controls,
    next_step,
    playing_controls,
    world_controls,
)
from analysis.classroom.views.deeds import deed, fitting, reason_texts
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import Column, CompareView, Control, SmallWorlds
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.shown import is_over, shown, told
from analysis.classroom.views.sliders import Differing, difference_said, differing, slider_views
from analysis.classroom.views.watch import card_shown, question_shown, when
from sim.narrative.cast import spoken_date
from sim.narrative.told_ending import ending
from sim.narrative.told_run import ToldRun
from sim.narrative.two_runs import first_different_decision
from sim.results.parting import Parting, parting
from sim.results.record_rows import Decision
from sim.results.trajectory import Trajectory

OTHER_LUCKS = 10
"""So many worlds of each setting are shown small; the luck that is watched is not among them."""

FEWEST_HALVED = 3
"""Of so many worlds at least it is said by when half of them had spoken."""


class Pair(NamedTuple):
    """Two worlds as far as they are shown, what they are called, and what differs."""

    runs: tuple[ToldRun, ToldRun]
    names: tuple[str, str]
    differences: list[Differing]
    over: tuple[bool, bool]


def compare_view(showing: Showing, lesson: Lesson, runs: Runs, naming: Naming) -> CompareView:
    """Return two worlds as far as they are shown, and nothing of what comes later."""
    session, watching = showing.session, showing.session.watching
    choices = (session.world, session.other)
    whole = [runs.trajectory(lesson, choice, session.names) for choice in choices]
    pair = pair_of(lesson, choices, whole, watching, naming)
    found = parting(*(run.log for run in pair.runs))
    small, small_told = _lucks(showing, lesson, runs, pair.names) if watching.lucks else ([], "")
    time = when(whole[0], watching)
    return {
        "difference": difference_said(pair.differences) or message("compare.same_settings"),
        "question": question_shown(showing, lesson, naming),
        "week": time["week"],
        "weeks": time["weeks"],
        "day": time["day"],
        "date": time["date"],
        "playing": watching.playing,
        "columns": [_column(pair, place, watching, found) for place in range(len(choices))],
        "charts": _charts(pair.runs[0].trajectory, watching),
        "parting": message("compare.parting", date=spoken_date(found.date)) if found else "",
        "identical": all(pair.over) and found is None and bool(pair.differences),
        "lucks": small,
        "lucks_told": small_told,
        "controls": _controls(showing.session, lesson),
        "more": _more(showing, pair),
        "sliders": slider_views(lesson, session.other, naming),
    }


def pair_of(
    lesson: Lesson,
    choices: tuple[WorldChoice, WorldChoice],
    whole: Sequence[Trajectory],
    watching: Watching,
    naming: Naming,
) -> Pair:
    """Return two worlds as far as they are shown."""
    first, second = (told(shown(trajectory, watching)) for trajectory in whole)
    differences = differing(lesson, *choices, naming)
    here, there = (is_over(trajectory, watching) for trajectory in whole)
    return Pair((first, second), column_names(differences), differences, (here, there))


def column_names(differences: Sequence[Differing]) -> tuple[str, str]:
    """Return what two worlds are called: by the one thing that differs, else as this one and the other."""
    if len(differences) != 1:
        return message("compare.this"), message("compare.other")
    (only,) = differences
    return f"{only.label}: {only.here}", f"{only.label}: {only.there}"


def _column(pair: Pair, place: int, watching: Watching, found: Parting | None) -> Column:
    run, beside = pair.runs[place], pair.runs[1 - place].trajectory
    day = watching.day
    return {
        "name": pair.names[place],
        "ladder": ladder(run.trajectory, day, COLUMN_LADDER, beside=beside),
        "chart": chart(run.trajectory, watching.chart, day, COLUMN_CHART, beside=beside),
        "card": card_shown(run, watching),
        "ending": ending(run)[0] if pair.over[place] else "",
        "reason": reason(pair, place, found) if found and _is_news(pair, found, day) else "",
    }


def _is_news(pair: Pair, found: Parting, day: float) -> bool:
    """Whether the reasons of the parting are news: for a week, and again at the end; in between, other things are."""
    return day < found.day + DAYS_BACK or all(pair.over)


def reason(pair: Pair, place: int, found: Parting) -> str:
    """Return why a world went its own way: the decision that fell otherwise, else what happened here and not there."""
    run = pair.runs[place]
    choices = first_different_decision(*(one.trajectory for one in pair.runs))
    here, there = choices[place], choices[1 - place]
    if _fell_differently(here, there, found):
        return fitting(list(reason_texts(run, here)))
    if found.place >= len(run.log) or run.log[found.place].day > found.day:
        return message("compare.without")
    event = run.log[found.place]
    scene = next(scene for scene in run.scenes if event in scene.events)
    return fitting(deed(run, scene, [one for one in scene.events if one.day == event.day]).texts)


def _fell_differently(here: Decision | None, there: Decision | None, found: Parting) -> TypeGuard[Decision]:
    """Whether one decision, taken in both worlds, was what parted them."""
    if here is None or there is None or (here.leader, here.day) != (there.leader, there.day):
        return False
    return here.day <= found.day


def _charts(trajectory: Trajectory, watching: Watching) -> list[dict[str, Any]]:
    return [{"name": name, "title": chart_title(name, trajectory), "chosen": name == watching.chart} for name in CHARTS]


def _lucks(showing: Showing, lesson: Lesson, runs: Runs, names: tuple[str, str]) -> tuple[list[SmallWorlds], str]:
    """Ten other lucks of each setting, and in how many of them the two spoke."""
    session = showing.session
    small: list[SmallWorlds] = []
    spoke = []
    for name, choice in zip(names, (session.world, session.other), strict=True):
        lucks = [(choice.luck + further) % LUCKS for further in range(1, OTHER_LUCKS + 1)]
        worlds = [runs.trajectory(lesson, WorldChoice(luck, choice.settings), session.names) for luck in lucks]
        small.append({"name": message("compare.lucks_of", name=name), "drawing": small_worlds(worlds)})
        spoke.append(_spoke([world.outcome.first_voice.day for world in worlds if world.outcome.first_voice]))
    return small, message("compare.lucks_told", here=spoke[0], there=spoke[1])


def _spoke(days: Sequence[float]) -> str:
    """In how many of the ten the two spoke, and the week by which half of these had: it may be later, not rarer."""
    if len(days) < FEWEST_HALVED:
        return message("compare.spoke", n=len(days))
    return message("compare.spoke_by", n=len(days), week=int(statistics.median_low(days) // WEEK) + 1)


def _controls(session: Session, lesson: Lesson) -> list[Control]:
    watching = session.watching
    onward = [next_step(session, lesson)] if watching.over else []
    lucks = "compare.fewer_lucks" if watching.lucks else "compare.lucks"
    return [
        *onward,
        *playing_controls(watching),
        control("lucks", lucks, "t", pressed=watching.lucks, on=not watching.lucks),
        control("compare", "compare.alone", "c"),
    ]


def _more(showing: Showing, pair: Pair) -> list[Control]:
    watching, trajectory = showing.session.watching, pair.runs[0].trajectory
    first_event = min((event.day for run in pair.runs for event in run.log), default=math.inf)
    charts = [
        control(
            "chart", {"id": "compare.chart", "name": chart_title(name, trajectory)}, str(number),
            pressed=name == watching.chart, name=name,
        )
        for number, name in enumerate(CHARTS, 1)
    ]  # fmt: skip
    return [
        *charts,
        *world_controls(),
        *moving_controls(watching, first_event),
        *lesson_controls(showing, onwards=not watching.over),
    ]
