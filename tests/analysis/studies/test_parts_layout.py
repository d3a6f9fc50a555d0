"""Is a study cut into parts that hold every run once, and is the work fair to all rows wherever it stops?"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.parts_layout import FAIR, SIZES, Layout, Sizes
from analysis.studies.parts_storing import ENTRIES

SMALL = st.tuples(st.integers(1, 3000), st.integers(1, 3000)).filter(lambda size: size[0] * size[1] <= 400_000)
BOUNDS = st.builds(
    Sizes,
    smallest=st.integers(1, 40),
    usual=st.integers(1, 200),
    largest=st.integers(200, 900),
    many=st.integers(1, 50),
    together=st.integers(20, 400),
    reach=st.integers(400, 5000),
    table=st.integers(1, 20_000),
    partitions=st.integers(1, 30),
)
"""Such that a study of hundreds of runs has large parts, and a table in partitions."""

_WHOLE = st.integers(0, 30).flatmap(lambda bits: st.integers(1, 2**bits))
LARGE = st.tuples(_WHOLE, _WHOLE).filter(lambda size: size[0] * size[1] <= 10**9)
"""Sizes of every order up to 10**9 runs; parts and partitions are looked at one by one, runs never."""


@given(SMALL.filter(lambda size: size[0] * size[1] <= 20_000), BOUNDS)
def test_every_run_is_in_exactly_one_part_and_one_partition(size: tuple[int, int], bounds: Sizes) -> None:
    layout = Layout.of(*size, bounds)
    seen: Counter[tuple[int, int]] = Counter()
    for partition in range(layout.partitions):
        cells = layout.cells_of(partition)
        within: list[int] = []
        for number in layout.parts_of(partition):
            assert layout.partition_of(number) == partition
            _, *rows, first, last = layout.part(number)
            within += [row * size[1] + r for row in range(*rows) for r in range(first, last)]
        assert sorted(within) == list(cells)
        seen.update(within)
    assert seen == Counter(range(size[0] * size[1]))
    assert sorted(layout.order()) == list(range(layout.parts))


@given(LARGE)
def test_a_large_study_is_cut_whole_fairly_and_into_few_files(size: tuple[int, int]) -> None:
    layout, runs = Layout.of(*size), size[0] * size[1]
    # parts tile the study: their corners are the products of two rulers, each without a gap
    rows = [layout.part(number) for number in range(layout.stretches)]
    blocks = [layout.part(number) for number in range(0, layout.parts, layout.stretches)]
    assert [rows[0].first_row, *(part.last_row for part in rows)] == [*(p.first_row for p in rows), size[0]]
    assert [blocks[0].first, *(part.last for part in blocks)] == [*(p.first for p in blocks), size[1]]
    # fair
    assert layout.spread <= (0 if layout.stretches == 1 else max(1, -(-size[1] // FAIR)))
    # neither too small nor too large
    assert max(part.runs for part in rows) <= SIZES.largest
    assert layout.parts <= 65_536 + 64
    assert layout.parts // ENTRIES <= ENTRIES
    assert layout.partitions <= SIZES.partitions + 1
    assert bool(layout.partition) == (runs > SIZES.table)


@given(LARGE)
def test_partitions_are_stretches_of_the_table_one_after_the_other(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    cells = [layout.cells_of(number) for number in range(layout.partitions)]
    assert [0, *(own.stop for own in cells)] == [*(own.start for own in cells), size[0] * size[1]]
    assert all(len(own) >= min(SIZES.table, size[0] * size[1]) for own in cells[:-1])
    assert all(len(own) <= 2 * SIZES.reach for own in cells)
    # what is sorted at once stays small, and each part's file says where it begins
    group = layout.group or layout.stretch
    assert group * size[1] <= SIZES.together or group == 1
    assert -(-layout.stretch // group) <= 2 * SIZES.reach // SIZES.together


@given(LARGE, st.data())
def test_any_part_belongs_to_the_partition_that_names_it(size: tuple[int, int], data: st.DataObject) -> None:
    layout = Layout.of(*size)
    number = data.draw(st.integers(0, layout.parts - 1))
    partition = layout.partition_of(number)
    assert number in layout.parts_of(partition)
    part, cells = layout.part(number), layout.cells_of(partition)
    ends = part.first_row * size[1] + part.first, (part.last_row - 1) * size[1] + part.last - 1
    assert all(cell in cells for cell in ends)


@given(SMALL)
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


@given(SMALL)
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


@given(SMALL)
def test_wherever_it_stops_rows_differ_by_at_most_one_run(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    assert max(spreads(layout)) <= layout.spread
    assert layout.spread <= (1 if size[1] <= FAIR else -(-size[1] // FAIR))


@pytest.mark.parametrize(
    ("size", "most"),
    [((1000, 100), 0), ((60, 60), 0), ((10_000, 100), 1), ((9216, 10), 1), ((1000, 1000), 0), ((20_000, 1000), 4)],
)
def test_a_study_stopped_at_any_part_is_fair(size: tuple[int, int], most: int) -> None:
    assert max(spreads(Layout.of(*size))) == most


@pytest.mark.parametrize(("rows", "gap"), [(1_000_000, 4 * 8192), (20_000_000, 4 * 1_100_000)])
def test_half_of_a_first_pass_reaches_every_region_of_the_design(rows: int, gap: int) -> None:
    layout = Layout.of(rows, 1)
    order = list(layout.order())
    reached = sorted(layout.part(number).first_row for number in order[: len(order) // 2])
    assert max(b - a for a, b in pairwise(reached)) <= gap


def test_partitions_of_a_large_study_can_be_made_one_by_one() -> None:
    layout, begun = Layout.of(10**8, 1), set()
    stored: Counter[int] = Counter()
    for number in layout.order():
        partition = layout.partition_of(number)
        begun.add(partition)
        stored[partition] += 1
        unfinished = [own for own in begun if stored[own] < len(layout.piles_of(own))]
        assert len(unfinished) <= 1


@pytest.mark.parametrize("size", [(10**6, 1), (10**9, 1), (1, 10**9), (10**5, 10**4), (10**6, 1000), (25, 1000)])
def test_parts_and_stretches_stay_small_however_large_the_study(size: tuple[int, int]) -> None:
    layout = Layout.of(*size)
    assert min(SIZES.smallest, size[0] * size[1]) <= layout.part(0).runs <= SIZES.largest
    assert layout.stretch * layout.replications <= max(SIZES.reach, layout.replications)


def test_a_billion_runs_are_some_ten_thousand_parts() -> None:
    shapes = [(10 ** (9 - power), 10**power) for power in range(10)]
    assert all(10_000 < Layout.of(*shape).parts < 65_000 for shape in shapes)
    assert all(200 < Layout.of(*shape).partitions <= 1000 for shape in shapes)


@given(SMALL)
def test_a_study_of_usual_size_has_one_table(size: tuple[int, int]) -> None:
    assert Layout.of(*size).partitions == 1


def test_parts_of_a_pile_are_all_its_replications() -> None:
    layout = Layout.of(9000, 1000)
    assert layout.stretch > 1
    for stretch in range(layout.stretches):
        parts = [layout.part(number) for number in layout.parts_of_pile(stretch)]
        assert [part.first for part in parts] == list(range(0, 1000, layout.block))
        assert {part.first_row for part in parts} == {stretch * layout.stretch}
