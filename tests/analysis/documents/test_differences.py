"""What makes the difference is shown by the means that the design allows."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.differences import differences
from analysis.documents.document import Picture, Prose
from analysis.documents.measure_focus import focus
from analysis.documents.readers_names import ReadersNames
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
    study = made_study(kind, **options)
    found = differences(study.table_of_rows, study.design, names=ReadersNames.of_study(study.study))
    last = found.section.blocks[-1]
    assert isinstance(last, Picture)
    assert all(group.startswith("ego, Teodor Vask: ") for group in last.numbers.column("group"))
    assert last.told.startswith("In half of the runs the leaders are in contact by day ")
    assert last.figure.title.startswith("In half of the runs the leaders are in contact by day ")
    assert "middle third" not in last.figure.title
