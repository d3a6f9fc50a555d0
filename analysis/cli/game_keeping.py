"""Keeping a game: where it goes, that nothing else is replaced, and taking it up again."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli.errors import UserError
from analysis.cli.one_run import refuse_place

if TYPE_CHECKING:
    from sim.results.kept_games import KeptGame
    from sim.results.trajectory import Trajectory
    from sim.run import Game


class Keeper:
    """Keeps a game in one place, again and again as it goes on.

    Parameters
    ----------
    out : Path or None
        Where; None until somebody names a place.
    own : bool
        Whether what is there is an earlier state of this very game, and may be replaced.
    """

    def __init__(self, out: Path | None, own: bool = False) -> None:
        self.place, self._own = out, own

    def keep(self, game: Game, place: Path | None = None) -> Path | None:
        """Keep a game as it stands, in the place named now or before; return where, or None if nowhere.

        What came to lie there while the game was played stays: the game goes to a place beside it.

        Raises
        ------
        UserError
            When the place cannot be used.
        """
        from sim.results.kept_games import write_game
        from sim.results.record_storing import RecordError

        is_new = place is not None and place != self.place
        if place is not None and is_new:
            refuse_another_game(place)
            refuse_place(place)
        wanted = place or self.place
        if wanted is None:
            return None
        target = wanted if self._own and not is_new else free_place(wanted)
        try:
            write_game(game.trajectory(), as_kept(game), target)
        except RecordError as error:
            raise UserError(str(error)) from error
        self.place, self._own = target, True  # only now: a place that was refused is not tried again
        return target


def as_kept(game: Game) -> KeptGame:
    """Return what a person decided in a game, for keeping."""
    from sim.results.kept_games import KeptGame

    return KeptGame(game.seats, game.pace, game.log)


def take_up(place: Path) -> Game:
    """Return a game that was kept, played up to where it was left.

    Raises
    ------
    UserError
        When there is none, or it was played under other rules.
    """
    from sim.results.kept_games import read_game
    from sim.results.record_storing import RecordError
    from sim.results.trajectory import Trajectory
    from sim.run import open_game

    try:
        record = Trajectory.load(place)
        kept = read_game(place, tuple(record.scenario.leaders))
    except RecordError as error:
        raise UserError(str(error)) from error
    if kept is None:
        raise UserError(f"{place}: a run is kept there that nobody played; climbdown explain and report read it")
    game = open_game(record.scenario, record.seed, record.run, record.parameters, seats=kept.seats, pace=kept.pace)
    try:
        game.replay(kept.log)
    except ValueError as error:
        raise UserError(f"{place}: the game cannot be played on: {error}") from error
    if not game.trajectory().equals(record):
        raise UserError(f"{place}: {_why_another(record)}")
    return game


def _why_another(record: Trajectory) -> str:
    """Say why the moves of a kept game do not lead to the record beside them: it would be lost by playing on."""
    if record.version != _version():
        return f"was played with climbdown {record.version}, whose rules were others"
    return "the moves in game.json are not those of the record beside it; one of the two was changed"


def _version() -> str:
    from sim.version import __version__

    return __version__


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


def free_place(out: Path) -> Path:
    """Return the place itself, or a place beside it where something came to lie there while the game was played."""
    from sim.results.replacing import keeps_something

    names = (out.with_name(f"{out.stem}.{number}{out.suffix}") for number in count(2))
    return next(place for place in chain((out,), names) if not keeps_something(place))
