"""Is what a scenario refuses of a list told at the cell, or at the heading when the heading is wrong?"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.studies import read_study
from sim.files import ScenarioError
from tests.analysis.studies.made import write

STUDY = "study: s\nscenario: two-leaders\ndesign: {kind: list, file: d.csv}\n"


def told(folder: Path, rows: str, study: str = STUDY) -> list[str]:
    write(folder, rows, "d.csv")
    try:
        read_study(write(folder, study))
    except ScenarioError as error:
        return [str(problem).removeprefix(f"{folder}/") for problem in error.problems]
    return []


@settings(max_examples=10)
@given(st.lists(st.floats(-0.5, 1.5).map(lambda value: round(value, 2)), min_size=1, max_size=12, unique=True))
def test_every_cell_out_of_range_is_told_at_its_place(values: list[float]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = "".join(f'"a, ""b""",{value!r}\n' for value in values)
        found = told(Path(folder), f"leaders.north.name,leaders.north.ego\n{rows}")
    wrong = [line for line, value in enumerate(values, 2) if not 0 <= value <= 1]
    assert [problem.partition(": ")[0] for problem in found] == [f"d.csv:{line}:12" for line in wrong]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("leaders.north.ego\n0.5\n1.5\n", ["d.csv:3:1: leaders.verenia.ego is 1.5; allowed: 0"]),
        ("leaders.north.ego\n1_0\n", ["d.csv:2:1: leaders.verenia.ego must be a number, not the text '1_0'"]),
        ("leaders.north.name\n007\n", []),
        ("leaders.north.ego,clock.kind\n0.5,fixt\n", ["d.csv:2:5: clock.kind is 'fixt'; allowed: poisson, fixed"]),
        ("dyad.rapport,leaders.north.eog\n0,0\n1,1\n", ["d.csv:1:14: leaders.verenia.eog: unknown path: no 'eog'"]),
        ("seed\n1\n", ["d.csv:1:1: 'seed' is a column of every study"]),
        ("dyad.rapport,truce_day\n1,1\n", ["d.csv:1:14: 'truce_day' is a measure of every run"]),
        (f"leaders.north.ego\n{'9' * 500}\n", ["d.csv:2:1: leaders.verenia.ego must be a number, not the text '999"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, rows: str, said: list[str]) -> None:
    found = told(tmp_path, rows)
    assert len(found) == len(said)
    assert all(problem.startswith(start) for problem, start in zip(found, said, strict=True)), found


def test_a_heading_that_sets_what_a_factor_sets(tmp_path: Path) -> None:
    study = STUDY + "factors: {who: {choices: {x: {leaders.north.ego: 0.1}, '010': {}}}}\n"
    found = told(tmp_path, "who,leaders.north.ego\nx,0.5\n", study)
    assert len(found) == 1
    assert found[0].startswith("d.csv:1:5: factors 'who' and 'leaders.verenia.ego' both set leaders.verenia.ego; ")
    held = STUDY + "set: {leaders.north.pressure: {points: 3}}\n"
    (said,) = told(tmp_path, "dyad.rapport,leaders.north.pressure.points\n0.5,3\n", held)
    assert said.startswith("d.csv:1:14: two would set one number: `set` sets leaders.verenia.pressure and factor ")
    assert told(tmp_path, "who\nx\n010\n", study) == []
    assert told(tmp_path, "who\nx\n10\n", study) == ["d.csv:3:1: factor 'who' has no choice '10'; it has x, 010"]


@pytest.mark.parametrize(
    "factor",
    [
        "{choices: {x: {dyad.rapport: 0.1}, y: {}}}",  # set for every row
        "{choices: {x: {}, y: {}}}",
        '{choices: {x: {}, "y ": {mediators: {}}}}',
        '{choices: {x: {}, "y\\x07": {mediators: {}}}}',
        "{choices: {x: {}, y: {mediators: 3}}, low: 3}",
    ],
)
def test_of_a_factor_refused_in_the_study_the_list_says_nothing_more(tmp_path: Path, factor: str) -> None:
    found = told(
        tmp_path,
        "who,leaders.north.ego\nx,7\n",
        f"{STUDY}set: {{dyad.rapport: 0.3}}\nfactors: {{who: {factor}}}\n",
    )
    assert len(found) == 2
    assert found[0].startswith("study.yaml:5:")
    assert found[1].startswith("d.csv:2:3: leaders.verenia.ego is 7")
