"""What a person at the table may type: a move or an answer, or a command that is no move."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from sim.policies.letters import named


class LeftTheTable(Exception):
    """The person stops playing; what was played so far stands."""


class Command(StrEnum):
    """What may be typed besides moves; `typed` are the ways to type it, the first of them a letter that no move has."""

    typed: tuple[str, ...]
    meaning: str

    def __new__(cls, word: str, typed: tuple[str, ...] = (), meaning: str = "") -> Command:
        """One row of the list."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.typed, member.meaning = typed, meaning
        return member

    more = "more", ("m", "more", "all"), "every move that is possible now"
    why = "why", ("w", "why"), "what speaks for and against the likeliest moves"
    situation = "situation", ("g", "again"), "this screen again"
    undo = "undo", ("u", "undo", "back"), "take your last decision back"
    save = "save", ("s", "save"), "keep the game so far and go on; `save NAME` says where"
    aim = "aim", ("b", "aim", "brief"), "your brief again: what you want, what you must not give"
    help = "help", ("?", "help"), "this list"
    leave = "leave", ("q", "quit", "exit"), "leave the table; the game so far is told and kept"


class Typed(NamedTuple):
    """What a line means: an option, or a command with what was said after it, or (neither) nothing that is possible."""

    option: str = ""
    command: Command | None = None
    rest: str = ""


def read_typed(line: str, options: Collection[str]) -> Typed:
    """Return what a person meant.

    Parameters
    ----------
    line : str
        A line as it was typed.
    options : collection of str
        What is possible now.
    """
    words = line.strip()
    for command in Command:
        if words.lower() in command.typed:
            return Typed(command=command)
    first, _, rest = words.partition(" ")
    if first.lower() in Command.save.typed and rest.strip():
        return Typed(command=Command.save, rest=rest.strip())
    return Typed(option=named(line, options) or "")
