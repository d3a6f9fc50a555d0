"""Is a study measured in all its parts, at sizes too small to mean much?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "sweep.py"


@pytest.mark.slow
def test_a_study_is_measured_in_all_its_parts(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), "--quick", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "sweep.md").read_text()
    assert page.strip() == done.stdout.strip()
    for part in ("mesa.batch_run", "storage and bookkeeping", "two threads", "two processes", "rows a second"):
        assert part in page
