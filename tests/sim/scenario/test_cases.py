"""Does every bad file in tests/cases get exactly its message, whichever YAML parser is installed?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sim.files import ScenarioError, load_scenario, yaml_nodes

FOLDER = Path(__file__).resolve().parents[2] / "cases"
EXPECTED: dict[str, list[str]] = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))
FORM = re.compile(r"[^:]+:\d+:\d+: .+")


def test_every_file_is_expected_and_there_are_enough() -> None:
    assert {path.name for path in FOLDER.glob("*.yaml")} - {"expected.yaml"} == set(EXPECTED)
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("parser", ["installed", "python"])
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_case(name: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    if parser == "python":
        monkeypatch.setattr(yaml_nodes, "EVENT_LOADER", yaml.SafeLoader)
    with pytest.raises(ScenarioError) as raised:
        load_scenario(name)
    said = [str(problem) for problem in raised.value.problems]
    assert all(FORM.fullmatch(line) for line in said)
    assert len(said) == len(EXPECTED[name])
    for line, expected in zip(said, EXPECTED[name], strict=True):
        assert _matches(line, expected), line


def _matches(line: str, expected: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, expected.split("..."))), line) is not None
