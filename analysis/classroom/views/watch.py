"""A world that is watched: as far as it is shown, and nothing of what comes later."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from analysis.classroom.drawing.charts import CHARTS, chart
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.session.state import Watching
from analysis.classroom.views.cards import LONGEST, card, fitting
from analysis.classroom.views.controls import control, lesson_controls, moving_controls, playing_controls, world_controls
from analysis.classroom.views.decision_ahead import decision_ahead
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import Card, Control, Drawing, Stop, WatchView, Why
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.shown import is_over, shown, shown_until
from analysis.classroom.views.silence import waiting_lines
from analysis.classroom.views.sliders import difference_said, differing, slider_views
from analysis.classroom.views.why import why_shown
from sim.narrative.cast import spoken_date
from sim.narrative.story import opening
from sim.narrative.told_ending import ending
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import decisions
from sim.results.trajectory import Trajectory

WEEK = 7.0


def watch_view(showing: Showing, lesson: Lesson, runs: Runs, naming: Naming) -> WatchView:
    """Return a world as far as it is shown."""
    session, watching = showing.session, showing.session.watching
    whole = runs.trajectory(lesson, session.world, session.names)
    run = ToldRun(shown(whole, watching))
    before = None
    if session.before is not None:
        before = shown_until(runs.trajectory(lesson, session.before, session.names), watching.day)
    charts = [chart(run.trajectory, name, watching.day, before=before) for name in CHARTS]
    why = _why(showing, lesson, runs, run)
    stands = None if watching.stop is None else _stop(whole, watching.stop, run)
    file = type(session.world)(session.world.luck)
    changed = difference_said(differing(lesson, file, session.world, naming))
    return {
        "title": naming.said(lesson.title),
        **when(whole, watching),
        "playing": watching.playing,
        "speed": watching.speed,
        "stops": watching.stops,
        "ladder": ladder(run.trajectory, watching.day, before=before),
        "charts": charts,
        "card": card_shown(run, watching.day),
        "waiting": [] if is_over(whole, watching) else waiting_lines(run, watching.day, watching.numbers),
        "stop": stands,
        "why": why,
        "ending": ending(run)[0] if is_over(whole, watching) else "",
        "key_numbers": key_numbers(whole, watching, charts),
        "controls": _controls(run, watching),
        "more": _more(showing, lesson),
        "sliders": slider_views(lesson, session.world, naming),
        "changed": message("watch.changed", what=changed) if changed else "",
    }
