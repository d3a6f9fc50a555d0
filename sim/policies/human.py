"""A person at a terminal decides: sees the situation and every legal move, answers by name or number, may leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from textwrap import fill

from sim.policies.protocol import Policy, Turn
from sim.vocabulary import actions, answers

MEANINGS = {row.word: row.meaning for row in actions.ROWS} | {row.word: row.meaning for row in answers.ROWS}
"""Every move and answer in a few words."""

QUIT = ("q", "quit", "exit")
"""What a person types to leave the table."""


LONGEST_SHOWN = 40
"""Letters of a line typed that are repeated when it is no move."""


class LeftTheTable(Exception):
    """The person stops playing; what was played so far stands."""


def human(ask: Callable[[str], str], show: Callable[[str], None], situation: Callable[[Turn], str]) -> Policy:
    """Return a policy that asks a person.

    Parameters
    ----------
    ask : callable
        Given a prompt, returns the line typed; raises EOFError when there is no more input.
    show : callable
        Prints a text.
    situation : callable
        Describes, in words, where things stand at a turn.

    Returns
    -------
    Policy
        It asks again after an illegal move, naming the legal ones, and raises LeftTheTable when the person quits.
    """

    def policy(turn: Turn) -> str:
        options = list(turn.options)
        show(situation(turn))
        show(menu(options, MEANINGS, turn.short_list if turn.kind == "turn" else ()))
        while True:
            try:
                typed = ask("your move (name or number, q to stop): ")
            except EOFError:
                raise LeftTheTable from None
            if typed.strip().lower() in QUIT:
                raise LeftTheTable
            move = named(typed, options)
            if move is not None:
                return move
            show(fill(f"{typed.strip()[:LONGEST_SHOWN]!r} is not possible now; legal moves: {', '.join(options)}", 80))

    return policy


def menu(options: Sequence[str], meanings: Mapping[str, str], nearest: Collection[str] = ()) -> str:
    """Return the legal moves as a numbered list; those that lie nearest are marked."""
    marks = {name: "*" if name in nearest else " " for name in options}
    lines = (f"{marks[name]} {number:2}  {name:<16} {meanings[name]}" for number, name in enumerate(options, start=1))
    return "\n".join(lines)


def named(typed: str, options: Sequence[str]) -> str | None:
    """Return the option meant by a number, a name or the unmistakable beginning of a name; None if there is none."""
    word = typed.strip().lower().replace(" ", "_").replace("-", "_")
    if word.isascii() and word.isdigit():
        return _numbered(word, options)
    if word in options:
        return word
    meant = [option for option in options if word and option.startswith(word)]
    return meant[0] if len(meant) == 1 else None


def _numbered(digits: str, options: Sequence[str]) -> str | None:
    number = int(digits) if len(digits) < 4 else 0  # no list is that long, and Python refuses thousands of digits
    return options[number - 1] if 1 <= number <= len(options) else None
