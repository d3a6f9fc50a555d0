"""A command's run is the library's run; scripts and places to keep it are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.errors import UserError
from analysis.cli.main import main
from analysis.cli.one_run import Parameters, keep, read_policies, run_once
from sim.files import ScenarioError, load_scenario, vary
from sim.run import open_game, run_one

SCENARIO = load_scenario("two-leaders")


@pytest.mark.parametrize("parameters", list(Parameters))
def test_it_is_the_run_of_the_library(parameters: Parameters) -> None:
    assert run_once(SCENARIO, 3, 1, parameters, {}).equals(run_one(SCENARIO, 3, 1, str(parameters)))


def test_without_a_script_nobody_is_replaced() -> None:
    assert read_policies(None, SCENARIO) == {}


def test_a_missing_script_is_said(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no such file"):
        read_policies(tmp_path / "moves.yaml", SCENARIO)


def test_a_record_in_the_way_of_something_else_is_said(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="choose another place"):
        keep(run_one(SCENARIO), tmp_path)
    keep(run_one(SCENARIO), None)


KEEPERS = {
    "run": ["run", "two-leaders", "--set", "horizon_days=30"],
    "explain": ["explain", "two-leaders", "--set", "horizon_days=30", "--at", "2020-01-01", "--who", "verenia"],
    "ensemble": ["ensemble", "two-leaders", "-n", "5", "--set", "horizon_days=30"],
}


def held(place: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in ([place] if place.is_file() else sorted(place.iterdir()))}


@pytest.mark.parametrize("verb", KEEPERS)
@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_what_is_kept_is_replaced_only_when_one_insists(
    verb: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / name
    words = [*KEEPERS[verb], "--out", str(place)]
    assert main(words) == 0
    before = held(place)
    capsys.readouterr()
    with monkeypatch.context() as patched:  # refused before anything is run
        patched.setattr("sim.run.run_one", None)
        patched.setattr("sim.run.stream_many", None)
        assert main([*words, "--seed", "5"]) == 2
    said = capsys.readouterr()
    assert "--force" in said.err
    assert said.out == ""
    assert held(place) == before
    assert main([*words, "--seed", "5", "--force"]) == 0
    assert held(place) != before


@pytest.mark.parametrize("verb", ["run", "explain"])
def test_the_very_same_record_may_be_written_again(verb: str, tmp_path: Path) -> None:
    words = [*KEEPERS[verb], "--seed", "7", "--parameters", "drawn", "--out", str(tmp_path / "kept")]
    assert main(words) == main(words) == 0


@pytest.mark.parametrize("verb", KEEPERS)
def test_a_played_game_is_not_replaced_by_the_run_of_its_luck(verb: str, tmp_path: Path) -> None:
    scenario = vary(SCENARIO, {"horizon_days": 30})
    game = open_game(scenario, 0, 0, "central", seats=("verenia",))
    game.advance()
    game.trajectory().save(tmp_path / "game")
    before = held(tmp_path / "game")
    assert main([*KEEPERS[verb], "--out", str(tmp_path / "game")]) == 2
    assert held(tmp_path / "game") == before
