"""A forecast of the class: hands, then worlds one by one, then scores, and nothing before its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from analysis.classroom.drawing.canvas import HANDS, Drawing, Size
from analysis.classroom.drawing.hands import bin_edges, hands
from analysis.classroom.drawing.hundred_worlds import hundred_worlds
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.scores import class_median, share_written
from analysis.classroom.session.state import Count, Forecast, WorldChoice
from analysis.classroom.views.forecast_controls import forecast_controls
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.score_sentences import scores_told
from analysis.classroom.views.shapes import PredictView, Text
from analysis.classroom.views.showing import Runs, Showing
from sim.narrative.cast import Cast

REVEALED = ("ten", "hundred", "scores")
"""Phases in which worlds are shown."""

ALL_SHOWN = ("hundred", "scores")
"""Phases in which the share of worlds is shown."""

SCORED_HANDS = Size(HANDS.width, 250, HANDS.text)
"""Above the scores there is less room."""


def predict_view(showing: Showing, lesson: Lesson, runs: Runs, naming: Naming) -> PredictView:
    """Return a forecast as a surface may show it.

    The first count waits for the second, but at a desk of its own; of the worlds that were counted a surface is sent
    those that are shown, and their share once all of them are.
    """
    session = showing.session
    forecast = session.forecasts.get(session.step, Forecast())
    question = lesson.steps[session.step].question
    cast = Cast(runs.scenario(lesson, WorldChoice(), session.names))
    asking, measured = _asking(showing, forecast), bool(question.measure)
    beside, drawer = forecast_controls(showing, lesson, forecast, bool(asking))
    return {
        "phase": forecast.phase,
        "question": naming.said(question.text),
        "bins": [{"id": "drawing.hands.bin", "low": low, "high": high} for low, high in bin_edges()],
        "asking": asking,
        "typed": (_listed(forecast.first) or []) if asking == "first" else [],
        "first": _listed(_first_shown(showing, forecast)),
        "second": _listed(forecast.second),
        "told": list(_told(forecast, measured)),
        "worker": _worker(showing, forecast, measured),
        "shown": forecast.shown if forecast.phase == "ten" else 0,
        "worlds": _worlds(forecast, cast),
        "plot": _plot(showing, forecast),
        "share": _share(forecast),
        "answer": _answer(forecast),
        "scores": scores_told(forecast, lesson, session.step, naming) if forecast.phase == "scores" else [],
        "controls": beside,
        "more": drawer,
    }


def _asking(showing: Showing, forecast: Forecast) -> Literal["", "first", "second"]:
    """Which round can be typed here now; a second count that was typed wrong is undone and typed again."""
    if not showing.has_controls:
        return ""
    if forecast.phase == "first":
        return "first"
    return "second" if forecast.phase == "second" and forecast.second is None else ""


def _first_shown(showing: Showing, forecast: Forecast) -> Count | None:
    """The first count where it may be seen: at a desk of its own, and by all once it cannot sway anybody."""
    is_private = showing.surface == "desk" and showing.session.surface == "second"
    return forecast.first if is_private or forecast.second is not None or forecast.phase in REVEALED else None


def _listed(count: Count | None) -> list[int] | None:
    return None if count is None else list(count)


def _told(forecast: Forecast, is_counted: bool) -> Iterator[Text]:
    """What to do now, or what is seen."""
    yield {"id": f"predict.told_{forecast.phase}"}
    if forecast.phase in ("talk", "second"):
        count = forecast.second or forecast.first
        if count is not None:
            yield {"id": "predict.hands_so_far", "n": sum(count)}
    if not is_counted:
        yield {"id": "predict.no_worlds"}
    if forecast.phase in REVEALED and forecast.counted is not None and not forecast.counted.whole:
        yield {"id": "predict.not_whole", "runs": f"{forecast.counted.runs:,}"}


def _worker(showing: Showing, forecast: Forecast, is_counted: bool) -> dict[str, Any]:
    """How far counting is, while the class waits for it; nothing of what was counted."""
    if not is_counted or forecast.phase in REVEALED:
        return {"state": "none", "told": None}
    if forecast.counted is not None:
        return {"state": "done", "told": {"id": "predict.worlds_ready"}}
    if not forecast.runs:
        return {"state": "stopped", "told": {"id": "predict.worlds_stopped"}}
    state = showing.worker.get("state", "off")
    if state == "counting":
        done, of = showing.worker.get("done", 0), showing.worker.get("of", 0)
        return {"state": state, "told": {"id": "predict.worlds_so_far", "done": f"{done:,}", "of": f"{of:,}"}}
    said = "predict.worlds_failed" if state == "failed" else "predict.worlds_soon"
    return {"state": state, "told": {"id": said}}


def _worlds(forecast: Forecast, cast: Cast) -> Drawing | None:
    counted = forecast.counted
    if counted is None or forecast.phase not in ("ten", "hundred"):
        return None
    return hundred_worlds(counted, forecast.shown if forecast.phase == "ten" else len(counted.firsts), cast)


def _plot(showing: Showing, forecast: Forecast) -> Drawing | None:
    """Hands as far as they may be seen; with the worlds' share once that is shown, and not beside the worlds."""
    first = _first_shown(showing, forecast)
    if (first is None and forecast.second is None) or forecast.phase in ("first", "ten", "hundred"):
        return None
    is_scored = forecast.phase == "scores"
    counted = forecast.counted if is_scored else None
    median = class_median(forecast.second or first)
    return hands(first, forecast.second, median, counted, SCORED_HANDS if is_scored else HANDS)


def _share(forecast: Forecast) -> Text | None:
    if forecast.counted is None or forecast.phase not in ALL_SHOWN:
        return None
    return {"id": "predict.share", "runs": f"{forecast.counted.runs:,}"} | share_written(forecast.counted)


def _answer(forecast: Forecast) -> Text | None:
    """What to say when somebody asks whether it will happen."""
    if forecast.counted is None or forecast.phase != "hundred":
        return None
    return {"id": "predict.will_it_happen", "share": share_written(forecast.counted)["share"]}
