"""Cards of data for the debrief: what this session brought up, each chosen by a rule that the card states.

The greatest surprise is, of the forecasts whose share of worlds the class has seen, the one whose median was farthest
from that share. The closest decision is, of the decisions that the class could guess at before they were shown, the one
with the closest chances: of yes and no where a request was answered, however no was said; else of what was done and of
the likeliest other thing. Where two worlds part is the first event that compared
worlds do not share, as far as they were shown. Of equals the first counts; what was not seen is on no card.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from analysis.classroom.drawing.canvas import BARS, Drawing, Size
from analysis.classroom.drawing.hands import hands
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.drawing.why_bars import why_bars
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.session.scores import class_median, percent, share_written
from analysis.classroom.session.state import Forecast, Place, Session
from analysis.classroom.views.compare import pair_of, reason
from analysis.classroom.views.deeds import fitting, reason_texts
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.predict import ALL_SHOWN
from analysis.classroom.views.shapes import DataCard
from analysis.classroom.views.showing import Runs
from analysis.classroom.views.shown import shown, told
from analysis.classroom.views.sliders import difference_said
from sim.narrative.cast import capital, spoken_date
from sim.narrative.choosing import Choosing, given_time
from sim.narrative.option_words import option_words
from sim.narrative.reasons import rival_of
from sim.narrative.told_run import ToldRun
from sim.results.parting import parting
from sim.results.record_rows import Decision, Option
from sim.vocabulary import answers

SURPRISE = Size(BARS.width, 320, BARS.text)
"""Hands beside words."""

ANSWER, YES = "answer", answers.WORDS[answers.ACCEPT]

WORLDS = ("first", "second")
"""The columns of a comparison."""


class Close(NamedTuple):
    """A decision that the class could guess at, with its likeliest rival, both once there was time for the matter."""

    run: ToldRun
    decision: Decision
    rival: Option

    @property
    def chances(self) -> tuple[float, float]:
        """How likely both were (0 to 1); in an answer, all ways to say the same together."""
        chosen, rival = self.decision.chosen, self.rival
        if self.decision.kind != ANSWER:
            return chosen.probability, rival.probability
        same = math.fsum(option.probability for option in self.decision.options if option.nest == chosen.nest)
        return same, 1 - same

    @property
    def margin(self) -> float:
        """How far the chances of both are apart (0 to 1)."""
        one, other = self.chances
        return abs(one - other)

    @property
    def odds(self) -> str:
        """Both chances in words."""
        one, other = map(percent, self.chances)
        if self.decision.kind != ANSWER:
            subject = option_words(self.rival.name, self.decision.about, self.run.cast).subject
            return message("debrief.margin_odds", chosen=one, rival=other, other=subject)
        yes, no = (one, other) if self.decision.chosen.name == YES else (other, one)
        return message("debrief.margin_answer", yes=yes, no=no)


def data_cards(session: Session, lesson: Lesson, runs: Runs, naming: Naming) -> list[DataCard]:
    """Return the cards that a session has brought up, at most one of each kind."""
    return [
        *_surprise(session, lesson, naming),
        *_margin(session, lesson, runs),
        *_parting(session, lesson, runs, naming),
    ]


Kind = Literal["surprise", "margin", "parting"]


def _card(kind: Kind, sentences: Iterable[str], drawing: Drawing | None, whys: Iterable[str] = ()) -> DataCard:
    told = [sentence for sentence in sentences if sentence]
    title, rule = {"id": f"debrief.{kind}"}, {"id": f"debrief.{kind}_rule"}
    return {"kind": kind, "title": title, "rule": rule, "told": told, "whys": list(whys), "drawing": drawing}


def _surprise(session: Session, lesson: Lesson, naming: Naming) -> Iterator[DataCard]:
    found = [
        (abs(median - forecast.counted.share), -step)
        for step, forecast in sorted(session.forecasts.items())
        if (median := seen_median(forecast)) is not None and forecast.counted is not None
    ]
    if not found:
        return
    step = -max(found)[1]
    forecast = session.forecasts[step]
    counted, median = forecast.counted, seen_median(forecast)
    if counted is None or median is None:
        return
    said, share = percent(median), share_written(counted)["share"]
    points = abs(float(said) - float(share))
    text = "debrief.surprise_told" if points else "debrief.surprise_none"
    question = naming.said(lesson.steps[step].question.text)
    figure = hands(forecast.first, forecast.second, median, counted, SURPRISE)
    yield _card("surprise", [question, message(text, median=said, share=share, points=f"{points:.3g}")], figure)


def seen_median(forecast: Forecast) -> float | None:
    """Return the class's median (0 to 1) of a forecast whose share was shown; None for others and too few hands."""
    return class_median(forecast.second or forecast.first) if forecast.phase in ALL_SHOWN else None


def places(session: Session) -> dict[int, Place]:
    """Return where each step stands, in order: as it was left, or now."""
    here = Place(session.world, session.other, session.before, session.watching)
    return dict(sorted({**session.left, session.step: here}.items()))


def _watched(session: Session, lesson: Lesson) -> Iterator[Place]:
    for step, place in places(session).items():
        if lesson.steps[step].screen in ("watch", "compare") and place.watching.day > 0:
            yield place


def _margin(session: Session, lesson: Lesson, runs: Runs) -> Iterator[DataCard]:
    guessed = [close for place in _watched(session, lesson) for close in _guessed(place, session, lesson, runs)]
    if not guessed:
        return
    closest = min(guessed, key=lambda close: close.margin)
    run, decision = closest.run, closest.decision
    text = fitting(list(reason_texts(run, run.choices[decision.decision])))
    figure = why_bars(run.trajectory, run.choices[decision.decision])
    yield _card("margin", [f"{spoken_date(decision.date)}: {text}", capital(closest.odds)], figure)


def _guessed(place: Place, session: Session, lesson: Lesson, runs: Runs) -> Iterator[Close]:
    """The decisions of a world that was watched alone, before which it stops, as far as they are shown."""
    if place.watching.beside:
        return
    run = told(shown(runs.trajectory(lesson, place.world, session.names), place.watching))
    for halt in runs.halts(lesson, place.world, session.names):
        decision = run.choices.get(halt.decision)
        rival = None if decision is None else _with_rival(run, decision)
        if rival is not None:
            yield rival


def _with_rival(run: ToldRun, decision: Decision) -> Close | None:
    then = given_time(decision, Choosing.of(run.trajectory, decision).attention)
    rival = rival_of(then)
    return None if rival is None else Close(run, then, rival)


def _parting(session: Session, lesson: Lesson, runs: Runs, naming: Naming) -> Iterator[DataCard]:
    for place in _watched(session, lesson):
        if not place.watching.beside:
            continue
        choices = (place.world, place.other)
        whole = [runs.trajectory(lesson, choice, session.names) for choice in choices]
        pair = pair_of(lesson, choices, whole, place.watching, naming)
        found = parting(*(run.log for run in pair.runs))
        if found is None:
            continue
        said = message("compare.parting", date=spoken_date(found.date))
        whys = (message(f"debrief.parting_{name}", why=reason(pair, at, found)) for at, name in enumerate(WORLDS))
        one, other = (run.trajectory for run in pair.runs)
        figure = ladder(other, place.watching.day, before=one)
        yield _card("parting", [difference_said(pair.differences), said], figure, whys)
        return
