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
from sim.rules.meet import home, summit, table
from sim.rules.observe import beliefs, damage, face, hosts, markets, sight
from sim.rules.observe.face import pressure_share
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from sim.vocabulary.scenario_words import FIXED
from tests.docs.odd_page import NAMED, block, features, worked_out, worlds
from tests.sim.rules.finding import rule_named


def state(world: Any, side: int) -> dict[str, float]:
    """What the equations of state need beyond what the loading tables are about."""
    leader, dyad, setting = world.leaders[side], world.dyad[0], world.setting[0]
    other, image = world.leaders[1 - side], world.images[side]
    days = 7 / setting.every_days if setting.clock == FIXED else setting.rate_per_week
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
        "rate": days,
        "win_set": world.publics[side].win_set,
        "other_patience": other.patience,
        "clash": leader.ego * other.ego,
        "open_press": setting.open_press,
        "tension": dyad.tension,
        "objection": home.objection(world, side, 1.0),
    }


def worn_a_day(world: Any, side: int) -> float:
    """By how much a day of the pressure that stands raises the burden; the world is left as it was."""
    before = copy_world(world)
    burden = world.markets[side].burden
    damage.wear_down(world, side)
    worn = world.markets[side].burden - burden
    put_back(world, before)
    return worn / world.setting[0].step_days


def log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


EQUATIONS: dict[str, Callable[[Any, int], float]] = {
    "pain": lambda w, s: markets.market_pain(w, w.leaders[s], s),
    "cover": face.cover,
    "face_exposure": lambda w, s: face.face_exposure(w, w.leaders[s], s),
    "ripeness": lambda w, s: sight.ripeness(w, w.leaders[s], w.images[s].pain),
    "ask_belief": beliefs.expect_other_to_ask,
    "call_belief": lambda w, s: w.leaders[s].call_belief,
    "spread": lambda w, s: beliefs.spread_of(w.leaders[s].accepted, w.leaders[s].refused),
    "attention": lambda w, _: choice.attention(w),
    "burden_a_day": worn_a_day,
    "stands": lambda w, s: damage.stands(w, pressure_share(w, 1 - s)),
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
        known = features(world, side) | state(world, side)
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
