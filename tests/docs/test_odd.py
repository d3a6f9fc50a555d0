"""Is docs/odd.md true to the rules? Every line of its loading tables is evaluated against them, run after run."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from sim.rules.answer import answering
from sim.rules.decide import appraisal, overtures, turn
from sim.rules.limits import clamp
from sim.rules.observe.face import pressure_share
from sim.rules.observe.markets import drawdown_units
from sim.rules.react.audience import hostility_felt
from sim.rules.react.pressure import truce_urgency
from sim.run import make_model
from sim.scenario.weights import WEIGHTS
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.architecture.source_tree import ROOT
from tests.sim.rules.finding import MODULES

LINE = re.compile(r"^\| `(\w+)` \| (\w+) \| `([^`]+)` \|$", re.MULTILINE)
LOADINGS = tuple(weight.name for weight in WEIGHTS if weight.unit == "loading")
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
    "call_belief", "summit_belief", "spread", "stance", "openness", "gate", "fear", "hope", "blocked",
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
    """What the formulas of the page are about, for one leader now."""
    leader = world.leaders[side]
    host = leader.best_host
    found = {name: getattr(leader, name) for name in LEADER}
    found |= {weight.name: getattr(world.weights[0], weight.name) for weight in WEIGHTS if weight.name not in found}
    return found | {
        "p_own": pressure_share(world, side),
        "p_other": pressure_share(world, 1 - side),
        "drawdown": drawdown_units(world, side),
        "exposure": world.markets[side].exposure,
        "hostility": hostility_felt(world, side),
        "defiance_pays": world.publics[side].defiance_pays,
        "unprepared": 1 - world.dyad[0].groundwork,
        "rapport": world.dyad[0].rapport,
        "truce": world.dyad[0].truce,
        "urgency": truce_urgency(world),
        "cut": world.setting[0].cut,
        "asking_cost": overtures.asking_cost(world, side),
        "inducement_now": answering.inducement(world),
        "within1": lambda x: clamp(x, -1.0, 1.0),
        "within2": lambda x: clamp(x, -2.0, 2.0),
        **({} if host == NONE else host_features(world.mediators[host], side)),
    }


def host_features(mediator: Any, side: int) -> dict[str, float]:
    liked = mediator.acceptability[side]
    return {"formula": mediator.face_formula, "record": mediator.record, "acceptability": liked, "accepted": liked}


@cache
def worlds() -> list[tuple[Any, int]]:
    """Both leaders at some moments of some runs."""
    found = []
    for name, days in PLACES:
        model = make_model(name, run=3)
        for _ in range(days):
            model.step()
        found += [(model.world, side) for side in range(2)]
    return found


def expected(table: str, row: str, known: dict[str, Any]) -> list[float]:
    """The thirteen loadings of a row as the page has them."""
    formulas = [lines(table).get((row, component), "0") for component in c.WORDS]
    return [float(eval(formula, {"__builtins__": {}}, known)) for formula in formulas]


def test_the_table_of_actions_is_what_the_rules_do() -> None:
    for world, side in worlds():
        turn.appraise(world, side)
        turn.fill_sheet(world, side)
        known = features(world, side)
        for number, action in enumerate(a.WORDS):
            if action == "invite_mediator" and world.leaders[side].best_host == NONE:
                continue
            repeat = appraisal.repetition(world, side, number)
            assert list(world.sheet[number]) == pytest.approx(
                expected("actions", action, known | {"repeat": repeat})
            ), action


@pytest.mark.parametrize("topic", [*answers.TOPICS, "lapse"])
def test_the_table_of_answers_is_what_the_rules_do(topic: str) -> None:
    for world, side in worlds():
        turn.appraise(world, side)
        leader, host = world.leaders[side], world.leaders[side].best_host
        if topic == "mediation" and host == NONE:
            continue
        if topic == "lapse":
            answering.fill_lapse(world)
            row = world.reply[answering.LAPSE_ROW]
        else:
            answering.fill_reply(world, leader, side, answers.TOPICS.index(topic), host)
            row = world.reply[answering.ACCEPT_ROW]
        assert list(row) == pytest.approx(expected("answers", topic, features(world, side)))


def test_every_weight_is_one_in_the_cases_that_the_tables_are_held_against() -> None:
    assert {weight.default for weight in WEIGHTS if weight.name in c.WORDS} == {1.0}


def test_every_loading_stands_in_a_line_of_the_tables() -> None:
    formulas = " ".join([*lines("actions").values(), *lines("answers").values()])
    assert LOADINGS
    assert not [name for name in LOADINGS if not re.search(rf"\b{name}\b", formulas)]


def test_the_tables_name_actions_topics_and_components_of_the_model() -> None:
    assert {row for row, _ in lines("actions")} == set(a.WORDS)
    assert {row for row, _ in lines("answers")} == {*answers.TOPICS, "lapse"}
    assert {component for _, component in [*lines("actions"), *lines("answers")]} == set(c.WORDS)


def test_the_seven_elements_are_there() -> None:
    headings = [
        "Purpose and patterns",
        "Entities, state variables",
        "Process overview",
        "Design concepts",
        "Initialization",
    ]
    headings += ["Input data", "Submodels"]
    found = re.findall(r"^## (\d) (.*)$", page(), re.MULTILINE)
    assert [int(number) for number, _ in found] == list(range(1, 8))
    assert all(title.startswith(wanted) for (_, title), wanted in zip(found, headings, strict=True))


def test_what_has_no_published_estimate_is_said() -> None:
    assert "no published estimate was found" in page()
    for name in ("asking", "rupture_groundwork", "ego"):
        weight = next(weight for weight in WEIGHTS if weight.name == name)
        assert weight.origin.startswith("prior")


def test_every_rule_file_is_in_the_table_of_submodels() -> None:
    told = page().partition("## 7 Submodels")[2].partition("### Choice")[0]
    plumbing = {"acts", "course", "derived", "ledger", "limits", "summary"}
    assert not [name for name in set(MODULES) - plumbing if f"`{name}`" not in told]
