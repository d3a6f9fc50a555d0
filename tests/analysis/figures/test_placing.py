"""Nothing lies on its neighbour, nothing leaves its frame, and what has room stays where it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.placing import spread

PLACES = st.lists(st.floats(-50, 250), max_size=12)


@given(PLACES, st.floats(0.5, 40))
def test_places_are_pushed_apart_within_their_ends_in_their_order(places: list[float], gap: float) -> None:
    found = spread(places, gap, 0.0, 200.0)
    room = min(gap, 200.0 / max(len(places) - 1, 1))
    assert all(-1e-6 <= place <= 200 + 1e-6 for place in found)
    assert all(other - one >= room - 1e-6 for one, other in pairwise(sorted(found)))
    ranked = sorted(range(len(places)), key=lambda number: places[number])
    assert [found[number] for number in ranked] == sorted(found)


@given(st.lists(st.integers(0, 20), unique=True, max_size=10))
def test_what_has_room_stays(places: list[int]) -> None:
    assert spread([10.0 * place for place in places], 10.0, 0.0, 200.0) == pytest.approx(
        [10.0 * place for place in places]
    )


def test_two_that_meet_give_way_alike() -> None:
    assert spread([50.0, 50.0], 10.0, 0.0, 100.0) == [45.0, 55.0]
    assert spread([0.0, 0.0], 10.0, 0.0, 100.0) == [0.0, 10.0]
