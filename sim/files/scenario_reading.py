"""From a YAML file to a scenario: read, lay over what it extends, validate, and tell everything wrong at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.files.extends import read_tree
from sim.files.plain_nodes import node_of
from sim.files.problems import Findings, Problem, Spot
from sim.files.reading import read_form
from sim.files.scenario_checks import check_across
from sim.files.scenario_notes import note_across
from sim.files.scenario_slots import SCENARIO
from sim.files.shipped import Origin
from sim.files.yaml_nodes import Node
from sim.scenario.scenario import Scenario


def read_scenario(path: Path) -> Scenario:
    """Return the scenario in a YAML file.

    Raises
    ------
    ScenarioError
        With all problems of the file.
    """
    return read_origin(Origin(path, str(path), path.parent))


def read_origin(origin: Origin, notes: list[Problem] | None = None) -> Scenario:
    """Return the scenario in a file whose folder and name are known; errors as for :func:`read_scenario`.

    Parameters
    ----------
    origin : Origin
        The file.
    notes : list of Problem, optional
        Receives what is allowed and yet probably not meant.
    """
    findings = Findings(own=[origin.name])
    if notes is not None:
        findings.notes = notes
    return scenario_of(read_tree(origin, SCENARIO.root, findings), findings)


def scenario_from(content: Mapping[str, Any], name: str = "scenario") -> Scenario:
    """Return the scenario that nested Python values describe, as if they stood in a file.

    Parameters
    ----------
    content : mapping
        What the file would say, ``extends`` excepted; numbers may be distributions.
    name : str
        What messages call it.

    Raises
    ------
    ScenarioError
        With all problems.
    """
    findings = Findings()
    return scenario_of(node_of(content, Spot(name), findings), findings)


def scenario_of(tree: Node, findings: Findings) -> Scenario:
    """Return the scenario that a tree describes.

    Parameters
    ----------
    tree : Node
        A mapping, ``extends`` resolved.
    findings : Findings
        What was found wrong so far; everything found here is added, then all of it raised.

    Raises
    ------
    ScenarioError
        With all problems.
    """
    reading = read_form(tree, SCENARIO, findings)
    check_across(reading.lowered, findings)
    findings.stop()
    note_across(reading.lowered, findings)
    scenario = reading.made
    assert scenario is not None, "no scenario although nothing was found wrong"
    scenario.annotate(reading.lowered.provenance, reading.lowered.distributions)
    return scenario
