"""Labels keep their order, do not overlap, and stay where they belong when there is room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.label_spread import spread

MIDDLES = st.lists(st.floats(0, 300), min_size=1, max_size=8)


@given(MIDDLES, st.integers(5, 36))
def test_they_keep_their_order_and_do_not_overlap(middles: list[float], height: int) -> None:
    tops = spread(middles, [height] * len(middles), (0.0, 300.0))
    placed = sorted(zip(middles, tops, strict=True))
    assert all(later >= sooner + height - 1e-6 for (_, sooner), (_, later) in pairwise(placed))
    assert min(tops) >= -1e-6
    assert max(tops) + height <= 300 + 1e-6, "eight of 36 fit into 300"


@given(MIDDLES)
def test_far_apart_they_stay_where_they_belong(middles: list[float]) -> None:
    apart = [40 * place + 20 for place in range(len(middles))]
    assert spread(apart, [10] * len(apart), (0.0, 400.0)) == [at - 5 for at in apart]


def test_those_that_do_not_fit_run_over_below() -> None:
    assert spread([5, 5, 5], [10, 10, 10], (0.0, 20.0)) == pytest.approx([0, 10, 20])
    assert spread([], [], (0.0, 10.0)) == []
