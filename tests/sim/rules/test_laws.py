"""Does each rule do exactly what its law says, to whom it says, and nothing else?

``laws/*.yaml``: a list of ``rule`` (file.function), ``given`` (path of a world to number), ``arguments`` (after the
world; a text is a path), then ``returns``, ``after`` and ``events``; ``looks`` where leaders look anew. A law is a
formula in the numbers from before:

- ``L0`` ``L1`` leaders, ``I0`` ``I1`` their images of each other, ``P`` publics, ``K`` markets, ``A`` advisers, ``E``
  envoys, ``M`` mediators, ``R`` precedents; ``D`` the dyad, ``S`` the setting, ``W`` the weights;
- ``used(D.spent, {4: x})`` a row in which the entry of a number has gone the part ``x`` of the way to 1;
- ``p0`` the pressure of a side as a share of its ceiling, ``d0`` its drawdown in units, ``H0`` hostility as it is felt;
- ``@i`` and ``@j`` are one side and the other: such a law is tried for both.

Worlds are made in which no two numbers are alike, so that a wrong side, sign or size shows. Whatever a law does not
name must be as it was, every event that it does not name must be missing.
"""

from __future__ import annotations

import copy
import inspect
import math
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from sim.state.layout import COLLECTIONS
from sim.state.world import World
from sim.vocabulary import events as e
from tests.sim.rules.finding import rule_named
from tests.sim.rules.worlds import FEATURES, LOOKED_AT, look_up, put_all, unlike

FOLDER = Path(__file__).parent / "laws"
KEYS = {"rule", "given", "arguments", "returns", "after", "events", "looks"}
SEEN = set(f"{LOOKED_AT} {FEATURES} best_host".split())
"""What a leader has seen, which a rule that ``looks`` brings up to date besides."""
BOOKKEEPING = {"cause", "request", "origin", "decision", "event_count", "decision_count", "topic", "choice"}
"""Of the dyad: which event is being written down, and why; tests/sim/rules/record has it."""
COUNTED = "tally"
"""What follows from the events written down; tests/sim/rules/record/test_tally.py has it."""
EVENT = {"level": 0, "amount": 0.0, "mediator": -1, "envoy": -1}
LETTERS = {"leaders": "L", "images": "I", "publics": "P", "markets": "K", "advisers": "A", "envoys": "E",
           "mediators": "M", "precedents": "R", "issues": "Q"}  # fmt: skip


def about(text: str, i: int) -> list[dict[str, Any]]:
    """The laws of a file, with one side and the other named."""
    laws: list[dict[str, Any]] = yaml.safe_load(text.replace("@i", str(i)).replace("@j", str(1 - i)))
    return laws


def laws() -> Iterator[Any]:
    """Every law; one that is about a side and the other is there for each."""
    for file in sorted(FOLDER.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        for number, (one, other) in enumerate(zip(about(text, 0), about(text, 1), strict=True)):
            yield pytest.param(one, id=f"{one['rule']}-{number}")
            if other != one:
                yield pytest.param(other, id=f"{one['rule']}-{number}-other")


def snapshot(world: World) -> dict[str, Any]:
    """Every number of a world by its path, as it is now."""
    found = {}
    for name in COLLECTIONS:
        if name == COUNTED:
            continue
        slots = [field.name for field in COLLECTIONS[name]]
        for row in range(len(getattr(world, name))):
            record = getattr(world, name)[row]
            for slot in slots:
                if name != "dyad" or slot not in BOOKKEEPING:
                    value = getattr(record, slot)
                    found[f"{name}.{row}.{slot}"] = list(value) if hasattr(value, "__len__") else value
    return found


def words(world: World) -> dict[str, Any]:
    """What a formula may speak of, all from before."""
    known: dict[str, Any] = {
        f"{letter}{row}": SimpleNamespace(**_fields(getattr(world, name)[row], name))
        for name, letter in LETTERS.items()
        for row in range(len(getattr(world, name)))
    }
    for name, letter in (("dyad", "D"), ("setting", "S")):
        known[letter] = SimpleNamespace(**_fields(getattr(world, name)[0], name))
    known["W"] = SimpleNamespace(**vars(world.weights[0]))
    for side in range(2):
        leader, public, market = (known[f"{letter}{side}"] for letter in "LPK")
        known[f"p{side}"] = leader.points / leader.ceiling
        known[f"d{side}"] = min(market.drawdown / known["W"].drawdown_unit, 2.0)
        ears = 1 + known["W"].insecurity * (0.5 - public.approval)
        known[f"H{side}"] = min(max(public.hostility * ears, 0.0), 1.0) * known["S"].audience_scale
    return known | MATHEMATICS


def _fields(record: Any, name: str) -> dict[str, Any]:
    values = {slot.name: getattr(record, slot.name) for slot in COLLECTIONS[name]}
    return {key: list(value) if hasattr(value, "__len__") else value for key, value in values.items()}


MATHEMATICS = {
    "min": min, "max": max, "zip": zip, "exp": math.exp, "log": math.log, "sqrt": math.sqrt,
    "clamp": lambda x, low, high: min(max(x, low), high),
    "grown": lambda x, part: x + (1 - x) * part,
    "used": lambda row, parts: [x + (1 - x) * parts.get(k, 0.0) for k, x in enumerate(row)],
    "kept": lambda days, half_life: 0.5 ** (days / half_life),
    "logistic": lambda x: 1 / (1 + math.exp(-x)),
}  # fmt: skip


def value_of(formula: Any, known: dict[str, Any]) -> Any:
    """What a formula comes to."""
    return eval(formula, {"__builtins__": {}} | known) if isinstance(formula, str) else formula


def begun(given: dict[str, Any], seed: int) -> World:
    """A world of unlike numbers with those set that a law gives; ``seats`` says who answers whatever is asked."""
    values = {path: copy.deepcopy(value_of(value, {})) for path, value in given.items()}
    world = unlike(seed)
    return put_all(world._replace(seats=values.pop("seats", world.seats)), values)


def expected(law: dict[str, Any], before: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The whole world as it should be afterwards."""
    changed = {}
    for path, formula in law.get("after", {}).items():
        value = value_of(formula, known)
        if isinstance(value, dict):
            changed |= {f"{path}.{field}": number for field, number in value.items()}
        else:
            changed[path] = value
    assert set(changed) <= set(before), set(changed) - set(before)
    return before | changed


def told(world: World) -> list[dict[str, Any]]:
    """The events written down, with all that is said of each."""
    names = ("actor", "target", *EVENT)
    events = [world.events[number] for number in range(world.dyad[0].event_count)]
    return [{"kind": e.WORDS[event.kind]} | {name: getattr(event, name) for name in names} for event in events]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("law", list(laws()))
def test_a_rule_does_what_its_law_says_and_nothing_else(law: dict[str, Any], seed: int) -> None:
    assert set(law) <= KEYS
    assert {"returns", "after"} & set(law)
    world = begun(law.get("given", {}), seed)
    before, known = snapshot(world), words(world)
    rule = rule_named(law["rule"])
    arguments = [look_up(world, a) if isinstance(a, str) else a for a in law.get("arguments", [])]
    takes_world = next(iter(inspect.signature(rule).parameters)) == "world"
    answer = rule(world, *arguments) if takes_world else rule(*arguments)
    if "returns" in law:
        assert answer == pytest.approx(value_of(law["returns"], known), rel=1e-9, abs=1e-12)
    after = snapshot(world)
    for path, value in expected(law, before, known).items():
        if law.get("looks") and (path.startswith("images.") or path.rpartition(".")[2] in SEEN):
            continue
        assert after[path] == pytest.approx(value, rel=1e-9, abs=1e-12), path
    events = [EVENT | {key: value_of(v, known) for key, v in event.items() if key != "kind"}
              for event in law.get("events", [])]  # fmt: skip
    found = told(world)
    assert [event.pop("kind") for event in found] == [event["kind"] for event in law.get("events", [])]
    assert found == [pytest.approx(event, rel=1e-9) for event in events]
