"""Has every number of a world one position in the flat buffer, and does a record have every field?"""

from __future__ import annotations

from sim.state.buffer import fill_out, offset_of, place_interventions, regions_of, width_of
from sim.state.layout import COLLECTIONS
from sim.state.opening import Place, open_scenario
from tests.sim.rules.worlds import PLAIN, vary

OPENING = open_scenario(PLAIN)


def test_regions_follow_one_another_without_gap_or_overlap() -> None:
    end = 0
    for name, region in regions_of(OPENING).items():
        assert region.start == end
        assert region.rows == len(OPENING.records[name])
        assert region.width == width_of(name)
        end = region.start + region.rows * region.width


def test_every_number_has_a_position_of_its_own() -> None:
    regions = regions_of(OPENING)
    positions = {
        (name, row, field.name, index): offset_of(regions, Place(name, row, field.name, index))
        for name, fields in COLLECTIONS.items()
        for row in range(len(OPENING.records[name]))
        for field in fields
        for index in range(field.width)
    }
    total = sum(region.rows * region.width for region in regions.values())
    assert sorted(positions.values()) == list(range(total))


def test_a_record_is_filled_out_with_zeros_of_its_kind() -> None:
    full = fill_out(COLLECTIONS["mediators"], {"stake": 0.4, "acceptability": [0.1, 0.2]})
    assert full["stake"] == 0.4
    assert full["acceptability"] == [0.1, 0.2]
    assert full["fatigue"] == 0.0
    assert isinstance(full["stage"], int)
    assert set(full) == {field.name for field in COLLECTIONS["mediators"]}


def test_wide_fields_are_copied() -> None:
    given = [0.1, 0.2]
    full = fill_out(COLLECTIONS["mediators"], {"acceptability": given})
    full["acceptability"][0] = 0.9
    assert given == [0.1, 0.2]


def test_a_scheduled_value_knows_where_it_goes() -> None:
    scenario = vary(
        PLAIN, {"scheduled": [{"date": "2025-01-20", "kind": "set", "path": "leaders.west.ego", "value": 0.9}]}
    )
    opening = open_scenario(scenario)
    regions = regions_of(opening)
    places = place_interventions(opening, regions)
    assert list(places.values()) == [Place("leaders", 1, "ego", 0)]
    assert opening.records["interventions"][0]["place"] in places
