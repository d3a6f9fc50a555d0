"""One confrontation run by the rules, with everything in the open: built, stepped, consulted, recorded.

It needs no Mesa, so that a told run starts quickly; :class:`sim.engines.mesa.NegotiationModel` is the same with Mesa's
agents and collector. Luck has an address (:mod:`sim.luck`), and the order of things is the order of the agenda.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sim.engines.plain.drawn_parameters import draw_into
from sim.engines.plain.naming import Names, tell_events, tell_outcome
from sim.engines.plain.open_decision import DECISION_COLUMNS, Option, about, open_options, record_decision
from sim.engines.plain.reporters import date_of, step_reporters
from sim.files import load_scenario
from sim.luck import LARGEST_RUN, LARGEST_SEED, uniform
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.results.outcome import Outcome
from sim.results.trajectory import Trajectory
from sim.rules.decide.choice import mask_actions
from sim.rules.observe.sight import look
from sim.rules.step import begin, observe, react, settle
from sim.scenario import Scenario
from sim.state.buffer import place_interventions, regions_of
from sim.state.opening import Opening, open_scenario
from sim.state.plain_records import Ledger, Places, blank_sheets, plain
from sim.state.world import World
from sim.version import __version__
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import POLICY


class Confrontation:
    """Two leaders in a confrontation.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn for this run.
    policies : mapping of str to policy, optional
        By side, who decides in the logit's place.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, an unknown side, or other ``parameters``.
    """

    scenario: Any = None
    """The scenario played; Mesa 3.5 keeps one of its own kind in a property of this name, which this replaces."""

    def __init__(
        self,
        scenario: Scenario | str,
        seed: int = 0,
        run: int = 0,
        parameters: str = "central",
        policies: Mapping[str, Policy] | None = None,
    ) -> None:
        check_address(seed, run, parameters)
        seed, run = int(seed), int(run)  # whole numbers of numpy would overflow where luck is drawn
        self.scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
        self.seed, self.run, self.parameters = seed, run, parameters
        opening = open_scenario(self.scenario)
        if parameters == "drawn":
            draw_into(opening, self.scenario, seed, run)
        self.sides = opening.sides
        self.policies = dict(policies or {})
        check_sides(self.policies, self.sides)
        self.names = Names(self.scenario, self.sides)
        self.pending: dict[str, str] = {}
        self.decisions: dict[str, list[Any]] = {column: [] for column in DECISION_COLUMNS}
        self.ledger = Ledger()
        self.world = self._build(opening)
        begin(self.world)
        self.open_record()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self, opening: Opening) -> World:
        """Put agents and plain records behind a world."""
        regions = regions_of(opening)
        places = place_interventions(opening, regions)
        kept: dict[str, list[Any]] = {name: [plain(name, r) for r in rows] for name, rows in opening.records.items()}
        kept |= self.make_actors(opening)
        kept["setting"][0].seed, kept["setting"][0].run = self.seed, self.run
        return World(
            **kept,
            events=self.ledger,
            seats=Seats(self),
            flat=Places(places, kept),
            **blank_sheets(),
        )

    def make_actors(self, opening: Opening) -> dict[str, list[Any]]:  # noqa: ARG002 - for engines that have agents
        """Collections that an engine wants to hold in objects of its own, in place of plain records."""
        return {}

    # -- recording -----------------------------------------------------------------------------------------------

    def open_record(self) -> None:
        """Begin the steps table with the situation at the start."""
        self._reporters = step_reporters(self.scenario, self.sides)
        self._course: dict[str, list[Any]] = {column: [] for column in self._reporters}
        self.record_step()

    def record_step(self) -> None:
        """Add the situation now to the steps table."""
        for column, reporter in self._reporters.items():
            self._course[column].append(reporter(self))

    @property
    def course(self) -> Mapping[str, Sequence[Any]]:
        """The steps table so far, as columns."""
        return self._course

    def so_far(self) -> dict[str, tuple[Any, ...]]:
        """A copy of the steps table so far, for those who decide."""
        return {column: tuple(values) for column, values in self.course.items()}

    # -- running -------------------------------------------------------------------------------------------------

    def step(self, actions: Mapping[str, str] | None = None) -> None:
        """Let one step of time go by.

        Parameters
        ----------
        actions : mapping of str to str, optional
            By side, what the leader does at the next turn (which, under the poisson clock, may come some steps later).

        Raises
        ------
        IllegalMove
            When an action handed over is not possible at that turn; the message names those that are.

        Notes
        -----
        A run that has reached its end stays as it is.
        """
        if self.finished:
            return
        check_sides(actions or {}, self.sides)
        self.pending.update(actions or {})
        observe(self.world)
        settle(self.world)
        react(self.world)
        self.record_step()

    @property
    def finished(self) -> bool:
        """Whether the horizon or a deal has been reached."""
        dyad = self.world.dyad[0]
        return bool(dyad.over == 1 or dyad.step >= self.world.setting[0].steps)

    @property
    def day(self) -> float:
        """Days since the start."""
        return float(self.world.dyad[0].step * self.world.setting[0].step_days)

    def run_model(self) -> None:
        """Run to the end."""
        while not self.finished:
            self.step()

    # -- deciding ------------------------------------------------------------------------------------------------

    def legal_actions(self, leader: str) -> list[str]:
        """The actions that a leader could take now, in the order of the model's list."""
        check_sides([leader], self.sides)
        side = self.sides.index(leader)
        look(self.world, side)
        mask_actions(self.world, side)
        return [a.WORDS[k] for k in range(a.COUNT) if self.world.allowed[k] == 1]

    def ask_policy(self, turn: Turn) -> str | None:
        """Ask whoever decides for a leader: a pending action first, then the policy, else nobody."""
        if turn.kind == "turn" and turn.leader in self.pending:
            return self.pending.pop(turn.leader)
        policy = self.policies.get(turn.leader)
        return None if policy is None else policy(turn)

    def choose(self, side: int, turn: Turn) -> str | None:  # noqa: ARG002 - for engines whose leaders are agents
        """Decide a turn or an answer of a side; None leaves it to the logit."""
        return self.ask_policy(turn)

    def consult(self, side: int) -> int:
        """Put the open decision of a side to whoever decides and record it; -1 leaves it to the logit."""
        options = open_options(self.world, side)
        turn = self._turn(side, options)
        move = self.choose(side, turn)
        if move is not None and move not in turn.options:
            raise IllegalMove(turn, move)
        words = a.WORDS if turn.kind == "turn" else answers.WORDS
        code = NONE if move is None else words.index(move)
        self._record(side, turn, options, self.world.dyad[0].choice if code == NONE else code)
        return code

    def _turn(self, side: int, options: Sequence[Option]) -> Turn:
        dyad, setting = self.world.dyad[0], self.world.setting[0]
        topic = about(self.world)
        return Turn(
            leader=self.sides[side],
            day=dyad.now,
            date=date_of(self.scenario, dyad.now),
            kind="answer" if topic else "turn",
            about=topic,
            options={option.name: option.probability for option in options},
            components={o.name: dict(zip(c.WORDS, o.components, strict=True)) for o in options},
            utilities={option.name: option.utility for option in options},
            luck=uniform(setting.seed, setting.run, dyad.tick, self.world.leaders[side].key, POLICY),
            steps_so_far=self.so_far,
        )

    def _record(self, side: int, turn: Turn, options: list[Option], chosen: int) -> None:
        dyad = self.world.dyad[0]
        request = dyad.request if turn.kind == "answer" else NONE
        head = (dyad.decision, turn.day, turn.date, dyad.step, self.sides[side], turn.kind, turn.about, request)
        record_decision(self.decisions, head, options, chosen)

    # -- telling -------------------------------------------------------------------------------------------------

    @property
    def outcome(self) -> Outcome:
        """How the run stands now; at the end, its outcome."""
        return tell_outcome(self.scenario, self.names, self.world)

    @property
    def order(self) -> str:
        """Who moves first: ``poisson``, or the order under the fixed clock."""
        clock = self.scenario.clock
        return str(clock.kind) if clock.kind == "poisson" else str(clock.order)

    def trajectory(self) -> Trajectory:
        """A full record of the run so far; it shares nothing with the model."""
        return Trajectory(
            scenario=self.scenario,
            seed=self.seed,
            run=self.run,
            parameters=self.parameters,
            order=self.order,
            version=__version__,
            steps=self.course,
            events=tell_events(self.scenario, self.names, self.ledger),
            decisions=self.decisions,
            outcome=self.outcome,
        )


class Seats:
    """Who decides: asking a seat puts the decision to whoever decides (-1: leave it to the logit)."""

    def __init__(self, model: Confrontation) -> None:
        self._model = model

    def __getitem__(self, side: int) -> int:
        """The choice of a side for the decision that is open now."""
        return self._model.consult(side)


def check_address(seed: int, run: int, parameters: str) -> None:
    """Refuse seeds and runs out of range and unknown ways of taking parameters."""
    for name, value, largest in (("seed", seed, LARGEST_SEED), ("run", run, LARGEST_RUN)):
        if isinstance(value, bool) or not hasattr(value, "__index__") or not 0 <= value <= largest:
            raise ValueError(f"{name}={value!r}; allowed: a whole number from 0 to {largest}")
    if parameters not in ("central", "drawn"):
        raise ValueError(f"parameters={parameters!r}; allowed: 'central', 'drawn'")


def check_sides(named: Any, sides: Sequence[str]) -> None:
    """Refuse names that are no side of the scenario."""
    for name in named:
        if name not in sides:
            raise ValueError(f"{name!r} is not a side of this scenario; allowed: {', '.join(sides)}")
