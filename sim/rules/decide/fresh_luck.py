"""How luck is drawn afresh after a decision: nothing that has happened changes, nothing that is to come is settled yet.

Every number drawn from here on has the fresh address, at the same moment too. What had been drawn already but has not
shown itself is drawn again: when each leader decides next, how long third parties wait before they offer, the news of
markets from this step on. The two waits have no memory (exponential), so that drawing what is left of them anew is the
same as drawing them with all that is known now.
"""

from __future__ import annotations

from sim.luck import fresh_address
from sim.rule import rule
from sim.rules.agenda import ring_anew
from sim.rules.observe.hosts import wait_again
from sim.rules.observe.news import draw_news
from sim.state.world import World


@rule
def draw_afresh(world: World) -> None:
    """Leave the luck of the run for the fresh one of this moment; parameters drawn at the start stay as they are."""
    setting = world.setting[0]
    setting.seed, setting.run = fresh_address(setting.seed, setting.run, world.dyad[0].tick, setting.which)
    for side in range(2):
        ring_anew(world, side)
    for m in range(len(world.mediators)):
        wait_again(world, world.mediators[m])
    draw_news(world)
