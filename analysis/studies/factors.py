"""What a study file says about its factors: ranges, lists, named alternatives and groups, tried out on the scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from analysis.studies.designs import DesignError, Factor
from analysis.studies.study import Changes
from analysis.studies.study_columns import RESERVED
from analysis.studies.study_nodes import Block, described, plain_value
from sim.files import ScenarioError, vary
from sim.files.problems import Findings, Spot
from sim.files.scenario_slots import slot_at
from sim.files.slots import Kind
from sim.files.suggestions import shown
from sim.files.yaml_nodes import UNREADABLE, Node
from sim.scenario import Scenario

KEYS = ("path", "paths", "low", "high", "levels", "choices", "group", "steps")
MOST_LEVELS = 1000
UNKNOWN = "unknown path"
"""Stands in what ``vary`` says about a path rather than about a value."""


class Trial(NamedTuple):
    """Something that some row will do to the scenario, and where the file says so: the value, and its path."""

    changes: Changes
    node: Node
    path: Spot


class Listed(NamedTuple):
    """The factors of a file, and what each alternative of a choice changes."""

    factors: tuple[Factor, ...]
    choices: Mapping[str, Mapping[str, Changes]]


def read_factors(node: Node, scenario: Scenario | None, findings: Findings) -> Listed:
    """Read the block ``factors``.

    Parameters
    ----------
    node : Node
        The block.
    scenario : Scenario or None
        What the factors vary; None when it could not be read, and nothing is tried out.
    findings : Findings
        Receives what is wrong, each at its place.
    """
    factors, choices = [], {}
    for name, entry in Block.at("factors", node, findings).entries.items():
        before = len(findings)
        made = _read_factor(name, entry, findings)
        if made is None:
            continue
        factor, alternatives, trials = made
        factors.append(factor)
        if alternatives is not None:
            choices[name] = alternatives
        if scenario is not None and len(findings) == before:
            _try_out(scenario, trials, findings)
    return Listed(tuple(factors), choices)


def _read_factor(
    name: str, node: Node, findings: Findings
) -> tuple[Factor, Mapping[str, Changes] | None, list[Trial]] | None:
    if name in RESERVED:
        findings.add(node.name_spot, f"{shown(name)} is a column of every study; name the factor otherwise")
        return None
    if isinstance(node.value, list):  # the short form: a path and its levels
        node = Node({"levels": Node(node.value, node.spot)}, node.spot, node.key_spot)
    block = Block.at(f"factor {shown(name)}", node, findings)
    block.allow(KEYS)
    if block.node.value == {}:
        return None
    if "choices" in block.entries:
        return _choice(name, block)
    return _numbers_or_words(name, block)


def _numbers_or_words(name: str, block: Block) -> tuple[Factor, None, list[Trial]] | None:
    paths = _paths(name, block)
    levels = _levels(block)
    low, high = block.number("low"), block.number("high")
    options: dict[str, Any] = {"low": low, "high": high, "levels": tuple(level for level, _ in levels)}
    options |= {"group": block.text("group"), "steps": block.whole("steps", 2, MOST_LEVELS, 5)}
    options["whole"] = not levels and all(_is_whole(path) for path in paths)
    made = _made(name, tuple(paths), options, block)
    if made is None:
        return None
    ends = [(low, block.entries.get("low")), (high, block.entries.get("high"))]
    tried = levels or [(end, node) for end, node in ends if node is not None and end is not None]
    where = _where(block)
    trials = [Trial(made.settings(int(value) if made.whole else value), node, where) for value, node in tried]
    return made, None, trials


def _choice(name: str, block: Block) -> tuple[Factor, Mapping[str, Changes], list[Trial]] | None:
    for key in block.entries:
        if key not in ("choices", "group"):
            block.findings.add(block.entries[key].name_spot, f"a factor with choices takes no {key}")
    alternatives = Block.at(f"choices of {shown(name)}", block.entries["choices"], block.findings)
    changes: dict[str, Changes] = {}
    trials = []
    for label, node in alternatives.entries.items():
        of_label = Block.at(f"choice {shown(label)}", node, block.findings)
        changes[label] = {path: plain_value(value) for path, value in of_label.entries.items()}
        trials += [
            Trial({path: changes[label][path]}, value, value.name_spot) for path, value in of_label.entries.items()
        ]
    made = _made(name, (name,), {"levels": tuple(changes), "group": block.text("group")}, block)
    return None if made is None else (made, changes, trials)


def _made(name: str, paths: tuple[str, ...], options: Mapping[str, Any], block: Block) -> Factor | None:
    try:
        return Factor(paths, name=name, **options)
    except DesignError as error:
        block.findings.add(block.node.name_spot, str(error))
        return None


def _paths(name: str, block: Block) -> list[str]:
    if "path" in block.entries and "paths" in block.entries:
        block.findings.add(block.entries["paths"].name_spot, "give either path or paths, not both")
    listed = [path for path, _ in block.words("paths")]
    return listed or [block.text("path", name)]


def _where(block: Block) -> Spot:
    """Where the file names the path of a factor."""
    named = block.entries.get("path") or block.entries.get("paths")
    return named.spot if named is not None else block.node.name_spot


def _levels(block: Block) -> list[tuple[Any, Node]]:
    node = block.entries.get("levels")
    if node is None or node.value is UNREADABLE:
        return []
    if not isinstance(node.value, list):
        block.findings.add(node.spot, f"levels must be a list, such as [0.2, 0.8], not {described(node)}")
        return []
    found = []
    for item in node.value[:MOST_LEVELS]:
        if isinstance(item.value, str | int | float):
            found.append((item.value, item))
        elif item.value is not UNREADABLE:
            said = f"a level is a number, a word or a switch, not {described(item)}; for blocks use `choices`"
            block.findings.add(item.spot, said)
    return found


def _is_whole(path: str) -> bool:
    slot = slot_at(tuple(path.split(".")))
    return slot is not None and slot.kind is Kind.whole


def _try_out(scenario: Scenario, trials: list[Trial], findings: Findings) -> None:
    for trial in trials:
        for message in refusals(scenario, trial.changes):
            findings.add(trial.path if UNKNOWN in message else trial.node.spot, message)


def refusals(scenario: Scenario, changes: Changes) -> Iterator[str]:
    """What the scenario has against some changes."""
    try:
        vary(scenario, changes)
    except ScenarioError as error:
        for problem in error.problems:
            yield problem.message if problem.file in problem.message else f"{problem.file}: {problem.message}"
