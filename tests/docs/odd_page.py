"""What docs/odd.md says: its tables of formulas, and what the formulas are about at some moments of some runs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sim.rules.answer import answering
from sim.rules.limits import clamp
from sim.rules.observe.face import pressure_share
from sim.rules.observe.fading import work_out_fading
from sim.rules.observe.markets import drawdown_units
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.run import make_model
from sim.scenario.weights import WEIGHTS
from sim.vocabulary import components as c
from sim.vocabulary import levels
from sim.vocabulary.codes import NONE
from tests.architecture.source_tree import ROOT

LINE = re.compile(r"^\| `(\w+)` \| (\w+) \| `([^`]+)` \|$", re.MULTILINE)
NAMED = re.compile(r"^\| `(\w+)` \| `([^`]+)` \|", re.MULTILINE)
PLACES = (
    ("us-china-2025", 12),
    ("us-china-2025", 90),
    ("two-leaders", 30),
    ("us-dprk-2019", 8),
    ("camp-david-1978", 9),
)
LEADER = (
    "ego", "face_need", "market_sensitivity", "summit_appetite", "caution", "resolve", "patience", "coercion_works",
    "outside_option", "pain", "provocation", "easing", "cover", "face_exposure", "ripeness", "ask_belief",
    "call_belief", "summit_belief", "host_belief", "spread", "stance", "openness", "gate", "fear", "hope", "blocked",
    "chill", "accepted", "refused", "asked", "silent", "exposed", "sunk",
)  # fmt: skip


def page() -> str:
    return (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    return page().partition(f"<!-- {name}:start -->")[2].partition(f"<!-- {name}:end -->")[0]


@cache
def lines(name: str) -> dict[tuple[str, str], str]:
    """Loadings of a table of the page: (action or topic, component) to its formula."""
    return {(row, component): formula for row, component, formula in LINE.findall(block(name))}


def features(world: Any, side: int) -> dict[str, Any]:
    """What the formulas of the page are about, for one leader now; what the page derives is added by its own lines."""
    leader = world.leaders[side]
    known = {name: getattr(leader, name) for name in LEADER}
    known |= {weight.name: getattr(world.weights[0], weight.name) for weight in WEIGHTS if weight.name not in known}
    known |= between(world, side) | of_host(world, side)
    for name, formula in NAMED.findall(block("features")):
        known[name] = worked_out(formula, known)
    return known


def between(world: Any, side: int) -> dict[str, Any]:
    """What lies between the two, and what this leader sees of the other, for the formulas of the page."""
    dyad, public, image = world.dyad[0], world.publics[side], world.images[side]
    return {
        "p_own": pressure_share(world, side),
        "p_other": pressure_share(world, 1 - side),
        "drawdown": drawdown_units(world, side),
        "exposure": world.markets[side].exposure,
        "hostility": hostility_felt(world, side),
        "defiance_pays": public.defiance_pays,
        "groundwork": dyad.groundwork,
        "unprepared": 1 - dyad.groundwork,
        "rapport": dyad.rapport,
        "tension": dyad.tension,
        "truce": dyad.truce,
        "urgency": truce_urgency(world),
        "cut": world.setting[0].cut,
        "perceived_ego": image.ego,
        "perceived_pain": image.pain,
        "hope_weight": world.weights[0].hope,
        "inducement_now": answering.inducement(world),
        "spent_envoy": dyad.spent[levels.ENVOY],
        "spent_talks": dyad.spent[levels.TALKS],
        "spent_call": dyad.spent[levels.CALL],
        "spent_summit": dyad.spent[levels.SUMMIT],
        "within01": lambda x: clamp(x, 0.0, 1.0),
        "within1": lambda x: clamp(x, -1.0, 1.0),
        "within2": lambda x: clamp(x, -2.0, 2.0),
        "larger": max,
        "smaller": min,
    }


def of_host(world: Any, side: int) -> dict[str, float]:
    """What a leader knows of the host that would be invited; none of it matters without one."""
    host = world.leaders[side].best_host
    if host == NONE:
        return dict.fromkeys(("formula", "record", "acceptability"), 0.0)
    mediator = world.mediators[host]
    return {
        "formula": mediator.face_formula,
        "record": mediator.record,
        "acceptability": mediator.acceptability[side],
    }


def worked_out(formula: str, known: dict[str, Any]) -> float:
    """The value of a formula of the page."""
    return float(eval(formula, known | {"__builtins__": {}}))


@cache
def worlds() -> list[tuple[Any, int]]:
    """Both leaders at some moments of some runs.

    What a moment may lack (a rebuff, a used-up moment) is put in, and no two weights are alike, components apart.
    """
    found = []
    for number, (name, days) in enumerate(PLACES):
        model = make_model(name, run=3)
        for _ in range(days):
            model.step()
        world = model.world
        for place, weight in enumerate(WEIGHTS):
            if weight.name not in c.WORDS:
                setattr(world.weights[0], weight.name, weight.default * (1 - 0.001 * place) - 1e-4)
        work_out_fading(world)
        for side in range(2):
            world.leaders[side].chill = 0.1 + 0.07 * number + 0.2 * side
            world.leaders[side].burned = 0.2 + 0.03 * number
            world.leaders[side].warmed = 0.3 - 0.05 * number
            world.leaders[side].sunk = 0.7 - 0.09 * number - 0.1 * side
        for level in range(levels.COUNT):
            world.dyad[0].spent[level] = 0.05 + 0.04 * number + 0.15 * level
        world.dyad[0].host = number - 1 if number <= len(world.mediators) else NONE
        world.mediators[0].fatigue = 0.3 + 0.1 * number
        found += [(world, side) for side in range(2)]
    return found
