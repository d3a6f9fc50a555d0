"""Is a watched world shown as far as the class stands: its week, card, waiting, question, reasons, end and changes?"""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from analysis.classroom.session.state import CHARTS, Watching
from analysis.classroom.views.shown import told
from analysis.classroom.views.watch import card_shown, when
from sim.files import vary
from sim.results.record_rows import decisions
from sim.run import run_one
from tests.analysis.classroom.views.watched import COMPARE, WATCH, WORLDS, Watched, forks, shipped
from tests.renamed_case import renamed, survivors, usual_words


def watching() -> Watched:
    """A class before a world on its first day."""
    return Watched().act("go", step=WATCH)


def test_the_first_day_says_where_the_two_stand() -> None:
    view = watching().view()
    assert view["card"] == {
        "date": "8 January 2024",
        "text": "Marta Oslin (Aldmark) and Teodor Vask (Verenia) are at odds. Tariffs in points: Aldmark 30, "
        "Verenia 40. Who will ask first?",
        "decision": None,
    }
    assert (view["week"], view["day"], view["date"], view["waiting"]) == (1, 0.0, "8 January 2024", [])


@pytest.mark.parametrize(("day", "week"), [(0.0, 1), (7.0, 1), (7.1, 2), (14.0, 2), (500.0, 18)])
def test_weeks_are_counted_from_one_and_end_with_the_scenario(day: float, week: int) -> None:
    record = forks(0)[0].one
    found = when(record, Watching(day=day))
    assert record.scenario.horizon_days == 120
    assert (found["week"], found["weeks"]) == (week, 18)


def test_a_run_that_ends_early_does_not_tell_by_its_length() -> None:
    early = next(record for run in range(40) if _last(record := run_one("two-leaders", run=run)) < 100)
    late = forks(0)[0].one
    assert when(early, Watching(day=20.0)) == when(late, Watching(day=20.0))


def _last(record) -> float:  # type: ignore[no-untyped-def]
    return float(record.columns["steps"]["day"][-1])


def test_it_halts_before_a_decision_and_then_shows_what_was_done() -> None:
    watched = watching()
    while watched.session.watching.stop is None:
        watched.act("step")
    view = watched.view()
    number = watched.session.watching.stop
    assert view["stop"]["decision"] == number
    assert view["ending"] == ""
    assert view["controls"][0]["label"] == {"id": "watch.reveal"}
    after = watched.act("step").view()
    assert after["stop"] is None
    record = WORLDS.trajectory(watched.lesson, watched.session.world, True)
    day = next(one.day for one in decisions(record) if one.decision == number)
    assert after["card"]["decision"] in {one.decision for one in decisions(record) if one.day == day}


def test_the_end_is_told_at_the_end() -> None:
    watched = watching().act("stops", on=False)
    endings = []
    while not watched.session.watching.over:
        endings.append(watched.act("step").view()["ending"])
    assert set(endings[:-1]) == {""}
    assert endings[-1].startswith("Where it stands")
    assert watched.view()["waiting"] == []
    assert [one["act"] for one in watched.view()["controls"]] == ["go", "why"], "the way on is to a comparison"
    elsewhere = watched.act("drop", step=COMPARE).view()
    assert [one["act"] for one in elsewhere["controls"]] == ["go", "why", "compare"]


def test_what_to_think_about_is_asked_before_a_world_begins() -> None:
    lesson = shipped()[0]
    place = next(place for place, step in enumerate(lesson.steps) if step.screen == "watch")
    watched = Watched(lesson).act("go", step=place)
    question = lesson.steps[place].question.text
    assert question
    asked = [watched.act("jump", day=day).view()["question"] for day in (0, 7, 1000, 0)]
    assert asked == [question, "", "", question]


def test_why_explains_what_the_card_tells_else_the_last_decision() -> None:
    watched = watching().act("jump", day=7)
    view = watched.view()
    assert view["card"]["decision"] is not None
    (why,) = [one for one in view["controls"] if one["act"] == "why"]
    assert why["what"] == {"decision": view["card"]["decision"]}
    shown = watched.act("why", **why["what"]).view()
    assert shown["why"]["decision"] == view["card"]["decision"]
    (close,) = [one for one in shown["controls"] if one["act"] == "why"]
    assert (close["what"], close["pressed"]) == ({"decision": None}, True)
    assert watched.act("why", **close["what"]).view()["why"] is None


def test_before_the_first_decision_there_is_nothing_to_explain() -> None:
    (why,) = [one for one in watching().view()["controls"] if one["act"] == "why"]
    assert not why["enabled"]


def test_a_change_is_said_and_the_world_before_it_is_drawn() -> None:
    watched = watching().act("jump", day=28)
    before = watched.view()
    assert before["changed"] == ""
    view = watched.act("set", slider="pride", value=1.0, world="this").view()
    assert view["changed"] == "Changed from the file: How vain Vask is, 1 (very) instead of 0.85."
    assert "before" in view["charts"][0]["svg"]
    assert "before" not in before["charts"][0]["svg"]
    assert [slider["value"] for slider in view["sliders"]] == [1.0, "as it is"]


def test_whoever_listens_hears_the_week_the_ladder_and_every_chart() -> None:
    view = watching().act("jump", day=14).view()
    assert view["key_numbers"].startswith("Week 2 of 18, 22 January 2024. Tariffs in points: ")
    assert len(view["charts"]) == len(CHARTS)
    assert all(chart["text"] in view["key_numbers"] for chart in (view["ladder"], *view["charts"]))


def test_long_names_leave_the_question_of_the_first_day() -> None:
    scenario = vary(forks(0)[0].one.scenario, {"leaders.aldmark.name": "x" * 90, "leaders.verenia.name": "y" * 90})
    card = card_shown(told(run_one(scenario)), Watching())
    assert card is not None
    assert card["text"] == "Who will ask first?"


def test_every_word_is_that_of_the_case() -> None:
    lesson = replace(watching().lesson, scenario=renamed(forks(0)[0].one.scenario), facts=(), title="", sliders=())
    words = usual_words(lesson.scenario)
    for luck in range(2):
        watched = Watched(lesson).act("go", step=WATCH)
        for _ in range(luck):
            watched.act("luck")
        while not watched.session.watching.over:
            view = watched.act("step").view()
            card = view["card"]["text"] if view["card"] else ""
            said = [card, *view["waiting"], view["ending"], view["key_numbers"]]
            assert not survivors(" / ".join(said), words)


def test_days_between_weeks_are_those_of_events() -> None:
    view = watching().act("stops", on=False).act("event", to="next").view()
    assert not math.isclose(view["day"] % 7, 0)
    assert view["card"] is not None
