"""What the record shows of the leaders' minds at the end of a step, worked out without touching the run.

Rules bring what a leader sees up to date when he decides, answers or bargains, and at no other time. The steps table
has a row for every step, so whoever keeps one looks for it, on copies: a run that is recorded is the run that is not.
"""

from __future__ import annotations

from copy import copy

from sim.rules.observe.sight import expect, look
from sim.state.world import World
from sim.vocabulary import actions, components


def glimpse(world: World) -> World:
    """Return the world as both leaders would see it if they looked now.

    Parameters
    ----------
    world : World
        A world of plain records or agents; it stays as it is.

    Returns
    -------
    World
        The same records, but for copies of the leaders and of the images they hold of each other, and blank sheets.
    """
    seen = world._replace(
        leaders=[copy(mind) for mind in world.leaders],
        images=[copy(mind) for mind in world.images],
        sheet=[[0.0] * components.COUNT for _ in range(actions.COUNT)],
        reply=[[0.0] * components.COUNT for _ in range(2)],
    )
    for side in range(2):
        look(seen, side)
    for side in range(2):
        expect(seen, side)
    return seen
