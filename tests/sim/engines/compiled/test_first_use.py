"""Are the first runs of a machine done at once, the same whoever does them, and is no process left behind?"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engines.compiled import engine, first_use
from sim.engines.compiled.first_use import LET_GO, Making, compiling_aside, log_file, plain_for_now, stage_file
from sim.files import load_scenario, vary
from sim.run import make_counter, parting_days, run_many, stream_many
from tests.agreement.tables import digest
from tests.sim.engines.compiled.ready_later import ReadyLater

ROOT = Path(__file__).resolve().parents[4]
SHORT = vary(load_scenario("us-dprk-2019"), {"horizon_days": 5})
PAIR = [vary(SHORT, {"horizon_days": 40, "leaders.us.ego": ego}) for ego in (0.1, 0.9)]


@settings(max_examples=12)
@given(asked=st.integers(0, 60), threads=st.sampled_from([1, 2]))
def test_no_bit_tells_when_the_engine_became_ready(asked: int, threads: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "BATCH_RUNS", 5)
        want = digest(run_many(SHORT, seed=3, runs=23, pictures=True))
        patch.setattr(first_use, "_under_way", ReadyLater(asked))
        assert digest(run_many(SHORT, seed=3, runs=23, pictures=True, threads=threads)) == want


@pytest.mark.parametrize("asked", [0, 1, 4, 9, 1000])
def test_pieces_are_the_same_and_the_first_runs_are_shown_early(asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    want = [digest(piece) for piece in stream_many(SHORT, runs=50, piece=40)]
    monkeypatch.setattr(first_use, "_under_way", ReadyLater(asked))
    shown: list[int] = []
    pieces = list(stream_many(SHORT, runs=50, piece=40, early=lambda runs: shown.extend(runs.run.tolist())))
    assert [digest(piece) for piece in pieces] == want
    assert shown == list(range(len(shown)))
    assert bool(shown) == (asked > 0)


def test_an_interrupted_piece_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_use, "_under_way", ReadyLater(10_000))
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if sum(told) >= 20:
            raise KeyboardInterrupt

    (piece,) = stream_many(SHORT, runs=50, piece=40, threads=1, progress=stop, early=lambda _: None)
    assert piece.partial
    assert piece.run.tolist() == list(range(20))


@pytest.mark.parametrize("asked", [0, 2, 5, 1000])
def test_where_pairs_part_is_the_same(asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    want = parting_days(*PAIR, runs=range(6))
    monkeypatch.setattr(first_use, "_under_way", ReadyLater(asked))
    assert parting_days(*PAIR, runs=range(6)).tobytes() == want.tobytes()
    assert not np.isnan(want).all()


def test_no_runs_compile_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "warm_up", lambda _: pytest.fail("nothing is to be run"))
    assert len(make_counter(SHORT).count(0, [])) == 0


def test_a_machine_without_numba_counts_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not plain_for_now()
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert plain_for_now()


def process(script: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE)


def test_a_process_that_ends_well_is_ready_and_one_that_does_not_has_failed(tmp_path: Path) -> None:
    for script, ready in (("", True), ("raise SystemExit(3)", False)):
        child = process(script)
        child.wait(30)
        making = Making(child, tmp_path / "code")
        assert (making.ready(), making.failed()) == (ready, not ready)
        making.let_go()
    log_file(tmp_path / "code").write_text("Traceback\nMemoryError\n")
    assert making.reason() == "MemoryError"


def test_what_the_process_says_is_told_unless_it_is_stale_or_torn(tmp_path: Path) -> None:
    making = Making(process("input()"), tmp_path / "code")
    file = stage_file(tmp_path / "code")
    assert making.stage()[:2] == ("starting", 0.0)
    file.write_text(json.dumps({"words": "rule 3 of 9", "share": 1 / 3}))
    assert making.stage()[:2] == ("rule 3 of 9", 1 / 3)
    assert 0 <= making.stage().seconds < 30
    os.utime(file, (0, 0))
    assert making.stage().words == "starting"
    for torn in ("", "{", "[]", '{"words": "x"}', '{"words": "x", "share": null}'):
        file.write_text(torn)
        assert making.stage().words == "starting"
    making.end()


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let another script than the compiler be the process."""
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    monkeypatch.setattr(first_use, "start", lambda folder: Making(process(script), folder))


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_leaving_by_an_error_or_ctrl_c_ends_the_process(
    error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "input()")
    seen: list[Making] = []

    def leave() -> None:
        with compiling_aside() as making:
            assert making is not None
            seen.append(making)
            assert plain_for_now()
            raise error

    with pytest.raises(error):
        leave()
    assert seen[0].failed()
    assert not plain_for_now()


def test_leaving_otherwise_lets_it_finish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = tmp_path / "heard"
    script = f"import sys; open({str(heard)!r}, 'wb').write(sys.stdin.buffer.read())"
    stand_in(tmp_path, monkeypatch, script)
    with compiling_aside() as making:
        assert making is not None
    until(lambda: not making.failed() and making.ready())
    assert heard.read_bytes() == LET_GO


def test_where_no_process_can_be_started_runs_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with compiling_aside() as making:
        assert making is None
        assert not plain_for_now()
    monkeypatch.setenv("CLIMBDOWN_CACHE", f"{os.devnull}/nowhere")
    with compiling_aside() as making:
        assert making is None


UNGUARDED = """
import sys
from sim.engines.compiled.first_use import compiling_aside
with compiling_aside() as making:
    print(making._process.pid, flush=True)
    sys.stdin.read()
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def until(true: object) -> None:
    deadline = time.monotonic() + 60
    while not true():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux does")
@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_its_starter_is_ended_the_compiling_process_ends_too(blow: int, tmp_path: Path) -> None:
    """The real compiler, started by a script without a main guard from a folder that has a ``sim`` of its own."""
    (tmp_path / "sim.py").write_text("raise ImportError('the wrong one')")
    environment = {**os.environ, "CLIMBDOWN_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    starter = subprocess.Popen(
        [sys.executable, "-P", "-c", UNGUARDED],
        cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert starter.stdout is not None
    pid = int(starter.stdout.readline())
    assert alive(pid)
    time.sleep(0.5)
    starter.send_signal(blow)
    starter.wait(60)
    until(lambda: not alive(pid))
    (folder,) = [path for path in (tmp_path / "cache").iterdir() if path.is_dir()]
    assert not list(folder.rglob("*.nbc"))
    starter.communicate()
