"""`climbdown compare`: the same luck under two settings, side by side from where the runs part."""

from __future__ import annotations

import json

import pytest

from analysis.cli.compare import measures, rewrite
from analysis.cli.main import main
from analysis.documents.terminal_writing import block_lines
from sim.narrative.case_words import PLAIN
from sim.run import run_one
from sim.vocabulary import milestones

PAIR = ["compare", "us-china-2025", "--set", "leaders.us.market_sensitivity=0.1"]


def test_it_fits_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PAIR, "--vs", "leaders.us.market_sensitivity=0.9"]) == 0
    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    for part in ("A: leaders.us.market_sensitivity=0.1", "B: leaders.us.market_sensitivity=0.9"):
        assert part in told
    assert "The two runs part" in told
    assert " | " in told


def test_what_happened_on_the_way_is_told_line_by_line_and_uncut() -> None:
    """Fault: five things that had happened made one cell of a line of more than 80 columns."""
    busy, idle = run_one("two-leaders"), run_one("two-leaders")
    busy.outcome.ever.update(dict.fromkeys(milestones.EVER, True))
    idle.outcome.ever.update(dict.fromkeys(milestones.EVER, False))
    told = list(block_lines(measures(busy, idle)))
    assert max(map(len, told)) <= 80
    for row in milestones.ROWS:
        (line,) = [line for line in told if line.startswith(f"  {PLAIN.fill(row.phrase)} ")]
        assert line.split()[-2:] == ["yes", "no"]
    quiet = list(block_lines(measures(idle, idle)))
    assert not [line for line in quiet for row in milestones.ROWS if line.startswith(f"  {PLAIN.fill(row.phrase)} ")]


def test_without_vs_the_other_run_is_the_scenario_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PAIR, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["run", "us-china-2025", "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert told["runs"][1]["events"] == plain["events"]
    assert told["runs"][1]["settings"] == "B: the scenario as it is"


def test_a_display_name_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "us-china-2025", "--set", "leaders.us.name=Somebody"]) == 0
    assert "the same story" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["--set", "a=1", "--vs", "--set", "b=2"], ["--set", "a=1", "--vs", "b=2"]),
        (["--set", "a=1", "--vs", "--set=b=2", "--set", "c=3"], ["--set", "a=1", "--vs=b=2", "--vs", "c=3"]),
        (["--set", "a=1", "--vs"], ["--set", "a=1"]),
        (["--set", "a=1", "--vs", "--seed", "3", "--set", "b=2"], ["--set", "a=1", "--seed", "3", "--vs", "b=2"]),
        (["--vs", "b=2", "--set", "a=1"], ["--vs", "b=2", "--set", "a=1"]),
    ],
)
def test_vs_opens_the_other_settings(typed: list[str], meant: list[str]) -> None:
    assert rewrite(typed) == meant


def test_both_spellings_mean_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for spelling in (["--vs", "leaders.us.ego=0.1"], ["--vs", "--set", "leaders.us.ego=0.1"]):
        assert main([*PAIR, *spelling]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
