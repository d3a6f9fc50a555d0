"""Is a scenario found by its shipped name or its path, and is a wrong name answered with the right ones?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.files import ScenarioError, list_scenarios, load_scenario
from sim.files.shipped import FOLDER


@pytest.mark.parametrize("name", list_scenarios())
def test_each_loads_under_its_own_name(name: str) -> None:
    assert load_scenario(name).name == name


def test_a_path_as_text_and_as_path() -> None:
    path = FOLDER / "two-leaders.yaml"
    assert load_scenario(path) == load_scenario(str(path)) == load_scenario("two-leaders")


def test_a_wrong_name() -> None:
    with pytest.raises(ScenarioError, match="did you mean 'us-china-2025'"):
        load_scenario("us-chyna-2025")


def test_a_file_without_ending_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").write_text("extends: two-leaders\nname: mine\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_scenario("mine").name == "mine"


def test_something_else_than_a_name() -> None:
    with pytest.raises(ScenarioError, match="not int"):
        load_scenario(3)  # type: ignore[arg-type]


def test_loading_pulls_in_nothing_heavy() -> None:
    heavy = ("numpy", "pandas", "mesa", "numba", "typer", "rich")
    code = "import sys; from sim import load_scenario; load_scenario('two-leaders');"
    code += f"print([name for name in {heavy} if name in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parent)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "[]"
