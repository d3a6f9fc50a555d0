"""Does a world in memory hold every number where the layout says, and does each world have memory of its own?"""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given

from sim.engines.compiled.packing import BEFORE_STATE, VARYING, WORLD_TYPE, allocate, pack, record_type, views_of
from sim.engines.compiled.plan import prepare
from sim.files import load_scenario
from sim.scenario import Scenario
from sim.state.buffer import fill_out, offset_of, width_of
from sim.state.layout import COLLECTIONS, FIXED
from tests.generate import few, scenarios


def test_every_field_takes_eight_bytes_a_number() -> None:
    for name in COLLECTIONS:
        assert record_type(name).itemsize == 8 * width_of(name)
    fixed = sum(rows * width_of(name) for name, rows in FIXED.items())
    assert WORLD_TYPE.itemsize == 8 * (BEFORE_STATE + fixed)


@few
@given(scenario=scenarios(10))
def test_what_is_packed_is_what_was_opened(scenario: Scenario) -> None:
    prepared = prepare(scenario)
    views = views_of(pack(prepared.opening, prepared.regions), prepared.regions)
    for name, rows in prepared.opening.records.items():
        for row, record in enumerate(rows):
            for field, value in fill_out(COLLECTIONS[name], record).items():
                assert np.array_equal(views[name][field][row], value), (name, row, field)


@few
@given(scenario=scenarios(10))
def test_every_path_of_the_scenario_stands_at_its_place(scenario: Scenario) -> None:
    prepared = prepare(scenario)
    template = prepared.template
    for path, place in prepared.opening.places.items():
        record: Any = prepared.opening.records[place.collection][place.row][place.field]
        value = record[place.position] if isinstance(record, list) else record
        assert template[offset_of(prepared.regions, place)] == value, path


def test_worlds_share_no_memory_and_point_to_their_own() -> None:
    prepared = prepare(load_scenario("us-dprk-2019"))
    one, other = (allocate(prepared.template, prepared.regions, 5) for _ in range(2))
    assert not np.shares_memory(one.whole, other.whole)
    for memory in (one, other):
        assert np.shares_memory(memory.record, memory.state)
        assert memory.record["at_events"][0] == memory.events.ctypes.data
        assert memory.record["size_events"][0] == 5
        assert memory.record["at_flat"][0] == memory.state.ctypes.data
        for name in VARYING.keys() - {"events", "flat"}:
            region = prepared.regions[name]
            assert memory.record[f"size_{name}"][0] == region.rows
            if region.rows:
                assert memory.record[f"at_{name}"][0] == memory.state[region.start :].ctypes.data
    one.state[:] = 7.0
    assert other.state.tobytes() == prepared.template.tobytes()
