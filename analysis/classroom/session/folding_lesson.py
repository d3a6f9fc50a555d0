"""Facts about the lesson: which step is shown, its clock, its debrief, and what is undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.classroom.session.lesson_clock import SECONDS, running
from analysis.classroom.session.state import Clock, Forecast, Place, Session, Watching, WorldChoice

What = Mapping[str, Any]

COMPARISON = "compare"
"""The screen on which a step's settings are those of the second world."""


def opened(session: Session, what: What, _at: float) -> Session:
    """Open a lesson at its first step; its clock has not begun."""
    blank = Session(lesson=what["lesson"], surface=what["surface"], names=session.names)
    return _fresh(blank, what, Watching())


def names_set(session: Session, what: What, _at: float) -> Session:
    """Show leaders and sides by their real names, or not."""
    return replace(session, names=what["real"])


def clock_started(session: Session, what: What, at: float) -> Session:
    """Begin the lesson's clock at a minute of its plan."""
    begins = SECONDS * what["minute"]
    return replace(session, clock=Clock(at - begins, begins, tentative=what["tentative"]))


def clock_reset(session: Session, _what: What, _at: float) -> Session:
    """Take the beginning of the lesson back: somebody had only looked ahead."""
    return replace(session, clock=Clock())


def clock_stopped(session: Session, _what: What, at: float) -> Session:
    """Stop the clock, and whatever plays."""
    return _still(replace(session, clock=replace(_stopped(session.clock, at), tentative=False)))


def clock_resumed(session: Session, _what: What, at: float) -> Session:
    """Let the clock go on; what it stood is lost to nothing."""
    clock = session.clock
    if clock.paused_at is None:
        return session
    return replace(session, clock=replace(clock, paused_at=None, lost=clock.lost + at - clock.paused_at))


def minute_added(session: Session, _what: What, _at: float) -> Session:
    """Give the step at hand a minute more."""
    return replace(session, clock=replace(session.clock, extra=session.clock.extra + 1, tentative=False))


def interrupted(session: Session, what: What, _at: float) -> Session:
    """Stop the clock and whatever plays at the moment at which the computer fell asleep."""
    return _still(replace(session, clock=_stopped(session.clock, what["since"])))


def went(session: Session, what: What, at: float) -> Session:
    """Show a step: as it was left if it was shown before, else with its own settings from the first day."""
    here = Place(session.world, session.other, session.before, _halted(session.watching))
    left = {**session.left, session.step: here}
    clock = replace(session.clock, step_started=running(session.clock, at), extra=0.0)
    kept = tuple(step for step in session.dropped if step != what["step"])
    moved = replace(session, step=what["step"], dropped=kept, clock=clock, left=left)
    found = left.get(what["step"])
    if found is None:
        return _fresh(moved, what, session.watching)
    return replace(moved, world=found.world, other=found.other, before=found.before, watching=found.watching)


def dropped(session: Session, what: What, _at: float) -> Session:
    """Leave a step out."""
    return replace(session, dropped=tuple(sorted({*session.dropped, what["step"]})))


def debrief_moved(session: Session, what: What, _at: float) -> Session:
    """Show a step of the debrief, or one of its cards."""
    return replace(session, debrief=what["to"], card=what["card"])


def noted(session: Session, what: What, _at: float) -> Session:
    """Keep what the teacher wrote down."""
    return replace(session, notes=(*session.notes, what["text"]))


def ended(session: Session, _what: What, at: float) -> Session:
    """End the lesson: its clock stands."""
    return replace(clock_stopped(session, {}, at), ended=True)


def undone(session: Session, _what: What, at: float) -> Session:
    """Go back to what was before the last fact that can be undone.

    Time does not go back, and nothing is lost that cannot be had again by a click: names, notes and counts of worlds
    stay, and so does the place at which a step was left that is shown no more.
    """
    *past, (kind, earlier) = session.past
    if kind == "opened":
        return replace(earlier, names=session.names, past=tuple(past))
    here = Place(session.world, session.other, session.before, _halted(session.watching))
    left = {**earlier.left, session.step: here} if session.step != earlier.step else earlier.left
    return replace(
        earlier,
        names=session.names,
        notes=session.notes,
        left=left,
        watching=_halted(earlier.watching),
        clock=_clock_after_undoing(session, earlier, at),
        forecasts=_with_counts(session, earlier),
        past=tuple(past),
    )


def _clock_after_undoing(session: Session, earlier: Session, at: float) -> Clock:
    """Time goes on as it went; the step that is shown again began when it first did. A lesson that ended goes on."""
    clock = session.clock
    if session.ended and not earlier.ended and earlier.clock.paused_at is None:
        clock = clock_resumed(session, {}, at).clock
    if session.step == earlier.step or clock.started is None or earlier.clock.started is None:
        return clock
    return replace(clock, step_started=earlier.clock.step_started, extra=earlier.clock.extra)


def _with_counts(session: Session, earlier: Session) -> dict[int, Forecast]:
    """Forecasts of before, with what was counted of worlds since."""
    found = dict(earlier.forecasts)
    for step, forecast in session.forecasts.items():
        if forecast.counted is not None:
            found[step] = replace(found.get(step, Forecast()), counted=forecast.counted, runs=forecast.runs)
    return found


def _fresh(session: Session, what: What, watching: Watching) -> Session:
    """A step on its first day, its sliders where the lesson puts them; how one likes to watch stays."""
    other = what["screen"] == COMPARISON
    here, there = ({}, what["settings"]) if other else (what["settings"], {})
    how = replace(Watching(), speed=watching.speed, stops=watching.stops, numbers=watching.numbers, beside=other)
    world, beside = (WorldChoice(what["luck"], dict(settings)) for settings in (here, there))
    return replace(session, world=world, other=beside, before=None, watching=replace(how, chart=watching.chart))


def _stopped(clock: Clock, at: float) -> Clock:
    if clock.started is None or clock.paused_at is not None:
        return clock
    return replace(clock, paused_at=at)


def _still(session: Session) -> Session:
    return replace(session, watching=_halted(session.watching))


def _halted(watching: Watching) -> Watching:
    return replace(watching, playing=False)
