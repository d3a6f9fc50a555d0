"""The model that Mesa steps: a confrontation whose leaders, advisers, mediators, publics and markets are Mesa agents.

It uses neither Mesa's schedulers nor its random state. Whoever wants to decide for a leader passes a policy, subclasses
:class:`LeaderAgent`, or hands actions to :meth:`NegotiationModel.step`.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from mesa import DataCollector, Model

from sim.engines.mesa.agents import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, PublicAgent
from sim.engines.plain.confrontation import Confrontation, check_address
from sim.engines.plain.reporters import step_reporters
from sim.policies.protocol import Policy, Turn
from sim.scenario import Scenario
from sim.state.opening import Opening


class NegotiationModel(Confrontation, Model):
    """Two leaders in a confrontation, as a Mesa model.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one; ``mesa.batch_run`` can sweep names.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn for this run.
    rng : int, optional
        What Mesa 3.5 calls the seed; another way of giving ``seed``, refused when both are given and differ.
    policies : mapping of str to policy, optional
        By side, who decides in the logit's place.
    leader_class : type, optional
        The class of the leaders' agents (or a mapping by side).

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, an unknown side, or other ``parameters``.
    """

    def __init__(  # noqa: PLR0913 - what mesa.batch_run may sweep
        self,
        scenario: Scenario | str = "us-china-2025",
        seed: int = 0,
        run: int = 0,
        parameters: str = "central",
        rng: int | None = None,
        *,
        policies: Mapping[str, Policy] | None = None,
        leader_class: type[LeaderAgent] | Mapping[str, type[LeaderAgent]] = LeaderAgent,
    ) -> None:
        seed = agree_on_seed(seed, rng)
        check_address(seed, run, parameters)
        Model.__init__(self, rng=seed)
        del self.__dict__["step"]  # Mesa's wrapper: in 3.5 it takes no orders and never steps again after an error
        self._leader_class = leader_class
        Confrontation.__init__(self, scenario, seed, run, parameters, policies)

    def make_actors(self, opening: Opening) -> dict[str, list[Any]]:
        """Leaders, publics, markets, advisers and mediators as agents."""
        records = opening.records
        agents: dict[str, list[Any]] = defaultdict(list)
        advisers, mediators = iter(records["advisers"]), iter(records["mediators"])
        for side, name in enumerate(self.sides):
            leader = self.scenario.leaders[name]
            kind = (
                self._leader_class
                if isinstance(self._leader_class, type)
                else self._leader_class.get(name, LeaderAgent)
            )
            agents["leaders"].append(kind(self, name, leader.name, records["leaders"][side]))
            agents["publics"].append(PublicAgent(self, f"{name}/public", "", records["publics"][side]))
            agents["markets"].append(MarketAgent(self, f"{name}/market", "", records["markets"][side]))
            for key, person in leader.advisers.items():
                agents["advisers"].append(AdviserAgent(self, f"{name}/advisers/{key}", person.name, next(advisers)))
        for key, third in self.scenario.mediators.items():
            agents["mediators"].append(MediatorAgent(self, f"mediators/{key}", third.name, next(mediators)))
        return agents

    def choose(self, side: int, turn: Turn) -> str | None:
        """Put a decision to the leader's agent."""
        return self.world.leaders[side].choose(turn)  # type: ignore[attr-defined, no-any-return]

    def step(self, actions: Mapping[str, str] | None = None) -> None:
        """Let one step of time go by; see :meth:`sim.engines.plain.confrontation.Confrontation.step`."""
        Confrontation.step(self, actions)
        self.running = not self.finished

    def open_record(self) -> None:
        """Begin the steps table in Mesa's collector."""
        self.datacollector = DataCollector(model_reporters=step_reporters(self.scenario, self.sides))
        self.record_step()

    def record_step(self) -> None:
        """Have Mesa's collector add the situation now to the steps table."""
        self.steps = int(self.world.dyad[0].step)  # Mesa's count follows ours, and so does the clock of Mesa 3.5
        self.time = float(self.steps)
        self.datacollector.collect(self)

    @property
    def course(self) -> Mapping[str, Sequence[Any]]:
        """The steps table so far, as columns."""
        return self.datacollector.model_vars  # type: ignore[no-any-return]


_whole = inspect.signature(NegotiationModel)
NegotiationModel.__signature__ = _whole.replace(parameters=[p for p in _whole.parameters.values() if p.name != "seed"])
"""Mesa 3.5's batch_run puts None in place of a swept parameter that it finds under ``seed``; so it must not."""


def agree_on_seed(seed: int, rng: Any) -> int:
    """One seed from the two ways Mesa's versions give it; refuses two that differ and generators that hide one."""
    if rng is None:
        return seed
    if isinstance(rng, bool) or not hasattr(rng, "__index__"):
        raise ValueError(
            "rng must be a whole number here: luck has an address, so a generator's hidden state cannot be used"
        )
    if seed not in (0, int(rng)):
        raise ValueError(f"seed={seed} and rng={int(rng)} differ; give one")
    return int(rng)
