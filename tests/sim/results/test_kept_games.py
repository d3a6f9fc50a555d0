"""A kept game is a record that plays on, comes back as it was, and refuses what nobody could have played."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.results.kept_games import GAME, KeptGame, read_game, write_game
from sim.results.placing import RecordError
from sim.results.trajectory import Trajectory
from sim.run import Game, open_game

SIDES = ("aldmark", "verenia")


def game(decisions: int = 3) -> Game:
    game = open_game("two-leaders", 4, seats=("verenia",), pace=7)
    for _ in range(decisions):
        game.advance()
        game.decide(None)
    return game


def kept(played: Game) -> KeptGame:
    return KeptGame(played.seats, played.pace, played.log)


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_it_comes_back_as_it_was_and_is_a_record(tmp_path: Path, name: str) -> None:
    played = game()
    place = write_game(played.trajectory(), kept(played), tmp_path / name)
    assert read_game(place, SIDES) == kept(played)
    assert Trajectory.load(place).equals(played.trajectory())
    assert kept(played).decisions == {move.decision for move in played.log}


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_a_later_state_replaces_an_earlier_one(tmp_path: Path, name: str) -> None:
    for played in (game(2), game(4)):
        write_game(played.trajectory(), kept(played), tmp_path / name)
    found = read_game(tmp_path / name, SIDES)
    assert found is not None and len(found.log) == 4


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_a_run_that_nobody_played_has_no_game(tmp_path: Path, name: str) -> None:
    game(1).trajectory().save(tmp_path / name)
    assert read_game(tmp_path / name, SIDES) is None


def test_it_does_not_go_over_anything_else(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("mine")
    played = game(1)
    with pytest.raises(RecordError, match="chapter"):
        write_game(played.trajectory(), kept(played), tmp_path / "thesis")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"format": 2}, "format"),
        ({"seats": ["atlantis"]}, "atlantis"),
        ({"seats": []}, "seats"),
        ({"pace_days": -1}, "pace_days"),
        ({"pace_days": True}, "pace_days"),
        ({"pace_days": None}, "pace_days"),
        ({"decisions": [[1, "surrender"]]}, "decisions"),
        ({"decisions": [[1.5, "hold"]]}, "decisions"),
        ({"decisions": [["hold"]]}, "decisions"),
        ({"decisions": 3}, "decisions"),
    ],
)
def test_what_nobody_could_have_played_is_refused(tmp_path: Path, changes: dict[str, object], complaint: str) -> None:
    played = game(1)
    place = write_game(played.trajectory(), kept(played), tmp_path / "kept")
    content = json.loads((place / GAME).read_text()) | changes
    (place / GAME).write_text(json.dumps(content))
    with pytest.raises(RecordError, match=complaint):
        read_game(place, SIDES)


@pytest.mark.parametrize("key", ["seats", "pace_days", "decisions"])
def test_what_is_missing_is_named(tmp_path: Path, key: str) -> None:
    played = game(1)
    place = write_game(played.trajectory(), kept(played), tmp_path / "kept")
    content = json.loads((place / GAME).read_text())
    del content[key]
    (place / GAME).write_text(json.dumps(content))
    with pytest.raises(RecordError, match=f"{key} is missing"):
        read_game(place, SIDES)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_game_is_refused(tmp_path: Path, text: str) -> None:
    played = game(1)
    place = write_game(played.trajectory(), kept(played), tmp_path / "kept")
    (place / GAME).write_text(text)
    with pytest.raises(RecordError, match=GAME):
        read_game(place, SIDES)
