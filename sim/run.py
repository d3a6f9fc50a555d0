"""The front door: one run told in full, or many runs counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sim.policies.human import LeftTheTable, human
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.policies.scripted import Script, load_script
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario

if TYPE_CHECKING:
    from sim.model import NegotiationModel

__all__ = ["IllegalMove", "LeftTheTable", "Policy", "Script", "Turn", "human", "load_script", "make_model", "run_one"]


def make_model(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
) -> NegotiationModel:
    """Return the Mesa model of a run, ready to be stepped; see :class:`sim.model.NegotiationModel`."""
    from sim.model import NegotiationModel

    return NegotiationModel(scenario, seed=seed, run=run, parameters=parameters, policies=policies)


def run_one(
    scenario: Scenario | str,
    seed: int = 0,
    run: int = 0,
    parameters: str = "central",
    policies: Mapping[str, Policy] | None = None,
) -> Trajectory:
    """Run a scenario once and return its full record.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1; run r of a seed has the same luck in every study.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn.
    policies : mapping of str to policy, optional
        By side, who decides in the logit's place.

    Returns
    -------
    Trajectory
        Steps, events, decisions and outcome.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, or an unknown side.
    IllegalMove
        When a policy chooses what is not possible.
    """
    model = make_model(scenario, seed, run, parameters, policies)
    model.run_model()
    return model.trajectory()
