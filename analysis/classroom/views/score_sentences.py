"""Three scores in words, kept apart: against the worlds, of the crowd, and of the one event that happened.

The third is there only where a lesson says that its scenario records what happened
(:mod:`analysis.classroom.lessons.documented`); no world of the model ever stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from analysis.classroom.lessons.documented import Documented, documented
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.scores import (
    COIN,
    Against,
    against,
    crowd,
    enough,
    forecasts,
    luck,
    miss,
    percent,
    share_written,
)
from analysis.classroom.session.state import Count, Counted, Forecast
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import Score, Text
from sim.narrative.cast import spoken_date


def score(value: float) -> str:
    """Return a score or a part of one, from 0 (perfect) to 1, with three digits."""
    return f"{value:.3f}"


def scores_told(forecast: Forecast, lesson: Lesson, step: int, naming: Naming) -> list[Score]:
    """Return the scores of the forecast of a step; for too few hands nothing but that they are too few."""
    count, counted = forecast.second or forecast.first, forecast.counted
    if count is None or counted is None:
        return []
    if not enough(count):
        return [{"kind": "worlds", "told": [{"id": "predict.too_few"}]}]
    scores: list[Score] = [
        {"kind": "worlds", "told": list(_against_worlds(forecast, count, counted))},
        {"kind": "crowd", "told": list(_of_the_crowd(count, counted))},
    ]
    question = lesson.steps[step].question
    event = documented(lesson.scenario, question.measure) if question.observed else None
    if event is not None:
        scores.append({"kind": "happened", "told": list(_of_one_event(count, event, naming))})
    return scores


def _against_worlds(forecast: Forecast, count: Count, counted: Counted) -> Iterator[Text]:
    """The class's own miss, the luck that nobody can remove, and what they come to; the parts add up as they are read.

    Beside it what somebody scores who knows nothing, and what the class scored before it talked.
    """
    found = against(count, counted.share)
    yield {"id": "predict.score_parts", **_parts(found)}
    if forecast.first is not None and forecast.second is not None and enough(forecast.first):
        yield {"id": "predict.score_before", "miss": score(against(forecast.first, counted.share).miss)}
    yield {"id": "predict.score_coin", "score": f"{miss(COIN, counted.share) + luck(counted.share):.2f}"}


def _parts(found: Against) -> dict[str, str]:
    own, rest = round(found.miss, 3), round(found.luck, 3)
    return {"miss": score(own), "luck": score(rest), "score": score(own + rest)}


def _of_the_crowd(count: Count, counted: Counted) -> Iterator[Text]:
    found = crowd(count, counted.share)
    middles = {"median": percent(found.median), "mean": percent(found.mean), "share": share_written(counted)["share"]}
    yield {"id": "predict.crowd_middle", **middles}
    misses = {"mean": score(found.miss_of_mean), "median": score(found.miss_of_median)}
    yield {"id": "predict.crowd_miss", **misses, "hand": score(found.miss_of_median_hand)}
    yield {"id": "predict.crowd_beaten", "n": found.beaten, "of": found.hands}
    yield {"id": "predict.crowd_bins"}


def _of_one_event(count: Count, event: Documented, naming: Naming) -> Iterator[Text]:
    """The score of the class's mean against what happened, and had it gone the other way; and where it is recorded."""
    mean = fmean(forecasts(count))
    so, otherwise = miss(mean, float(event.happened)), miss(mean, float(not event.happened))
    said = {"mean": percent(mean), "score": score(so)}
    if event.happened:
        yield {"id": "predict.event_happened", "date": spoken_date(event.date), **said}
    else:
        yield {"id": "predict.event_did_not", **said}
    yield {"id": "predict.event_otherwise", "score": score(otherwise)}
    if event.source:
        yield {"id": "predict.event_recorded", "source": naming.said(event.source)}
