"""Cards of data: each is chosen by the rule that it states, and tells nothing that was not seen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.scores import share_written
from analysis.classroom.session.state import Counted, Forecast, Session
from analysis.classroom.views.data_cards import data_cards, places, seen_median
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import DataCard
from sim.narrative.cast import spoken_date
from sim.narrative.choosing import attention_of
from sim.narrative.reasons import rival_of
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
    near, far = Forecast("scores", (0, 0, 9, 0, 0), None, COUNTED), Forecast("hundred", (0, 0, 0, 1, 9), None, COUNTED)
    session = replace(watched_to(60), forecasts={PREDICT: near, WATCH: far})
    told = cards(session)["surprise"]["told"]
    assert told[-1] == "The class median was 90%, the model’s share of worlds 42%: 48 points apart."
    assert cards(replace(session, forecasts={PREDICT: near}))["surprise"]["told"][0] == "Will the two speak?"


@pytest.mark.parametrize("phase", ["first", "talk", "second", "ten"])
def test_worlds_that_were_not_shown_are_no_surprise(phase: str) -> None:
    forecast = Forecast(phase, (0, 0, 0, 1, 9), None, COUNTED)
    assert seen_median(forecast) is None
    assert "surprise" not in cards(replace(watched_to(60), forecasts={PREDICT: forecast}))


@pytest.mark.parametrize(
    ("happened", "said"),
    [(425, "share of worlds 43%: 47 points"), (998, "worlds 99.8%: 9.8 points"), (900, "was 90%, and so is")],
)
def test_the_card_says_the_share_as_the_figure_beside_it(happened: int, said: str) -> None:
    low, high = (0.4, 0.46) if happened < 500 else (0.99, 0.9999) if happened > 990 else (0.88, 0.92)
    counted = replace(COUNTED, happened=happened, low=low, high=high)
    forecast = Forecast("scores", (0, 0, 0, 1, 9), None, counted)
    card = cards(replace(watched_to(60), forecasts={PREDICT: forecast}))["surprise"]
    assert said in card["told"][-1]
    assert card["drawing"] is not None
    assert f"worlds: {share_written(counted)['share']}%" in card["drawing"]["text"]


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
    closest = min(guessed, key=lambda choice: how_far_apart(record, choice))
    assert told[0].startswith(f"{spoken_date(closest.date)}: {record.scenario.leaders[closest.leader].name}")
    assert "in a hundred" in told[1]


@pytest.mark.parametrize("lesson", shipped(), ids=lambda lesson: lesson.id)
def test_no_stop_of_a_lesson_was_closer_than_the_one_on_the_card(lesson: Lesson) -> None:
    step = next(place for place, step in enumerate(lesson.steps) if step.screen == "watch")
    watched = Watched(lesson).act("go", step=step).act("jump", day=400)
    record = WORLDS.trajectory(lesson, watched.session.world)
    stops = {halt.decision for halt in WORLDS.halts(lesson, watched.session.world)}
    apart = {one.decision: how_far_apart(record, one) for one in decisions(record) if one.decision in stops}
    closest = next(one for one in decisions(record) if one.decision == min(apart, key=lambda number: apart[number]))
    told = cards(watched.session, lesson)["margin"]["told"]
    assert told[0].startswith(spoken_date(closest.date))
    if closest.kind != "answer":
        assert "for a yes" not in told[1]
        return
    yes = next(option.probability for option in closest.options if option.name == "accept")
    assert told[1] == f"{100 * yes:.0f} in a hundred for a yes, {100 - 100 * yes:.0f} in a hundred for a no."


def how_far_apart(record: Trajectory, decision: Decision) -> float:
    """How far the chances of what was done and of the likeliest other thing are apart: of yes and no in an answer."""
    chances = {option.name: option.probability for option in decision.options}
    if decision.kind == "answer":
        return abs(2 * chances["accept"] - 1)
    attention = attention_of(record, decision)
    if decision.chosen.name != "hold":
        chances = {name: (p - (1 - attention) * (name == "hold")) / attention for name, p in chances.items()}
    return abs(chances.pop(decision.chosen.name) - max(chances.values()))


def test_ways_to_say_no_count_together() -> None:
    lesson = next(lesson for lesson in shipped() if lesson.id == "forecasts")
    watched = Watched(lesson).act("go", step=2).act("jump", day=400)
    answers = [one for one in decisions(WORLDS.trajectory(lesson, watched.session.world)) if one.kind == "answer"]
    apart = [how_far_apart(WORLDS.trajectory(lesson, watched.session.world), one) for one in answers]
    nearest_names = [abs(one.chosen.probability - rival.probability) for one in answers if (rival := rival_of(one))]
    assert min(nearest_names) < min(apart), "else this world does not tell both rules apart"


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
