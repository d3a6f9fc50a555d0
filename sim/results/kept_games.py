"""A game that is kept: the record of what was played, and beside its tables which decisions a person took.

The record alone is read by everything that reads records; `game.json` is what it takes to play on, and tells a
person's decisions from the model's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sim.results.placing import RecordError, read_files, write_files
from sim.results.record_storing import MANIFEST, Record, record_files
from sim.vocabulary import actions as a
from sim.vocabulary import answers

GAME = "game.json"
LARGEST_GAME = 1_000_000
"""Bytes; a line for each decision that a person took."""

FORMAT = 1
OPTIONS = frozenset((*a.WORDS, *answers.WORDS))


class KeptGame(NamedTuple):
    """Which seats were a person's, at what pace (days between moves; 0: every decision), and what they decided."""

    seats: tuple[str, ...]
    pace: float
    log: tuple[tuple[int, str], ...]

    @property
    def decisions(self) -> frozenset[int]:
        """The numbers of the decisions that a person took, as in the decisions table of the record."""
        return frozenset(number for number, _ in self.log)


def write_game(record: Record, game: KeptGame, path: str | Path) -> Path:
    """Keep a game in a folder, or in one ``.zip``, whole or not at all.

    Raises
    ------
    RecordError
        When something that is no record is there, or the disk refuses; what was there before is untouched.
    """
    content = {"game": "climbdown game", "format": FORMAT, "seats": list(game.seats), "pace_days": game.pace}
    content["decisions"] = [list(move) for move in game.log]
    told = (json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode()
    return write_files(Path(path), {**record_files(record), GAME: told}, MANIFEST)


def read_game(path: str | Path, sides: Sequence[str]) -> KeptGame | None:
    """Return what a person decided in a kept record; None when it is a record without a game.

    Parameters
    ----------
    path : str or Path
        A kept record.
    sides : sequence of str
        The sides of its scenario.

    Raises
    ------
    RecordError
        When its game cannot be read, or is none that could have been played.
    """
    place = Path(path)
    if place.is_dir() and not (place / GAME).exists():
        return None
    try:
        found = json.loads(read_files(place, {GAME: LARGEST_GAME})[GAME])
    except RecordError:
        if place.is_file():
            return None  # an archive without a game
        raise
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{place}: {GAME} is not the game of a climbdown record") from error
    try:
        return _game(found, sides)
    except KeyError as error:
        raise RecordError(f"{place}: {GAME}: {error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise RecordError(f"{place}: {GAME}: {error}") from error


def _game(found: Mapping[str, Any], sides: Sequence[str]) -> KeptGame:
    """Check what was read, part by part; ValueError says what is wrong."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError("is not in the format that this climbdown reads")
    return KeptGame(_seats(found["seats"], sides), _pace(found["pace_days"]), tuple(_moves(found["decisions"])))


def _seats(seats: object, sides: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(seats, list) or not seats or any(seat not in sides for seat in seats):
        raise ValueError(f"seats is {seats!r}; allowed: a list of {', '.join(sides)}")
    return tuple(seats)


def _pace(pace: object) -> float:
    if isinstance(pace, bool) or not isinstance(pace, int | float) or not 0 <= pace <= LARGEST_PACE:
        raise ValueError(f"pace_days is {pace!r}; allowed: 0 to {LARGEST_PACE}")
    return float(pace)


def _moves(log: object) -> Iterator[tuple[int, str]]:
    if not isinstance(log, list) or not all(_is_move(move) for move in log):
        raise ValueError("decisions is no list of numbers and options")
    yield from ((number, option) for number, option in log)


LARGEST_PACE = 3650


def _is_move(move: object) -> bool:
    if not isinstance(move, list) or len(move) != 2:
        return False
    number, option = move
    return type(number) is int and number >= 0 and isinstance(option, str) and option in OPTIONS
