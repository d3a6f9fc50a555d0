"""`climbdown play`: take a leader's seat in the terminal; the model plays the other side."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.at_the_table import Table
from analysis.cli.errors import UserError
from analysis.cli.game_end import as_plain_game, debrief_lines, other_lucks
from analysis.cli.game_keeping import Keeper, free_place, refuse_another_game, take_up
from analysis.cli.named_leader import find_leader
from analysis.cli.one_run import Parameters, ParametersOption, refuse_place
from analysis.cli.options import AsJson, Out, RunNumber, Seed, Settings, load_varied
from analysis.cli.printing import say, say_json
from analysis.cli.run import as_plain, told

if TYPE_CHECKING:
    from sim.run import Game
    from sim.scenario import Scenario

Subject = Annotated[
    str | None,
    typer.Argument(metavar="SCENARIO", help="A scenario file, or the name of a shipped scenario.", show_default=False),
]
Seats = Annotated[
    list[str] | None,
    typer.Option("--as", metavar="LEADER", help="Whose seat you take, by id or name; twice for both seats."),
]
Two = Annotated[bool, typer.Option("--two", help="Both seats are yours: two people at one keyboard.")]
EveryDecision = Annotated[
    bool, typer.Option("--every-decision", help="Move whenever the model's own clock asks, to the scenario's end.")
]
Weeks = Annotated[
    int | None,
    typer.Option("--weeks", min=0, max=520, metavar="N", help="How long the game lasts; 12 by default, 0: all."),
]
Lucks = Annotated[
    int, typer.Option("--lucks", min=0, max=100_000, metavar="N", help="Other lucks played when the game is over.")
]
Resume = Annotated[
    Path | None, typer.Option("--resume", metavar="DIR", help="Play on a game that was kept there.", show_default=False)
]


def play(
    scenario: Subject = None,
    seats: Seats = None,
    two: Two = False,
    every_decision: EveryDecision = False,
    weeks: Weeks = None,
    lucks: Lucks = 500,
    resume: Resume = None,
    settings: Settings = None,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: ParametersOption = Parameters.central,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Decide for one of the two leaders, a move a week; the model decides for the other.

    You see what you want and what you must not give, then week by week what happened, where things stand, and a few
    moves, each with a letter that stays the same. Requests of the other side are put to you when they fall due. Type
    ? for help, w for what advisers would say, u to take a decision back, s to save. q, Ctrl-C and Ctrl-D leave the
    table: what was played is told, and kept with --out (at a keyboard, always).

    At the end: what the model would have done in your place, and how often the same moves end how under other luck.

    Moves may be piped in, one a line. With --json the talk goes to the error stream and the record to the output.
    """
    if resume is not None:
        refuse_beside(resume, (scenario, settings, seats, two, every_decision, weeks is not None, seed, run))
        game, keeper = take_up(resume), Keeper(out or resume, own=out is None)
    else:
        varied = load_varied(_named(scenario), settings)
        game = opened(varied, _sides(varied, seats, two), (seed, run, str(parameters)), every_decision, weeks)
        keeper = Keeper(out)
    refuse_another_game(out)
    refuse_place(out)
    unasked = sys.stdin.isatty()  # asked now: a terminal that was closed says no later
    with ended_from_outside() as let_nothing_end_it:
        try:
            interrupted = _sit_down(Table(game, sys.stderr if as_json else sys.stdout, keeper), let_nothing_end_it)
        finally:  # however the game ends: an error of ours, a closed pipe
            refused = _keep(game, keeper, unasked)
    _tell(game, keeper, 0 if interrupted or not game.finished else lucks, as_json)
    if refused is not None:
        raise refused
    if interrupted:
        raise KeyboardInterrupt


def _sit_down(table: Table, let_nothing_end_it: Callable[[], None]) -> bool:
    """Play until the table is left; return whether Ctrl-C did it."""
    from sim.run import LeftTheTable

    with suppress(LeftTheTable):  # told only after reading from the closed terminal failed
        try:
            table.play()
        except KeyboardInterrupt:
            return True
        finally:
            let_nothing_end_it()
    return False


def refuse_beside(resume: Path, others: Sequence[object]) -> None:
    """Refuse to change what a kept game has of its own.

    Raises
    ------
    UserError
        When anything else is given.
    """
    if any(others):
        raise UserError(f"--resume {resume} has its own scenario, seats, luck and pace; leave the others out")


def _named(scenario: str | None) -> str:
    if scenario is None:
        raise UserError("name a scenario (climbdown list shows those that come with it), or --resume a kept game")
    return scenario


def _sides(scenario: Scenario, seats: Sequence[str] | None, two: bool) -> tuple[str, ...]:
    """Return the sides whose seats a person takes."""
    if two:
        return tuple(scenario.leaders)
    return tuple(dict.fromkeys(find_leader(scenario.leaders, seat) for seat in seats or [next(iter(scenario.leaders))]))


def opened(
    scenario: Scenario,
    sides: Sequence[str],
    address: tuple[int, int, str] = (0, 0, "central"),
    every_decision: bool = False,
    weeks: int | None = None,
) -> Game:
    """Return a game at the pace that was asked for: a lesson's unless every decision or another length is wanted."""
    from sim.run import EVERY_DECISION, LESSON_WEEKS, lesson_pace, open_game, shortened

    length = weeks if weeks is not None else 0 if every_decision else LESSON_WEEKS
    played = shortened(scenario, length) if length else scenario
    return open_game(played, *address, seats=sides, pace=EVERY_DECISION if every_decision else lesson_pace(scenario))


def _keep(game: Game, keeper: Keeper, unasked: bool) -> UserError | None:
    """Keep what was played, unasked where a person at a keyboard leaves early; return why its place was refused.

    The story is told all the same, and a game whose place no longer takes it is kept here instead.
    """
    here = Path(f"{game.trajectory().scenario.name}-game")
    if keeper.place is None and game.log and not game.finished and unasked:
        keeper.place = free_place(here)
    try:
        keeper.keep(game)
    except UserError as error:
        return _kept_instead(game, keeper, here, error)
    return None


def _kept_instead(game: Game, keeper: Keeper, here: Path, refusal: UserError) -> UserError:
    """Keep a game in a place of its own in the present folder; return what is to be said of the place refused."""
    try:
        place = keeper.keep(game, free_place(here))
    except UserError:
        keeper.place = None
        return refusal
    return UserError(f"{refusal}; the game is kept in {place} instead")


def _tell(game: Game, keeper: Keeper, lucks: int, as_json: bool) -> None:
    """Say how the game went, for a person or a program."""
    trajectory = game.trajectory()
    if not as_json:
        say(["", *told(trajectory, silent=game.seats)])
    found = other_lucks(game, lucks) if lucks else None
    if as_json:
        say_json({**as_plain(trajectory), "game": as_plain_game(game, found)})
        return
    say(debrief_lines(game, found))
    if keeper.place is not None:
        say([f"Record: {keeper.place}"])
        if not game.finished:
            say([f"To play on: climbdown play --resume {keeper.place}"])


@contextmanager
def ended_from_outside() -> Iterator[Callable[[], None]]:
    """Let a terminal that is closed, or a request to stop, end the game as the person's own q does, once.

    Closing a terminal may be told twice, and Ctrl-C is typed twice by whoever is in a hurry: yields what makes the game
    deaf to all of it, for the moment in which it is kept.
    """
    from sim.run import LeftTheTable

    heard = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGINT") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        heard = []  # only the main thread is told of signals

    def let_nothing_end_it() -> None:
        for number in heard:
            signal.signal(number, signal.SIG_IGN)

    def leave(*_: object) -> None:
        let_nothing_end_it()
        raise LeftTheTable

    before = {number: signal.getsignal(number) for number in heard}
    for number in heard:
        if number != signal.SIGINT:  # which Python makes an error of already
            signal.signal(number, leave)
    try:
        yield let_nothing_end_it
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
