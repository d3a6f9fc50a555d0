"""Who decides in the logit's place, asked decision by decision: an order, an open seat, a policy, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sim.engines.plain.open_decision import DECISION_COLUMNS, Option, about, open_options, record_decision
from sim.engines.plain.reporters import date_of
from sim.engines.plain.turn_making import Seen, TurnMaker
from sim.policies.pacing import EVERY_DECISION, is_asked, stretch_of
from sim.policies.protocol import IllegalMove, Policy, Turn, decide
from sim.rules.decide.orders import unless
from sim.scenario.scenario import Scenario
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE

Ask = Callable[[int, Turn], str | None]
"""Puts a turn to whoever decides for a side; None leaves it to the logit."""


class DecisionOpen(Exception):
    """The run has come to a decision of an open seat and cannot go on before it is taken."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(f"{turn.date}: {turn.leader} has not decided")
        self.turn = turn


class OrderRefused(IllegalMove):
    """An order handed to a step is not possible at the leader's decision."""


class SeatsMark(NamedTuple):
    """Where the seats stood at the start of a step."""

    rows: int
    before: tuple[int, int]
    seen: tuple[Seen, Seen]
    moved: tuple[int, int]


class Seats:
    """The two seats: rules ask ``seats[side]`` for the open decision; -1 leaves it to the logit.

    A step may be repeated: decisions that were answered in an earlier attempt get the same answer again, and nobody is
    asked twice.

    Parameters
    ----------
    scenario : Scenario
        What is played.
    sides : sequence of str
        The sides by number.
    turns : TurnMaker
        What those who decide are shown.
    policies : mapping of str to policy
        By side, who decides.
    ask : callable, optional
        Asked for every decision instead of the policies (the agents of Mesa).
    """

    def __init__(
        self,
        scenario: Scenario,
        sides: Sequence[str],
        turns: TurnMaker,
        policies: Mapping[str, Policy],
        ask: Ask | None = None,
    ) -> None:
        self._scenario, self._sides, self._turns = scenario, sides, turns
        self._policies, self._ask = policies, ask
        self.world: World
        self.open: frozenset[int] = frozenset()
        self.pace = EVERY_DECISION
        self.orders: dict[str, str] = {}
        self.answers: list[int] = []
        self.decisions: dict[str, list[Any]] = {column: [] for column in DECISION_COLUMNS}
        self._before = [0, 0]
        self._moved = [NONE, NONE]  # by side, the stretch of the pace in which its open seat was asked for a move last
        self._asked = 0

    # -- a step --------------------------------------------------------------------------------------------------

    def begin_attempt(self, orders: Mapping[str, str]) -> None:
        """Begin a step, or begin it again with the answers given so far."""
        self.orders = dict(orders)
        self._asked = 0

    def end_step(self) -> None:
        """Forget the answers of a step that has gone by."""
        self.answers.clear()

    def mark(self) -> SeatsMark:
        """Return where the seats stand, to come back to."""
        return SeatsMark(len(self.decisions["decision"]), _pair(self._before), self._turns.seen, _pair(self._moved))

    def return_to(self, mark: SeatsMark) -> None:
        """Come back to an earlier mark; decisions written down since then are struck out."""
        for column in self.decisions.values():
            del column[mark.rows :]
        self._before, self._moved = list(mark.before), list(mark.moved)
        self._turns.seen = mark.seen

    # -- a decision ----------------------------------------------------------------------------------------------

    def __getitem__(self, side: int) -> int:
        """The choice of a side for the decision that is open now."""
        options = open_options(self.world, side)
        passes = self._passes(side)
        if self._asked == len(self.answers):
            self.answers.append(a.HOLD if passes else self._put(side, options))
        code = self.answers[self._asked]
        self._asked += 1
        if self._is_taken(side) and not passes:
            self._look_up(side)
        dyad = self.world.dyad[0]
        self._write_down(side, options, unless(code, unless(dyad.ordered, dyad.choice)))
        self._before[side] += 1
        return code

    def ask_policy(self, turn: Turn) -> str | None:
        """Ask the policy of a side; None when it has none, or leaves the decision to the model."""
        policy = self._policies.get(turn.leader)
        return None if policy is None else policy(turn)

    def _passes(self, side: int) -> bool:
        """Whether an open seat lets this moment go by, holding and seeing nothing, because of its pace."""
        if side not in self.open or about(self.world):
            return False
        return not is_asked(self.world.dyad[0].now, self.pace, self._moved[side])

    def _look_up(self, side: int) -> None:
        """Note that whoever decides for a side has now seen everything there is to see, and when a move was due."""
        self._turns.remember(self.world, side)
        if self.pace > EVERY_DECISION and not about(self.world):
            self._moved[side] = stretch_of(self.world.dyad[0].now, self.pace)

    def _is_taken(self, side: int) -> bool:
        """Whether anybody may decide for a side in the logit's place."""
        return self._ask is not None or side in self.open or self._sides[side] in self._policies

    def _put(self, side: int, options: Sequence[Option]) -> int:
        """Put the open decision to whoever decides and return the answer."""
        words = answers.WORDS if about(self.world) else a.WORDS
        ordered = self.orders.get(self._sides[side]) in words
        if not ordered and not self._is_taken(side):
            return NONE
        turn = self._turns.make(self.world, side, options, self._before[side])
        move = self._ordered(turn) if ordered else self._decided(side, turn)
        return NONE if move is None else words.index(move)

    def _ordered(self, turn: Turn) -> str:
        order = self.orders[turn.leader]
        if order not in turn.options:
            raise OrderRefused(turn, order)
        return self.orders.pop(turn.leader)

    def _decided(self, side: int, turn: Turn) -> str | None:
        if side in self.open:
            raise DecisionOpen(turn)
        ask = self._ask
        return decide(self.ask_policy if ask is None else lambda turn: ask(side, turn), turn)

    def _write_down(self, side: int, options: Sequence[Option], chosen: int) -> None:
        dyad = self.world.dyad[0]
        topic = about(self.world)
        kind, request = ("answer", dyad.request) if topic else ("turn", NONE)
        date = date_of(self._scenario, dyad.now)
        head = (dyad.decision, dyad.now, date, dyad.step, self._sides[side], kind, topic, request)
        record_decision(self.decisions, head, options, chosen)


def _pair(values: Sequence[int]) -> tuple[int, int]:
    return values[0], values[1]
