"""A command's run is the library's run; scripts and places to keep it are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.errors import UserError
from analysis.cli.one_run import Parameters, keep, read_policies, run_once
from sim.files import ScenarioError, load_scenario
from sim.run import run_one

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
