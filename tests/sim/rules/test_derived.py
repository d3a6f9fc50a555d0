"""Is what follows from a scenario's values worked out from the values as they are now?"""

from __future__ import annotations

import pytest

from sim.rules.derived import work_out
from tests.sim.rules.worlds import put_all, world_of


def test_working_out_twice_changes_nothing() -> None:
    world = world_of()
    before = [dict(vars(record)) for record in (*world.leaders, *world.setting, *world.issues)]
    work_out(world)
    assert [dict(vars(record)) for record in (*world.leaders, *world.setting, *world.issues)] == before


def test_precision_and_the_worth_of_issues_follow_their_values() -> None:
    world = put_all(world_of(), {"leaders.0.decisiveness": 1.0, "issues.0.weight.0": 9.0, "issues.1.weight.0": 1.0})
    work_out(world)
    assert world.leaders[0].precision == pytest.approx(16)
    assert world.issues[0].share[0] == pytest.approx(0.9)


@pytest.mark.parametrize(("domain", "scale"), [("trade", 0.25), ("security", 1.0), ("peace", 1.0)])
def test_audience_costs_are_scaled_in_trade_alone(domain: str, scale: float) -> None:
    world = put_all(world_of({"domain": domain}), {"weights.0.trade_audience": 0.25})
    work_out(world)
    assert world.setting[0].audience_scale == scale
