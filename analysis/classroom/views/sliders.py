"""Sliders as they stand, and in words what differs between two worlds of a lesson."""

from __future__ import annotations

from typing import NamedTuple

from analysis.classroom.lessons.lesson import Lesson, Setting, Slider
from analysis.classroom.messages import message
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import SliderView


class Differing(NamedTuple):
    """One slider that stands elsewhere: its label, where it stands, and where it stands in the other world."""

    label: str
    here: str
    there: str


def slider_views(lesson: Lesson, choice: WorldChoice, naming: Naming) -> list[SliderView]:
    """Return the sliders of a lesson as they stand in a world."""
    return [_view(slider, choice.settings.get(slider.id, slider.file_value), naming) for slider in lesson.sliders]


def _view(slider: Slider, value: Setting, naming: Naming) -> SliderView:
    return {
        "id": slider.id,
        "label": naming.said(slider.label),
        "value": value,
        "file_value": slider.file_value,
        "low": slider.low,
        "high": slider.high,
        "step": slider.step,
        "at_low": naming.said(slider.at_low),
        "at_high": naming.said(slider.at_high),
        "choices": list(slider.choices or ()),
    }


def differing(lesson: Lesson, here: WorldChoice, there: WorldChoice, naming: Naming) -> list[Differing]:
    """Return what differs between two worlds, in the order of the lesson's sliders."""
    found = []
    for slider in lesson.sliders:
        values = [choice.settings.get(slider.id, slider.file_value) for choice in (here, there)]
        if values[0] != values[1]:
            one, other = (setting_said(slider, value, naming) for value in values)
            found.append(Differing(naming.said(slider.label), one, other))
    return found


def setting_said(slider: Slider, value: Setting, naming: Naming) -> str:
    """Return where a slider stands, with what its ends mean: ``0.9 (proud)``."""
    if slider.choices is not None or isinstance(value, str):
        return naming.said(str(value))
    ends = {slider.low: slider.at_low, slider.high: slider.at_high}
    meaning = naming.said(ends.get(value, ""))
    return f"{value:g} ({meaning})" if meaning else f"{value:g}"


def difference_said(found: list[Differing]) -> str:
    """Return what differs between two worlds as a sentence; empty where nothing does."""
    if not found:
        return ""
    if len(found) == 1:
        return message("compare.only_difference", **found[0]._asdict())
    return message("compare.differences", list="; ".join(message("compare.one", **one._asdict()) for one in found))


def change_said(found: list[Differing]) -> str:
    """Return what stands elsewhere than in the file as a sentence; empty where nothing does."""
    if not found:
        return ""
    return message("watch.changed", list="; ".join(message("watch.changed_one", **one._asdict()) for one in found))
