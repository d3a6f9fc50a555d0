"""Two runs part at the first event that differs in what happened, to whom and through whom; amounts do not count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.results.parting import GIST, parting, shared_events
from sim.results.record_rows import Event
from tests.sim.sample import event, sample_log

LOGS = st.lists(st.sampled_from([(1.0, "ease"), (2.0, "ease"), (2.0, "escalate"), (3.0, "signal")]), max_size=6)


def test_equal_runs_do_not_part() -> None:
    assert parting(sample_log(), sample_log()) is None


@pytest.mark.parametrize("field", [name for name in GIST if name != "day"])
def test_they_part_at_the_first_difference_of_any_kind(field: str) -> None:
    other = sample_log()
    other[5] = other[5]._replace(**{field: "another"})
    assert parting(sample_log(), other) == (5, "2025-05-01", 13.0, 13)


def test_the_earlier_of_two_events_says_when() -> None:
    other = sample_log()
    other[5] = event(5, 12.0, "ease")
    for pair in ((sample_log(), other), (other, sample_log())):
        assert parting(*pair) == (5, "2025-04-30", 12.0, 12)


@pytest.mark.parametrize("field", [name for name in Event._fields if name not in (*GIST, "date", "step")])
def test_what_is_no_story_does_not_part_them(field: str) -> None:
    other = sample_log()
    other[5] = other[5]._replace(**{field: 99})
    assert parting(sample_log(), other) is None


def test_a_run_that_ends_early_parts_at_its_end() -> None:
    found = parting(sample_log(), sample_log()[:10])
    assert found is not None
    assert (found.place, found.day) == (10, 30.0)


@given(LOGS, LOGS)
def test_what_is_shared_is_the_longest_common_beginning(
    one: list[tuple[float, str]], other: list[tuple[float, str]]
) -> None:
    place = shared_events(one, other)
    assert shared_events(other, one) == place
    if place is None:
        assert one == other
    else:
        assert one[:place] == other[:place]
        assert one[place : place + 1] != other[place : place + 1]
