"""`climbdown play`: take a leader's seat in the terminal; the model plays the other side."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.explain import find_leader
from analysis.cli.one_run import Parameters, ParametersOption, keep
from analysis.cli.options import AsJson, Out, RunNumber, ScenarioArgument, Seed, Settings, load_varied
from analysis.cli.printing import say, say_json, show
from analysis.cli.run import as_plain, told
from analysis.cli.writing import refuse_study

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory
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
    other side are put to you too. q stops; what was played so far is told, and kept with --out. Moves may be piped in,
    one a line. With --json the talk goes to the error stream and the record to the output.
    """
    refuse_study(out)
    varied = load_varied(scenario, settings)
    side = find_leader(varied.leaders, seat or next(iter(varied.leaders)))
    table = Table(varied, side, sys.stderr if as_json else sys.stdout)
    trajectory = table.play(seed, run, parameters)
    keep(trajectory, out)
    if as_json:
        say_json(as_plain(trajectory))
    else:
        say(["", *told(trajectory, silent=(side,))])


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
        self._heard = 0
        self._so_far: Callable[[], Trajectory] | None = None

    def play(self, seed: int, run: int, parameters: Parameters) -> Trajectory:
        """Play to the end, or until the person leaves, and return the record of what was played."""
        from sim.run import LeftTheTable, human, make_model

        self._show(f"You are {self._cast.leader(self._side)}; the model plays {self._cast.leader(self._other)}.")
        policy = human(self._ask, self._show, self._situation)
        model = make_model(self._scenario, seed, run, str(parameters), {self._side: policy})
        self._so_far = model.trajectory
        try:
            model.run_model()
        except LeftTheTable:
            self._show("\nYou leave the table.")
        return model.trajectory()

    def _ask(self, prompt: str) -> str:
        show(prompt, self._stream, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():
            self._show(line.rstrip("\n"))
        return line

    def _show(self, text: str) -> None:
        show(text, self._stream)

    def _situation(self, turn: Any) -> str:
        from sim.narrative.briefing import briefing, news
        from sim.results.record_rows import events

        assert self._so_far is not None
        log = events(self._so_far())
        fresh, self._heard = log[self._heard :], len(log)
        heard = news(self._cast, self._side, fresh)
        standing = briefing(self._cast, self._side, turn.date, turn.about, turn.steps_so_far())
        return "\n".join([*(["", "Since then:", *heard] if heard else []), *standing])
