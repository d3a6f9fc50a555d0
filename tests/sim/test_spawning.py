"""Does a script without a main guard end, with results, where processes are spawned (peer row 6)?

On Windows and macOS a new process imports the script anew. Nothing here starts processes behind the caller's back, and
looking across many runs, which does, falls back on its own process.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sim
from sim.run import prepare_engine

A_MINUTE = 60
HEAD = """
import multiprocessing
multiprocessing.set_start_method("spawn", force=True)
"""
SCRIPTS = {
    "run_many": """
from sim import run_many
print("finished", len(run_many("two-leaders", runs=200, threads=2)))
""",
    "batch_run": """
import mesa
from sim import NegotiationModel
given = {"scenario": "two-leaders", "run": [0, 1, 2]}
print("finished", len(mesa.batch_run(NegotiationModel, given, number_processes=1, display_progress=False)))
""",
    "look_across": """
from analysis.estimates import deciding
from analysis.estimates.deciding import Question, look_across
from sim.files import load_scenario
asked = Question(load_scenario("two-leaders"), "aldmark", 9.0, "", 0, "central")
deciding.WORTH_PROCESSES = 10
print("finished", look_across(asked, range(20), lambda done: None).runs)
""",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_unguarded_script_ends_with_results(name: str, tmp_path: Path) -> None:
    prepare_engine()
    script = tmp_path / "mine.py"
    script.write_text(HEAD + SCRIPTS[name])
    root = str(Path(sim.__file__).parents[1])
    found = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=A_MINUTE,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.count("finished") >= 1
    assert "Traceback" not in found.stderr
