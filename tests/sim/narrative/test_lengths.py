"""A shorter story leaves out what matters less, and never what is always told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import list_scenarios
from sim.narrative.importance import always_told
from sim.narrative.items import Rank
from sim.narrative.lengths import LEVELS, Length, days_of, in_order, items_from, told_items
from sim.narrative.story import tell
from sim.narrative.told_run import ToldRun
from sim.run import run_one


def numbers(run: ToldRun, length: Length, room: int) -> set[int]:
    items = told_items(run, length, lambda tried: len(tried) <= room)
    assert items == in_order(items)
    return {number for item in items for number in item.events}


@given(st.integers(0, 30), st.sampled_from([Length.plain, Length.default]), st.sampled_from([0, 5, 20, 1000]))
@settings(max_examples=12, deadline=None)
def test_what_is_always_told_is_told_however_little_room_there_is(seed: int, length: Length, room: int) -> None:
    run = ToldRun(run_one("two-leaders", seed=seed), plain=length is Length.plain)
    assert always_told(run) <= numbers(run, length, room)


@pytest.mark.parametrize("name", list_scenarios())
def test_a_short_story_tells_why_at_some_turning_point(name: str) -> None:
    told = [tell(run_one(name, seed=0, run=run), Length.plain) for run in range(3)]
    assert sum(any(item.why for item in story.items) for story in told) >= len(told) - 1


def test_more_room_tells_more() -> None:
    run = ToldRun(run_one("us-china-2025", seed=3), plain=True)
    told = [numbers(run, Length.plain, room) for room in (0, 15, 1000)]
    assert len(told[0]) < len(told[1]) < len(told[2])


def test_read_aloud_nothing_is_told_of_errands_or_gestures() -> None:
    run = ToldRun(run_one("us-china-2025", seed=3), plain=True)
    assert max(item.rank for item in told_items(run, Length.plain, lambda _: True)) <= Rank.minor


def test_levels_become_shorter() -> None:
    assert [level.reasons for level in LEVELS if not level.finest] == [8, 8, 5, 5, 2, 0]
    assert LEVELS[0].least is Rank.errand


def test_what_comes_from_an_event_on() -> None:
    run = ToldRun(run_one("us-china-2025", seed=3))
    found = items_from(run, 40, 5)
    assert found == in_order(found)
    assert all(max(item.events) >= 40 for item in found)
    late = {number for number in always_told(run) if number >= 40}
    assert late <= {number for item in found for number in item.events}
    assert all(days_of(item) >= 0 for item in found)
