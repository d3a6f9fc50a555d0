"""What every command says fits the terminal it is said on, and is the same text with colours and without."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

pytest.importorskip("SALib")

from analysis.cli.main import main
from sim.files.scenario_writing import scenario_yaml
from sim.scenario import Scenario
from tests.analysis.documents.made import made_study
from tests.generate import scenarios

CODES = re.compile("\x1b\\[[0-9;]*m")
CHANGED = ["--set", "leaders.us.ego=0.1"]
DEAL = ["--where", "outcome == 'no_contact'"]

QUICK = {
    "list": ["list"],
    "check": ["check", "two-leaders", "us-china-2025"],
    "diff": ["diff", "us-china-2025", "us-china-2018"],
    "diff all": ["diff", "us-china-2025", "us-dprk-2019", "--all"],
    "schema": ["schema"],
    "schema block": ["schema", "leaders.us"],
    "show": ["show", "us-dprk-2019"],
    "run": ["run", "two-leaders"],
    "run plain": ["run", "two-leaders", "--plain"],
    "run all": ["run", "us-dprk-2019", "--all"],
    "explain": ["explain", "us-dprk-2019", "--at", "2019-02-20", "--who", "us"],
}
RUNNING = {
    "ensemble": ["ensemble", "us-dprk-2019", "-n", "6"],
    "compare": ["compare", "us-dprk-2019", *CHANGED],
    "compare many": ["compare", "us-dprk-2019", *CHANGED, "-n", "6"],
    "across": ["explain", "us-dprk-2019", "--at", "2019-02-20", "--who", "us", "--across", "6"],
}
STUDIED = {
    "sensitivity": (["sensitivity", "made"], "saltelli"),
    "effects": (["sensitivity", "made"], "morris"),
    "discover": (["discover", "made", *DEAL], "lhs"),
}
OPTIONS: dict[str, Any] = {
    "saltelli": {"base": 64, "replications": 16},
    "morris": {"trajectories": 20},
    "lhs": {"points": 200},
}


class Terminal(io.StringIO):
    """A terminal: a stream that says so."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def said_on(columns: int, words: list[str], colours: bool) -> str:
    """What a command says on a terminal of so many columns."""
    terminal = Terminal()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("TERM", "xterm-256color" if colours else "dumb")
        patch.delenv("NO_COLOR", raising=False)
        patch.setenv("CLIMBDOWN_NO_NUMBA", "1")
        patch.setattr("sys.stdout", terminal)
        assert main(words) == 0
    return re.sub(r", \d+\.\d\s+s\.", ", 0.0 s.", terminal.getvalue())


def check_fit(words: list[str], columns: int) -> str:
    """Hold the promises of a terminal's output, and return it without colours."""
    coloured, plain = (said_on(columns, words, colours) for colours in (True, False))
    assert CODES.sub("", coloured) == plain
    assert "\x1b" not in plain
    assert [line for line in plain.splitlines() if cell_len(line) > columns] == []
    return plain


@pytest.mark.parametrize(("name", "columns"), [*zip(QUICK, cycle((80, 120, 101))), ("run", 120), ("diff", 93)])
def test_quick_commands_fit_any_terminal(name: str, columns: int) -> None:
    check_fit(QUICK[name], columns)


@pytest.mark.parametrize(("name", "columns"), list(zip(RUNNING, (80, 97, 120, 111), strict=True)))
def test_commands_that_run_fit_any_terminal(name: str, columns: int) -> None:
    check_fit(RUNNING[name], columns)


@pytest.mark.parametrize(("name", "columns"), list(zip(STUDIED, (120, 80, 97), strict=True)))
def test_questions_to_a_study_fit_any_terminal(name: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    words, kind = STUDIED[name]
    folder = made_study(kind, **OPTIONS[kind])
    monkeypatch.setattr("analysis.studies.open_folder", lambda _: folder)
    check_fit(words, columns)


@pytest.mark.parametrize("name", ["diff", "schema block", "compare", "run"])
def test_a_wide_terminal_is_used(name: str) -> None:
    words = {**QUICK, **RUNNING}[name]
    assert max(map(len, said_on(120, words, False).splitlines())) > 100
    assert max(map(len, said_on(300, words, False).splitlines())) <= 120


@pytest.mark.parametrize("name", ["ensemble", "diff", "schema", "list", "run", "explain"])
def test_headings_and_bars_are_coloured(name: str) -> None:
    words = {**QUICK, **RUNNING}[name]
    assert "\x1b[1m" in said_on(80, words, True)


@settings(max_examples=6)
@given(pair=st.tuples(scenarios(8), scenarios(8)), columns=st.integers(80, 120))
def test_any_two_scenarios_are_told_apart_within_the_terminal(pair: tuple[Scenario, Scenario], columns: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for place, scenario in enumerate(pair):
            Path(f"{place}.yaml").write_text(scenario_yaml(scenario), encoding="utf-8")
        assert check_fit(["diff", "0.yaml", "1.yaml"], columns)
        check_fit(["check", "0.yaml"], columns)
        check_fit(["compare", "0.yaml", "--set", "truce.cut=0.3"], columns)


def on_a_pty(words: list[str], **environment: str) -> str:
    """What a command writes to a real terminal."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "analysis.cli.main", *words]
    process = subprocess.Popen(
        command, stdout=theirs, stderr=theirs, stdin=theirs, env={**kept, "TERM": "xterm", **environment}
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    process.wait(60)
    os.close(ours)
    return said.decode("utf-8").replace("\r\n", "\n")


def test_a_real_terminal_has_colours_and_a_pipe_has_none() -> None:
    coloured = on_a_pty(["list"])
    plain = subprocess.run(
        [sys.executable, "-m", "analysis.cli.main", "list"], capture_output=True, text=True, check=True
    ).stdout
    assert "\x1b[1m" in coloured
    assert CODES.sub("", coloured) == plain
    assert on_a_pty(["list"], NO_COLOR="1") == plain


def test_a_message_on_a_real_terminal_is_broken_between_words(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("extends: two-leaders\nwrong: 1\n", encoding="utf-8")
    lines = on_a_pty(["check", str(file)], COLUMNS="100").splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 100
    assert all(line.startswith("    ") for line in lines[1:])


def test_nothing_is_coloured_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Any = said_on(80, ["diff", "two-leaders", "us-dprk-2019", "--json"], True)
    assert "\x1b" not in found
