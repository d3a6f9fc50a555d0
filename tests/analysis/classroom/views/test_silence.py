"""Is the waiting told as it stands on a day: how long, who owes an answer, what each believes of the other?"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.views.shown import shown_until, told
from analysis.classroom.views.silence import LINES, last_word, waiting_lines
from sim.narrative.cast import capital
from sim.results.record_rows import events
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario
from tests.analysis.classroom.views.watched import forks
from tests.generate import few, scenarios
from tests.sim.sample import sample_trajectory


def lines(record: Trajectory, day: float, numbers: bool = False) -> list[str]:
    """What is said of the waiting on a day."""
    return waiting_lines(told(shown_until(record, day)), day, numbers)


@few
@given(scenario=scenarios(max_days=40), run=st.integers(0, 1000), numbers=st.booleans())
def test_few_whole_sentences_in_any_world(scenario: Scenario, run: int, numbers: bool) -> None:
    record = run_one(scenario, run=run)
    for day in range(0, int(record.columns["steps"]["day"][-1]) + 1, 4):
        found = lines(record, float(day), numbers)
        assert len(found) <= LINES
        assert all(line.endswith(".") and line == capital(line) for line in found)
        assert numbers or not any(re.search(r"\(\d+%\)", line) for line in found)


def test_days_of_silence_are_counted_from_the_last_word() -> None:
    record = forks(2)[0].one
    answer = next(event for event in events(record) if event.kind == "request_declined")
    run = told(shown_until(record, answer.day + 6))
    assert last_word(run) == answer.day
    assert lines(record, answer.day + 6)[0] == "No word has passed between the two leaders for six days."
    assert lines(record, answer.day + 4) == []


def test_before_the_first_word_silence_is_as_old_as_the_record() -> None:
    assert lines(forks(0)[0].one, 14.0)[0] == "In all these two weeks no word has passed between the two leaders."


def test_a_contact_before_the_first_day_counts() -> None:
    record = run_one("us-china-2025", run=1)
    earlier = events(record)[0]
    assert earlier.kind == "earlier_contact"
    run = told(shown_until(record, 3.0))
    assert last_word(run) == -earlier.amount
    assert waiting_lines(run, 3.0)[0] == "No word has passed between the two leaders for about three months."


def test_who_owes_an_answer_is_said_instead() -> None:
    record = forks(2)[0].one
    asked = next(event for event in events(record) if event.kind == "summit_proposed")
    assert lines(record, asked.day) == [
        "Teodor Vask proposed a summit just now, and Marta Oslin has not answered yet.",
        "Teodor Vask thinks it an even chance that Marta Oslin will say yes.",
    ]
    assert lines(record, asked.day + 2)[0].startswith("Teodor Vask proposed a summit two days ago, and ")


def test_a_meeting_that_has_a_date_is_said() -> None:
    record = forks(2)[0].one
    fixed = next(event for event in events(record) if event.kind == "call_scheduled")
    assert "A call has been fixed and is still to come." in lines(record, fixed.day)


def test_what_each_believes_of_the_other() -> None:
    record = forks(0)[0].one
    found = {day: lines(record, float(day)) for day in range(7, 42)}
    said = {line for some in found.values() for line in some}
    assert "Neither thinks it likely that the other will ask within the month." in said
    assert any(line.endswith("would rather wait than ask.") for line in said)
    assert all(re.search(r"\(\d+%\)", line) for line in lines(record, 21.0, numbers=True) if "within the month" in line)


def test_pride_and_hurt_are_said_after_a_rebuff() -> None:
    record = forks(2)[0].one
    answer = next(event for event in events(record) if event.kind == "request_declined")
    said = [line for day in range(6, 20) for line in lines(record, answer.day + day)]
    assert "Teodor Vask has not forgotten the no of 29 January." in said


def test_after_a_deal_nobody_waits() -> None:
    record = sample_trajectory()
    deal = next(event for event in events(record) if event.kind == "deal")
    assert lines(record, deal.day) == []
