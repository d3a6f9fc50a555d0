"""What can be pressed: controls as the pages have them, those of the lesson, and those that every world has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import Session, Watching
from analysis.classroom.session.watch_acts import SPEEDS
from analysis.classroom.views.shapes import Control, Text
from analysis.classroom.views.showing import Showing

"""Weeks in a second."""


def control(
    act: str,
    label: str | Text,
    shortcut: str = "",
    *,
    pressed: bool | None = None,
    enabled: bool = True,
    **what: Any,
) -> Control:
    """Return a control that sends an act with these particulars.

    Parameters
    ----------
    act : str
        The word of the act.
    label : str or dict
        The message that it shows, or the message's id.
    shortcut : str
        Its key, as browsers call it; a letter is small.
    pressed : bool or None
        Whether it is lit; None for what has no such state.
    enabled : bool
        Whether it can be pressed now.
    **what
        The particulars of the act.
    """
    said: Text = {"id": label} if isinstance(label, str) else label
    return {
        "act": act, "what": what, "label": said, "shortcut": shortcut, "pressed": pressed, "enabled": enabled,
    }  # fmt: skip


def next_step(session: Session, lesson: Lesson) -> Control:
    """Return the control that shows the next step that is not left out; dead at the last one."""
    later = [place for place in range(session.step + 1, len(lesson.steps)) if place not in session.dropped]
    place = later[0] if later else session.step
    return control("go", _to("lesson.to_next", lesson, place), "n", enabled=bool(later), step=place)


def _to(message: str, lesson: Lesson, place: int) -> Text:
    return {"id": message, "name": {"id": f"screen.{lesson.steps[place].screen}"}}


def lesson_controls(showing: Showing, onwards: bool = True) -> list[Control]:
    """Return the controls of the lesson for the drawer; the desk has most of them in a bar of its own.

    `onwards` says whether the next step is among them.
    """
    session, lesson = showing.session, showing.lesson
    if lesson is None:
        return []
    steps = [*([next_step(session, lesson)] if onwards else []), _step_before(session, lesson)]
    return steps if showing.surface == "desk" else [*steps, *clock_controls(session)]


def _step_before(session: Session, lesson: Lesson) -> Control:
    earlier = [place for place in range(session.step) if place not in session.dropped]
    place = earlier[-1] if earlier else session.step
    return control("go", _to("lesson.to_previous", lesson, place), "p", enabled=bool(earlier), step=place)


def clock_controls(session: Session) -> Iterator[Control]:
    """Yield what stops the clock or starts it, gives a minute more, takes back; dead where there is nothing to do."""
    stands = session.clock.started is None or session.clock.paused_at is not None
    yield control("clock", f"lesson.{'resume' if stands else 'pause'}_clock", do="resume" if stands else "pause")
    yield control("clock", "lesson.plus_minute", enabled=session.clock.started is not None, do="minute")
    yield control("undo", "lesson.undo", "u", enabled=bool(session.past))


def playing_controls(watching: Watching) -> list[Control]:
    """Return how a world is played: what is pressed next comes first; nothing where it is over."""
    if watching.over:
        return []
    if watching.stop is not None:
        return [control("step", "watch.reveal", "Space")]
    step = control("step", "watch.step", "ArrowRight")
    if watching.playing:
        return [control("pause", "watch.pause", "Space"), step]
    return [control("play", "watch.play", "Space"), step]


def moving_controls(watching: Watching, first_event: float) -> Iterator[Control]:
    """Yield the other ways to move about in a world, and how it plays; `first_event` is the day of its first event."""
    begun = watching.day > 0
    if watching.stop is not None:
        yield control("step", "watch.reveal", "ArrowRight")
    yield control("back", "watch.back", "ArrowLeft", enabled=begun)
    yield control("event", "watch.previous_event", "Shift+ArrowLeft", enabled=first_event < watching.day, to="previous")
    yield control("event", "watch.next_event", "Shift+ArrowRight", enabled=not watching.over, to="next")
    yield control("jump", "watch.to_beginning", "Home", enabled=begun, day=0)
    for weeks in SPEEDS:
        speed = f"{weeks:g}".replace(".", "_")
        yield control("speed", f"watch.speed_{speed}", pressed=watching.speed == weeks, weeks=weeks)


def world_controls() -> Iterator[Control]:
    """Yield what changes the world: start again, the file's values, another luck."""
    yield control("again", "watch.again", "r")
    yield control("file", "watch.file_values")
    yield control("luck", "watch.other_luck", "l")


def back_to_the_lesson() -> Control:
    """Return the control that takes back that a lesson was ended."""
    return control("undo", "lesson.undo_end", "u")
