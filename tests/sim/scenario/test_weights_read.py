"""Is the table of weights read strictly, can every number be set and swept, and is none idle?"""

from __future__ import annotations

import ast
from functools import cache

import numpy as np
import pytest

from sim import list_scenarios, load_scenario, run_many, vary
from sim.files.scenario_slots import slot_at
from sim.files.slots import Kind
from sim.scenario.weights import WEIGHTS, Weight, WeightsError, read_weights
from sim.scenario.yardsticks import YARDSTICKS
from tests.architecture.source_tree import ROOT

HEAD = ",".join(Weight._fields)
LINE = "x,1,0,2,ratio,What it is,none,twice,prior"


def test_the_last_column_may_be_blank_or_left_out_and_names_yardsticks() -> None:
    lines = [HEAD, LINE, f"{LINE},", f"{LINE},D4 days-to-mediation"]
    plain, blank, chosen = read_weights(lines)
    assert plain == blank == Weight("x", 1, 0, 2, "ratio", "What it is", "none", "twice", "prior")
    assert chosen == plain._replace(looked_at=("D4", "days-to-mediation"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([HEAD, f"{LINE},D4 D99"], r"weights\.csv:2: looked_at of x: 'D99' is no yardstick; allowed, .*D19"),
        ([HEAD, LINE, f"{LINE},D4,more"], r"weights\.csv:3: has not the columns"),
        ([HEAD, "x,1,0,2,ratio,What it is,none,twice"], r"weights\.csv:2: has not the columns"),
        ([HEAD, LINE.replace("1", "one")], r"weights\.csv:2: .*'one'"),
        ([HEAD, LINE.replace("1", "3")], r"weights\.csv:2: x has the default 3 and the range 0 to 2"),
        ([HEAD, LINE.replace("1,0,2", "1,1,1")], r"the range 1 to 1"),
        ([HEAD.replace(",looked_at", ""), LINE], r"weights\.csv:1: the columns must be name, "),
    ],
)
def test_what_is_wrong_is_told_with_its_line(lines: list[str], told: str) -> None:
    with pytest.raises(WeightsError, match=told):
        read_weights(lines)


def test_what_was_looked_at_is_a_yardstick() -> None:
    assert {name for weight in WEIGHTS for name in weight.looked_at} <= set(YARDSTICKS)
    by_name = {weight.name: weight for weight in WEIGHTS}
    assert "days-to-mediation" in by_name["offer_rate"].looked_at


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_every_number_can_be_set_in_a_scenario_and_swept_in_a_study(weight: Weight) -> None:
    slot = slot_at(("weights", weight.name))
    assert slot is not None and slot.kind is Kind.number
    assert (slot.low, slot.high, slot.default) == (weight.low, weight.high, weight.default)


@cache
def names_read() -> set[str]:
    """Names of weights that a rule reads: ``weights.NAME`` and ``world.weights[0].NAME``, under whatever other name."""
    return {
        node.attr
        for path in (ROOT / "sim" / "rules").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in holders(function)
    }


def holders(function: ast.FunctionDef) -> set[str]:
    """What a function calls the weights."""
    found = {argument.arg for argument in function.args.args if argument.annotation is not None
             and ast.unparse(argument.annotation) == "Weights"} | {"world.weights[0]"}  # fmt: skip
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.value) == "world.weights[0]":
            found |= {ast.unparse(target) for target in node.targets}
    return found


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_every_number_is_read_by_a_rule(weight: Weight) -> None:
    assert weight.name in names_read()


RUNS = 40


@pytest.mark.nightly
@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_no_number_is_idle(weight: Weight) -> None:
    """At one end or the other of its range some run of a shipped case is not what it was.

    The last case is one whose leaders have no advisers: a number speaks for those only where nobody else does.
    """
    settings = {f"weights.{weight.name}": [weight.default, weight.low, weight.high]}
    shipped = [load_scenario(name) for name in list_scenarios()]
    for scenario in (*shipped, vary(shipped[0], {f"leaders.{side}.advisers": {} for side in shipped[0].leaders})):
        found = run_many(scenario, runs=RUNS, settings=settings)
        rows = [{key: column[found.row == row] for key, column in found.measures.items()} for row in range(3)]
        if any(not np.array_equal(rows[0][key], other[key], equal_nan=True) for other in rows[1:] for key in other):
            return
    raise AssertionError(f"weights.{weight.name} changes no run of any shipped case: take it out, or connect it")
