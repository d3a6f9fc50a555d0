"""What somebody who decides in a leader's place gets to see, and what they may answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from sim.policies.short_list import short_list
from sim.results.record_rows import Event

NOTHING: Mapping[str, Sequence[Any]] = MappingProxyType({})


class Change(NamedTuple):
    """A number that a leader knows, at the leader's last decision (None: there was none) and now."""

    before: float | None
    now: float


@dataclass(frozen=True)
class Turn:
    """One decision that is due.

    Attributes
    ----------
    leader : str
        The side that decides.
    day : float
        Days since the start.
    date : str
        The calendar day, ISO 8601.
    kind : str
        ``turn`` for a move of one's own, ``answer`` for the answer to a request.
    about : str
        What is answered: letter, call, summit, mediation or truce; empty for a turn.
    options : mapping of str to float
        Every legal option and its probability under the model's own choice.
    components : mapping of str to mapping of str to float
        By option, the parts of its utility.
    utilities : mapping of str to float
        By option, the sum of those parts.
    luck : float
        A number between 0 and 1 from the address of this decision, for a policy that mixes.
    steps_so_far : callable
        Returns the columns of the steps table up to now; they are gathered only when it is called.
    decision : int
        Number of the decision, as in the decisions table of the record.
    before : int
        How many decisions, turns and answers, this leader has taken before in this run.
    newly_known : mapping of str to Change
        What this leader knows and did not know at the leader's last decision: by column of the steps table, the number
        then and the number now. It covers everything of the leader's own (beliefs about the other included), the
        relation, and the other side's pressure, market, public and approval. At the first decision everything is new.
    known : mapping of str to float
        All that this leader knows now: the same columns, by their number at this moment. (`steps_so_far` ends with the
        last step that is over.)
    happened : tuple of Event
        What happened since this leader's last decision, in order; what the other side does behind closed doors is left
        out.
    """

    leader: str
    day: float
    date: str
    kind: Literal["turn", "answer"]
    about: str
    options: Mapping[str, float]
    components: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    utilities: Mapping[str, float] = field(default_factory=dict)
    luck: float = 0.5
    steps_so_far: Callable[[], Mapping[str, Sequence[Any]]] = field(default=lambda: NOTHING, compare=False, repr=False)
    decision: int = 0
    before: int = 0
    newly_known: Mapping[str, Change] = field(default_factory=dict)
    known: Mapping[str, float] = field(default_factory=dict)
    happened: tuple[Event, ...] = ()

    @property
    def short_list(self) -> tuple[str, ...]:
        """A few plausible options, at most six; every answer to a request is among them.

        First ``hold`` and the two likeliest other moves, then the likeliest of each group of which none is listed yet:
        press, ease, reach out directly, reach out through others.
        """
        return tuple(self.options) if self.kind == "answer" else short_list(self.options, self.utilities)

    @property
    def likeliest(self) -> str:
        """The option with the highest probability (the first of equals)."""
        return max(self.options, key=lambda option: self.options[option])


Policy: TypeAlias = Callable[[Turn], str | None]
"""Decides in a leader's place: returns one of ``turn.options``, or None to leave it to the model's own choice."""


class IllegalMove(ValueError):
    """A policy chose what cannot be done now; the message names what can.

    Attributes
    ----------
    turn : Turn
        The decision that was due.
    move : str
        What was chosen.
    """

    def __init__(self, turn: Turn, move: object) -> None:
        self.turn, self.move = turn, move
        what = f"answer {move!r} to a {turn.about}" if turn.kind == "answer" else f"{move!r}"
        super().__init__(f"{turn.date}: {turn.leader} cannot {what} now; legal are {', '.join(turn.options)}")


def decide(policy: Policy, turn: Turn) -> str | None:
    """Ask a policy and check its answer.

    Returns
    -------
    str or None
        A legal option, or None when the policy leaves the decision to the model.

    Raises
    ------
    IllegalMove
        When the policy chose something that is not among ``turn.options``.
    """
    move = policy(turn)
    if move is not None and move not in turn.options:
        raise IllegalMove(turn, move)
    return move
