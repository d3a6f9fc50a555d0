"""Does the compiling process say how far it is, share its work, and end with whoever started it?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.compiled.compile_once import Teller, main
from sim.engines.compiled.compiling import cache_folder
from sim.engines.compiled.first_use import LET_GO, stage_file
from sim.rule import RULES
from sim.run import prepare_engine

ROOT = Path(__file__).resolve().parents[4]


def test_it_counts_rules_and_nothing_else(tmp_path: Path) -> None:
    import sim.engines.compiled.kernel  # noqa: F401 - defines the rules

    teller = Teller(tmp_path / "stage", 3)
    for compiled in (RULES[0], RULES[1], RULES[1], len, None):
        teller.count(compiled)
    teller.tell()
    assert json.loads((tmp_path / "stage").read_text()) == {"words": "rule 2 of 3", "share": 2 / 3}
    teller.count(RULES[2])
    teller.tell()
    assert json.loads((tmp_path / "stage").read_text())["words"] == "machine code"
    assert [path.name for path in tmp_path.iterdir()] == ["stage"]


def test_a_disk_that_refuses_hinders_nothing(tmp_path: Path) -> None:
    Teller(tmp_path / "nowhere" / "stage", 3).tell()


def test_where_nothing_can_be_kept_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_CACHE", f"{os.devnull}/nowhere")
    monkeypatch.setattr("sim.engines.compiled.compile_once.end_with_starter", lambda _: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with Path(os.devnull).open() as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        assert main() == 1


def compiler() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "sim.engines.compiled.compile_once"],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_what_is_kept_already_is_not_compiled_again_and_no_stage_is_left() -> None:
    prepare_engine()
    process = compiler()
    said = process.communicate(LET_GO, timeout=120)
    assert process.returncode == 0, said
    folder = cache_folder()
    assert folder is not None
    assert not stage_file(folder).exists()


def test_it_ends_when_nobody_lets_it_go() -> None:
    process = compiler()
    process.communicate(b"", timeout=120)
    assert process.returncode == 1
