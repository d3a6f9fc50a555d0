"""Cards of data: each is chosen by the rule that it states, and tells nothing that was not seen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import Counted, Forecast, Session
from analysis.classroom.views.data_cards import data_cards, places, seen_median
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import DataCard
from sim.narrative.cast import spoken_date
from sim.narrative.choosing import Choosing, given_time
from sim.results.record_rows import Decision, decisions
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.lessons.made import small
from tests.analysis.classroom.views.watched import COMPARE, DEBRIEF, PREDICT, WATCH, WORLDS, Watched, shipped

COUNTED = Counted(1000, 420, 0.39, 0.45, (True,) * 100, ("truce",) * 100)


def cards(session: Session, lesson: Lesson | None = None) -> dict[str, DataCard]:
    """The cards of a session, by kind."""
    lesson = lesson or small()
    naming = Naming(lesson.scenario, lesson.scenario)
    return {card["kind"]: card for card in data_cards(session, lesson, WORLDS, naming)}


@cache
def watched_to(day: float) -> Session:
    """A class that has watched a world and compared two up to a day."""
    watched = Watched().act("go", step=WATCH)
    watched.act("jump", day=day).act("go", step=COMPARE).act("jump", day=day).act("go", step=DEBRIEF)
    return watched.session


def test_nothing_seen_is_nothing_told() -> None:
    assert cards(Watched().act("go", step=DEBRIEF).session) == {}


def test_the_greatest_surprise_is_the_forecast_farthest_from_its_worlds() -> None:
    near, far = Forecast("scores", (0, 0, 9, 0, 0), None, COUNTED), Forecast("ten", (0, 0, 0, 1, 9), None, COUNTED)
    session = replace(watched_to(60), forecasts={PREDICT: near, WATCH: far})
    told = cards(session)["surprise"]["told"]
    assert told[-1] == "The class median was 90%, the model’s share of worlds 42%: 48 points apart."
    assert cards(replace(session, forecasts={PREDICT: near}))["surprise"]["told"][0] == "Will the two speak?"


@pytest.mark.parametrize("phase", ["first", "talk", "second"])
def test_worlds_that_were_not_shown_are_no_surprise(phase: str) -> None:
    forecast = Forecast(phase, (0, 0, 0, 1, 9), None, COUNTED)
    assert seen_median(forecast) is None
    assert "surprise" not in cards(replace(watched_to(60), forecasts={PREDICT: forecast}))


def test_two_hands_are_no_class() -> None:
    forecast = Forecast("scores", (0, 0, 0, 1, 1), None, COUNTED)
    assert "surprise" not in cards(replace(watched_to(60), forecasts={PREDICT: forecast}))


def test_the_closest_decision_is_one_before_which_the_world_stood_and_that_was_shown() -> None:
    session = watched_to(200)
    world = places(session)[WATCH].world
    record = WORLDS.trajectory(small(), world)
    stops = {halt.decision for halt in WORLDS.halts(small(), world)}
    told = cards(session)["margin"]["told"]
    guessed = [choice for choice in decisions(record) if choice.decision in stops]
    assert len(guessed) > 2
    closest = min(guessed, key=lambda choice: apart(record, choice))
    assert told[0].startswith(f"{spoken_date(closest.date)}: {record.scenario.leaders[closest.leader].name}")
    assert "in a hundred" in told[1]


def apart(record: Trajectory, choice: Decision) -> float:
    """How far the chances of what was chosen and of its likeliest rival are apart, once there was time."""
    then = given_time(choice, Choosing.of(record, choice).attention)
    others = [option for option in then.options if option is not then.chosen]
    if then.kind == "answer":
        others = [option for option in others if option.nest != then.chosen.nest] or others
    return abs(then.chosen.probability - max(option.probability for option in others))


def test_a_decision_that_was_not_shown_is_on_no_card() -> None:
    first = WORLDS.halts(small(), places(watched_to(200))[WATCH].world)[0]
    watched = Watched().act("go", step=WATCH)
    while watched.session.watching.stop is None:
        watched.act("step")
    assert watched.session.watching.stop == first.decision
    assert "margin" not in cards(watched.session)
    assert "margin" in cards(watched.act("step").session)


def test_worlds_part_on_the_card_once_they_have_parted_on_the_wall() -> None:
    late = cards(watched_to(120))
    assert "A host" in late["parting"]["told"][0]
    assert len(late["parting"]["whys"]) == 2
    assert "parting" not in cards(watched_to(0.5))


@pytest.mark.parametrize("lesson", shipped(), ids=lambda lesson: lesson.id)
def test_every_shipped_lesson_has_something_to_talk_about(lesson: Lesson) -> None:
    watched = Watched(lesson)
    for place, step in enumerate(lesson.steps):
        watched.act("go", step=place)
        if step.screen in ("watch", "compare"):
            watched.act("jump", day=400)
        if step.screen == "debrief":
            break
    found = cards(watched.session, lesson)
    assert {"margin", "parting"} <= set(found)
    assert all(len(sentence) <= 300 for card in found.values() for sentence in (*card["told"], *card["whys"]))
