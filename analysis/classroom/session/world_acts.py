"""Acts that change which world is watched: sliders, start again, the file's values, another luck, another beside it."""

from __future__ import annotations

from typing import Any

from analysis.classroom.lessons.lesson import Setting, Slider
from analysis.classroom.session import asked
from analysis.classroom.session.beginnings import settings_of
from analysis.classroom.session.folding_worlds import compared, file_taken, slider_set
from analysis.classroom.session.moment import Moment, News
from analysis.classroom.session.screens import COMPARE, WATCH
from analysis.classroom.session.showing import as_far, outright, world_of
from analysis.classroom.session.state import CHARTS, Session

WORLDS = ("this", "other")
"""The world that is watched, and the one beside it."""

LUCKS = 2**32
"""So many runs has a seed; after the last comes the first."""


def set_slider(moment: Moment) -> News:
    """Put a slider elsewhere: the same luck, shown as far as before."""
    asked.only(moment.what, "slider", "value", "world")
    moment.on(WATCH, COMPARE)
    slider = _slider(moment)
    value = _value(slider, moment)
    world = _which(moment, "this")
    what = {"slider": slider.id, "value": value, "world": world, "file_value": slider.file_value}
    if _stands(moment, world, slider) == value:
        return []
    return [("slider_set", what | _as_far(moment, slider_set(moment.session, what | _NOWHERE, 0.0)))]


_NOWHERE: dict[str, Any] = {"day": 0.0, "stop": None, "passed": -1, "over": False}
"""How far a world is shown while it is not yet known."""


def _slider(moment: Moment) -> Slider:
    sliders = {slider.id: slider for slider in moment.lesson.sliders}
    return sliders[asked.word(moment.what, "slider", tuple(sliders))]


def _value(slider: Slider, moment: Moment) -> Setting:
    if slider.choices is not None:
        return asked.word(moment.what, "value", tuple(slider.choices))
    return asked.number(moment.what, "value", slider.low, slider.high)


def _which(moment: Moment, usual: str) -> str:
    """Which world is meant; the other one only where it is shown."""
    allowed = WORLDS if moment.watching.beside else WORLDS[:1]
    return asked.word(moment.what, "world", allowed, usual)


def _stands(moment: Moment, world: str, slider: Slider) -> Setting:
    choice = moment.session.world if world == "this" else moment.session.other
    return choice.settings.get(slider.id, slider.file_value)


def _as_far(moment: Moment, changed: Session) -> dict[str, Any]:
    """How far the changed world is shown: as far as the one before."""
    world = world_of(changed, moment.lesson, moment.runs)
    return as_far(world, moment.watching)


def again(moment: Moment) -> News:
    """Begin the world again; its sliders stay where they stand."""
    asked.only(moment.what)
    moment.on(WATCH, COMPARE)
    return [("restarted", {})]


def take_file(moment: Moment) -> News:
    """Put all sliders of a world back to the file's values."""
    asked.only(moment.what, "world")
    moment.on(WATCH, COMPARE)
    what = {"world": _which(moment, "other" if moment.watching.beside else "this")}
    choice = moment.session.world if what["world"] == "this" else moment.session.other
    if not choice.settings:
        return []
    return [("file_taken", what | _as_far(moment, file_taken(moment.session, what | _NOWHERE, 0.0)))]


def luck(moment: Moment) -> News:
    """Begin under the next luck."""
    asked.only(moment.what)
    moment.on(WATCH, COMPARE)
    return [("luck_taken", {"luck": (moment.session.world.luck + 1) % LUCKS})]


def compare(moment: Moment) -> News:
    """Show another world beside this one, or this one alone again.

    Beside a world that the class has changed stands the file's; beside the file's stands that of the lesson's own
    comparison, or the one that stood there before.
    """
    asked.only(moment.what)
    moment.on(WATCH, COMPARE)
    beside, session = not moment.watching.beside, moment.session
    settings = session.other.settings
    if beside and settings == session.world.settings:
        settings = {} if settings else _of_the_comparison(moment)
    what = {"beside": beside, "settings": dict(settings)}
    world = world_of(compared(session, what | _NOWHERE, 0.0), moment.lesson, moment.runs)
    return [("compared", what | outright(world, moment.watching.day))]


def _of_the_comparison(moment: Moment) -> dict[str, Setting]:
    steps = [step for step in moment.lesson.steps if step.screen == COMPARE]
    return settings_of(moment.lesson, steps[0]) if steps else {}


def chart(moment: Moment) -> News:
    """Choose the chart of the comparison."""
    asked.only(moment.what, "name")
    moment.on(COMPARE)
    name = asked.word(moment.what, "name", CHARTS)
    return [] if name == moment.watching.chart else [("chart_chosen", {"name": name})]


def lucks(moment: Moment) -> News:
    """Show ten small worlds of each setting, or not."""
    asked.only(moment.what, "on")
    moment.on(COMPARE)
    on = asked.truth(moment.what, "on")
    return [] if on == moment.watching.lucks else [("lucks_shown", {"on": on})]
