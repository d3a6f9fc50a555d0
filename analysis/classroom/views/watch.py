"""A world that is watched: as far as it is shown, and nothing of what comes later."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import TypedDict

from analysis.classroom.drawing.canvas import Drawing
from analysis.classroom.drawing.charts import chart
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.session.showing import WEEK
from analysis.classroom.session.state import CHARTS, Session, Watching, WorldChoice
from analysis.classroom.views.cards import card
from analysis.classroom.views.controls import (
    control,
    lesson_controls,
    moving_controls,
    next_step,
    playing_controls,
    world_controls,
)
from analysis.classroom.views.decision_ahead import decision_ahead
from analysis.classroom.views.deeds import fitting
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import Card, Control, Stop, WatchView, Why
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.shown import is_over, shown, shown_until, told
from analysis.classroom.views.silence import waiting_lines
from analysis.classroom.views.sliders import change_said, differing, slider_views
from analysis.classroom.views.why import why_shown
from sim.narrative.cast import spoken_date
from sim.narrative.story import opening
from sim.narrative.told_ending import ending
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import decisions
from sim.results.trajectory import Trajectory


def watch_view(showing: Showing, lesson: Lesson, runs: Runs, naming: Naming) -> WatchView:
    """Return a world as far as it is shown."""
    session, watching = showing.session, showing.session.watching
    whole = runs.trajectory(lesson, session.world, session.names)
    run = told(shown(whole, watching))
    before = None
    if session.before is not None:
        before = shown_until(runs.trajectory(lesson, session.before, session.names), _before_until(watching))
    charts = [chart(run.trajectory, name, watching.day, before=before) for name in CHARTS]
    climbed = ladder(run.trajectory, watching.day, before=before)
    why = _why(showing, lesson, runs, run)
    stands = None if watching.stop is None else _stop(whole, watching.stop, run)
    in_the_file = WorldChoice(session.world.luck)
    changed = change_said(differing(lesson, in_the_file, session.world, naming))
    return {
        "title": naming.said(lesson.title),
        "question": question_shown(showing, lesson, naming),
        **when(whole, watching),
        "playing": watching.playing,
        "speed": watching.speed,
        "stops": watching.stops,
        "ladder": climbed,
        "charts": charts,
        "card": card_shown(run, watching),
        "waiting": [] if is_over(whole, watching) else _waiting(run, watching),
        "stop": stands,
        "why": why,
        "ending": ending(run)[0] if is_over(whole, watching) else "",
        "key_numbers": key_numbers(whole, watching, [climbed, *charts]),
        "controls": _controls(session, lesson, run),
        "more": _more(showing, run),
        "sliders": slider_views(lesson, session.world, naming),
        "changed": changed,
    }


def _before_until(watching: Watching) -> float:
    """Up to which day the world before a change is shown: while a class guesses, not what it did at that moment."""
    return watching.day if watching.stop is None else math.nextafter(watching.day, 0)


def _waiting(run: ToldRun, watching: Watching) -> list[str]:
    """What is said of the waiting; under a question only the first of it, for the question needs the room."""
    lines = waiting_lines(run, watching.day, watching.numbers)
    return lines if watching.stop is None else lines[:UNDER_A_QUESTION]


UNDER_A_QUESTION = 2


def question_shown(showing: Showing, lesson: Lesson, naming: Naming) -> str:
    """Return what the class is to think about, before a world begins; empty afterwards."""
    session = showing.session
    return naming.said(lesson.steps[session.step].question.text) if session.watching.day == 0 else ""


class When(TypedDict):
    """Where a world stands in its time."""

    date: str
    week: int
    weeks: int
    day: float


def when(trajectory: Trajectory, watching: Watching) -> When:
    """Return where a world stands in its time; the last day is that of its scenario, however it ends."""
    scenario = trajectory.scenario
    day = min(watching.day, float(scenario.horizon_days))
    return {
        "date": spoken_date((scenario.start + dt.timedelta(days=math.floor(day))).isoformat()),
        "week": max(1, math.ceil(day / WEEK)),
        "weeks": math.ceil(scenario.horizon_days / WEEK),
        "day": day,
    }


def card_shown(run: ToldRun, watching: Watching) -> Card | None:
    """Return what has just happened; on the first day, where the two stand."""
    if watching.day > 0:
        return card(run, watching.day, watching.passed)
    date = str(run.steps["date"][0])
    said = opening(run).removeprefix(f"{spoken_date(date)}. ")
    *rest, question = said.split(". ")
    return {"date": spoken_date(date), "text": fitting([said, f"{rest[0]}. {question}", question]), "decision": None}


def _stop(whole: Trajectory, number: int, run: ToldRun) -> Stop | None:
    """The decision that comes next; of the whole run nothing else is read."""
    for decision in decisions(whole):
        if decision.decision == number:
            return decision_ahead(decision, run.log, run.cast)
    return None


def _why(showing: Showing, lesson: Lesson, runs: Runs, run: ToldRun) -> Why | None:
    session, watching = showing.session, showing.session.watching
    if watching.why is None or watching.why not in run.choices:
        return None
    flip = runs.flip(lesson, session.world, session.names, watching.why) if watching.flip else None
    return why_shown(run, watching.why, watching.numbers, flip)


def key_numbers(trajectory: Trajectory, watching: Watching, figures: Sequence[Drawing]) -> str:
    """Return where things stand as sentences, for whoever listens."""
    time = when(trajectory, watching)
    said = message("watch.key_numbers", week=time["week"], weeks=time["weeks"], date=time["date"])
    return " ".join([said, *(figure["text"] for figure in figures)])


def _controls(session: Session, lesson: Lesson, run: ToldRun) -> list[Control]:
    """What is always there: play, step, why, compare; the next step of the lesson where a world is over."""
    watching = session.watching
    onward = [next_step(session, lesson)] if watching.over else []
    compare = [] if _leads_to_compare(onward, lesson) else [control("compare", "watch.compare", "c")]
    return [*onward, *playing_controls(watching), _why_control(run, watching), *compare]


def _leads_to_compare(onward: Sequence[Control], lesson: Lesson) -> bool:
    """Whether the way on is to the lesson's own comparison: two buttons of one name would be one too many."""
    return any(lesson.steps[one["what"]["step"]].screen == "compare" for one in onward if "step" in one["what"])


def _why_control(run: ToldRun, watching: Watching) -> Control:
    """Why: of what the card tells, else of the last decision that is shown; pressed again it closes."""
    if watching.why is not None:
        return control("why", "watch.why", "w", pressed=True, decision=None)
    news = card_shown(run, watching)
    decision = news["decision"] if news else None
    if decision is None:
        decision = max(run.choices, default=None)
    return control("why", "watch.why", "w", pressed=False, enabled=decision is not None, decision=decision)


def _more(showing: Showing, run: ToldRun) -> list[Control]:
    watching = showing.session.watching
    first_event = min((event.day for event in run.log), default=math.inf)
    return [
        control("stops", "watch.stops", "s", pressed=watching.stops, on=not watching.stops),
        control("numbers", "watch.numbers", "d", pressed=watching.numbers, on=not watching.numbers),
        *world_controls(),
        *moving_controls(watching, first_event),
        *lesson_controls(showing, onwards=not watching.over),
    ]
