"""Does any input at all give either a scenario or a list of problems, in bounded time?"""

from __future__ import annotations

import copy
import random
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario, scenario_from, vary
from sim.files.scenario_reading import read_origin
from sim.files.shipped import FOLDER, Origin
from sim.scenario import Scenario
from tests.generate import few, scenario_dicts

SEED_FILES = [path.read_bytes() for path in sorted(FOLDER.glob("two-leaders.yaml"))]
SLOWEST = 10.0
SPLICES = [
    b"{", b"}", b"[", b"]", b": ", b"- ", b"\n", b"\t", b"&a ", b"*a", b"!!python/name:os.system ", b"|\n", b">\n",
    b"'", b'"', b"#", b"---\n", b"...\n", b"%YAML 9.9\n", b"? ", b"<<: ", b"\xff", b"\x00", b"\xef\xbb\xbf",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\r", b"no", b"1e999", b".nan", b"010", b"1" * 5000, b"null", b"{value: ",
    b"distribution: choice", b"extends: two-leaders\n", b"\\", b"@", b"`",
]  # fmt: skip
ODD: list[Any] = [
    None, True, False, 0, -1, 10**400, 1e308, float("inf"), float("nan"), "", "no", "\ud800", "x" * 5000, [], {}, [[]],
    {"value": None}, {"distribution": "uniform"}, {"distribution": []}, {"value": {"value": 1}}, b"bytes", {1: 2},
    {"distribution": "choice", "values": []}, {"distribution": "beta", "mean": 1e-320, "sd": 1e-320}, {"": {}},
    {"a.b": 1}, object(),
]  # fmt: skip


def outcome(read: Any, *arguments: Any) -> Scenario | ScenarioError:
    """Run a reader that may end only in a scenario or in problems, soon."""
    start = time.perf_counter()
    result: Scenario | ScenarioError
    try:
        result = read(*arguments)
    except ScenarioError as error:
        result = error
    if isinstance(result, ScenarioError):
        assert result.problems
        assert all(len(str(problem)) < 4000 for problem in result.problems)
    assert time.perf_counter() - start < SLOWEST
    return result


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "fuzzed.yaml"


@settings(max_examples=3 * settings.default.max_examples, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), edits=st.integers(1, 6))
def test_mutated_bytes(target: Path, seed: int, edits: int) -> None:
    luck = random.Random(seed)
    data = bytearray(luck.choice(SEED_FILES))
    for _ in range(edits):
        place = luck.randrange(len(data))
        match luck.randrange(5):
            case 0:
                data[place] = luck.randrange(256)
            case 1:
                del data[place : place + luck.randrange(1, 40)]
            case 2:
                data[place:place] = luck.choice(SPLICES)
            case 3:
                data[place:place] = data[place : place + luck.randrange(1, 400)]
            case _:
                data[place:] = b""
        data = data or bytearray(b" ")
    target.write_bytes(bytes(data))
    outcome(read_origin, Origin(target, "fuzzed.yaml", target.parent))


@settings(max_examples=settings.default.max_examples, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=200))
@example(content=b"? ? ? a")
@example(content=b"a: &a [*a]")
@example(content=b"!<!> a")
@example(content=b"'" * 100_000)
@example(content=b"[" * 100_000)
@example(content=b"{a: " * 100_000)
@example(content=b"- " * 100_000)
@example(content=b"? " * 100_000)
@example(content=b"&" * 100_000)
@example(content=b"a: " + b"9" * 900_000)
@example(content=b"a:\n" * 300_000)
@example(content=(b"k: " + b"x " * 400_000))
@example(content=b"".join(b"%d: 1e-3\n" % number for number in range(45_000)))
def test_any_bytes(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    outcome(read_origin, Origin(target, "fuzzed.yaml", target.parent))


@few
@given(content=scenario_dicts(), seed=st.integers(0, 2**32))
def test_mutated_trees(content: dict[str, Any], seed: int) -> None:
    luck = random.Random(seed)
    for _ in range(4):
        mutated = copy.deepcopy(content)
        for _ in range(luck.randrange(1, 4)):
            _mutate(mutated, luck)
        outcome(scenario_from, mutated)


def _mutate(tree: Any, luck: random.Random) -> None:
    """Replace, remove, rename or copy something anywhere in a tree."""
    while isinstance(tree, dict) and tree:
        key = luck.choice(list(tree))
        if isinstance(tree[key], dict | list) and tree[key] and luck.random() < 0.8:
            tree = tree[key]
            continue
        match luck.randrange(4):
            case 0:
                tree[key] = luck.choice(ODD)
            case 1:
                del tree[key]
            case 2:
                tree[luck.choice(["ego", "value", "", "us", "Ö", "a.b", "x" * 300])] = tree.pop(key)
            case _:
                tree[luck.choice(["ego", "name", "distribution"])] = copy.deepcopy(tree[key])
        return


@settings(max_examples=settings.default.max_examples, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    path=st.text(max_size=30) | st.sampled_from(["leaders", "leaders.verenia.ego", "scheduled", "issues.fish", ""]),
    value=st.sampled_from(ODD),
)
def test_any_change(path: str, value: Any) -> None:
    outcome(vary, load_scenario("two-leaders"), {path: value})


def test_a_file_of_tags_builds_no_object(target: Path) -> None:
    text = yaml.dump({"name": Path("/")}, Dumper=yaml.Dumper)
    target.write_text(text, encoding="utf-8")
    assert isinstance(outcome(load_scenario, target), ScenarioError)
