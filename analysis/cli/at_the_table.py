"""The talk at the table: shows a person where things stand, asks for moves, and obeys what is no move."""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.cli.errors import UserError
from analysis.cli.game_keeping import Keeper, free_place
from analysis.cli.printing import show

if TYPE_CHECKING:
    from sim.run import Command, Game, Snapshot, Turn

LONGEST_SHOWN = 40
"""Letters of a line typed that are repeated when it is no move."""

SCREEN_LINES = 50
"""Blank lines that push one player's screen out of sight before the other sits down."""


class Table:
    """A table at which one or two people play a game.

    Parameters
    ----------
    game : Game
        With a person's seats open.
    stream : file
        Where everything is shown.
    keeper : Keeper
        Keeps the game when asked to.
    """

    def __init__(self, game: Game, stream: Any, keeper: Keeper) -> None:
        from sim.narrative.cast import Cast

        self._game, self._stream, self._keeper = game, stream, keeper
        self._scenario = game.trajectory().scenario
        self._cast = Cast(self._scenario)
        self._past: list[tuple[Snapshot, Turn]] = []
        self._briefed: set[str] = set()
        self._sitting = ""

    def play(self) -> None:
        """Play to the end, or until somebody leaves.

        Raises
        ------
        KeyboardInterrupt
            After Ctrl-C; the game stands where it stood.
        """
        from sim.run import LeftTheTable

        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # bytes that are no text are no move: asked again
        self._say(self._welcome())
        try:
            while (turn := self._game.advance()) is not None:
                self._seat(turn)
                self._decide(turn)
        except (LeftTheTable, KeyboardInterrupt) as leaving:
            self._say(["", "You leave the table."])
            if isinstance(leaving, KeyboardInterrupt):
                raise

    # -- showing -------------------------------------------------------------------------------------------------

    def _say(self, lines: Any) -> None:
        for line in lines:
            show(line, self._stream)

    def _welcome(self) -> Iterator[str]:
        from sim.narrative.cast import spoken_date
        from sim.narrative.wrapping import wrapped

        scenario, cast = self._scenario, self._cast
        yield from wrapped(scenario.title or scenario.name)
        yield from wrapped(scenario.summary)
        yield ""
        seats = " and ".join(self._who(side) for side in self._game.seats)
        others = [cast.leader(side) for side in cast.sides if side not in self._game.seats]
        model = f" The model decides for {others[0]}." if others else " Both seats are taken: sit side by side."
        yield from wrapped(f"You are {seats}.{model}")
        moves = "once a week" if self._game.pace else "whenever the model's clock asks"
        length = f"{self._weeks()} weeks" if self._game.pace else f"{scenario.horizon_days} days"
        yield from wrapped(
            f"The game begins on {spoken_date(scenario.start.isoformat())} and lasts {length}. You move {moves}; "
            "what others ask of you is put to you when the answer is due."
        )

    def _who(self, side: str) -> str:
        leader = self._scenario.leaders[side]
        office = (
            f", {leader.office} of {self._cast.country(side)}" if leader.office else f" ({self._cast.country(side)})"
        )
        return f"{self._cast.leader(side)}{office}"

    def _weeks(self) -> int:
        return math.ceil(self._scenario.horizon_days / 7)

    def _place(self, turn: Turn) -> str:
        if self._game.pace:
            return f"Week {int(turn.day // 7) + 1} of {self._weeks()}"
        return f"Day {int(turn.day)} of {self._scenario.horizon_days}"

    def _weeks_gone(self, turn: Turn) -> list[str]:
        """Say of weeks that went by without a moment to act, which happens: the clock is a matter of luck."""
        before = [past.day for _, past in self._past if (past.leader, past.kind) == (turn.leader, "turn")]
        if not self._game.pace or not before or turn.kind == "answer":
            return []
        last, now = (int(day // self._game.pace) + 1 for day in (before[-1], turn.day))
        return [f"{spoken_weeks(last + 1, now - 1)} went by without a move of yours."] if now - last > 1 else []

    def _came_of_it(self, turn: Turn) -> list[str]:
        """Say that a yes at the table brought nothing, where no event does."""
        from sim.narrative.briefing import in_vain

        own = [past for _, past in self._past if past.leader == turn.leader]
        return in_vain(self._cast, own[-1], self._game.log, turn) if own else []

    def _situation(self, turn: Turn) -> Iterator[str]:
        from sim.narrative.ahead import ahead
        from sim.narrative.briefing import heading, news, question, standing
        from sim.results.record_rows import events

        cast, side = self._cast, turn.leader
        yield from ("", heading(cast, side, turn.date, self._place(turn)), *self._weeks_gone(turn))
        heard = [*self._came_of_it(turn), *news(cast, side, turn.happened)]
        if heard:
            yield from ("Since your last decision:" if turn.before else "So far:", *heard)
        elif turn.kind == "turn" and turn.before:
            yield f"Nothing that you could see has come from {cast.leader(cast.other(side))} since."
        log = events(self._game.trajectory())
        yield from question(cast, turn, log) or (*standing(cast, turn), *ahead(cast, side, log))
        yield from self._choices(turn, turn.short_list)

    def _choices(self, turn: Turn, options: Any) -> Iterator[str]:
        from sim.narrative.briefing import choices
        from sim.run import LETTERS

        yield from choices(self._cast, turn, tuple(options), LETTERS)
        left = len(turn.options) - len(tuple(options))
        if left > 0:
            yield f"  m  {left} more"

    # -- asking --------------------------------------------------------------------------------------------------

    def _seat(self, turn: Turn) -> None:
        """Let the leader whose decision is due sit down: hand over if need be, and brief whoever sits here first."""
        from sim.narrative.seat_card import seat_card

        name = self._cast.leader(turn.leader)
        if len(self._game.seats) > 1 and turn.leader != self._sitting:
            if self._is_watched() and self._sitting:
                self._say([""] * SCREEN_LINES)
            self._say(["", f"-- Hand the keyboard to {name}. --"])
            if self._is_watched():
                self._ask("Enter when nobody else looks: ")
        self._sitting = turn.leader
        if turn.leader not in self._briefed:
            self._briefed.add(turn.leader)
            self._say(seat_card(self._cast, turn.leader))

    def _is_watched(self) -> bool:
        """Whether somebody sits at a keyboard; piped moves come without pauses."""
        return sys.stdin.isatty()

    def _decide(self, turn: Turn) -> None:
        """Ask until the decision is taken, or one is taken back."""
        from sim.run import read_typed

        self._say(self._situation(turn))
        prompt = "Your answer (? for help): " if turn.kind == "answer" else "Your move (? for help): "
        while True:
            line = self._ask(prompt)
            typed = read_typed(line, turn.options)
            if typed.option:
                self._past.append((self._game.snapshot(), turn))
                self._game.decide(typed.option)
                return
            if typed.command is not None:
                if self._obey(typed.command, typed.rest, turn):
                    return
            elif line.strip():
                self._say(self._refused(line, turn))

    def _ask(self, prompt: str) -> str:
        from sim.run import LeftTheTable

        show(prompt, self._stream, end="", flush=True)
        try:
            line = sys.stdin.readline()
        except EOFError:
            line = ""
        if not line:
            raise LeftTheTable
        if not sys.stdin.isatty():
            self._say(["".join(letter if letter.isprintable() else "?" for letter in line.rstrip("\n"))])
        return line

    def _refused(self, line: str, turn: Turn) -> list[str]:
        from sim.narrative.wrapping import wrapped
        from sim.run import LETTERS

        legal = ", ".join(LETTERS[option] for option in turn.options)
        return wrapped(f"{line.strip()[:LONGEST_SHOWN]!r} is not possible now; legal moves: {legal} (? names them).")

    # -- obeying -------------------------------------------------------------------------------------------------

    def _obey(self, command: Command, rest: str, turn: Turn) -> bool:
        """Carry out what is no move; return whether the decision is another one now."""
        from sim.run import Command, LeftTheTable

        if command is Command.leave:
            raise LeftTheTable
        if command is Command.undo:
            return self._undo()
        if command is Command.save:
            self._save(rest)
        else:
            self._say(self._told(command, turn))
        return False

    def _told(self, command: Command, turn: Turn) -> Iterator[str]:
        from sim.narrative.advice import advice
        from sim.narrative.briefing import figures_explained
        from sim.narrative.seat_card import seat_card
        from sim.run import Command

        if command is Command.more:
            yield from self._choices(turn, turn.options)
        elif command is Command.why:
            yield from advice(turn, self._cast)
        elif command is Command.situation:
            yield from self._situation(turn)
        elif command is Command.aim:
            yield from seat_card(self._cast, turn.leader)
        else:
            yield "Type the key of a move, its name, or one of these:"
            for other in Command:
                yield f"  {other.typed[0]}  {other.typed[1]:<8}{other.meaning}"
            yield "Keys mean the same at every turn. All that is possible now:"
            yield from self._choices(turn, turn.options)
            yield from figures_explained(self._cast)

    def _undo(self) -> bool:
        if not self._past:
            self._say(["There is nothing to take back yet."])
            return False
        self._game.restore(self._past.pop()[0])
        self._say(["Taken back."])
        return True

    def _save(self, rest: str) -> None:
        from sim.narrative.wrapping import wrapped

        place = Path(rest) if rest else None
        if place is None and self._keeper.place is None:
            place = free_place(Path(f"{self._scenario.name}-game"))
        try:
            kept = self._keeper.keep(self._game, place)
        except (UserError, OSError, ValueError) as refused:
            self._say(wrapped(f"Not kept: {_why(refused)}"))
            return
        self._say([f"Kept in {kept}. To play on later: climbdown play --resume {kept}"])


def spoken_weeks(first: int, last: int) -> str:
    """Return weeks by their numbers, as the beginning of a sentence."""
    return f"Week {first}" if first == last else f"Weeks {first} to {last}"


def _why(refused: Exception) -> str:
    """Return why a place was refused, without repeating a name of any length that the system could not use."""
    if isinstance(refused, OSError):
        return refused.strerror or "this place cannot be used"
    return str(refused) if isinstance(refused, UserError) else "no place can have this name"
