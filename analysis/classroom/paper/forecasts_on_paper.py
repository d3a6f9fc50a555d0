"""The forecasts of a class on paper: both counts of hands, the worlds as far as they were shown, and the scores."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.classroom.drawing.canvas import PAPER_HANDS, PAPER_WORLDS
from analysis.classroom.drawing.hands import hands
from analysis.classroom.drawing.hundred_worlds import hundred_worlds
from analysis.classroom.messages import message
from analysis.classroom.paper.pages import figure, heading, points, said_of
from analysis.classroom.paper.worlds_on_paper import Paper
from analysis.classroom.session.scores import class_median
from analysis.classroom.session.state import PHASES, Count, Forecast, WorldChoice
from analysis.classroom.views.predict import REVEALED
from analysis.classroom.views.score_sentences import scores_told
from sim.narrative.cast import Cast

HUNDRED = 100


def is_revealed(forecast: Forecast, phase: str = "hundred") -> bool:
    """Return whether a forecast has got as far as a phase."""
    return PHASES.index(forecast.phase) >= PHASES.index(phase)


def worlds_shown(forecast: Forecast) -> int:
    """Return how many of its worlds the class has seen."""
    if forecast.counted is None or not is_revealed(forecast, "ten"):
        return 0
    return HUNDRED if is_revealed(forecast) else forecast.shown


def first_shown(forecast: Forecast) -> Count | None:
    """Return the first count of hands, once it can sway nobody."""
    return forecast.first if forecast.second is not None or forecast.phase in REVEALED else None


def forecasts_on_paper(paper: Paper) -> Iterator[str]:
    """Yield every forecast for which hands were counted or worlds shown, and nothing that the class has not seen."""
    for step, forecast in sorted(paper.session.forecasts.items()):
        if first_shown(forecast) or forecast.second or worlds_shown(forecast):
            yield heading(paper.naming.said(paper.lesson.steps[step].question.text), 3)
            yield _hands(forecast)
            yield _worlds(forecast, paper)
            yield from _scores(forecast, step, paper)


def _hands(forecast: Forecast) -> str:
    first, counted = first_shown(forecast), forecast.counted if is_revealed(forecast) else None
    median = class_median(forecast.second or first)
    return figure(hands(first, forecast.second, median, counted, PAPER_HANDS))


def _worlds(forecast: Forecast, paper: Paper) -> str:
    shown = worlds_shown(forecast)
    if forecast.counted is None or not shown:
        return ""
    cast = Cast(paper.runs.scenario(paper.lesson, WorldChoice(), paper.session.names))
    return figure(hundred_worlds(forecast.counted, shown, cast, PAPER_WORLDS), "half")


def _scores(forecast: Forecast, step: int, paper: Paper) -> Iterator[str]:
    """Yield the scores once they are shown, each under its own heading."""
    if not is_revealed(forecast, "scores"):
        return
    for score in scores_told(forecast, paper.lesson, step, paper.naming):
        yield heading(message(f"predict.{score['kind']}"), 4)
        yield points(map(said_of, score["told"]))
