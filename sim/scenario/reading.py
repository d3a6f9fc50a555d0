"""From a YAML file to a scenario: read, lay over what it extends, validate, and tell everything wrong at once."""

from __future__ import annotations

from pathlib import Path

from sim.scenario.checks import check_across
from sim.scenario.complaints import validated
from sim.scenario.extends import Origin, read_tree
from sim.scenario.lowering import lower
from sim.scenario.problems import Findings
from sim.scenario.scenario import Scenario
from sim.scenario.slots import root
from sim.scenario.yaml_nodes import Node


def read_scenario(path: Path) -> Scenario:
    """Return the scenario in a YAML file.

    Raises
    ------
    ScenarioError
        With all problems of the file.
    """
    return read_origin(Origin(path, str(path), path.parent))


def read_origin(origin: Origin) -> Scenario:
    """Return the scenario in a file whose folder and name are known; errors as for :func:`read_scenario`."""
    findings = Findings()
    return scenario_of(read_tree(origin, findings), findings)


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
    lowered = lower(tree, root(), findings)
    scenario = validated(lowered, findings)
    check_across(lowered, findings)
    findings.stop()
    assert scenario is not None, "no scenario although nothing was found wrong"
    scenario.annotate(lowered.provenance, lowered.distributions)
    return scenario
