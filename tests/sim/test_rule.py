"""Does marking a rule leave the function as it was, and register it for compiled code only when asked?"""

from __future__ import annotations

import subprocess
import sys

from sim import rule as marking


def test_a_rule_stays_itself() -> None:
    def double(x: float) -> float:
        return 2 * x

    before = list(marking.RULES)
    try:
        assert marking.rule(double) is double
        assert marking.RULES[-1] is double
    finally:
        marking.RULES[:] = before


def test_a_single_run_does_not_import_numba() -> None:
    code = (
        "import sys; from sim.run import run_one; from sim.files import load_scenario, vary;"
        "run_one(vary(load_scenario('two-leaders'), {'horizon_days': 5})); print('numba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
