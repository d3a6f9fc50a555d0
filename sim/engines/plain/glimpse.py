"""What the record shows of the leaders' minds at the end of a step, worked out without touching the run.

Rules bring what a leader sees up to date when he decides, answers or bargains, and at no other time. The steps table
has a row for every step, so whoever keeps one looks for it, on copies: a run that is recorded is the run that is not.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sim.rules.observe.sight import expect_contact, look
from sim.state.plain_records import blank_rows
from sim.state.world import World
from sim.vocabulary import actions


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
        Whether the best host can be had is left as it was: no column shows it, and neither waiting nor asking needs it.
    """
    seen = world._replace(
        leaders=[_copied(mind) for mind in world.leaders],
        images=[_copied(mind) for mind in world.images],
        sheet=blank_rows(actions.COUNT),
        reply=blank_rows(2),
    )
    for side in range(2):
        look(seen, side)
    for side in range(2):
        expect_contact(seen, side)
    return seen


def _copied(mind: Any) -> Any:
    """A plain record with the fields of a record or agent; rows of numbers are shared, since no look changes one."""
    return SimpleNamespace(**vars(mind))
