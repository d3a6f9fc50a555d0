"""From runs to the tables of figures."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.documents.figure_tables import (
    MOST_DAYS,
    curves_by,
    decision_rows,
    done,
    fan_table,
    grouped,
    pair_panels,
    thinned_steps,
)
from analysis.studies.designs import Factor
from sim.files import load_scenario
from sim.results.runs import Runs
from sim.run import run_one
from tests.analysis.synthetic import runs_table

RANGE = Factor(("x",), 0.0, 1.0, name="x")


@pytest.fixture(scope="module")
def told() -> object:
    return run_one("two-leaders", seed=3)


def test_groups_are_levels_or_thirds() -> None:
    rows = pd.DataFrame({"x": np.linspace(0, 1, 9)})
    assert grouped(rows, RANGE).value_counts().to_dict() == {
        f"x: {name} third": 3 for name in ("lowest", "middle", "highest")
    }
    few = pd.DataFrame({"x": [0.0, 0.5, 0.5]})
    assert grouped(few, RANGE).tolist() == ["x = 0", "x = 0.5", "x = 0.5"]
    names = pd.DataFrame({"host": ["none", "all"]})
    assert grouped(names, Factor(("host",), levels=("none", "all"))).tolist() == ["host: none", "host: all"]


def test_curves_run_from_the_low_end_to_the_high_end() -> None:
    rows = runs_table(300).assign(x=np.tile([0.1, 0.5, 0.9], 100), status="done")
    curves = curves_by(rows, RANGE, "first_contact_day", 180)
    assert list(dict.fromkeys(curves["group"])) == ["x = 0.1", "x = 0.5", "x = 0.9"]
    assert len(done(rows.assign(status="failed"))) == 0


def test_a_fan_is_thinned_and_ended_runs_stay_in_at_their_last_value() -> None:
    scenario = load_scenario("two-leaders")
    points = scenario.horizon_days + 1
    course = np.tile(np.arange(points, dtype=float), (20, 1))
    course[:, 40:] = np.nan
    runs = Runs([scenario], 0, "central", np.zeros(20, int), np.arange(20), {}, {"a.pressure": course}, False, None)
    found = fan_table(runs, ["a.pressure"], 2.0)
    assert found["day"].nunique() <= MOST_DAYS
    assert found["day"].max() == scenario.horizon_days
    assert (found["runs"] == 20).all()
    assert (found["median"] == 2 * found["day"].clip(upper=39)).all()


def test_the_steps_of_a_run_and_its_names(told: object) -> None:
    assert thinned_steps(told).equals(told.steps)
    assert set(pair_panels(told)) <= set(told.steps)


def test_a_decision_is_all_its_options(told: object) -> None:
    rows = decision_rows(told, 0)
    assert rows["chosen"].sum() == 1
    assert rows["probability"].sum() == pytest.approx(1)
