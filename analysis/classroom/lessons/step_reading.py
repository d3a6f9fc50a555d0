"""Steps and claims of a lesson file: settings that sliders have, measures that runs have, and the last minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.classroom.lessons.documented import documented
from analysis.classroom.lessons.lesson import FENCED_MINUTES, Claim, Question, Setting, Slider, Step, changes_of
from analysis.classroom.lessons.lesson_form import LessonFile
from analysis.classroom.lessons.measure_names import Kind, measure_names
from analysis.classroom.lessons.slider_reading import wrong_setting
from analysis.classroom.lessons.text_checks import one_line
from sim.files import objections, vary
from sim.files.lowered import dotted
from sim.files.reading import Reading
from sim.files.slots import Path
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.scenario import Scenario

WITH_WORLDS = ("watch", "compare", "predict")
"""Screens that show worlds, and so take settings."""

ASKING = ("brief", "predict")
"""Screens that are nothing without a question."""

LAST = ("debrief", "ticket")
"""Screens of the last minutes of a lesson, which are kept for talking."""


class Worlds:
    """A lesson's world and what its sliders make of it.

    Parameters
    ----------
    scenario : Scenario
        The world as its file has it.
    sliders : iterable of Slider
        What may be changed.
    """

    def __init__(self, scenario: Scenario, sliders: Iterable[Slider]) -> None:
        self.scenario = scenario
        self.sliders = {slider.id: slider for slider in sliders}
        self.measures: Mapping[str, Kind] = measure_names(self._alternatives())

    def moved(self, settings: Mapping[str, Setting]) -> dict[str, Setting]:
        """Return the settings that put a slider elsewhere than the file does, and those of unknown sliders."""
        sliders = self.sliders
        return {id_: at for id_, at in settings.items() if id_ not in sliders or at != sliders[id_].file_value}

    def _alternatives(self) -> Iterable[Scenario]:
        yield self.scenario
        for slider in self.sliders.values():
            for changes in (slider.choices or {}).values():
                yield vary(self.scenario, changes)


def read_steps(reading: Reading[LessonFile], worlds: Worlds) -> tuple[Step, ...]:
    """Read the list ``steps``; what does not fit is noted."""
    found = tuple(_step(place, reading, worlds) for place in range(_length("steps", reading)))
    _check_fence(found, reading)
    return found


def read_claims(reading: Reading[LessonFile], worlds: Worlds) -> tuple[Claim, ...]:
    """Read the list ``claims``; what does not fit is noted."""
    return tuple(_claim(place, reading, worlds) for place in range(_length("claims", reading)))


def _length(key: str, reading: Reading[LessonFile]) -> int:
    """How long a list is, right or wrong."""
    node = reading.lowered.nodes.get((key,))
    return len(node.value) if node is not None and isinstance(node.value, list) else 0


def _step(place: int, reading: Reading[LessonFile], worlds: Worlds) -> Step:
    at = ("steps", place)
    screen = reading.value(*at, "screen")
    settings = _settings((*at, "settings"), reading, worlds)
    _check_observed(at, screen, settings, reading, worlds)
    if settings and screen not in WITH_WORLDS:
        reading.add((*at, "settings"), f"{screen} shows no world; settings go with {one_of(WITH_WORLDS)}", key=True)
    if screen == "compare" and reading.is_sound(*at) and not worlds.moved(reading.value(*at, "settings") or {}):
        reading.add(at, f"{dotted(at)} compares a world with itself; say as `settings` where its sliders stand")
    return Step(
        screen,
        reading.value(*at, "minutes"),
        reading.value(*at, "droppable"),
        settings,
        _question(at, screen, reading, worlds),
        one_line(reading.value(*at, "say") or ""),
    )


def _question(at: Path, screen: str, reading: Reading[LessonFile], worlds: Worlds) -> Question:
    place = (*at, "question")
    if not reading.says(*place):
        if screen in ASKING:
            reading.add(at, f"{dotted(at)} has no question, and {screen} is for one")
        return Question("")
    text, measure = (reading.value(*place, key) or "" for key in ("text", "measure"))
    if measure or screen == "predict":
        _check_answering(place, measure, reading, worlds)
    return Question(one_line(text), measure, bool(reading.value(*place, "observed")))


def _check_observed(
    at: Path, screen: str, settings: Mapping[str, Setting], reading: Reading[LessonFile], worlds: Worlds
) -> None:
    """Note a question that is said to be answered by what happened, and is not."""
    place = (*at, "question", "observed")
    if not reading.value(*place):
        return
    measure = reading.value(*at, "question", "measure")
    if screen != "predict":
        reading.add(place, f"{screen} scores nothing; `observed` goes with predict", key=True)
    elif worlds.moved(settings):
        reading.add(place, "what happened is no answer where a slider stands elsewhere than in the file", key=True)
    elif measure in worlds.measures and documented(worlds.scenario, measure) is None:
        said = f"`observed` of scenario {shown(worlds.scenario.name)} does not say {shown(measure)} of its days"
        reading.add(place, f"{said}; leave this out, or record it there with its source", key=True)


def _check_answering(place: Path, measure: str, reading: Reading[LessonFile], worlds: Worlds) -> None:
    """Note a question without a measure, or with one that a run does not answer with yes or no."""
    if measure:
        answering = {name: kind for name, kind in worlds.measures.items() if kind != "amount"}
        _check_measure((*place, "measure"), measure, answering, reading)
    elif reading.is_sound(*place):
        said = f"{dotted(place)} has no measure, which answers a forecast; write {{text: ..., measure: ...}}"
        reading.add(place, said)


def _check_measure(at: Path, measure: str, known: Mapping[str, Kind], reading: Reading[LessonFile]) -> None:
    if measure not in known:
        said = f"no measure {shown(measure)} of {_sort(known)}; allowed: {one_of(known, 80)}"
        reading.add(at, said + did_you_mean(measure, known))


def _sort(known: Mapping[str, Kind]) -> str:
    return "runs" if "amount" in known.values() else "what happened in a run or not"


def _settings(at: Path, reading: Reading[LessonFile], worlds: Worlds) -> dict[str, Setting]:
    """Where sliders stand; alone and together, the scenario must allow it."""
    given: dict[str, Any] = reading.value(*at) or {}
    found: dict[str, Setting] = {}
    unread = set(reading.names("sliders")) - set(worlds.sliders)  # told of already
    for name, setting in given.items():
        if name in unread:
            continue
        if wrong := wrong_setting(worlds.sliders, name, setting):
            reading.add((*at, name), wrong, key=name not in worlds.sliders)
        else:
            found[name] = setting if isinstance(setting, str) else float(setting)
    for message in objections(worlds.scenario, changes_of(worlds.sliders, found)) if len(found) > 1 else ():
        reading.add(at, f"together: {message}", key=True)
    return found


def _claim(place: int, reading: Reading[LessonFile], worlds: Worlds) -> Claim:
    at = ("claims", place)
    of = _settings((*at, "of"), reading, worlds)
    against = _settings((*at, "against"), reading, worlds) if reading.says(*at, "against") else None
    if against is not None and reading.is_sound(*at) and _same_worlds(at, reading, worlds):
        reading.add((*at, "against"), "of and against are the same worlds; they must differ in a slider", key=True)
    measure = reading.value(*at, "measure")
    if measure:
        _check_measure((*at, "measure"), measure, worlds.measures, reading)
    numbers = {key: reading.value(*at, key) for key in ("runs", "seed", "at_least")}
    return Claim(one_line(reading.value(*at, "text") or ""), measure, of, against, **numbers)


def _same_worlds(at: Path, reading: Reading[LessonFile], worlds: Worlds) -> bool:
    of, against = (worlds.moved(reading.value(*at, key) or {}) for key in ("of", "against"))
    return of == against


def _check_fence(steps: tuple[Step, ...], reading: Reading[LessonFile]) -> None:
    """The debrief comes last, takes a quarter of an hour, and is not left out."""
    if not reading.is_sound("steps"):
        return
    first = next((place for place, step in enumerate(steps) if step.screen == "debrief"), None)
    if first is None:
        reading.add(("steps",), "no step is a debrief, which the last minutes of a lesson are for", key=True)
        return
    for place, step in enumerate(steps[first:], first):
        _check_fenced(place, step, reading)
    minutes = sum(step.minutes for step in steps[first:])
    if minutes < FENCED_MINUTES:
        said = f"from the debrief on there are {minutes:g} minutes; allowed: {FENCED_MINUTES} or more"
        reading.add(("steps", first, "minutes"), said)


def _check_fenced(place: int, step: Step, reading: Reading[LessonFile]) -> None:
    if step.screen not in LAST:
        said = f"{step.screen} comes after the debrief has begun; allowed there: {one_of(LAST)}"
        reading.add(("steps", place, "screen"), said)
    elif step.droppable:
        reading.add(("steps", place, "droppable"), f"the last {FENCED_MINUTES} minutes are not left out")
