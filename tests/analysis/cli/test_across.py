"""`climbdown explain --across`: how often each consideration decides."""

from __future__ import annotations

import json

import pytest

from analysis.cli.main import main
from sim.vocabulary import components as c

ASKED = ["explain", "us-dprk-2019", "--at", "2019-02-20", "--who", "us", "--across", "30"]


def test_it_is_told_in_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ASKED) == 0
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if len(line) > 80]
    told = " ".join(" ".join(lines).split())
    for part in (
        "nearest to 20 February 2019 in 30 lucks",
        "What is chosen",
        "What decides",
        "Most often Donald Trump",
        "others, each at most",
    ):
        assert part in told, part


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--kind", "turn", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["runs"], told["partial"], told["leader"]) == (30, False, "us")
    assert set(told["components"]) == set(c.WORDS)
    assert sum(option["estimate"] for option in told["options"].values()) == pytest.approx(1.0)
    assert sum(option["mean_probability"] for option in told["options"].values()) == pytest.approx(1.0)
    assert "accept" not in told["options"]


def test_what_belongs_to_one_run_is_refused(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--out", str(tmp_path)]) == 2
    assert "belong to one" in capsys.readouterr().err


def test_a_leader_who_never_decides(capsys: pytest.CaptureFixture[str]) -> None:
    quiet = ["--set", "horizon_days=1", "--set", "clock.rate_per_week=0.1", "--kind", "answer", "--across", "3"]
    assert main([*ASKED[:-2], *quiet]) == 2
    assert "in any of 3 runs" in capsys.readouterr().err
