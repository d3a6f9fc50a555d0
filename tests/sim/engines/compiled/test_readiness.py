"""Is the state of the engine told without loading it, and does the digest of the rules name the rules alone?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from sim.engines.compiled.readiness import engine_state, rules_digest


def test_without_numba_runs_are_counted_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert engine_state() == "plain"


def test_the_digest_is_the_same_in_every_process() -> None:
    code = "from sim.engines.compiled.readiness import rules_digest; print(rules_digest())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == rules_digest()
    assert len(rules_digest()) == 16
