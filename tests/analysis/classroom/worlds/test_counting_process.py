"""The process that counts answers lines with lines, survives a job that cannot be done, and ends with its asker."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from analysis.classroom.session.state import Counted
from analysis.classroom.worlds.counting import count
from analysis.classroom.worlds.worker_process import MODULE
from sim.files.scenario_writing import plain_tree
from tests.analysis.classroom.worlds.small_lessons import SEED, small_lesson


def job(measure: str) -> dict[str, Any]:
    return {"scenario": plain_tree(small_lesson().scenario), "seed": SEED, "measure": measure, "runs": 12}


def test_jobs_are_answered_in_order_and_the_end_of_the_input_is_the_end() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for asked in (job("ever_cal"), job("ever_call")):
        process.stdin.write(json.dumps(asked, default=str) + "\n")
    said: list[dict[str, Any]] = []
    while not said or not said[-1].get("whole"):
        said.append(json.loads(process.stdout.readline()))
    process.stdin.close()
    assert process.wait(30) == 0
    process.stdout.close()
    assert [message["said"] for message in said[:2]] == ["ready", "wrong"]
    assert "ever_cal" in said[1]["why"]
    expected: Counted = list(count(small_lesson().scenario, SEED, "ever_call", 12))[-1]
    assert (said[-1]["happened"], said[-1]["low"]) == (expected.happened, expected.low)
    assert tuple(said[-1]["endings"]) == expected.endings
