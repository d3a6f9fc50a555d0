"""Does every scenario, number and text come back from YAML as it was?"""

from __future__ import annotations

import copy
import pickle

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sim.files.problems import Findings
from sim.files.scenario_reading import scenario_of
from sim.files.scenario_writing import plain_scalar, plain_tree, scenario_yaml, tree_yaml
from sim.files.source_text import printable
from sim.files.yaml_nodes import Node, compose
from sim.scenario import Scenario
from tests.generate import few, scenarios


def read(text: str) -> Scenario:
    findings = Findings()
    tree = compose(text, "text.yaml", findings)
    assert tree is not None
    return scenario_of(tree, findings)


@few
@given(scenarios())
def test_round_trip(scenario: Scenario) -> None:
    for defaults in (True, False):
        again = read(scenario_yaml(scenario, defaults=defaults))
        assert again == scenario
        assert again.provenance == scenario.provenance
        assert again.distributions == scenario.distributions
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert copy.deepcopy(scenario) == scenario


@few
@given(scenarios(corners=True))
def test_round_trip_at_the_corners(scenario: Scenario) -> None:
    assert read(scenario_yaml(scenario)) == scenario


@given(
    st.text().filter(printable)
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
)
def test_single_values(value: object) -> None:
    text = f"k: {plain_scalar(value)}\n"
    findings = Findings()
    node = compose(text, "f", findings)
    assert node is not None
    assert not findings
    assert node.value["k"].value == value
    assert yaml.safe_load(text)["k"] == value


def test_other_programs_read_the_same() -> None:
    from sim.files import load_scenario

    tree = plain_tree(load_scenario("us-china-2025"), defaults=True)
    assert yaml.safe_load(tree_yaml(tree)) == tree


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(printable) | st.sampled_from(
    [
        "no",
        "on",
        "y",
        "null",
        "~",
        "007",
        "1_0",
        "1e3",
        "12:30",
        "2025-01-01",
        "0x1f",
        "- a",
        "a: b",
        "#",
        "",
        " a",
        "?",
    ]
)
SCALARS = TEXTS | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
TREES = st.recursive(
    SCALARS | st.dates(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def bare(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: bare(child) for key, child in node.value.items()}
    return [bare(child) for child in node.value] if isinstance(node.value, list) else node.value


@given(st.dictionaries(TEXTS, TREES, min_size=1, max_size=4))
def test_whatever_is_written_reads_back_the_same(tree: dict[str, object]) -> None:
    findings = Findings()
    node = compose(tree_yaml(tree), "f", findings)
    findings.stop()
    assert node is not None
    assert bare(node) == tree
