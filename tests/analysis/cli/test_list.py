"""Does `list` name every shipped scenario within 80 columns?"""

from __future__ import annotations

import json

import pytest

from analysis.cli.main import main
from sim.scenario import list_scenarios


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told if not line.startswith(" ")] == list_scenarios()
    assert max(map(len, told)) <= 80


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list_scenarios()
    assert all(len(row["leaders"]) == 2 for row in rows)
