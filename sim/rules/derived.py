"""What follows from a scenario's values, worked out when a run begins and again when a value changes at a date."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.choice import precision_of
from sim.rules.meet.stakes import sort_issues
from sim.rules.observe.fading import work_out_fading
from sim.state.world import World


@rule
def work_out(world: World) -> None:
    """Work out precision of choice, the scale of audience costs, what each issue is worth, and what fading leaves."""
    setting = world.setting[0]
    setting.audience_scale = world.weights[0].trade_audience if setting.trade == 1 else 1.0
    for side in range(2):
        leader = world.leaders[side]
        leader.precision = precision_of(leader.decisiveness)
    sort_issues(world)
    work_out_fading(world)
