"""Do all doors lead to the same room: every scenario through every command, one run by every way of asking for it?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim import NegotiationModel, list_scenarios, load_scenario, run_many, run_one

SEED = 11


def first_side(name: str) -> str:
    return next(iter(load_scenario(name).leaders))


def ways(name: str, folder: Path) -> list[list[str]]:
    """A line for each command that takes a scenario."""
    start = str(load_scenario(name).start)
    return [
        ["check", name],
        ["show", name, "--guesses"],
        ["diff", name, "two-leaders"],
        ["new", f"my-{name}", "--extends", name, "--out", str(folder)],
        ["run", name, "--seed", "3"],
        ["explain", name, "--at", start, "--who", first_side(name)],
        ["compare", name, "--set", "weights.face=0"],
        ["ensemble", name, "-n", "64", "--json"],
        ["report", name, "--out", str(folder / "report.html"), "--lucks", "12"],
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_scenario_passes_through_every_command_peer_row_35(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in ways(name, tmp_path):
        assert main(line) == 0, (line, capsys.readouterr().err)


@pytest.mark.parametrize("name", ["us-china-2025", "two-leaders"])
def test_one_run_is_the_same_by_every_door_peer_row_15(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = run_one(name, seed=SEED, run=2)
    model = NegotiationModel(name, seed=SEED, run=2)
    model.run_model()
    assert model.trajectory().equals(told)
    counted = run_many(name, seed=SEED, runs=3, parameters="central")
    assert counted[2].equals(told)
    assert counted.outcomes[2] == told.outcome.outcome_class
    assert main(["run", name, "--seed", str(SEED), "--run", "2", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["outcome"]["class"] == str(told.outcome.outcome_class)
    assert len(said["events"]) == len(told.columns["events"]["event"])


def test_a_seed_is_echoed_or_refused_peer_row_4(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--seed", "12345", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 12345
    assert main(["run", "two-leaders", "--seed", "-1"]) == 2
    with pytest.raises(ValueError, match="seed"):
        run_one("two-leaders", seed=2**32)
