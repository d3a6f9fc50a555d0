"""Does everything work without numba, and is the answer the same?"""

from __future__ import annotations

import os
import subprocess
import sys

from sim.run import run_many
from tests.agreement.tables import digest

SCRIPT = """
import sys
sys.modules["numba"] = None  # as where it is not installed
from sim.run import engine_state, prepare_engine, run_many
from tests.agreement.tables import digest
prepare_engine()
print(engine_state(), digest(run_many("two-leaders", seed=2, runs=9, threads=2, pictures=True)))
"""


def test_without_numba_installed() -> None:
    found = subprocess.run([sys.executable, "-c", SCRIPT], env=os.environ, capture_output=True, text=True, check=True)
    state, told = found.stdout.split()
    assert state == "plain"
    assert told == digest(run_many("two-leaders", seed=2, runs=9, pictures=True))
