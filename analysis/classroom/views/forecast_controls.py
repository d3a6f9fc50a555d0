"""What can be pressed in a forecast: what comes next first, what is rarely needed in the drawer."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import SINGLE_WORLDS, Forecast
from analysis.classroom.views.controls import control, lesson_controls, next_step
from analysis.classroom.views.shapes import Control
from analysis.classroom.views.showing import Showing


def forecast_controls(
    showing: Showing, lesson: Lesson, forecast: Forecast, is_typed: bool
) -> tuple[list[Control], list[Control]]:
    """Return the controls beside a forecast and those in its drawer.

    While hands are typed, keeping them is what comes next, and everything else can wait in the drawer.
    """
    measured = bool(lesson.steps[showing.session.step].question.measure)
    found = [*_counting_hands(forecast, measured), *_revealing(forecast)]
    if forecast.phase == "scores" or not measured:
        found.append(next_step(showing.session, lesson))
    if measured and _can_be_counted(showing, forecast):
        found.append(control("count", "predict.count_fewer"))
    onwards = all(one["act"] != "go" for one in found)
    rare = [*_rare(forecast, measured), *lesson_controls(showing, onwards)]
    return ([], [*found, *rare]) if is_typed else (found, rare)


def _counting_hands(forecast: Forecast, measured: bool) -> Iterator[Control]:
    if forecast.phase == "talk":
        yield control("phase", "predict.count_again", "ArrowRight", to="second")
    if forecast.phase in ("talk", "second") and measured:
        key = "" if forecast.second is None else "ArrowRight"
        yield control("phase", "predict.show_worlds", key, enabled=forecast.counted is not None, to="ten")


def _revealing(forecast: Forecast) -> Iterator[Control]:
    if forecast.phase == "ten" and forecast.counted is not None:
        left = forecast.shown < min(SINGLE_WORLDS, len(forecast.counted.firsts))
        if left:
            yield control("reveal", "predict.next_world", "ArrowRight")
        yield control("phase", "predict.all_worlds", "" if left else "ArrowRight", to="hundred")
    if forecast.phase == "hundred":
        yield control("phase", "predict.to_scores", "ArrowRight", to="scores")


def _can_be_counted(showing: Showing, forecast: Forecast) -> bool:
    """Whether counting fewer worlds is worth offering: counting was called off, or has failed."""
    return forecast.counted is None and (not forecast.runs or showing.worker.get("state") == "failed")


def _rare(forecast: Forecast, measured: bool) -> Iterator[Control]:
    """To put a count right, to see worlds again, to call counting off."""
    if forecast.phase == "talk":
        yield control("phase", "predict.correct", to="first")
    if forecast.phase == "scores":
        yield control("phase", "predict.worlds_again", "ArrowLeft", to="hundred")
    if measured and forecast.counted is None and forecast.runs:
        yield control("cancel", "predict.cancel")
