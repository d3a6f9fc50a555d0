"""What makes the difference is shown by the means that the design allows."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.differences import differences, focus
from analysis.documents.document import Picture, Prose
from tests.analysis.documents.made import made_study


def test_only_measures_that_vary_are_looked_at() -> None:
    rows = made_study("grid").table_of_rows
    names = [measure.name for measure in focus(rows)]
    assert names[0] == "outcome_deal"
    assert len(names) == 3
    alike = rows.iloc[np.zeros(len(rows), dtype=int)]
    assert focus(alike) == []
    told = differences(alike, made_study("grid").design)
    assert told.answer == ("No measure differs between the settings of this study, as far as its runs can tell.",)
    assert isinstance(told.section.blocks[0], Prose)


@pytest.mark.parametrize(("kind", "options"), [("grid", {}), ("sobol", {"points": 64}), ("saltelli", {"base": 64})])
def test_curves_are_drawn_by_the_factor_that_matters(kind: str, options: dict[str, int]) -> None:
    study = made_study(kind, replications=12, **options)
    found = differences(study.table_of_rows, study.design)
    last = found.section.blocks[-1]
    assert isinstance(last, Picture)
    assert all("ego" in group for group in last.numbers.column("group"))
    assert last.figure.title.startswith("Half of the runs are in contact by day ")
    assert "by ego" in last.told


def test_no_curves_are_drawn_by_a_factor_that_does_nothing() -> None:
    study = made_study("sobol", points=64, replications=12)
    alike = study.table_of_rows.assign(first_contact_day=np.arange(len(study.table_of_rows)) % 31 * 5.0)
    found = differences(alike, study.design)
    assert not [
        block for block in found.section.blocks if isinstance(block, Picture) and "reached" in block.numbers.heads
    ]
