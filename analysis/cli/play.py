"""`climbdown play`: take a leader's seat in the terminal; the model plays the other side."""

from __future__ import annotations

import io
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.explain import find_leader
from analysis.cli.one_run import Parameters, ParametersOption, keep, refuse_place
from analysis.cli.options import AsJson, Out, RunNumber, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.printing import say, say_json, show
from analysis.cli.run import as_plain, told

if TYPE_CHECKING:
    from sim.run import Game, Turn
    from sim.scenario import Scenario

Seat = Annotated[
    str | None,
    typer.Option("--as", metavar="LEADER", help="Whose seat you take, by id or name; the first one's by default."),
]


def play(
    scenario: ScenarioArgument,
    seat: Seat = None,
    settings: Settings = None,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: ParametersOption = Parameters.central,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Decide for one of the two leaders; the model decides for the other.

    At each of your turns you see the situation and the legal moves, and type a move's name or number; requests of the
    other side are put to you too; the moves that lie nearest are marked *. q stops, as Ctrl-C does; what was played so
    far is told, and kept with --out. Moves may be piped in, one a line. With --json the talk goes to the error stream
    and the record to the output.
    """
    from sim.run import open_game

    varied = load_varied(scenario, settings)
    side = find_leader(varied.leaders, seat or next(iter(varied.leaders)))
    refuse_place(out)
    refuse_another_game(out)
    game = open_game(varied, seed, run, str(parameters), seats=(side,))
    interrupted = False
    try:
        with ended_from_outside():
            Table(varied, side, sys.stderr if as_json else sys.stdout).play(game)
    except KeyboardInterrupt:
        interrupted = True
    finally:  # however the game ends: an error of ours, a closed pipe
        trajectory = game.trajectory()
        out = free_place(out)
        keep(trajectory, out)
    if as_json:
        say_json(as_plain(trajectory))
    else:
        say(["", *told(trajectory, silent=(side,))])
        say(f"Record: {place}" for place in (out,) if place is not None)
    if interrupted:
        raise KeyboardInterrupt


@contextmanager
def ended_from_outside() -> Iterator[None]:
    """Let a terminal that is closed, or a request to stop, end the game as the person's own q does."""
    from sim.run import LeftTheTable

    def leave(*_: object) -> None:
        raise LeftTheTable

    asked = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        asked = []  # only the main thread is told of signals
    before = {number: signal.signal(number, leave) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def refuse_another_game(out: Path | None) -> None:
    """Refuse a place where a record is kept already: a game that was played cannot be made again.

    Raises
    ------
    UserError
        When something is there.
    """
    from sim.results.replacing import keeps_something

    if out is not None and keeps_something(out):
        raise UserError(f"{out}: a record is kept there already, perhaps of another game; name another place")


def free_place(out: Path | None) -> Path | None:
    """Return the place itself, or a place beside it where something came to lie there while the game was played."""
    from sim.results.replacing import keeps_something

    if out is None:
        return None
    names = (out.with_name(f"{out.stem}.{number}{out.suffix}") for number in count(2))
    return next(place for place in chain((out,), names) if not keeps_something(place))


class Table:
    """A seat at the table: shows what happens and asks for moves.

    Parameters
    ----------
    scenario : Scenario
        What is played.
    side : str
        Whose seat is taken.
    stream : file
        Where everything is shown.
    """

    def __init__(self, scenario: Scenario, side: str, stream: Any) -> None:
        from sim.narrative.cast import Cast

        self._scenario, self._side, self._stream = scenario, side, stream
        self._cast = Cast(scenario)
        self._other = self._cast.other(side)

    def play(self, game: Game) -> None:
        """Play to the end, or until the person leaves.

        Raises
        ------
        KeyboardInterrupt
            After Ctrl-C; the game stands where it stood.
        """
        from sim.run import LeftTheTable, human

        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # bytes that are no text are no move: asked again
        self._show(f"You are {self._cast.leader(self._side)}; the model plays {self._cast.leader(self._other)}.")
        person = human(self._ask, self._show, self._situation)
        try:
            while (turn := game.advance()) is not None:
                game.decide(person(turn))
        except (LeftTheTable, KeyboardInterrupt) as leaving:
            self._show("\nYou leave the table.")
            if isinstance(leaving, KeyboardInterrupt):
                raise

    def _ask(self, prompt: str) -> str:
        show(prompt, self._stream, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():
            self._show("".join(letter if letter.isprintable() else "?" for letter in line.rstrip("\n")))
        return line

    def _show(self, text: str) -> None:
        show(text, self._stream)

    def _situation(self, turn: Turn) -> str:
        from sim.narrative.briefing import briefing, news

        heard = news(self._cast, turn.happened)
        standing = briefing(self._cast, self._side, turn.date, turn.about, turn.steps_so_far())
        return "\n".join([*(["", "Since then:", *heard] if heard else []), *standing])
