"""Does `diff` tell what differs and nothing else?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main


@pytest.fixture
def changed(tmp_path: Path) -> str:
    text = "extends: two-leaders\nname: changed\nmediators: {sorrel: null}\nleaders: {aldmark: {ego: 0.1}}\n"
    (tmp_path / "changed.yaml").write_text(text, encoding="utf-8")
    return str(tmp_path / "changed.yaml")


def test_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "two-leaders", "two-leaders"]) == 0
    assert capsys.readouterr().out == "The two scenarios are the same.\n"


def test_differences(changed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "two-leaders", changed, "--json"]) == 0
    rows = {row["path"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["name"]["second"] == "changed"
    assert rows["leaders.aldmark.ego"]["second"] == "0.1"
    assert rows["mediators.sorrel.name"]["second"] == "(absent)"
    assert all(path == "name" or path.startswith(("leaders.aldmark.ego", "mediators.sorrel")) for path in rows)


def test_text(changed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "two-leaders", changed]) == 0
    assert "name: two-leaders -> changed\n" in capsys.readouterr().out


def test_many_differences_are_summed_up_and_all_of_them_can_be_had(capsys: pytest.CaptureFixture[str]) -> None:
    pair = ["diff", "us-china-2025", "us-china-2018"]
    assert main(pair) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 50
    assert lines[-1] == "Every field: climbdown diff us-china-2025 us-china-2018 --all"
    assert main([*pair, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert f"differ in {len(found)} fields" in " ".join(lines[:2])
    assert main([*pair, "--all"]) == 0
    text = capsys.readouterr().out
    assert all(f"{row['path']}:" in text for row in found)
