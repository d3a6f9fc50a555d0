"""Is docs/odd.md true to the rules? Every line of its loading tables is evaluated against them, run after run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sim.rules.answer import answering
from sim.rules.decide import appraisal, turn
from sim.scenario.weights import WEIGHTS
from sim.vocabulary import actions as a
from sim.vocabulary import answers, milestones, outcomes, purposes
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.docs.odd_page import features, lines, page, worked_out, worlds
from tests.sim.rules.finding import MODULES

LOADINGS = tuple(weight.name for weight in WEIGHTS if weight.unit == "loading")


def expected(table: str, row: str, known: dict[str, Any]) -> list[float]:
    """The thirteen loadings of a row as the page has them."""
    formulas = [lines(table).get((row, component), "0") for component in c.WORDS]
    return [worked_out(formula, known) for formula in formulas]


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


def test_the_moments_looked_at_have_something_of_everything() -> None:
    """A feature that is 0 everywhere would let any line of the tables pass that multiplies by it."""
    seen: dict[str, float] = {}
    for world, side in worlds():
        turn.appraise(world, side)
        for name, value in features(world, side).items():
            if isinstance(value, (int, float)):
                seen[name] = max(seen.get(name, 0.0), abs(value))
    used = set(re.findall(r"[a-z]\w+", " ".join([*lines("actions").values(), *lines("answers").values()])))
    assert not [name for name in used if seen.get(name) == 0.0]


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


def test_every_purpose_of_luck_is_in_the_table() -> None:
    table_of_luck = page().partition("### Luck and its purposes")[2].partition("\n## ")[0]
    names = [name for name in vars(purposes) if name.isupper()]
    assert names
    assert not [name for name in names if f"`{name}`" not in table_of_luck]


def test_the_two_lists_are_the_lists_of_the_model() -> None:
    told = page().partition("### Where it stands, and what happened on the way")[2].partition("\n### ")[0]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == sorted(
        outcomes.WORDS, key=("deal", "truce", "blow_up", "no_deal", "no_contact").index
    )
    on_the_way = told.partition("`ever_...`")[2]
    assert re.findall(r"`(\w+)`", on_the_way) == list(milestones.EVER)
