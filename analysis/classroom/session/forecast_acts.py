"""Acts of a forecast: hands, its phases, worlds one by one, and the counting of many worlds."""

from __future__ import annotations

from analysis.classroom.session import asked
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.moment import Moment, News
from analysis.classroom.session.screens import PREDICT
from analysis.classroom.session.state import BINS, FEWER_WORLDS, PHASES, SINGLE_WORLDS, Forecast

MOST_HANDS = 500
"""Hands that one bin may have."""

FIRST, TALK, SECOND, TEN, HUNDRED, SCORES = PHASES

ROUND_OF = {"first": (FIRST, TALK), "second": (TALK, SECOND)}
"""In which phases a round is counted: one may still correct it in the phase after."""

REVEALED = (TEN, HUNDRED, SCORES)
"""Phases in which the class sees what the worlds say."""


def forecast_of(moment: Moment) -> Forecast:
    """Return the forecast at hand; refused where nothing is forecast."""
    moment.on(PREDICT)
    return moment.session.forecasts.get(moment.session.step, Forecast())


def hands(moment: Moment) -> News:
    """Keep a count of hands, and go on to the phase that follows a first count.

    A count may be put right until the class sees more: the first until the second is counted, the second until worlds
    are shown.
    """
    asked.only(moment.what, "round", "counts")
    forecast = forecast_of(moment)
    name = asked.word(moment.what, "round", tuple(ROUND_OF))
    counts = asked.counts(moment.what, "counts", BINS, MOST_HANDS)
    if not sum(counts):
        raise Refused(422, "refused.no_hands")
    _in_time(forecast, name)
    if list(getattr(forecast, name) or ()) == counts:
        return []
    phase = TALK if name == "first" else SECOND
    what = {"step": moment.session.step, "round": name, "counts": counts, "phase": phase}
    return [("hands_counted", what)]


def _in_time(forecast: Forecast, name: str) -> None:
    if forecast.phase in REVEALED:
        raise Refused(409, "refused.revealed")
    if forecast.phase not in ROUND_OF[name] or (name == "first" and forecast.second is not None):
        raise Refused(409, "refused.other_round")


def phase(moment: Moment) -> News:
    """Go on to a phase, or back to one that shows no more than this one has shown."""
    asked.only(moment.what, "to")
    forecast = forecast_of(moment)
    to = asked.word(moment.what, "to", PHASES)
    if to == forecast.phase:
        return []
    if to in REVEALED:
        _may_reveal(moment, forecast, to)
    elif forecast.phase in REVEALED:
        raise Refused(409, "refused.revealed")
    elif to != FIRST and forecast.first is None:
        raise Refused(409, "refused.first_count")
    elif to == FIRST and forecast.second is not None:
        raise Refused(409, "refused.other_round")
    return [("phase_begun", {"step": moment.session.step, "to": to})]


def _may_reveal(moment: Moment, forecast: Forecast, to: str) -> None:
    """Refuse to show worlds before hands are counted, before worlds are, and all of them before the first."""
    if not moment.lesson.steps[moment.session.step].question.measure:
        raise Refused(409, "refused.no_measure")
    if forecast.first is None:
        raise Refused(409, "refused.first_count")
    if forecast.counted is None:
        raise Refused(409, "refused.not_counted")
    if to != TEN and forecast.phase not in REVEALED:
        raise Refused(409, "refused.ten_first")


def reveal(moment: Moment) -> News:
    """Show one world more."""
    asked.only(moment.what)
    forecast = forecast_of(moment)
    if forecast.phase != TEN or forecast.counted is None:
        raise Refused(409, "refused.not_ten")
    if forecast.shown >= min(SINGLE_WORLDS, len(forecast.counted.firsts)):
        raise Refused(409, "refused.all_shown")
    return [("world_revealed", {"step": moment.session.step, "shown": forecast.shown + 1})]


def cancel(moment: Moment) -> News:
    """Call the counting of worlds off."""
    asked.only(moment.what)
    forecast = forecast_of(moment)
    if forecast.counted is not None:
        raise Refused(409, "refused.counted")
    return [("count_called_off", {"step": moment.session.step})] if forecast.runs else []


def count(moment: Moment) -> News:
    """Count worlds after all, fewer than usual, where it took too long or failed."""
    asked.only(moment.what)
    forecast = forecast_of(moment)
    if forecast.counted is not None:
        raise Refused(409, "refused.counted")
    if forecast.runs == FEWER_WORLDS:
        return []
    return [("count_asked", {"step": moment.session.step, "runs": FEWER_WORLDS})]
