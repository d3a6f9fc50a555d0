"""Does a file say the same as nested values, whatever the scenario?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from sim.files import ScenarioError, scenario_from
from sim.files.scenario_reading import read_scenario
from sim.files.scenario_writing import tree_yaml
from sim.scenario import Beta, Confidence, Provenance
from tests.generate import few, scenario_dicts
from tests.sim.scenario.test_scenario import SMALL


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reading") / "written.yaml"


@few
@given(content=scenario_dicts())
def test_a_file_and_nested_values_give_the_same_scenario(file: Path, content: dict[str, Any]) -> None:
    file.write_text(tree_yaml(content), encoding="utf-8", newline="\n")
    assert read_scenario(file) == scenario_from(content)


def test_windows_line_ends_change_nothing(file: Path) -> None:
    file.write_bytes(tree_yaml(SMALL).replace("\n", "\r\n").encode())
    assert read_scenario(file) == scenario_from(SMALL)


def test_numbers_keep_source_and_distribution() -> None:
    leader = {
        "name": "One",
        "ego": {"value": 0.7, "source": "a book", "note": "p. 3", "confidence": "low"},
        "caution": {"distribution": "beta", "mean": 0.4, "sd": 0.1, "source": "experts"},
    }
    scenario = scenario_from(SMALL | {"leaders": {"us": leader, "china": {"name": "Two"}}})
    assert (scenario.leaders["us"].ego, scenario.leaders["us"].caution) == (0.7, 0.4)
    assert scenario.provenance["leaders.us.ego"] == Provenance("a book", "p. 3", Confidence.low)
    assert scenario.provenance["leaders.us.caution"] == Provenance("experts")
    assert scenario.distributions == {"leaders.us.caution": Beta(0.4, 0.1, 0.0, 1.0)}


def test_all_problems_are_told_at_once() -> None:
    content = SMALL | {"domain": "war", "dyad": {"rapport": 2}, "mediators": {"oslo": {"name": "Oslo"}}, "extra": 1}
    with pytest.raises(ScenarioError) as raised:
        scenario_from(content, "mine")
    assert len(raised.value.problems) == 4
    assert {problem.file for problem in raised.value.problems} == {"mine"}
