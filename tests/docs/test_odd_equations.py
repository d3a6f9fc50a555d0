"""Are the equations of docs/odd.md those of the rules? Each is evaluated against the rule that it names."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest

from sim.engines.plain.world_copy import copy_world, put_back
from sim.rules.answer import answering
from sim.rules.decide import choice, turn
from sim.rules.decide.reasons import finish
from sim.rules.meet import home, mediation, summit, table
from sim.rules.observe import beliefs, damage, face, fading, hosts, markets, sight
from sim.rules.observe.face import pressure_share
from sim.rules.react import memories
from sim.vocabulary import actions, answers
from sim.vocabulary.codes import NONE
from sim.vocabulary.scenario_words import FIXED, SUCCESS
from tests.docs.odd_page import NAMED, block, features, worked_out, worlds
from tests.sim.rules.finding import rule_named


def state(world: Any, side: int) -> dict[str, Any]:
    """What the equations of state need beyond what the loading tables are about."""
    leader, dyad, setting = world.leaders[side], world.dyad[0], world.setting[0]
    other, image = world.leaders[1 - side], world.images[side]
    rate = 7 / setting.every_days if setting.clock == FIXED else setting.rate_per_week
    return {
        "market_sensitivity": leader.market_sensitivity,
        "business": world.markets[side].lobby,
        "overture_heard": leader.overture,
        "felt_formula": face.formula_at_work(world),
        "public_hostility": world.publics[side].hostility,
        "balance": leader.face,
        "host_promise": hosts.host_promise(world),
        "modelled": answering.accept_chance(world, image, 1 - side, answers.CALL, NONE),
        "tempo": setting.tempo,
        "rate": rate,
        "days": setting.step_days,
        "exp": math.exp,
        "log": math.log,
        "precision": leader.precision,
        "u_hold": sum(world.sheet[actions.HOLD]),
        "u_withdraw": sum(world.sheet[actions.WITHDRAW]),
        "win_set": world.publics[side].win_set,
        "other_patience": other.patience,
        "clash": leader.ego * other.ego,
        "open_press": setting.open_press,
        "tension": dyad.tension,
        "objection": home.objection(world, side, 1.0),
    }


def afterwards(world: Any, rule: Callable[[], None], what: Callable[[], float]) -> float:
    """What a rule makes of a number; the world is left as it was."""
    before = copy_world(world)
    rule()
    found = what()
    put_back(world, before)
    return found


def worn_a_day(world: Any, side: int) -> float:
    """By how much a day of the pressure that stands raises the burden."""
    market = world.markets[side]
    burden = market.burden
    worn = afterwards(world, lambda: damage.wear_down(world, side), lambda: market.burden)
    return (worn - burden) / world.setting[0].step_days


def nest_value(world: Any, side: int, nest: int) -> float:
    """The inclusive value of a nest of one action, were the action possible."""
    world.allowed[actions.WITHDRAW] = 1
    for action in (actions.HOLD, actions.WITHDRAW):
        world.utilities[action] = finish(world, [*world.sheet[action]])
    choice.value_nests(world, side)
    return float(world.nest_values[nest])


def log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def remembered(world: Any, side: int) -> dict[str, Any]:
    """What a leader remembers, by vividness and sting, and what a third party is like."""
    own = [memory for memory in world.precedents if memory.side == side]
    host = world.mediators[0]
    return {
        "product": math.prod,
        "memories": [(memory.vivid, memories.sting(world, memory.kind)) for memory in own if memory.kind != SUCCESS],
        "successes": [memory.vivid for memory in own if memory.kind == SUCCESS],
        "burned": world.leaders[side].burned,
        "warmed": world.leaders[side].warmed,
        "stake": host.stake,
        "reluctance": host.reluctance,
        "host_record": host.record,
        "host_fatigue": host.fatigue,
        "eagerness": hosts.eagerness(world, host),
    }


EQUATIONS: dict[str, Callable[[Any, int], float]] = {
    "pain": lambda w, s: markets.market_pain(w, w.leaders[s], s),
    "cover": face.cover,
    "face_exposure": lambda w, s: face.face_exposure(w, w.leaders[s], s),
    "ripeness": lambda w, s: sight.ripeness(w, w.leaders[s], w.images[s].pain),
    "ask_belief": beliefs.expect_other_to_ask,
    "call_belief": lambda w, s: w.leaders[s].call_belief,
    "spread": lambda w, s: beliefs.spread_of(w.leaders[s].accepted, w.leaders[s].refused),
    "wait_value": lambda w, s: nest_value(w, s, actions.WAIT),
    "back_out_value": lambda w, s: nest_value(w, s, actions.BACK_OUT),
    "attention": lambda w, _: choice.attention(w),
    "burden_a_day": worn_a_day,
    "stands": lambda w, s: damage.stands(w, pressure_share(w, 1 - s)),
    "tension_next": lambda w, _: afterwards(w, lambda: fading.fade_dyad(w), lambda: w.dyad[0].tension),
    "sunk_next": lambda w, s: afterwards(w, lambda: fading.fade_side(w, s), lambda: w.leaders[s].sunk),
    "fear": lambda w, s: w.leaders[s].fear,
    "hope": lambda w, s: w.leaders[s].hope,
    "harm": lambda w, _: mediation.harm(w),
    "eagerness": lambda w, _: hosts.eagerness(w, w.mediators[0]),
    "would_come": lambda w, _: hosts.would_come(w, w.mediators[0]),
    "objection": lambda w, s: home.objection(w, s, 1.0),
    "floor": table.reservation_value,
    "power": table.bargaining_power,
    "rupture_odds": lambda w, _: log_odds(summit.blow_up_chance(w)),
}
"""By name of an equation of the page, what the rules make of it; the odds at home are for a test of their own."""


@pytest.mark.parametrize("name", EQUATIONS)
def test_the_equations_are_what_the_rules_do(name: str) -> None:
    formula = dict(NAMED.findall(block("equations")))[name]
    for world, side in worlds():
        turn.appraise(world, side)
        known = features(world, side) | state(world, side) | remembered(world, side)
        assert worked_out(formula, known) == pytest.approx(EQUATIONS[name](world, side), rel=1e-9, abs=1e-12)


def test_every_equation_has_a_rule_that_is_there_and_is_evaluated() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `[^`]+` \| [^|]+ \| `([^`]+)` \|", block("equations"), re.MULTILINE)
    assert {name for name, _ in rows} == {*EQUATIONS, "home_odds"}
    assert all(rule_named(rule) for _, rule in rows)


@pytest.mark.parametrize("got", [0.2, 0.75])
def test_the_odds_at_home_are_those_of_the_page(got: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule decides by luck: its luck is put just below and just above the chance that the page says."""
    formula = dict(NAMED.findall(block("equations")))["home_odds"]
    for world, side in worlds():
        turn.appraise(world, side)
        known = features(world, side) | {"objection": home.objection(world, side, 1.0)}
        known |= {"got": got, "needed": 0.4, "given_up": 0.6}
        chance = 1 / (1 + math.exp(-worked_out(formula, known)))
        for luck, passes in ((chance - 1e-6, True), (chance + 1e-6, False)):
            monkeypatch.setattr(home, "uniform", lambda *_, luck=luck: luck)
            assert home.passes_at_home(world, side, got, 0.4, 0.6) is passes
