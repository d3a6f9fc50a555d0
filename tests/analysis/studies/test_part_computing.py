"""Is every row the run it says it is, to the bit, and does a run that fails cost one row (mesa #3768, NetLogo #114)?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.studies import StudyFolder, read_study
from analysis.studies.part_computing import Computer, Interrupted, failure_of
from analysis.studies.parts_layout import Part
from analysis.studies.study import Study
from analysis.studies.study_columns import factor_types, measure_types, measured, schema_of
from sim.engines.compiled.counter import Counter
from sim.files import vary
from sim.run import make_counter, run_many
from tests.analysis.studies.made import FAILING, write


def computer_of(study: Study) -> Computer:
    return Computer(study.recipe, schema_of(factor_types(study.recipe, study.design), measure_types(study.recipe)))


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return read_study(write(tmp_path))


def test_every_row_equals_the_run_of_its_own_scenario(study: Study) -> None:
    part = Part(0, 3, 9, 5, 7)
    table = computer_of(study).part(part, study.design.values(3, 9)).to_pandas()
    assert table["row"].tolist() == np.repeat(range(3, 9), 2).tolist()
    assert table["replication"].tolist() == [5, 6] * 6
    for place, row in enumerate(range(3, 9)):
        scenario = vary(study.recipe.scenario, study.settings(row))
        alone = run_many(scenario, seed=7, runs=2, first_run=5, parameters="drawn").table()
        for name in measured(make_counter(scenario).count(0, [])):
            mine = table[name].iloc[2 * place : 2 * place + 2]
            np.testing.assert_array_equal(mine.to_numpy(), alone[name].to_numpy(), err_msg=name)


def test_what_is_not_allowed_costs_its_own_row(tmp_path: Path) -> None:
    study = read_study(write(tmp_path, FAILING))
    table = computer_of(study).part(Part(0, 0, 6, 0, 3), study.design.values(0, 6)).to_pandas()
    failed = table[table["status"] == "failed"]
    assert failed["row"].unique().tolist() == [4]
    assert len(failed) == 3
    assert failed["error"].str.startswith("ScenarioError: ").all()
    assert failed["error"].str.contains("up to the ceiling").all()
    assert failed["outcome"].isna().all()
    assert (table["error"].isna() == (table["status"] == "done")).all()


def test_one_of_four_hundred_raises(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    part, values = Part(0, 0, 20, 0, 20), study.design.values(0, 20)
    unharmed = computer_of(study).part(part, values)
    ego = values["ego"].iloc[13]
    count = Counter.count
    (path,) = (factor.paths[0] for factor in study.recipe.factors if factor.name == "ego")

    def breaking(self: Counter, seed: int, runs: Any, settings: Any = None, stop: Any = None) -> Any:
        if settings and ((np.asarray(runs) == 11) & (settings[path] == ego)).any():
            raise ZeroDivisionError("nothing to divide")
        return count(self, seed, runs, settings, stop)

    monkeypatch.setattr(Counter, "count", breaking)
    table = computer_of(study).part(part, values)
    harmed = table.to_pandas()
    (lost,) = np.flatnonzero(harmed["status"] == "failed")
    assert lost == 13 * 20 + 11
    assert harmed["error"].iloc[lost] == "ZeroDivisionError: nothing to divide"
    assert "breaking" in harmed["traceback"].iloc[lost]
    others = np.arange(400) != lost
    assert table.filter(others).equals(unharmed.filter(others))


def test_told_to_stop_it_gives_up(study: Study) -> None:
    with pytest.raises(Interrupted):
        computer_of(study).part(Part(0, 0, 60, 0, 60), study.design.values(0, 60), lambda: True)


def test_replicates_differ_and_rows_share_their_luck(small: StudyFolder) -> None:
    rows = small.rows()
    assert rows.groupby("row")["groundwork"].nunique().min() > 1
    assert (rows["seed"] == 7).all()


def test_an_error_is_kept_in_one_line() -> None:
    failure = failure_of(ValueError("one\ntwo"))
    assert failure.error == "ValueError: one; two"
    assert "ValueError" in failure.traceback


def test_scenarios_are_opened_again_when_many_alternatives_come_round(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, values = Part(0, 0, 12, 0, 2), study.design.values(0, 12)
    whole = computer_of(study).part(part, values)
    monkeypatch.setattr("analysis.studies.part_computing.KEPT_OPEN", 1)
    assert computer_of(study).part(part, values).equals(whole)
