"""Does `schema` print the schema, and write it where it is asked to?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.files.json_schema import scenario_schema


def test_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == scenario_schema()


def test_written(tmp_path: Path) -> None:
    assert main(["schema", "--out", str(tmp_path / "new")]) == 0
    assert json.loads((tmp_path / "new" / "schema.json").read_text(encoding="utf-8")) == scenario_schema()
