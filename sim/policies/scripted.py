"""Moves written down beforehand: history, or a plan, replayed from a YAML list of dated actions and answers.

A file is a list, or a block with ``moves:`` and ``otherwise:``::

    otherwise: hold          # what the named leaders do between the listed dates: hold (default) or logit
    moves:
      - {date: 2025-04-20, leader: us, action: escalate}
      - {date: 2025-05-02, leader: cn, answer: accept, about: mediation}

A move is made at the leader's first turn on or after its date; an answer is given to the first request that falls due
on or after it (of the kind `about`, if given). Between the listed dates answers are left to the model.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import AfterValidator, Field

from sim.files.declaring import Entry
from sim.files.problems import Findings, ScenarioError
from sim.files.reading import Reading, compose_form, read_form
from sim.files.slots import Form
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.trees import Fault
from sim.policies.forks import ANY_REQUEST, Order
from sim.policies.protocol import Policy, Turn
from sim.scenario.bounds import OneOf
from sim.vocabulary import actions as a
from sim.vocabulary import answers

__all__ = ["Move", "ScenarioError", "Script", "load_script", "read_script", "scripted"]

ADVICE = "a list of `- {date: 2025-04-20, leader: us, action: escalate}`, or a block with `moves:` and `otherwise:`"


class Otherwise(StrEnum):
    """What a named leader does between the listed dates."""

    hold = "hold"
    logit = "logit"


class MoveEntry(Entry):
    """One line of a script as it stands in a file."""

    date: dt.date = Field(description="The move is made at the leader's first turn on or after this day.")
    leader: str = Field(description="Whose move it is.")
    action: Annotated[str, AfterValidator(OneOf(a.WORDS))] | None = Field(default=None, description="What is done.")
    answer: Annotated[str, AfterValidator(OneOf(answers.WORDS))] | None = Field(
        default=None, description="What the first request that falls due is answered."
    )
    about: Annotated[str, AfterValidator(OneOf(answers.TOPICS))] | None = Field(
        default=None, description="The kind of request that the answer waits for; by default any."
    )


class ScriptFile(Entry):
    """A whole script as it stands in a file."""

    short: ClassVar[str] = "moves"

    otherwise: Otherwise = Field(default=Otherwise.hold, description="What is done between the dates.")
    moves: tuple[MoveEntry, ...] = Field(description="Dated actions and answers.")


SCRIPT = Form("script", ScriptFile)
"""A script as a kind of file."""


class Move(NamedTuple):
    """One line of a script: an action, or an answer to a request of the kind `about` (empty: of any kind)."""

    date: dt.date
    leader: str
    action: str
    answer: str
    about: str


class Script(NamedTuple):
    """A whole script: what named leaders do between the listed dates, and the moves in order of date."""

    otherwise: str
    moves: tuple[Move, ...]

    def policies(self) -> dict[str, Policy]:
        """Return a policy for each leader that the script names; the others are left to the model."""
        return {leader: scripted(self, leader) for leader in self.leaders}

    @property
    def leaders(self) -> tuple[str, ...]:
        """The sides that the script names."""
        return tuple(sorted({move.leader for move in self.moves}))

    def orders(self, start: dt.date) -> tuple[Order, ...]:
        """Return the script as orders, which both engines take, for a run that starts on a day.

        A run under the policies and a run under the orders are the same as long as every move is possible when it
        falls due. Where it is not, a policy stops the run; an order waits until it is.
        """
        moves = [
            Order(
                move.leader,
                move.answer or move.action,
                float((move.date - start).days),
                about=(move.about or ANY_REQUEST) if move.answer else "",
            )
            for move in self.moves
        ]
        idle = () if self.otherwise == "logit" else self.leaders
        return (*moves, *(Order(leader, "hold", standing=True) for leader in idle))


def scripted(script: Script, leader: str) -> Policy:
    """Return the policy that plays one leader's part of a script.

    It may serve one run after another, and a game that is taken back to an earlier decision: moves that were made at
    this decision of the leader or at a later one count as not made.
    """
    part = [move for move in script.moves if move.leader == leader]
    played: dict[int, int] = {}  # by move, how many decisions the leader had taken before it was made

    def policy(turn: Turn) -> str | None:
        _take_back(played, turn.before)
        for number, move in enumerate(part):
            if number not in played and _is_due(move, turn):
                played[number] = turn.before
                return move.answer or move.action
        return None if turn.kind == "answer" or script.otherwise == "logit" else "hold"

    return policy


def _take_back(played: dict[int, int], before: int) -> None:
    """Forget the moves made when the leader had taken that many decisions, or more."""
    for number in [number for number, taken in played.items() if taken >= before]:
        del played[number]


def _is_due(move: Move, turn: Turn) -> bool:
    if move.date.isoformat() > turn.date or bool(move.answer) != (turn.kind == "answer"):
        return False
    return move.about in ("", turn.about)


def load_script(path: str | Path, leaders: Collection[str]) -> Script:
    """Read a script from a file.

    Raises
    ------
    ScenarioError
        With everything wrong in the file, each at its line and column.
    """
    return read_script(read_text(Path(path), str(path), SCRIPT.noun), str(path), leaders)


def read_script(text: str, file: str, leaders: Collection[str]) -> Script:
    """Read a script from YAML text; `file` is what messages call it, `leaders` the sides it may name.

    Raises
    ------
    ScenarioError
        With everything wrong in the text, each at its line and column.
    """
    findings = Findings([file], SCRIPT.noun)
    reading = read_form(compose_form(text, file, SCRIPT, findings, ADVICE), SCRIPT, findings)
    for fault in _faults(reading, leaders):
        reading.add(fault.path, fault.message, key=fault.key)
    findings.stop()
    made = reading.made
    assert made is not None, "no script although nothing was found wrong"
    return Script(made.otherwise.value, tuple(sorted(map(_move, made.moves), key=lambda move: move.date)))


def _move(entry: MoveEntry) -> Move:
    return Move(entry.date, entry.leader, entry.action or "", entry.answer or "", entry.about or "")


def _faults(reading: Reading[ScriptFile], leaders: Collection[str]) -> Iterator[Fault]:
    """What no single value shows: leaders that are not there, moves that are neither action nor answer."""
    moves = reading.lowered.tree.get("moves")
    for place, move in enumerate(moves if isinstance(moves, list) else []):
        if isinstance(move, dict) and move:
            yield from _faults_of_move(move, ("moves", place), leaders)


def _faults_of_move(move: dict[str, Any], path: tuple[str, int], leaders: Collection[str]) -> Iterator[Fault]:
    leader = move.get("leader")
    if isinstance(leader, str) and leader not in leaders:
        said = f"unknown leader {shown(leader)}; allowed: {one_of(leaders)}{did_you_mean(leader, leaders)}"
        yield Fault((*path, "leader"), said)
    if ("action" in move) == ("answer" in move):
        yield Fault(path, "a move needs either `action` or `answer`")
    if "about" in move and "answer" not in move:
        yield Fault((*path, "about"), "`about` goes with `answer` only", key=True)
