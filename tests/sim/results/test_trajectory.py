"""A record cannot be changed, documents every column, and is equal only to itself in every bit."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

from sim.results.record_columns import column_names, column_of
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory


def test_tables_are_pandas_frames_with_a_row_a_step_an_event_an_option() -> None:
    record = sample_trajectory()
    assert list(record.steps.columns) == column_names("steps", record.scenario)
    assert len(record.steps) == 41
    assert record.events["event"].tolist() == list(range(15))
    assert record.decisions.groupby("decision")["chosen"].sum().tolist() == [1, 1, 1]


def test_changing_a_frame_changes_no_record() -> None:
    record = sample_trajectory()
    frame = record.steps
    frame.loc[0, "us.pressure"] = -1.0
    assert record.steps.loc[0, "us.pressure"] != -1.0
    assert record.equals(sample_trajectory())


def test_a_record_is_frozen() -> None:
    record = sample_trajectory()
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.seed = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        record.columns["steps"]["day"] = ()  # type: ignore[index]


def test_equals_sees_the_sign_of_zero_and_takes_missing_for_missing() -> None:
    steps = sample_steps(sample_scenario())
    steps["us.face"][3] = 0.0
    other = {name: list(values) for name, values in steps.items()}
    other["us.face"][3] = -0.0
    assert not sample_trajectory(steps=steps).equals(sample_trajectory(steps=other))
    steps["us.face"][3] = other["us.face"][3] = float("nan")
    assert sample_trajectory(steps=steps).equals(sample_trajectory(steps=other))


@pytest.mark.parametrize(
    "change", [{"seed": 8}, {"run": 4}, {"parameters": "drawn"}, {"order": "random"}, {"version": "1"}]
)
def test_equals_sees_the_heading(change: dict[str, object]) -> None:
    assert not sample_trajectory(**change).equals(sample_trajectory())


def test_equals_sees_the_scenario() -> None:
    assert not sample_trajectory(scenario=sample_scenario(title="other")).equals(sample_trajectory())


def test_undocumented_columns_are_refused() -> None:
    steps = sample_steps(sample_scenario()) | {"us.mood": [0.0] * 41}
    with pytest.raises(ValueError, match=r"us\.mood"):
        sample_trajectory(steps=steps)


def test_columns_of_different_length_are_refused() -> None:
    steps = sample_steps(sample_scenario()) | {"tension": [0.0]}
    with pytest.raises(ValueError, match="length"):
        sample_trajectory(steps=steps)


def test_a_side_called_like_a_group_of_columns_is_no_trouble() -> None:
    for name in ("advisers.pressure", "mediators.face", "perceived.hope"):
        column = column_of("steps", name)
        assert column is not None
        assert column.name.startswith("{side}.")


def test_a_record_costs_no_pandas_until_a_table_is_asked_for() -> None:
    parts = "sim.results.trajectory, sim.results.record_storing, sim.results.record_rows"
    code = f"import sys, {parts}; assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
