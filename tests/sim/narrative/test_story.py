"""A story of each length keeps what it promises, in shipped cases and in any other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import list_scenarios, load_scenario
from sim.narrative.lengths import Length
from sim.narrative.story import LINES, WORDS, lines_of, story, tell, words_in
from sim.narrative.told_ending import DISCLAIMER
from sim.results.record_rows import Event
from sim.run import run_one
from sim.scenario.scenario import Scenario
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.generate import few, scenarios
from tests.sim.narrative.guarantees import problems
from tests.sim.sample import event, sample_scenario, sample_trajectory

LENGTHS = pytest.mark.parametrize("length", list(Length))
LUCKS_OF_A_NIGHT = 200
WITHIN = 0.95
"""The share of lucks in which a story keeps to its length."""


def text_of(record: Any, **given: Any) -> str:
    return " ".join(line.strip() for line in story(record, **given))


@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_case_is_told_as_promised(name: str) -> None:
    for run in range(2):
        record = run_one(name, seed=1, run=run)
        assert {length: problems(record, length) for length in Length} == {length: [] for length in Length}


@few
@given(scenarios(), st.integers(0, 5))
def test_any_scenario_is_told_as_promised(scenario: Scenario, run: int) -> None:
    record = run_one(scenario, seed=0, run=run)
    assert {length: problems(record, length) for length in Length} == {length: [] for length in Length}


@pytest.mark.parametrize("name", ["two-leaders", "us-china-2025"])
def test_stories_keep_to_their_length_in_a_few_lucks(name: str) -> None:
    told = [run_one(name, seed=2, run=run) for run in range(4)]
    assert all(fits(record, Length.plain) for record in told)
    assert sum(fits(record, Length.default) for record in told) >= len(told) - 1


@pytest.mark.nightly
@pytest.mark.parametrize("name", list_scenarios())
def test_stories_keep_to_their_length_in_nearly_every_luck(name: str) -> None:
    scenario = load_scenario(name)
    told = [run_one(scenario, seed=0, run=run) for run in range(LUCKS_OF_A_NIGHT)]
    for length in (Length.plain, Length.default):
        assert sum(fits(record, length) for record in told) >= WITHIN * len(told)
    assert [problems(record, length) for record in told for length in Length if problems(record, length)] == []


def fits(record: Any, length: Length) -> bool:
    lines = story(record, length=length)
    return len(lines) <= LINES[length] and (length is not Length.plain or words_in(lines) <= WORDS)


@LENGTHS
def test_the_sample_is_told(length: Length) -> None:
    told = text_of(sample_trajectory(), length=length)
    assert "Who will ask first?" in told
    assert "22 May" in told
    assert told.endswith(DISCLAIMER)


def test_the_usual_story_says_where_it_stands_and_reading_aloud_leaves_the_address_out() -> None:
    assert "Where it stands: a deal, since 28 May 2025" in text_of(sample_trajectory())
    assert "(seed " in text_of(sample_trajectory())
    assert "seed" not in text_of(sample_trajectory(), length=Length.plain)


@LENGTHS
def test_lines_fit_whatever_the_names(length: Length) -> None:
    leaders = sample_scenario().leaders
    long = {
        side: leader.model_copy(update={"name": "Maximilian " * 9, "country": "Republic " * 9})
        for side, leader in leaders.items()
    }
    record = sample_trajectory(scenario=sample_scenario().model_copy(update={"leaders": long}))
    assert all(len(line) <= 80 for line in story(record, length=length))


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    kinds = draw(st.lists(st.sampled_from(list(EVENT_KINDS)), max_size=120))
    actors = draw(st.lists(st.sampled_from(["us", "cn", "both", "host"]), min_size=len(kinds), max_size=len(kinds)))
    days = sorted(draw(st.lists(st.floats(0, 40), min_size=len(kinds), max_size=len(kinds))))
    return [event(k, d, kind, actor=a) for k, (kind, a, d) in enumerate(zip(kinds, actors, days, strict=True))]


def with_log(log: list[Event]) -> Any:
    table = {name: [getattr(entry, name) for entry in log] for name in Event._fields}
    return sample_trajectory(events=table, outcome=sample_trajectory().outcome)


@given(logs(), st.sampled_from(list(Length)))
@settings(max_examples=40, deadline=None)
def test_any_log_whatever_is_told_in_80_columns(log: list[Event], length: Length) -> None:
    told = tell(with_log(log), length)
    assert all(len(line) <= 80 for line in lines_of(told, length))
    if length is Length.all:
        assert [item.events for item in told.items if item.events] == [(entry.event,) for entry in log]


def test_who_is_played_by_somebody_else_gets_no_reasons() -> None:
    assert "The alternative was to wait, but" in text_of(sample_trajectory())
    assert "alternative" not in text_of(sample_trajectory(), silent=("us", "cn"))
    assert not any(item.why for item in tell(sample_trajectory(), silent=("us", "cn")).items)


def test_a_run_left_in_the_middle_of_a_step_is_told() -> None:
    steps = {name: list(values[:20]) for name, values in sample_trajectory().columns["steps"].items()}
    assert "raised tariffs by 25 points" in text_of(sample_trajectory(steps=steps))
