"""The same world but for a few changes: variants of a scenario, checked whole, with errors that name the change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.files.format_changes import change_hint
from sim.files.plain_nodes import node_of
from sim.files.problems import Findings, Problem, ScenarioError, Spot, fail
from sim.files.scenario_reading import scenario_of
from sim.files.scenario_slots import SCENARIO, root
from sim.files.scenario_writing import plain_tree
from sim.files.slots import Kind, Slot, slots
from sim.files.source_text import refused_character
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import Node, compose
from sim.scenario.scenario import Scenario


def vary(scenario: Scenario, changes: Mapping[str, Any], notes: list[Problem] | None = None) -> Scenario:
    """Return a variant of a scenario.

    Parameters
    ----------
    scenario : Scenario
        Left as it is.
    changes : mapping
        Dotted path to new value: ``{"leaders.us.ego": 0.7}``. A value may be a number, text, switch or date, a
        distribution (object or mapping), ``{value, source, note, confidence}``, or a whole block
        (``{"mediators": {}}``). None removes an entry of a roster and sets a field back to its default. A path may
        name a new entry of a roster when the value is its whole block.
    notes : list of Problem, optional
        Receives what is allowed and yet probably not meant.

    Returns
    -------
    Scenario
        Validated whole; sources and distributions of untouched numbers are kept.

    Raises
    ------
    ScenarioError
        With everything that is wrong with the changes and with the scenario they make.
    """
    findings = Findings(own=[str(path) for path in changes])
    if notes is not None:
        findings.notes = notes
    tree = node_of(plain_tree(scenario), Spot(scenario.name), findings)
    for path, value in changes.items():
        _change(tree, path, value, findings)
    return scenario_of(tree, findings)


def objections(scenario: Scenario, changes: Mapping[str, Any]) -> list[str]:
    """Return what a scenario has against some changes, one message each; empty where it takes them."""
    try:
        vary(scenario, changes)
    except ScenarioError as error:
        return [
            problem.message if problem.file in problem.message else f"{problem.file}: {problem.message}"
            for problem in error.problems
        ]
    return []


def parse_setting(setting: str) -> tuple[str, Any]:
    """Split ``path=value`` as given to ``--set``; the value is read as in a scenario file.

    Raises
    ------
    ScenarioError
        When there is no ``=``, or the value is not what YAML makes of a single value or block.
    """
    path, equals, text = setting.partition("=")
    name = f"--set {shown(setting)[1:-1]}"
    if not equals or not path.strip():
        raise fail(Spot(name), "is not of the form path=value, such as leaders.us.ego=0.7")
    if (refused := refused_character(text)) or "\t" in text:
        raise fail(Spot(name), f"has {refused or 'a tab'}; remove it")
    findings = Findings()
    node = compose(text, name, findings, form=SCENARIO, at=tuple(path.strip().split(".")))
    _refuse_empty(node, path.strip(), Spot(name), findings)
    findings.stop()
    assert node is not None, "nothing there, yet not refused"
    return path.strip(), _bare(node)


def _refuse_empty(node: Node | None, path: str, spot: Spot, findings: Findings) -> None:
    """Refuse what was left out: nothing written never means to take something away."""
    if node is None or node.empty:
        findings.add(spot, f"{path} is empty; write a value, or null to take the entry away")
    elif isinstance(node.value, dict | list):
        entries = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
        for key, child in entries:
            _refuse_empty(child, f"{path}.{key}", spot, findings)


def _bare(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _bare(child) for key, child in node.value.items()}
    return [_bare(child) for child in node.value] if isinstance(node.value, list) else node.value


def _change(tree: Node, path: str, value: Any, findings: Findings) -> None:
    """Put a value into the tree, whose mappings are dicts made for this variant."""
    keys = str(path).split(".")
    spot = Spot(str(path))
    holder, slot = tree, root()
    for depth, key in enumerate(keys):
        last = depth == len(keys) - 1
        below = _slot_below(holder, slot, key, may_be_new=last and value is not None)
        if below is None:
            findings.add(spot, _unknown_path(key, keys[:depth], _choices(holder, slot)) + change_hint(str(path)))
            return
        if last:
            _put(holder, key, value, spot, findings)
            return
        holder, slot = _step(holder, key, spot), below


def _slot_below(holder: Node, slot: Slot, key: str, *, may_be_new: bool) -> Slot | None:
    """Return what a key takes, or None when it names nothing that is there or may come into a roster."""
    takes_new = may_be_new and slot.kind is Kind.roster and not slot.names and isinstance(holder.value, dict)
    if takes_new or key in _choices(holder, slot):
        return slot.child(key)
    return None


def _unknown_path(key: str, above: list[str], known: list[str]) -> str:
    inside = f" in {'.'.join(above)}" if above else ""
    allowed = f"allowed: {one_of(known, 40)}" if known else "nothing is below it"
    return f"unknown path: no {shown(key)}{inside}; {allowed}{did_you_mean(key, known)}"


def _choices(holder: Node, slot: Slot) -> list[str]:
    """Return the keys that lead on; an earlier change may have put a list or a single value in a block's place."""
    if isinstance(holder.value, list):
        return [str(place) for place in range(len(holder.value))]
    if not isinstance(holder.value, dict):
        return []
    if slot.part is not None:
        return list(slots(slot.part))
    return list(slot.names or holder.value) if slot.item is not None else []


def _step(holder: Node, key: str, spot: Spot) -> Node:
    if isinstance(holder.value, list):
        return holder.value[int(key)]  # type: ignore[no-any-return]
    if not isinstance(holder.value.get(key), Node):
        holder.value[key] = Node({}, spot)
    return holder.value[key]  # type: ignore[no-any-return]


def _put(holder: Node, key: str, value: Any, spot: Spot, findings: Findings) -> None:
    if isinstance(holder.value, list):
        holder.value[int(key)] = node_of(value, spot, findings)
    elif value is None:
        holder.value.pop(key, None)
    else:
        holder.value[key] = node_of(value, spot, findings)
