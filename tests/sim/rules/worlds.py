"""Worlds for tests of single rules: two invented sides with all there is around them, whose every number may be set.

A path such as ``leaders.0.face_need`` or ``mediators.1.acceptability.0`` names one number of a world: collection, row,
field, and for a wide field the place in it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from sim.engines.mesa import NegotiationModel
from sim.files import scenario_from, vary
from sim.scenario import Scenario
from sim.scenario.weights import WEIGHTS
from sim.state.world import World
from sim.vocabulary import events, levels

SLACK = 1e-12
"""What rounding may cost in a comparison that holds exactly on paper."""

few = settings(max_examples=max(5, settings().max_examples // 2))
"""For laws that need a world to be built for each example."""

PLAIN: Scenario = scenario_from(
    {
        "climbdown": 2,
        "name": "plain",
        "start": dt.date(2025, 1, 6),
        "horizon_days": 60,
        "domain": "security",
        "leaders": {
            side: {
                "name": f"Leader of {side}",
                "advisers": {
                    "hawk": {"name": "Hawk", "stance": 0.8, "influence": 0.6, "openness": 0.2},
                    "dove": {"name": "Dove", "stance": -0.4, "influence": 0.2, "openness": 0.9},
                },
                "envoys": {"first": {"name": "First"}, "second": {"name": "Second"}},
                "precedents": {"old": {"name": "An old humiliation", "kind": "humiliation"}},
            }
            for side in ("east", "west")
        },
        "mediators": {
            "bern": {"name": "Bern", "acceptability": {"east": 0.8, "west": 0.5}},
            "oslo": {"name": "Oslo", "acceptability": {"east": 0.4, "west": 0.6}},
        },
        "issues": {
            "tolls": {"weight": {"east": 3, "west": 1}},
            "fish": {"weight": {"east": 1, "west": 3}},
        },
    }
)


def model_of(scenario: Scenario = PLAIN, changes: Mapping[str, Any] | None = None, **options: Any) -> NegotiationModel:
    """A model at its start, of a variant of a scenario."""
    return NegotiationModel(vary(scenario, changes) if changes else scenario, **options)


def world_of(changes: Mapping[str, Any] | None = None, scenario: Scenario = PLAIN, **options: Any) -> World:
    """The world of such a model; set its numbers freely."""
    world: World = model_of(scenario, changes, **options).world
    return world


def look_up(world: World, path: str) -> Any:
    """The number, list or record at a path."""
    found: Any = world
    for key in path.split("."):
        found = found[int(key)] if key.isdigit() else getattr(found, key)
    return found


def put(world: World, path: str, value: Any) -> None:
    """Set the number at a path."""
    holder, _, key = path.rpartition(".")
    record = look_up(world, holder)
    if key.isdigit():
        record[int(key)] = value
    elif hasattr(record, key):
        setattr(record, key, value)
    else:
        raise KeyError(f"no {key} in {holder}")


def put_all(world: World, values: Mapping[str, Any]) -> World:
    """Set several numbers and return the world."""
    for path, value in values.items():
        put(world, path, value)
    return world


def kinds(world: World) -> list[str]:
    """The kinds of events written down so far."""
    return [events.WORDS[world.events[k].kind] for k in range(world.dyad[0].event_count)]


def rises(world: World, path: str, ends: tuple[float, float], measure: Callable[[], float]) -> None:
    """Assert that a measure does not fall when the number at a path goes from the first end to the second."""
    put(world, path, ends[0])
    before = measure()
    put(world, path, ends[1])
    after = measure()
    assert after >= before - SLACK, f"{path} from {ends[0]} to {ends[1]}: {before} to {after}"


def falls(world: World, path: str, ends: tuple[float, float], measure: Callable[[], float]) -> None:
    """Assert that a measure does not rise when the number at a path goes from the first end to the second."""
    rises(world, path, ends, lambda: -measure())


share = st.sampled_from([0.0, 1.0]) | st.floats(0, 1, allow_subnormal=False)
"""A number from 0 to 1, ends included."""

balance = st.sampled_from([-1.0, 0.0, 1.0]) | st.floats(-1, 1, allow_subnormal=False)
"""A number from -1 to 1, ends included."""

count = st.floats(0.5, 50)
"""A Beta count."""


@st.composite
def ends(draw: DrawFn, low: float = 0.0, high: float = 1.0) -> tuple[float, float]:
    """A pair of numbers within a range, the smaller first."""
    a, b = sorted(draw(st.tuples(st.floats(low, high), st.floats(low, high))))
    return a, b


_TRAITS = "ego face_need market_sensitivity summit_appetite caution resolve patience"
_STATE = (
    "coercion_works outside_option provocation easing overture lesson burned warmed blocked learning_rate chill sunk"
)
_EXPECTED = "call_belief summit_belief ask_belief host_belief"
SHARES = {
    "leaders": f"{_TRAITS} {_STATE} {_EXPECTED}".split(),
    "publics": ["baseline", "hostility", "reactivity", "defiance_pays", "approval", "win_set"],
    "markets": ["exposure", "rebound", "lobby", "drawdown", "burden"],
    "advisers": ["influence", "openness", "market_sensitivity"],
    "envoys": ["skill", "standing"],
    "mediators": ["stake", "face_formula", "standing", "reluctance", "fatigue", "acceptability.0", "acceptability.1"],
    "precedents": ["vivid", "weight"],
    "dyad": ["groundwork", "rapport", "tension", *(f"spent.{level}" for level in range(levels.COUNT))],
}
BALANCES = {"leaders": ["face"], "advisers": ["stance"], "mediators": ["record"]}
COUNTS = {"leaders": ["accepted", "refused", "asked", "silent"]}
ALL_ONES = 255


def _paths(world: World) -> list[tuple[str, float, float]]:
    """Every number of a world that may differ, with its range."""
    return [
        (f"{name}.{row}.{field}", low, high)
        for fields, low, high in ((SHARES, 0.0, 1.0), (BALANCES, -1.0, 1.0), (COUNTS, 0.5, 50.0))
        for name in fields
        for row in range(len(getattr(world, name)))
        for field in fields[name]
    ] + [("setting.0.open_press", 0.0, 1.0), ("setting.0.cut", 0.05, 1.0)] + [
        (f"leaders.{side}.points", 0.0, 100.0) for side in range(2)
    ]  # fmt: skip


N_PATHS = len(_paths(world_of()))


@st.composite
def worlds(draw: DrawFn) -> World:
    """A world in any state that its bounds allow, ends included; both sides have heard their advisers and looked.

    One byte stands for each number, which is much faster to draw than a float.
    """
    world = world_of()
    for (path, low, high), byte in zip(_paths(world), draw(st.binary(min_size=N_PATHS, max_size=N_PATHS)), strict=True):
        put(world, path, high if byte == ALL_ONES else low + (high - low) * byte / ALL_ONES)
    return look_again(world)


def look_again(world: World) -> World:
    """Bring everything up to date that follows from the numbers of a world."""
    from sim.rules.observe.sight import look
    from sim.rules.step import take_stock

    take_stock(world)
    for side in range(2):
        look(world, side)
    return world


FEATURES = "pain ripeness face_exposure spread"
LOOKED_AT = "stance openness gate exposed fear hope cover call_belief summit_belief ask_belief host_belief"


def unlike(seed: int) -> World:
    """A world in which no two numbers are alike: what one side is must not pass for what the other is.

    Nothing in it follows from anything else: what a leader has seen is as free as what is there to be seen.
    """
    luck = random.Random(seed)
    world = world_of()
    for path, low, high in _paths(world):
        put(world, path, low + (high - low) * luck.uniform(0.1, 0.9))
    for side in range(2):
        for name in ("leaders", "images"):
            put_all(world, {f"{name}.{side}.{field}": luck.uniform(0.1, 0.9) for field in LOOKED_AT.split()})
            put_all(world, {f"{name}.{side}.{field}": luck.uniform(0.1, 1.9) for field in FEATURES.split()})
            put_all(world, {f"{name}.{side}.{trait}": luck.uniform(0.1, 0.9) for trait in _TRAITS.split()})
        world.leaders[side].ceiling, world.leaders[side].rung = luck.uniform(100, 150), luck.uniform(5, 12)
        world.leaders[side].peak_points = luck.uniform(5, 95)
        world.leaders[side].recent[:] = [luck.uniform(0.1, 0.9) for _ in world.leaders[side].recent]
        world.markets[side].index, world.markets[side].peak = luck.uniform(-0.2, 0), luck.uniform(0, 0.2)
        world.markets[side].ordinary = luck.uniform(-0.3, 0)
        put_all(world, {f"{name}.{side}.half_life_days": luck.uniform(9, 90) for name in ("publics", "precedents")})
        put_all(world, {f"{name}.{side}.kept": luck.uniform(0.7, 0.98) for name in ("publics", "precedents")})
    for field in vars(world.setting[0]):
        if field.endswith(("_kept", "audience_scale")):
            before = getattr(world.setting[0], field)
            wide = len(before) if isinstance(before, list) else 0
            left = [luck.uniform(0.7, 0.98) for _ in range(wide)] if wide else luck.uniform(0.7, 0.98)
            put(world, f"setting.0.{field}", left)
    for weight in WEIGHTS:
        put(world, f"weights.0.{weight.name}", weight.low + (weight.default - weight.low) * luck.uniform(0.55, 0.95))
    put_all(world, {"dyad.0.now": 12.25, "dyad.0.tick": 49, "dyad.0.step": 12, "setting.0.cut": luck.uniform(0.2, 0.8)})
    return world
