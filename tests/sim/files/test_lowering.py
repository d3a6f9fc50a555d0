"""Do plain values remember where they stood, and is nothing said twice about one place?"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from sim.files.declaring import Entry
from sim.files.lowering import lower
from sim.files.problems import Findings, ScenarioError
from sim.files.scenario_slots import SCENARIO
from sim.files.slots import Form
from sim.files.yaml_nodes import compose

TEXT = """name: x
dyad:
  rapport: {value: 0.4, source: a book}
  tension: no
clock:
start: 2025-01-01
"""


def test_lowering() -> None:
    findings = Findings()
    tree = compose(TEXT, "f", findings)
    assert tree is not None
    lowered = lower(tree, SCENARIO, findings)
    assert lowered.tree == {"name": "x", "dyad": {"rapport": 0.4}, "start": "2025-01-01"}
    assert lowered.provenance["dyad.rapport"].source == "a book"
    assert lowered.silenced == {("dyad", "tension"), ("clock",)}
    assert lowered.is_silenced(("clock", "kind"))
    assert not lowered.is_silenced(("dyad", "rapport"))
    assert len(findings) == 2


def test_places() -> None:
    findings = Findings()
    tree = compose(TEXT, "f", findings)
    assert tree is not None
    lowered = lower(tree, SCENARIO, findings)
    assert lowered.spot(("dyad", "rapport")) == ("f", 3, 20)
    assert lowered.spot(("dyad", "rapport"), key=True) == ("f", 3, 3)
    assert lowered.spot(("dyad", "absent")) == ("f", 2, 1)
    assert lowered.spot(("absent", "below")) == ("f", 1, 1)


def read(text: str, form: Form[Any]) -> tuple[Any, str]:
    findings = Findings()
    tree = compose(text, "f", findings)
    assert tree is not None
    lowered = lower(tree, form, findings)
    try:
        findings.stop()
    except ScenarioError as error:
        return lowered.tree, str(error)
    return lowered.tree, ""


class Inner(Entry):
    short: ClassVar[str] = "kind"
    kind: str = ""
    size: float = Field(default=0, ge=0, le=1)


class Listing(Entry):
    short: ClassVar[str] = "items"
    items: tuple[str, ...] = ()
    plan: Inner = Inner()
    open: dict[str, Any] = Field(default={})


LISTING = Form("listing", Listing)


def test_a_value_given_alone_stands_for_the_field_named_short() -> None:
    assert read("plan: grid", LISTING) == ({"plan": {"kind": "grid"}}, "")
    assert read("[a, b]", LISTING) == ({"items": ["a", "b"]}, "")
    assert read("plan: [grid]", LISTING) == ({"plan": ["grid"]}, "")


def test_only_scenarios_take_sources() -> None:
    tree, _ = read("plan: {size: {value: 0.5}}", LISTING)
    assert tree == {"plan": {"size": {"value": 0.5}}}


def test_nothing_written_is_no_null() -> None:
    assert read("open: {a: null, b: {c: 2024-01-01}}", LISTING) == ({"open": {"a": None, "b": {"c": "2024-01-01"}}}, "")
    for text in ("open:\n  a:\n", "open: {a: }", "open: {b: {a: }}", "open: {b: [{a: }]}"):
        assert "a is empty; write a value, or null to take the entry away" in read(text, LISTING)[1]
