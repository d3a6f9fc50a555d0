"""Maps of two factors: in the order of the study, with the extremes said."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.mapped import cells, map_of, mapped
from analysis.estimates import measure
from tests.analysis.documents.made import CHOICE, FACTORS, made_study


def test_a_map_needs_two_factors_with_few_levels() -> None:
    study = made_study("grid", (FACTORS[0], CHOICE))
    assert map_of(study.table_of_rows, study.design) == ("ego", "host")
    single = made_study("grid", FACTORS[:1])
    assert map_of(single.table_of_rows, single.design) is None


def test_cells_and_extremes_are_those_of_the_rows() -> None:
    rows = made_study("grid", (FACTORS[0], CHOICE), replications=30).table_of_rows
    blow_up, days = measure(rows, "outcome_blow_up"), measure(rows, "first_contact_days")
    table = cells(rows, ("ego", "host"), blow_up)
    there = rows[(rows["ego"] == 1) & (rows["host"] == "one")]
    cell = table[(table["ego"] == 1) & (table["host"] == "one")]
    assert cell["estimate"].iloc[0] == pytest.approx(there["outcome"].eq("blow_up").mean())
    assert list(dict.fromkeys(table["host"])) == ["nobody", "one", "all"]
    blocks, told = mapped(rows, ("ego", "host"), [blow_up, days])
    assert len(blocks) == len(told) == 2
    assert told[0].startswith("The share of runs that end broken off runs from ")
    assert "(ego = 0, host = " in told[1].partition(" to ")[0] or "(ego = 0," in told[1]
    assert "all days watched" in told[1]
