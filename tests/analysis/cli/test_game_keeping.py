"""A game is kept where nothing else is, again and again, and is taken up only where it can be played on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.errors import UserError
from analysis.cli.game_keeping import Keeper, free_place, refuse_another_game, take_up
from analysis.cli.play import opened
from sim.files import load_scenario
from sim.results.record_storing import RecordError
from sim.run import Game, run_one

BASE = load_scenario("two-leaders")


def game(decisions: int = 2) -> Game:
    game = opened(BASE, ("verenia",))
    for _ in range(decisions):
        game.advance()
        game.decide(None)
    game.advance()
    return game


def test_a_keeper_without_a_place_keeps_nothing() -> None:
    assert Keeper(None).keep(game()) is None


def test_the_same_game_goes_over_its_earlier_state(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "kept")
    assert keeper.keep(game(1)) == keeper.keep(game(3)) == tmp_path / "kept"
    assert len(take_up(tmp_path / "kept").log) == 3


def test_what_came_to_lie_there_meanwhile_stays(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "kept")
    (tmp_path / "kept").write_text("mine")
    assert keeper.keep(game()) == tmp_path / "kept.2"
    assert (tmp_path / "kept").read_text() == "mine"


def test_a_place_named_later_is_taken_only_if_free(tmp_path: Path) -> None:
    keeper = Keeper(None)
    assert keeper.keep(game(), tmp_path / "here") == tmp_path / "here"
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(UserError, match="taken"):
        keeper.keep(game(), tmp_path / "taken")
    assert keeper.keep(game()) == tmp_path / "here"


def test_a_game_comes_back_at_its_open_decision(tmp_path: Path) -> None:
    played = game()
    Keeper(tmp_path / "kept").keep(played)
    again = take_up(tmp_path / "kept")
    assert (again.seats, again.pace, again.log, again.turn) == (played.seats, played.pace, played.log, played.turn)
    assert again.trajectory().equals(played.trajectory())


def test_a_run_that_nobody_played_is_not_taken_up(tmp_path: Path) -> None:
    run_one(BASE, 1).save(tmp_path / "run")
    with pytest.raises(UserError, match="nobody played"):
        take_up(tmp_path / "run")
    with pytest.raises(UserError, match="no such folder"):
        take_up(tmp_path / "nowhere")


def test_a_game_whose_moves_do_not_fit_is_refused(tmp_path: Path) -> None:
    Keeper(tmp_path / "kept").keep(game())
    file = tmp_path / "kept" / "game.json"
    content = json.loads(file.read_text())
    content["decisions"][0][0] += 1
    file.write_text(json.dumps(content))
    with pytest.raises(UserError, match="cannot be played on"):
        take_up(tmp_path / "kept")


def test_free_places(tmp_path: Path) -> None:
    (tmp_path / "kept.zip").write_text("another")
    (tmp_path / "kept.2.zip").write_text("a third")
    assert free_place(tmp_path / "kept.zip") == tmp_path / "kept.3.zip"
    assert free_place(tmp_path / "new") == tmp_path / "new"
    with pytest.raises(UserError, match="kept there already"):
        refuse_another_game(tmp_path / "kept.zip")
    refuse_another_game(tmp_path / "new")
    refuse_another_game(None)


def test_a_place_that_was_refused_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise RecordError("the disk is full")

    keeper = Keeper(tmp_path / "kept")
    with monkeypatch.context() as full:
        full.setattr("sim.results.kept_games.write_game", refuse)
        with pytest.raises(UserError, match="full"):
            keeper.keep(game(), tmp_path / "elsewhere")
    assert keeper.keep(game()) == tmp_path / "kept"


def test_moves_that_do_not_lead_to_the_record_are_not_played_over_it(tmp_path: Path) -> None:
    Keeper(tmp_path / "kept").keep(game())
    file = tmp_path / "kept" / "game.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "decisions": []}))
    with pytest.raises(UserError, match="not those of the record beside it"):
        take_up(tmp_path / "kept")
