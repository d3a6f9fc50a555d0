"""A story fits a screen, tells what was decisive, and says what it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.story import chapter_months, story, tell
from sim.narrative.told_ending import DISCLAIMER
from sim.narrative.turning_points import turning_points
from sim.results.record_rows import Event
from sim.vocabulary import events as e
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.sim.sample import event, sample_scenario, sample_steps, sample_trajectory


def text_of(record: Any, **given: Any) -> str:
    return " ".join(line.strip() for line in story(record, **given))


def test_the_sample_is_told() -> None:
    told = text_of(sample_trajectory())
    for part in (
        "Who calls first?",
        "A truce under",
        "The call takes place: the two leaders speak",
        "Where it stands: a deal, since 28 May 2025",
        DISCLAIMER,
    ):
        assert part in told
    assert "First contact by call on 22 May 2025, asked for by The President" in told


def test_lines_fit_whatever_the_names() -> None:
    leaders = sample_scenario().leaders
    long = {
        side: leader.model_copy(update={"name": "Maximilian " * 9, "country": "Republic " * 9})
        for side, leader in leaders.items()
    }
    for line in story(sample_trajectory(scenario=sample_scenario().model_copy(update={"leaders": long}))):
        assert len(line) <= 80


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    kinds = draw(st.lists(st.sampled_from(list(EVENT_KINDS)), max_size=120))
    actors = draw(st.lists(st.sampled_from(["us", "cn", "both", "host"]), min_size=len(kinds), max_size=len(kinds)))
    days = sorted(draw(st.lists(st.floats(0, 40), min_size=len(kinds), max_size=len(kinds))))
    return [event(k, d, kind, actor=a) for k, (kind, a, d) in enumerate(zip(kinds, actors, days, strict=True))]


def with_log(log: list[Event]) -> Any:
    table = {name: [getattr(entry, name) for entry in log] for name in Event._fields}
    return sample_trajectory(events=table, outcome=sample_trajectory().outcome)


@given(logs())
@settings(max_examples=60, deadline=None)
def test_any_log_is_told_in_80_columns_and_about_60_lines(log: list[Event]) -> None:
    lines = story(with_log(log))
    decisive = sum(e.BY_WORD[entry.kind].rank == e.ALWAYS for entry in log)
    assert all(len(line) <= 80 for line in lines)
    assert len(lines) <= 60 + 12 * decisive


@given(logs(), st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_decisive_events_are_always_told_in_order(log: list[Event], room: int) -> None:
    told = [entry.event for entry in turning_points(log, room)]
    always = [entry.event for entry in log if e.BY_WORD[entry.kind].rank == e.ALWAYS]
    assert told == sorted(told)
    assert set(always) <= set(told)
    assert len(told) <= max(room, len(always))


def test_who_asked_is_told_with_the_meeting() -> None:
    log = [event(0, 0.0, "call_requested", actor="us", level="call")]
    log += [event(n, float(n), "envoy_appointed", actor="us") for n in range(1, 20)]
    log += [
        event(20, 20.0, "call_scheduled", level="call", request=0),
        event(21, 21.0, "call_held", level="call", request=20),
    ]
    assert {0, 21} <= {entry.event for entry in turning_points(log, 2)}


def test_who_is_played_by_somebody_else_gets_no_reasons() -> None:
    assert "rather than" in text_of(sample_trajectory())
    assert "rather than" not in text_of(sample_trajectory(), silent=("us", "cn"))


@pytest.mark.parametrize(("days", "months"), [(60, 1), (170, 1), (400, 2), (3650, 24)])
def test_long_runs_have_longer_chapters(days: int, months: int) -> None:
    record = sample_trajectory(steps=sample_steps(sample_scenario(), days))
    assert chapter_months(record) == months


def test_a_run_left_in_the_middle_of_a_step_is_told() -> None:
    steps = {name: list(values[:20]) for name, values in sample_trajectory().columns["steps"].items()}
    assert "raises tariffs by 25 points" in text_of(sample_trajectory(steps=steps))


def test_chapters_hold_entries_with_iso_dates() -> None:
    chapters = tell(sample_trajectory()).chapters
    assert [chapter.entries[0].date[:7] for chapter in chapters] == ["2025-04", "2025-05"]


def test_no_word_of_this_package_predicts_a_person() -> None:
    folder = Path(__file__).parents[3] / "sim" / "telling"
    assert not [file.name for file in folder.glob("*.py") if "prediction" in file.read_text(encoding="utf-8")]
