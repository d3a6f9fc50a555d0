"""Is a study cut into parts that hold every run once, and is the work fair to all rows wherever it stops?"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.parts_layout import FAIR, LARGEST, SMALLEST, TOGETHER, Layout

SIZES = st.tuples(st.integers(1, 3000), st.integers(1, 3000)).filter(lambda size: size[0] * size[1] <= 400_000)


@given(SIZES)
def test_every_run_is_in_exactly_one_part(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    seen: Counter[tuple[int, int]] = Counter()
    for number in range(layout.parts):
        part = layout.part(number)
        assert part.first_row % layout.stretch == 0
        assert part.runs == (part.last_row - part.first_row) * (part.last - part.first) > 0
        seen[part.first_row, part.first] += part.runs
    assert sum(seen.values()) == size[0] * size[1]
    assert len(seen) == layout.parts


@given(SIZES)
def test_the_order_of_work_is_a_permutation_with_replications_outside(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    order = list(layout.order())
    assert sorted(order) == list(range(layout.parts))
    assert [layout.part(number).first for number in order] == sorted(layout.part(number).first for number in order)


def spreads(layout: Layout) -> set[int]:
    """By how many runs two rows differ, after each part of the order of work."""
    done = [0] * layout.stretches
    found = {0}
    for number in layout.order():
        part = layout.part(number)
        done[part.first_row // layout.stretch] += part.last - part.first
        found.add(max(done) - min(done))
    return found


@given(SIZES)
def test_wherever_it_stops_rows_differ_by_at_most_one_run(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    assert max(spreads(layout)) <= layout.spread
    assert layout.spread <= (1 if size[1] <= FAIR else -(-size[1] // FAIR))


@pytest.mark.parametrize(
    ("size", "most"), [((1000, 100), 0), ((60, 60), 0), ((10_000, 100), 1), ((9216, 10), 1), ((1000, 1000), 4)]
)
def test_a_study_stopped_at_any_part_is_fair(size: tuple[int, int], most: int) -> None:
    assert max(spreads(Layout.of(*size))) == most


def test_half_of_a_first_pass_reaches_every_region_of_the_design() -> None:
    layout = Layout.of(1_000_000, 1)
    order = list(layout.order())
    reached = sorted(layout.part(number).first_row for number in order[: len(order) // 2])
    assert max(b - a for a, b in pairwise(reached)) <= 4 * layout.stretch


@pytest.mark.parametrize("size", [(10**6, 1), (10**9, 1), (1, 10**9), (10**5, 10**4), (25, 1000)])
def test_parts_and_stretches_stay_small_however_large_the_study(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    assert min(SMALLEST // 2, size[0] * size[1]) <= layout.part(0).runs <= LARGEST
    assert layout.stretch * layout.replications <= max(TOGETHER, layout.replications)


def test_parts_of_a_stretch_are_all_its_replications() -> None:
    layout = Layout.of(40, 1000)
    for stretch in range(layout.stretches):
        parts = [layout.part(number) for number in layout.parts_of_stretch(stretch)]
        assert [part.first for part in parts] == list(range(0, 1000, layout.block))
        assert {part.first_row for part in parts} == {stretch * layout.stretch}
