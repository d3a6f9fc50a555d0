"""What waiting is worth against asking: each would rather be asked than ask, and the record shows by how much.

Waiting has a price, the pain it lets go on, and a hope, that the other asks first (:func:`weigh_hold`). Asking is a
gamble with a price of its own (:mod:`sim.rules.decide.asking`). No decision is made here: the rule serves the record.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.appraisal import weigh_hold
from sim.rules.decide.overtures import weigh_call, weigh_summit
from sim.rules.decide.reasons import clear, finish
from sim.rules.limits import larger
from sim.state.world import World
from sim.vocabulary import actions as a

WEIGHED = (a.HOLD, a.REQUEST_CALL, a.PROPOSE_SUMMIT)


@rule
def waiting_over_asking(world: World, side: int) -> float:
    """The utility of waiting less that of the better of asking for a call and proposing a summit, -60..60.

    Above 0 the leader of ``side`` would rather wait. It uses the sheet of reasons as scratch paper, and what the leader
    sees and expects must be up to date (:func:`look`, :func:`expect`).
    """
    for k in range(len(WEIGHED)):
        clear(world.sheet[WEIGHED[k]])
    weigh_hold(world, side, world.sheet[a.HOLD])
    weigh_call(world, side, world.sheet[a.REQUEST_CALL])
    weigh_summit(world, side, world.sheet[a.PROPOSE_SUMMIT])
    asking = larger(finish(world, world.sheet[a.REQUEST_CALL]), finish(world, world.sheet[a.PROPOSE_SUMMIT]))
    return finish(world, world.sheet[a.HOLD]) - asking
