"""Is each value taken by its kind, and each mistake told at its place?"""

from __future__ import annotations

from typing import Any

import pytest

from analysis.studies.study_nodes import Block, described, plain_value
from sim.files.problems import Findings, ScenarioError
from sim.files.yaml_nodes import compose


def block(text: str) -> Block:
    findings = Findings()
    node = compose(text, "f.yaml", findings)
    assert node is not None
    return Block.at("it", node, findings)


def told(found: Block) -> str:
    with pytest.raises(ScenarioError) as caught:
        found.findings.stop()
    return str(caught.value)


def test_good_values_are_taken() -> None:
    found = block("{name: x, count: 3, share: 0.5, words: [a, b], kind: grid}")
    assert found.text("name") == "x"
    assert found.whole("count", 1, 5, 0) == 3
    assert found.number("share") == 0.5
    assert [word for word, _ in found.words("words")] == ["a", "b"]
    assert found.word("kind", ("grid", "lhs"), "lhs") == "grid"
    assert (found.text("absent", "d"), found.whole("absent", 0, 1, 1), found.number("absent")) == ("d", 1, None)
    assert not found.findings


@pytest.mark.parametrize(
    ("text", "take", "message"),
    [
        ("name: 3", lambda b: b.text("name"), "f.yaml:1:7: name must be a text, not 3"),
        ("n: 7", lambda b: b.whole("n", 0, 5, 0), "f.yaml:1:4: n must be a whole number from 0 to 5, not 7"),
        ("n: true", lambda b: b.whole("n", 0, 5, 0), "f.yaml:1:4: n must be a whole number"),
        ("n: [1]", lambda b: b.number("n"), "f.yaml:1:4: n must be a number, not a list"),
        ("k: gird", lambda b: b.word("k", ("grid",), "grid"), "f.yaml:1:4: k is 'gird'; allowed: grid; did you mean"),
        ("w: x", lambda b: b.words("w"), "f.yaml:1:4: w must be a list"),
        ("w: [1]", lambda b: b.words("w"), "f.yaml:1:5: w lists texts, not 1"),
        ("kye: 1", lambda b: b.allow(("key",)), "f.yaml:1:1: unknown key 'kye' in it; allowed: key; did you mean"),
    ],
)
def test_mistakes_are_told_at_their_place(text: str, take: Any, message: str) -> None:
    found = block(text)
    take(found)
    assert told(found).startswith(message)


def test_something_else_than_a_block_reads_as_an_empty_one() -> None:
    found = block("[1, 2]")
    assert found.entries == {}
    assert "it must be a block" in told(found)


def test_plain_values_and_descriptions() -> None:
    node = block("{a: {b: [1, x]}, c: null}").node
    assert plain_value(node) == {"a": {"b": [1, "x"]}, "c": None}
    assert [described(child) for child in node.value.values()] == ["a block", "empty"]
