"""A run that stops at every decision of an open seat, answers included, and goes on when the decision is taken.

A step is begun with a copy of the world at hand. At a decision of an open seat the step stays where it is; once the
decision is taken, the world is put back and the step repeated with the answers given so far. Rules know nothing of it,
and since all luck has an address, the repeated step is the same to the bit up to the next decision.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim.engines.plain.confrontation import BrokenRun, Confrontation, StepStart, check_sides
from sim.engines.plain.game_log import Move, read_log
from sim.engines.plain.seats import DecisionOpen
from sim.policies.pacing import EVERY_DECISION
from sim.policies.protocol import IllegalMove, Policy, Turn
from sim.results.outcome import Outcome
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario
from sim.vocabulary import actions as a
from sim.vocabulary import answers as replies

Table = Mapping[str, tuple[Any, ...]]


class NothingToDecide(RuntimeError):
    """No decision is open; :meth:`Game.advance` goes on to the next one."""


@dataclass(frozen=True)
class Snapshot:
    """A game at a moment, as plain data; :meth:`Game.restore` goes back to it.

    Attributes
    ----------
    address : tuple
        Which game it is of: scenario, seed, run, parameters, open seats and their pace.
    log : tuple of Move
        The decisions taken so far.
    start : StepStart
        The world at the start of the step that is under way.
    steps, decisions : mapping of str to tuple
        Both tables up to then.
    answers : tuple of int
        What has been answered since then, open seats or not.
    waiting : bool
        Whether the game stands at an open decision.
    """

    address: tuple[object, ...]
    log: tuple[Move, ...]
    start: StepStart
    steps: Table
    decisions: Table
    answers: tuple[int, ...]
    waiting: bool


class Game:
    """A confrontation with open seats; see :func:`sim.run.open_game`.

    Parameters
    ----------
    scenario : Scenario or str
        A scenario, or the name or path of one.
    seed, run : int
        The address of all luck, each 0 to 2**32 - 1.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn for this run.
    policies : mapping of str to policy, optional
        By side, who decides for a leader whose seat is not open.
    seats : iterable of str
        The sides whose decisions are taken from outside.
    pace : float
        In how many days an open seat is asked for a move once; 0 asks whenever the clock does.

    Raises
    ------
    ScenarioError
        When the scenario cannot be read.
    ValueError
        For an address out of range, an unknown side, a side with both a policy and an open seat, or a pace below 0.
    """

    def __init__(  # noqa: PLR0913 - as run_one, and who sits where
        self,
        scenario: Scenario | str,
        seed: int = 0,
        run: int = 0,
        parameters: str = "central",
        policies: Mapping[str, Policy] | None = None,
        *,
        seats: Iterable[str] = (),
        pace: float = EVERY_DECISION,
    ) -> None:
        self._run = Confrontation(scenario, seed, run, parameters, policies)
        wanted = {seats} if isinstance(seats, str) else set(seats)
        check_sides(wanted, self._run.sides)
        for side in sorted(wanted & set(self._run.policies)):
            raise ValueError(f"{side!r} has both a policy and an open seat; give one")
        self.seats = tuple(side for side in self._run.sides if side in wanted)
        self._run.seats.open = frozenset(self._run.sides.index(side) for side in self.seats)
        if not 0 <= pace < math.inf:
            raise ValueError(f"pace={pace!r}; allowed: days, 0 or more")
        self.pace = self._run.seats.pace = float(pace)
        self._start: StepStart | None = None
        self._turn: Turn | None = None
        self._log: list[Move] = []

    # -- playing -------------------------------------------------------------------------------------------------

    def advance(self) -> Turn | None:
        """Go on to the next decision of an open seat.

        Returns
        -------
        Turn or None
            The decision that is open now, the same one until it is taken; None when the run has reached its end.

        Raises
        ------
        BrokenRun
            When an error has broken off a step (it was raised then, and is the cause now).
        """
        self._refuse_broken()
        while self._turn is None and not self._run.finished:
            self._attempt()
        return self._turn

    def decide(self, option: str | None) -> None:
        """Take the decision that is open.

        Parameters
        ----------
        option : str or None
            One of the turn's options; None takes the option that the model itself would take.

        Raises
        ------
        IllegalMove
            When the option is not possible now; the message names those that are, and nothing has changed.
        NothingToDecide
            When no decision is open.
        BrokenRun
            As for :meth:`advance`.
        """
        self._refuse_broken()
        turn = self._turn
        if turn is None:
            raise NothingToDecide("no decision is open; `advance()` goes on to the next one")
        if option is not None and option not in list(turn.options):
            raise IllegalMove(turn, option)
        words = replies.WORDS if turn.kind == "answer" else a.WORDS
        code = self._run.world.dyad[0].choice if option is None else words.index(option)
        self._run.seats.answers.append(code)
        self._log.append(Move(turn.decision, words[code]))
        self._turn = None

    def replay(self, log: Iterable[tuple[int, str]]) -> Turn | None:
        """Take the decisions of a log, from where the game stands now, and go on to the next decision.

        Parameters
        ----------
        log : iterable of (int, str)
            Number and option of each decision, as in :attr:`log` of a game with the same scenario, address and seats.

        Returns
        -------
        Turn or None
            As for :meth:`advance`.

        Raises
        ------
        ValueError
            When the log does not fit this game: another decision is open, or the option is not possible
            (:class:`IllegalMove`), or what is given is no log. After any error the game is as it was before.
        """
        before, planned = self.snapshot(), read_log(log)
        try:
            for number, option in planned:
                turn = self.advance()
                if turn is None or turn.decision != number:
                    open_now = "the run is over" if turn is None else f"decision {turn.decision} is open"
                    raise ValueError(f"the log has decision {number} next, but {open_now}; it is of another game")
                self.decide(option)
        except Exception:
            self.restore(before)
            raise
        return self.advance()

    # -- going back ----------------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Return the game as it stands, for :meth:`restore`; playing on does not change it.

        Raises
        ------
        BrokenRun
            When an error has broken off a step: there is nothing sound to keep.
        """
        self._refuse_broken()
        start = self._start or self._run.mark()
        rows = start.seats.rows
        return Snapshot(
            address=self._address(),
            log=tuple(self._log),
            start=start,
            steps=self._run.so_far(),
            decisions={name: tuple(column[:rows]) for name, column in self._run.decisions.items()},
            answers=tuple(self._run.seats.answers),
            waiting=self._turn is not None,
        )

    def restore(self, snapshot: Snapshot) -> None:
        """Go back (or forward) to a snapshot of this game, or of another with the same scenario, address and seats.

        Raises
        ------
        ValueError
            When the snapshot is of another game; nothing has changed.
        """
        if getattr(snapshot, "address", None) != self._address():
            raise ValueError("the snapshot is of another game: its scenario, seed, run, parameters or seats differ")
        _fill(self._run.course, snapshot.steps)
        _fill(self._run.decisions, snapshot.decisions)
        self._run.return_to(snapshot.start)
        self._run.broken = None
        self._run.seats.answers[:] = snapshot.answers
        self._log[:] = snapshot.log
        self._start, self._turn = snapshot.start, None
        if snapshot.waiting:
            self.advance()

    # -- looking -------------------------------------------------------------------------------------------------

    @property
    def turn(self) -> Turn | None:
        """The decision that is open, if one is."""
        return self._turn

    @property
    def log(self) -> tuple[Move, ...]:
        """The decisions taken in open seats so far, in order."""
        return tuple(self._log)

    @property
    def finished(self) -> bool:
        """Whether the run has reached its end."""
        return self._run.finished

    @property
    def day(self) -> float:
        """Days since the start, at the start of the step that is under way."""
        return self._run.day

    @property
    def outcome(self) -> Outcome:
        """How the run stands now; at the end, its outcome."""
        return self._run.outcome

    def trajectory(self) -> Trajectory:
        """Return the record of what has been played so far; at the end it equals that of :func:`sim.run.run_one`."""
        return self._run.trajectory()

    # -- stepping ------------------------------------------------------------------------------------------------

    def _attempt(self) -> None:
        """Let a step go by, or come to its next open decision; an error leaves the run at the start of the step."""
        if self._start is None:
            self._start = self._run.mark()
        else:
            self._run.return_to(self._start)
        try:
            self._run.attempt({})
        except DecisionOpen as stop:
            self._run.broken = None
            steps = self._run.so_far()
            self._turn = replace(stop.turn, steps_so_far=lambda: dict(steps))
        except BaseException:
            self._run.return_to(self._start)
            raise
        else:
            self._start = None

    def _refuse_broken(self) -> None:
        if self._run.broken is not None:
            raise BrokenRun("a step of this game was broken off by an error; it cannot go on") from self._run.broken

    def _address(self) -> tuple[object, ...]:
        run = self._run
        return run.scenario, run.seed, run.run, run.parameters, self.seats, self.pace


def _fill(table: dict[str, list[Any]], columns: Table) -> None:
    for name, column in table.items():
        column[:] = columns[name]
