"""One confrontation run by the rules, with everything in the open: built, stepped, consulted, recorded.

It needs no Mesa, so that a told run starts quickly; :class:`sim.engines.mesa.NegotiationModel` puts Mesa's agents and
collector around it. Luck has an address (:mod:`sim.luck`), and the order of things is the order of the agenda.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sim.engines.forking import put_fork
from sim.engines.plain.drawn_parameters import draw_into
from sim.engines.plain.glimpse import glimpse
from sim.engines.plain.naming import Names, tell_events, tell_outcome
from sim.engines.plain.reporters import day_of, step_reporters
from sim.engines.plain.seats import Ask, OrderRefused, Seats, SeatsMark
from sim.engines.plain.turn_making import TurnMaker
from sim.engines.plain.world_copy import WorldCopy, copy_world, put_back
from sim.files import load_scenario
from sim.luck import LARGEST_RUN, LARGEST_SEED
from sim.policies.forks import OWN_WAY, Fork
from sim.policies.protocol import Policy
from sim.results.outcome import Outcome
from sim.results.trajectory import Trajectory
from sim.rules.decide.choice import mask_actions
from sim.rules.observe.sight import look
from sim.rules.step import begin, observe, react, settle
from sim.scenario import Scenario
from sim.state.buffer import place_interventions, regions_of
from sim.state.opening import Opening, open_scenario
from sim.state.plain_records import Ledger, Places, blank_sheets, ledger_of, plain
from sim.state.world import World
from sim.version import __version__
from sim.vocabulary import actions as acts
from sim.vocabulary import answers

Actors = Callable[[Opening], Mapping[str, list[Any]]]
"""Makes collections that an engine holds in objects of its own, in place of plain records."""


class BrokenRun(RuntimeError):
    """An error broke off a step of this run, which therefore cannot go on; the error itself is the cause."""


class StepStart(NamedTuple):
    """Where a run stood at the start of a step: its world and its seats."""

    world: WorldCopy
    seats: SeatsMark


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
    actors : callable, optional
        Makes the collections of a world that are to be held in objects of another kind (agents of Mesa).
    ask : callable, optional
        Asked for every decision instead of the policies.
    fork : Fork
        Orders to the sides, and where luck is drawn afresh.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For a seed or run out of range, an unknown side, or other ``parameters``.
    """

    def __init__(  # noqa: PLR0913 - a run has an address, and an engine may bring its own actors
        self,
        scenario: Scenario | str,
        seed: int = 0,
        run: int = 0,
        parameters: str = "central",
        policies: Mapping[str, Policy] | None = None,
        *,
        actors: Actors | None = None,
        ask: Ask | None = None,
        fork: Fork = OWN_WAY,
    ) -> None:
        check_address(seed, run, parameters)
        seed, run = int(seed), int(run)  # whole numbers of numpy would overflow where luck is drawn
        self.scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
        self.seed, self.run, self.parameters = seed, run, parameters
        opening = open_scenario(self.scenario)
        if parameters == "drawn":
            draw_into(opening, self.scenario, seed, run)
        put_fork(opening, fork)
        self.sides = opening.sides
        self.policies = dict(policies or {})
        check_sides(self.policies, self.sides)
        self.names = Names(self.scenario, self.sides)
        self.pending: dict[str, str] = {}
        self.broken: BaseException | None = None
        self._reporters = step_reporters(self.scenario, self.sides)
        self.course: dict[str, list[Any]] = {column: [] for column in self._reporters}
        turns = TurnMaker(self.scenario, self.names, self._reporters, self.so_far)
        self.seats = Seats(self.scenario, self.sides, turns, self.policies, ask)
        self.world = self.seats.world = self._build(opening, dict(actors(opening)) if actors else {})
        begin(self.world)
        self._record_step()

    def _build(self, opening: Opening, actors: dict[str, list[Any]]) -> World:
        """Put agents and plain records behind a world."""
        regions = regions_of(opening)
        places = place_interventions(opening, regions)
        kept: dict[str, list[Any]] = {name: [plain(name, r) for r in rows] for name, rows in opening.records.items()}
        kept |= actors
        kept["setting"][0].seed, kept["setting"][0].run = self.seed, self.run
        return World(
            **kept,
            events=Ledger(),
            seats=self.seats,
            flat=Places(places, kept),
            **blank_sheets(),
        )

    # -- running -------------------------------------------------------------------------------------------------

    def step(self, orders: Mapping[str, str] | None = None) -> None:
        """Let one step of time go by.

        Parameters
        ----------
        orders : mapping of str to str, optional
            By side, a move for the leader's next turn, or an answer for the next request (which, under the poisson
            clock, may come some steps later).

        Raises
        ------
        IllegalMove
            When an order is not possible at the leader's first decision of its kind; the message names what is. The
            order is forgotten, and everything else stays as it was before the step.
        ValueError
            For an unknown side, or an order that is neither a move nor an answer.
        BrokenRun
            When an earlier step of this run was broken off by an error.

        Notes
        -----
        A run that has reached its end stays as it is.
        """
        if self.finished:
            return
        given = orders or {}
        check_sides(given, self.sides)
        check_orders(given.values())
        orders = {**self.pending, **given}
        start = self.mark() if orders else None
        try:
            self.attempt(orders)
        except OrderRefused as refused:
            if start is not None:
                self.return_to(start)
            self.broken = None
            self.seats.end_step()
            if refused.turn.leader not in given:
                del self.pending[refused.turn.leader]
            raise
        self.pending = self.seats.orders

    def attempt(self, orders: Mapping[str, str]) -> None:
        """Let a step go by with the answers that the seats hold already; whatever stops it, the run is broken.

        Whoever can bring the run back to the start of the step (:meth:`return_to`) may mend it.
        """
        if self.broken is not None:
            raise BrokenRun("a step of this run was broken off by an error; it cannot go on") from self.broken
        self.seats.begin_attempt(orders)
        try:
            observe(self.world)
            settle(self.world)
            react(self.world)
            self._record_step()
        except BaseException as error:
            self.broken = error
            raise
        self.seats.end_step()

    def mark(self) -> StepStart:
        """Return where the run stands between two steps, to come back to."""
        return StepStart(copy_world(self.world), self.seats.mark())

    def return_to(self, start: StepStart) -> None:
        """Come back to the start of the step that was begun last."""
        put_back(self.world, start.world)
        self.seats.return_to(start.seats)

    def run_model(self) -> None:
        """Run to the end."""
        while not self.finished:
            self.step()

    @property
    def finished(self) -> bool:
        """Whether the horizon or a deal has been reached."""
        dyad = self.world.dyad[0]
        return bool(dyad.over == 1 or dyad.step >= self.world.setting[0].steps)

    @property
    def day(self) -> float:
        """Days since the start."""
        return day_of(self.world)

    def legal_actions(self, leader: str) -> list[str]:
        """The actions that a leader could take now, in the order of the model's list."""
        check_sides([leader], self.sides)
        side = self.sides.index(leader)
        look(self.world, side)
        mask_actions(self.world, side)
        return [acts.WORDS[a] for a in range(acts.COUNT) if self.world.allowed[a] == 1]

    def _record_step(self) -> None:
        """Add the situation now to the steps table."""
        seen = glimpse(self.world)
        for column, reporter in self._reporters.items():
            self.course[column].append(reporter(seen))

    def so_far(self) -> dict[str, tuple[Any, ...]]:
        """Return a copy of the steps table so far, for those who decide."""
        return {column: tuple(values) for column, values in self.course.items()}

    @property
    def decisions(self) -> dict[str, list[Any]]:
        """The decisions table so far, as columns."""
        return self.seats.decisions

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
            events=tell_events(self.scenario, self.names, ledger_of(self.world)),
            decisions=self.decisions,
            outcome=self.outcome,
        )


def check_address(seed: int, run: int, parameters: str) -> None:
    """Refuse seeds and runs out of range and unknown ways of taking parameters."""
    for name, value, largest in (("seed", seed, LARGEST_SEED), ("run", run, LARGEST_RUN)):
        if isinstance(value, bool) or not hasattr(value, "__index__") or not 0 <= value <= largest:
            raise ValueError(f"{name}={value!r}; allowed: a whole number from 0 to {largest}")
    if parameters not in ("central", "drawn"):
        raise ValueError(f"parameters={parameters!r}; allowed: 'central', 'drawn'")


def check_orders(orders: Iterable[object]) -> None:
    """Refuse orders that are neither a move nor an answer."""
    for order in orders:
        if order not in acts.WORDS and order not in answers.WORDS:
            raise ValueError(
                f"{order!r} is neither a move nor an answer; allowed: {', '.join((*acts.WORDS, *answers.WORDS))}"
            )


def check_sides(named: Iterable[object], sides: Sequence[str]) -> None:
    """Refuse names that are no side of the scenario."""
    for name in named:
        if name not in sides:
            raise ValueError(f"{name!r} is not a side of this scenario; allowed: {', '.join(sides)}")
