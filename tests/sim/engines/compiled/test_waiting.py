"""Do processes that start at once wait for one another, and for nobody who is gone?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from sim.engines.compiled.waiting import lock_of, one_at_a_time

HOLD = """
import sys, time
from pathlib import Path
from sim.engines.compiled.waiting import one_at_a_time
with one_at_a_time(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_one_waits_until_the_other_is_done_or_killed(tmp_path: Path) -> None:
    folder = tmp_path / "code"
    other = holder(folder)
    entered = threading.Event()

    def enter() -> None:
        with one_at_a_time(folder):
            entered.set()

    waiting = threading.Thread(target=enter, daemon=True)
    waiting.start()
    assert not entered.wait(0.3)
    os.kill(other.pid, signal.SIGKILL)
    other.communicate()
    assert entered.wait(10)
    waiting.join(10)


def test_the_lock_is_let_go_of_after_an_error(tmp_path: Path) -> None:
    try:
        with one_at_a_time(tmp_path / "code"):
            raise ValueError
    except ValueError:
        pass
    start = time.monotonic()
    with one_at_a_time(tmp_path / "code"):
        assert lock_of(tmp_path / "code").exists()
    assert time.monotonic() - start < 5


def test_without_a_folder_nobody_waits(tmp_path: Path) -> None:
    with one_at_a_time(None), one_at_a_time(None), one_at_a_time(tmp_path / "gone" / "code"):
        assert not (tmp_path / "gone").exists()


def test_a_folder_in_place_of_the_lock_is_set_aside(tmp_path: Path) -> None:
    lock = lock_of(tmp_path / "code")
    (lock / "inside").mkdir(parents=True)
    with one_at_a_time(tmp_path / "code"):
        assert lock.is_file()
    assert lock.with_name(f"{lock.name}.damaged").is_dir()
