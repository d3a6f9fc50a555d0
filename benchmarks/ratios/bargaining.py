"""Our bargaining alone: both sides estimate, claim and offer; an offer that meets the other's floor settles all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from sim.engines.compiled.engine import trace
from sim.engines.compiled.packing import Memory, allocate
from sim.engines.compiled.plan import prepare
from sim.rule import rule
from sim.rules.meet.settlement import settle_between, settle_on, settled_value
from sim.rules.meet.stakes import worth_of_share
from sim.rules.meet.table import offer_of, reservation_value
from sim.run import make_model
from sim.scenario import Scenario

NO_DEAL = -1.0


class Floors(NamedTuple):
    """What each side would rather have than go on (reservation values, 0..1)."""

    first: float
    second: float


@rule
def bargain_alone(world: Any, floors: tuple[float, float]) -> float:
    """What side 0 gets (0..1) when the two bargain now, by the rules of a summit; -1 without a deal."""
    first, second = floors
    offers = (offer_of(world, 0, first, second), offer_of(world, 1, second, first))
    to_second = offers[0].left - worth_of_share(world, 1, second)
    to_first = offers[1].left - worth_of_share(world, 0, first)
    if to_second < 0 and to_first < 0:
        return NO_DEAL
    if to_second >= 0 and to_first >= 0:
        settle_between(world, offers, 0)
    else:
        taken = 0 if to_second >= 0 else 1
        settle_on(world, taken, offers[taken])
    return settled_value(world, 0)


def bargain_often(world: Any, floors: tuple[float, float], results: Any) -> None:
    """Bargain once for each result, each time with another error in what each takes the other's floor to be."""
    for k in range(len(results)):
        world.dyad[0].tick = k
        results[k] = bargain_alone(world, floors)


def plain_world(scenario: Scenario) -> Any:
    """The world of a run's first day as plain Python and Mesa hold it."""
    return make_model(scenario).world


def floors_now(world: Any) -> Floors:
    """The reservation values of the two sides on the first day."""
    return Floors(reservation_value(world, 0), reservation_value(world, 1))


def floors_at_home(world: Any) -> Floors:
    """What would just pass at home on each side: the floors that remain once conflict has become worthless."""
    return Floors(world.publics[0].win_set, world.publics[1].win_set)


def memory_of(scenario: Scenario) -> Memory:
    """The world of a run's first day as the compiled engine holds it."""
    prepared = prepare(scenario)
    first_day = trace(prepared, seed=0, run=0)[0][0]
    return allocate(first_day, prepared.regions)


@cache
def compiled_bargaining() -> Callable[[Any, tuple[float, float], Any], None]:
    """:func:`bargain_often` compiled as the engine is."""
    import numba
    from numba.extending import register_jitable

    from sim.engines.compiled.kernel import as_world
    from sim.engines.compiled.world_type import teach_numba
    from sim.rule import make_compilable

    make_compilable()
    teach_numba()
    often = register_jitable(bargain_often)

    def run(worlds: Any, floors: tuple[float, float], results: Any) -> None:
        often(as_world(worlds[0]), floors, results)

    return numba.njit(nogil=True, error_model="numpy")(run)
