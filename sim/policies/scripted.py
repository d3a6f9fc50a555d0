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
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from sim.files.problems import Findings, ScenarioError, Spot, fail
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import UNREADABLE, Node, compose
from sim.policies.protocol import Policy, Turn
from sim.vocabulary.names import ACTIONS, ANSWERS, TOPICS

__all__ = ["Move", "ScenarioError", "Script", "load_script", "read_script", "scripted"]

OTHERWISE = ("hold", "logit")
KEYS = ("date", "leader", "action", "answer", "about")


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
        return {leader: scripted(self, leader) for leader in sorted({move.leader for move in self.moves})}


def scripted(script: Script, leader: str) -> Policy:
    """Return the policy that plays one leader's part of a script.

    It may serve one run after another, and a game that is taken back to an earlier decision: moves that were made at
    this decision of the leader or at a later one count as not made.
    """
    part = [move for move in script.moves if move.leader == leader]
    played: dict[int, int] = {}  # by move, how many decisions the leader had taken before it was made

    def policy(turn: Turn) -> str | None:
        for number in [number for number, before in played.items() if before >= turn.before]:
            del played[number]
        for number, move in enumerate(part):
            if number not in played and _is_due(move, turn):
                played[number] = turn.before
                return move.answer or move.action
        return None if turn.kind == "answer" or script.otherwise == "logit" else "hold"

    return policy


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
    return read_script(read_text(Path(path), str(path)), str(path), leaders)


def read_script(text: str, file: str, leaders: Collection[str]) -> Script:
    """Read a script from YAML text; `file` is what messages call it, `leaders` the sides it may name.

    Raises
    ------
    ScenarioError
        With everything wrong in the text, each at its line and column.
    """
    findings = Findings()
    root = compose(text, file, findings)
    if root is None or root.value is None:
        raise fail(Spot(file, 1, 1), "an empty script; write a list of `- {date: ..., leader: ..., action: ...}`")
    otherwise, items = _parts(root, findings)
    moves = [move for item in items if (move := _move(item, leaders, findings)) is not None]
    findings.stop()
    return Script(otherwise, tuple(sorted(moves, key=lambda move: move.date)))


def _parts(root: Node, findings: Findings) -> tuple[str, list[Node]]:
    """Return what is done between the dates, and the list of moves."""
    if isinstance(root.value, list):
        return "hold", root.value
    if not isinstance(root.value, dict):
        findings.add(root.spot, "a script is a list of moves, or a block with `moves:` and `otherwise:`")
        return "hold", []
    _refuse_unknown(root.value, ("otherwise", "moves"), findings)
    otherwise = _word(root.value.get("otherwise"), OTHERWISE, findings) or "hold"
    moves = root.value.get("moves")
    if moves is None or not isinstance(moves.value, list):
        findings.add(moves.spot if moves else root.spot, "`moves:` must hold a list of moves")
        return otherwise, []
    return otherwise, moves.value


def _move(item: Node, leaders: Collection[str], findings: Findings) -> Move | None:
    if not isinstance(item.value, dict):
        findings.add(item.spot, "not a move; write {date: 2025-04-20, leader: us, action: escalate}")
        return None
    given: Mapping[str, Node] = item.value
    _refuse_unknown(given, KEYS, findings)
    for key in ("date", "leader"):
        if key not in given:
            findings.add(item.spot, f"a move without `{key}`")
    if ("action" in given) == ("answer" in given):
        findings.add(item.spot, "a move needs either `action` or `answer`")
    if "about" in given and "answer" not in given:
        findings.add(given["about"].name_spot, "`about` goes with `answer` only")
    words = {"leader": leaders, "action": ACTIONS, "answer": ANSWERS, "about": TOPICS}
    read = {key: _word(given.get(key), allowed, findings) for key, allowed in words.items()}
    return Move(_date(given.get("date"), findings), **read)


def _refuse_unknown(given: Mapping[str, Node], allowed: Collection[str], findings: Findings) -> None:
    for key, node in given.items():
        if key not in allowed:
            findings.add(
                node.name_spot, f"unknown key {shown(key)}; allowed: {one_of(allowed)}{did_you_mean(key, allowed)}"
            )


def _word(node: Node | None, allowed: Collection[str], findings: Findings) -> str:
    """Return one of the allowed words, or nothing when there is none (which is reported unless the key is absent)."""
    if node is None or node.value is UNREADABLE:
        return ""
    if isinstance(node.value, str) and node.value in allowed:
        return node.value
    said = node.value if isinstance(node.value, str) else ""
    what = "a list or block" if isinstance(node.value, list | dict) else shown(node.value)
    findings.add(node.spot, f"{what} is not allowed here; allowed: {one_of(allowed)}{did_you_mean(said, allowed)}")
    return ""


def _date(node: Node | None, findings: Findings) -> dt.date:
    if node is None or node.value is UNREADABLE:
        return dt.date.min
    if isinstance(node.value, dt.date):
        return node.value
    try:
        return dt.date.fromisoformat(node.value if isinstance(node.value, str) else "")
    except ValueError:
        what = "a list or block" if isinstance(node.value, list | dict) else shown(node.value)
        findings.add(node.spot, f"{what} is not a date; write it as 2025-04-20")
        return dt.date.min
