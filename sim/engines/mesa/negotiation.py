"""The model that Mesa steps: a confrontation whose leaders, advisers, mediators, publics and markets are Mesa agents.

It uses neither Mesa's schedulers nor its random state. Whoever wants to decide for a leader passes a policy, subclasses
:class:`LeaderAgent`, or hands actions to :meth:`NegotiationModel.step`.
"""

from __future__ import annotations

import inspect
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mesa import DataCollector, Model

from sim.engines.mesa.agents import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, PublicAgent
from sim.engines.plain.confrontation import Confrontation, check_address
from sim.engines.plain.naming import tell_first
from sim.files import load_scenario
from sim.policies.protocol import Policy, Turn
from sim.results.outcome import Outcome
from sim.results.trajectory import Trajectory
from sim.rules.record.decisive import where_it_stands
from sim.scenario import Scenario
from sim.state.opening import Opening
from sim.state.world import World
from sim.vocabulary import outcomes


class NegotiationModel(Model):
    """Two leaders in a confrontation, as a Mesa model.

    It is put around a run of the plain engine (:class:`sim.engines.plain.confrontation.Confrontation`), whose leaders,
    advisers, mediators, publics and markets are Mesa agents here. ``datacollector`` has one row for each step, so that
    Mesa's own count of steps addresses it: the steps table without its first row (the start), and beside it
    ``outcome``, ``first_contact_day``, ``first_contact_level`` and ``first_contact_asked_by``.

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

    scenario: Any = None
    """The scenario played; Mesa 3.5 keeps one of its own kind in a property of this name, which this replaces."""

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
        self.scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
        del self.__dict__["step"]  # Mesa's wrapper: in 3.5 it takes no orders and never steps again after an error
        self._leader_class = leader_class
        self._run = Confrontation(
            self.scenario, seed, run, parameters, policies, actors=self._make_actors, ask=self._ask_agent
        )
        self.seed, self.run, self.parameters = self._run.seed, self._run.run, parameters
        self.datacollector = DataCollector(model_reporters=self._reporters())

    def _make_actors(self, opening: Opening) -> Mapping[str, list[Any]]:
        """Leaders, publics, markets, advisers and mediators as agents."""
        records = opening.records
        agents: dict[str, list[Any]] = defaultdict(list)
        advisers, mediators = iter(records["advisers"]), iter(records["mediators"])
        for side, name in enumerate(opening.sides):
            leader = self.scenario.leaders[name]
            agents["leaders"].append(self._leader_of(name)(self, name, leader.name, records["leaders"][side]))
            agents["publics"].append(PublicAgent(self, f"{name}/public", "", records["publics"][side]))
            agents["markets"].append(MarketAgent(self, f"{name}/market", "", records["markets"][side]))
            for key, person in leader.advisers.items():
                agents["advisers"].append(AdviserAgent(self, f"{name}/advisers/{key}", person.name, next(advisers)))
        for key, third in self.scenario.mediators.items():
            agents["mediators"].append(MediatorAgent(self, f"mediators/{key}", third.name, next(mediators)))
        return agents

    def _leader_of(self, side: str) -> type[LeaderAgent]:
        return self._leader_class if isinstance(self._leader_class, type) else self._leader_class.get(side, LeaderAgent)

    def _ask_agent(self, side: int, turn: Turn) -> str | None:
        """Put a decision to the leader's agent."""
        return self.world.leaders[side].choose(turn)  # type: ignore[attr-defined, no-any-return]

    def _reporters(self) -> dict[str, Callable[[NegotiationModel], Any]]:
        """What Mesa's collector writes down after each step: the steps table, the outcome and the first contact."""

        def latest(column: str) -> Callable[[NegotiationModel], Any]:
            return lambda model: model.course[column][-1]

        def contact(part: str, missing: Any) -> Callable[[NegotiationModel], Any]:
            return lambda model: getattr(
                tell_first(scenario, names, model.world, outcomes.FIRST_CONTACT), part, missing
            )

        scenario, names = self.scenario, self._run.names
        columns: dict[str, Callable[[NegotiationModel], Any]] = {column: latest(column) for column in self.course}
        columns["outcome"] = lambda model: outcomes.WORDS[where_it_stands(model.world)]
        columns["first_contact_day"] = contact("day", math.nan)
        columns["first_contact_level"] = contact("level", "")
        columns["first_contact_asked_by"] = contact("asked_by", "")
        return columns

    # -- running -------------------------------------------------------------------------------------------------

    def step(self, actions: Mapping[str, str] | None = None) -> None:
        """Let one step of time go by; see :meth:`sim.engines.plain.confrontation.Confrontation.step`."""
        if self.finished:
            return
        self._run.step(actions)
        self.steps = int(self.world.dyad[0].step)  # Mesa's count follows ours, and so does the clock of Mesa 3.5
        self.time = float(self.steps)
        self.datacollector.collect(self)
        self.running = not self.finished

    def run_model(self) -> None:
        """Run to the end."""
        while not self.finished:
            self.step()

    @property
    def finished(self) -> bool:
        """Whether the horizon or a deal has been reached."""
        return self._run.finished

    @property
    def day(self) -> float:
        """Days since the start."""
        return self._run.day

    # -- deciding ------------------------------------------------------------------------------------------------

    def legal_actions(self, leader: str) -> list[str]:
        """The actions that a leader could take now, in the order of the model's list."""
        return self._run.legal_actions(leader)

    def ask_policy(self, turn: Turn) -> str | None:
        """Ask the policy of the leader whose turn it is; None when there is none, or it leaves it to the model."""
        return self._run.seats.ask_policy(turn)

    @property
    def pending(self) -> Mapping[str, str]:
        """By side, an order that waits for the leader's next turn."""
        return self._run.pending

    @property
    def policies(self) -> Mapping[str, Policy]:
        """By side, who decides in the logit's place."""
        return self._run.policies

    # -- telling -------------------------------------------------------------------------------------------------

    @property
    def world(self) -> World:
        """The world that the rules see; its leaders, publics, markets, advisers and mediators are the agents."""
        return self._run.world

    @property
    def sides(self) -> Sequence[str]:
        """The ids of both sides, by number."""
        return self._run.sides

    @property
    def course(self) -> Mapping[str, Sequence[Any]]:
        """The steps table so far, the start included, as columns."""
        return self._run.course

    @property
    def decisions(self) -> Mapping[str, list[Any]]:
        """The decisions table so far, as columns."""
        return self._run.decisions

    @property
    def outcome(self) -> Outcome:
        """How the run stands now; at the end, its outcome."""
        return self._run.outcome

    def trajectory(self) -> Trajectory:
        """Return a full record of the run so far; it shares nothing with the model."""
        return self._run.trajectory()


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
