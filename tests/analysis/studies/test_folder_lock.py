"""Is a second process told who is at work, and does a dead one's lock bind nobody?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.studies.folder_lock import LOCK, locked
from analysis.studies.study import StudyError
from tests.analysis.studies.made import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from analysis.studies.folder_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_is_told_who_is_there_until_the_first_dies(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StudyError, match=f"process {holder.pid}"), locked(tmp_path):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / LOCK).read_text() == f"{holder.pid}\n"
    with locked(tmp_path):
        assert (tmp_path / LOCK).read_text() == f"{os.getpid()}\n"


def test_it_can_be_taken_again_and_again(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path):
            pass
