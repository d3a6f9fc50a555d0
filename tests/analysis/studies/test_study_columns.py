"""Are the columns of a study those of its factors and of every measure that any alternative gives?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import StudyFolder
from analysis.studies.designs import Factor, make_design
from analysis.studies.study import Recipe
from analysis.studies.study_columns import RESERVED, chosen, factor_types, measure_types, schema_of
from sim.files import load_scenario
from sim.run import run_many

SCENARIO = load_scenario("two-leaders")


def test_measures_are_those_of_the_table_of_runs() -> None:
    names = set(run_many(SCENARIO, runs=1).columns()) - {"row", "run", "seed"}
    types = measure_types(Recipe(SCENARIO, (), {}))
    assert set(types) == names
    assert types["outcome"] == "string"
    assert types["ever_call"] == "bool"
    assert types["first_contact_day"] == "double"


def test_an_alternative_with_another_issue_adds_a_column() -> None:
    weight = dict.fromkeys(SCENARIO.leaders, 1.0)
    choices = {"issue": {"no": {}, "yes": {"issues.honour": {"name": "Honour", "weight": weight}}, "bad": {"nope": 1}}}
    recipe = Recipe(SCENARIO, (Factor(("issue",), levels=("no", "yes", "bad")),), choices)
    assert "settlement_honour" in measure_types(recipe)


def test_outputs_are_columns_or_stems() -> None:
    known = dict.fromkeys(["trough_a", "trough_b", "outcome", "outcome_day"])
    assert chosen(known, ()) == list(known)
    assert chosen(known, ["trough"]) == ["trough_a", "trough_b"]
    assert chosen(known, ["outcome"]) == ["outcome", "outcome_day"]
    assert chosen(known, ["nothing"]) == []


@pytest.mark.parametrize(
    ("factor", "kind"),
    [
        (Factor(("a",), low=0, high=1), "double"),
        (Factor(("a",), low=0, high=9, whole=True), "int64"),
        (Factor(("a",), levels=(1, 2.5)), "double"),
        (Factor(("a",), levels=(True, False)), "bool"),
        (Factor(("a",), levels=("x", "y")), "string"),
        (Factor(("a",), levels=("x", 1)), "string"),
    ],
)
def test_a_factor_has_the_type_of_its_levels(factor: Factor, kind: str) -> None:
    assert factor_types(Recipe(SCENARIO, (factor,), {}), make_design("lhs", [factor], points=2)) == {"a": kind}


def test_a_list_has_the_types_of_its_cells(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("a,b,c,d\n1,2,true,x\n2,2.5,false,3\n")
    design = make_design("list", (), file=str(tmp_path / "rows.csv"))
    recipe = Recipe(SCENARIO, design.factors, {})
    assert factor_types(recipe, design) == {"a": "int64", "b": "double", "c": "bool", "d": "string"}


def test_every_row_says_where_it_comes_from(small: StudyFolder) -> None:
    names = schema_of({"x": "double"}, {"outcome": "string"}).names
    assert set(RESERVED) - {"row"} <= set(names)
    assert names[:3] == ["row", "cell", "x"]
    rows = small.rows()
    assert {"replication", "seed", "run", "version", "status", "horizon_days"} <= set(rows)
    assert (rows["cell"] == rows["row"] * 60 + rows["replication"]).all()
    assert (rows["run"] == rows["replication"]).all()
