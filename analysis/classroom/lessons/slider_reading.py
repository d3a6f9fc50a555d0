"""What a lesson file says about its sliders, each tried out on the lesson's world, and where its settings put them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.classroom.lessons.lesson import Slider
from analysis.classroom.lessons.lesson_form import LessonFile
from analysis.classroom.lessons.text_checks import LONGEST
from sim.files import ScenarioError, objections, vary
from sim.files.numeric import numeric_fields
from sim.files.reading import Reading
from sim.files.source_text import wrong_label
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.scenario import Scenario

STEPS = 10
"""Into how many steps a range is cut where the file does not say."""

UNKNOWN = "unknown path"
"""Stands in what ``vary`` says about a path rather than about a value."""

CLOSE = 1e-9
NUMBER_KEYS = ("path", "paths", "low", "high", "step", "at_low", "at_high")


def read_sliders(reading: Reading[LessonFile], scenario: Scenario) -> tuple[Slider, ...]:
    """Read the block ``sliders``; what does not fit is noted, and such a slider left out.

    Parameters
    ----------
    reading : Reading of LessonFile
        The file; receives what is wrong, each at its place.
    scenario : Scenario
        The lesson's world.
    """
    found: list[Slider] = []
    for name in reading.names("sliders"):
        before = len(reading.findings)
        if not reading.is_sound("sliders", name):
            continue
        slider = _SliderReading(name, reading, scenario).slider()
        if slider is not None and len(reading.findings) == before:
            _refuse_a_place_taken(slider, found, reading)
            found.append(slider)
    return tuple(found)


def wrong_setting(sliders: Mapping[str, Slider], name: str, setting: Any) -> str:
    """Return what is wrong with where a slider is put, and what is allowed, or nothing.

    Parameters
    ----------
    sliders : mapping of str to Slider
        Those of the lesson, by id.
    name : str
        Id of the slider.
    setting : object
        What it is set to, as it came from a file or a browser.
    """
    if name not in sliders:
        return f"no slider {shown(name)}; allowed: {one_of(sliders)}{did_you_mean(name, sliders)}"
    slider = sliders[name]
    return (
        _wrong_number(slider, setting) if slider.choices is None else _wrong_choice(name, list(slider.choices), setting)
    )


def _wrong_choice(name: str, known: list[str], setting: Any) -> str:
    if isinstance(setting, str) and setting in known:
        return ""
    meant = did_you_mean(setting, known) if isinstance(setting, str) else ""
    return f"{name} has no choice {shown(setting)}; allowed: {one_of(known)}{meant}"


def _wrong_number(slider: Slider, setting: Any) -> str:
    allowed = f"allowed: {slider.low:g} to {slider.high:g} in steps of {slider.step:g}"
    if isinstance(setting, bool) or not isinstance(setting, int | float):
        return f"{slider.id} is {shown(setting)}, not a number; {allowed}"
    fits = slider.low - CLOSE <= setting <= slider.high + CLOSE and _is_on_step(setting, slider)
    return "" if fits else f"{slider.id} is {setting:g}; {allowed}"


def _is_on_step(number: float, slider: Slider) -> bool:
    steps = (number - slider.low) / slider.step
    return math.isclose(steps, round(steps), abs_tol=1e-6)


class _SliderReading:
    def __init__(self, name: str, reading: Reading[LessonFile], scenario: Scenario) -> None:
        self.at = ("sliders", name)
        self.name = name
        self.reading = reading
        self.scenario = scenario

    def value(self, key: str) -> Any:
        return self.reading.value(*self.at, key)

    def add(self, key: str, message: str, *, about_key: bool = False) -> None:
        place = (*self.at, key) if key and self.reading.says(*self.at, key) else self.at
        self.reading.add(place, message, key=about_key or place == self.at)

    def slider(self) -> Slider | None:
        if self.reading.says(*self.at, "choices"):
            return self.of_choices()
        paths = self.paths()
        return self.of_numbers(paths) if paths else None

    def of_choices(self) -> Slider | None:
        choices: dict[str, dict[str, Any]] = self.value("choices")
        self.check_beside_choices(choices)
        if len(choices) < 2:
            self.add("choices", "choices needs two alternatives or more")
            return None
        as_filed = [name for name, changes in choices.items() if self.leaves_all(name, changes)]
        if len(as_filed) == 1:
            return Slider(self.name, self.value("label"), choices=choices, file_value=as_filed[0])
        several = f"these all do: {', '.join(as_filed)}" if as_filed else "none does; write one such as `as it is: {}`"
        self.add("choices", f"one of the choices, and only one, must leave the lesson's world as it is; {several}")
        return None

    def check_beside_choices(self, choices: Mapping[str, Any]) -> None:
        """Note keys that go with numbers, and names that fit no button."""
        for key in NUMBER_KEYS:
            if self.reading.says(*self.at, key):
                self.add(key, f"a slider with choices takes no {key}", about_key=True)
        for name in choices:
            if wrong := wrong_label(name, LONGEST["label"]):
                said = f"the name of a choice, {shown(name)}, {wrong}; allowed: one line of at most {LONGEST['label']}"
                self.reading.add((*self.at, "choices", name), f"{said} characters", key=True)

    def leaves_all(self, choice: str, changes: Mapping[str, Any]) -> bool:
        """Whether a choice changes nothing; what the scenario has against it is noted."""
        try:
            return vary(self.scenario, changes) == self.scenario
        except ScenarioError:
            self.tell_objections(choice, changes)
            return False

    def tell_objections(self, choice: str, changes: Mapping[str, Any]) -> None:
        """Note what the scenario has against each change of a choice, or else against all of them together."""
        before = len(self.reading.findings)
        for path, value in changes.items():
            for message in objections(self.scenario, {path: value}):
                self.reading.add((*self.at, "choices", choice, path), message, key=UNKNOWN in message)
        for message in objections(self.scenario, changes) if len(self.reading.findings) == before else ():
            self.reading.add((*self.at, "choices", choice), f"together: {message}", key=True)

    def paths(self) -> tuple[str, ...]:
        path, paths = self.value("path"), tuple(self.value("paths"))
        if path and paths:
            self.add("paths", "give either path or paths, not both", about_key=True)
        elif not path and not paths:
            self.add("", f"slider {self.name} has no path; give path, paths or choices")
        return paths or ((path,) if path else ())

    def of_numbers(self, paths: tuple[str, ...]) -> Slider | None:
        for key in ("low", "high"):
            if self.value(key) is None:
                self.add("", f"slider {self.name} has no {key}; a number goes from low to high")
                return None
        low, high = float(self.value("low")), float(self.value("high"))
        if not low < high:
            self.add("high", f"high is {high:g}; allowed: more than low, {low:g}")
            return None
        value = self.file_value(paths)
        if value is None:
            return None
        step = float((high - low) / STEPS if self.value("step") is None else self.value("step"))
        words = {key: self.value(key) for key in ("at_low", "at_high")}
        made = Slider(self.name, self.value("label"), paths, low, high, step, **words, file_value=value)
        return made if self.fits(made) else None

    def file_value(self, paths: tuple[str, ...]) -> float | None:
        """Where the number stands in the lesson's world: one number, wherever it goes."""
        fields = {field.path: field for field in numeric_fields(self.scenario)}
        found = {}
        for place, path in enumerate(paths):
            if path in fields:
                found[path] = fields[path].value
                continue
            at = (*self.at, "paths", place) if self.reading.says(*self.at, "paths") else (*self.at, "path")
            self.reading.add(at, f"no number {shown(path)} in the scenario{did_you_mean(path, fields)}")
        if len(found) < len(paths):
            return None
        if len(set(found.values())) > 1:
            said = ", ".join(f"{path} {value:g}" for path, value in found.items())
            self.add("paths", f"a slider has one number, but the scenario says {said}; set them equal in its file")
            return None
        return next(iter(found.values()))

    def fits(self, slider: Slider) -> bool:
        """Whether both ends are allowed, and steps lead from the one to the other by way of the file's number."""
        if not 0 < slider.step <= slider.high - slider.low or not _is_on_step(slider.high, slider):
            said = f"step is {slider.step:g}; allowed: a part of the way from {slider.low:g} to {slider.high:g}"
            self.add("step", f"{said} that divides it evenly, as {(slider.high - slider.low) / STEPS:g} does")
            return False
        sound = True
        for key, end in (("low", slider.low), ("high", slider.high)):
            for message in objections(self.scenario, slider.changes(end)):
                self.add(key, message)
                sound = False
        if sound and (wrong := wrong_setting({self.name: slider}, self.name, slider.file_value)):
            self.add("", f"in the scenario, {wrong}; the slider must be able to stand there")
        return sound


def _refuse_a_place_taken(slider: Slider, others: list[Slider], reading: Reading[LessonFile]) -> None:
    for other in others:
        clash = next(((a, b) for a in _places(slider) for b in _places(other) if _meet(a, b)), None)
        if clash is not None:
            said = f"sliders {other.id} and {slider.id} both set {clash[0]}; one of them must leave it alone"
            reading.add(("sliders", slider.id), said, key=True)


def _places(slider: Slider) -> Iterator[str]:
    yield from slider.paths
    for changes in (slider.choices or {}).values():
        yield from changes


def _meet(one: str, other: str) -> bool:
    """Whether two places are the same, or one is a block around the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
