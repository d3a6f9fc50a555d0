"""Does a card tell the newest thing worth telling, in few words, and what came of the question that was just asked?"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.cards import card
from analysis.classroom.views.deeds import LONGEST
from analysis.classroom.views.shown import shown_until, told
from sim.narrative.cast import MONTHS
from sim.results.record_rows import decisions, events
from sim.run import run_one
from sim.scenario import Scenario
from tests.analysis.classroom.views.watched import WORLDS, Watched, forks, shipped
from tests.generate import few, scenarios


@few
@given(scenario=scenarios(max_days=40), run=st.integers(0, 1000))
def test_a_card_is_short_and_whole_in_any_world(scenario: Scenario, run: int) -> None:
    record = run_one(scenario, run=run)
    for day in range(1, int(record.columns["steps"]["day"][-1]) + 1, 3):
        found = card(told(shown_until(record, float(day))), float(day))
        if found is not None:
            assert 0 < len(found["text"]) <= LONGEST
            assert found["text"][-1] in ".!?…"
            assert not re.search(r"\{|\}|  ", found["text"])


@pytest.mark.parametrize("lesson", shipped(), ids=lambda lesson: lesson.id)
def test_cards_go_forward_and_tell_what_came_of_each_question(lesson: Lesson) -> None:
    for luck in range(2):
        watched = _watching(lesson, luck)
        record = WORLDS.trajectory(lesson, watched.session.world, True)
        choices = {one.decision: one for one in decisions(record)}
        dates = []
        while not watched.session.watching.over:
            asked = watched.session.watching.stop
            told_now = watched.act("step").view()["card"]
            dates += [_day(told_now["date"])] if told_now else []
            if asked is not None:
                answered = choices[told_now["decision"]]
                assert (answered.day, answered.about) == (choices[asked].day, choices[asked].about)
        assert dates == sorted(dates)


def _watching(lesson: Lesson, luck: int) -> Watched:
    place = next(place for place, step in enumerate(lesson.steps) if step.screen == "watch")
    watched = Watched(lesson).act("go", step=place)
    for _ in range(luck):
        watched.act("luck")
    return watched


def _day(spoken: str) -> dt.date:
    day, month, year = spoken.split()
    return dt.date(int(year), MONTHS.index(month) + 1, int(day))


def news(run: int, day: float, asked: int | None = None) -> dict[str, Any]:
    """The card of a run of two-leaders on a day."""
    found = card(told(shown_until(forks(run)[0].one, day)), day, asked)
    return {} if found is None else dict(found)


def test_who_did_what_and_why() -> None:
    assert news(2, 21.0) == {
        "date": "26 January 2024",
        "text": "Teodor Vask proposed a summit to Marta Oslin. The alternative was to raise tariffs, but the market "
        "had fallen by about a tenth.",
        "decision": 9,
    }


def test_what_tells_more_goes_before_what_came_last() -> None:
    assert [one.kind for one in events(forks(0)[0].one) if 7 < one.day <= 14] == ["envoy_blocked", "signal", "escalate"]
    assert news(0, 14.0)["text"].startswith("Verenia raised tariffs by 10 points, to 50.")


def test_where_nothing_happened_somebody_chose_to_wait() -> None:
    record = forks(0)[0].one
    quiet = next(day for day in range(7, 120) if not any(day - 7 < one.day <= day for one in events(record)))
    found = news(0, float(quiet))
    assert " waited rather than " in found["text"]
    assert found["decision"] is not None


def test_a_table_from_which_nothing_came_is_told_with_both_answers() -> None:
    choice = next(one for one in decisions(forks(2)[0].one) if one.about == "truce")
    found = news(2, choice.day, choice.decision)
    assert found["text"] == (
        "Teodor Vask agreed to a truce. Marta Oslin refused a truce rather than agree: a truce would have meant giving "
        "up tariffs."
    )
    assert found["decision"] == choice.decision + 1


def test_of_what_was_so_before_the_first_day_there_is_no_card() -> None:
    record = run_one("us-china-2025", run=1)
    assert events(record)[0].kind == "earlier_contact"
    found = card(told(shown_until(record, 0.5)), 0.5)
    assert found is None or "had last been in touch" not in found["text"]


def test_before_anything_there_is_no_card() -> None:
    assert news(0, 0.1) == {}
