"""Indices in words name the input that was put in."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.apportioned import apportioned
from analysis.documents.document import Picture
from analysis.estimates import measure
from tests.analysis.documents.made import made_study


@pytest.mark.parametrize(("kind", "options"), [("saltelli", {"base": 128}), ("morris", {"trajectories": 40})])
def test_what_moves_it_most(kind: str, options: dict[str, int]) -> None:
    study = made_study(kind, **options)
    days = measure(study.table_of_rows, "first_contact_days")
    blocks, told = apportioned(study.table_of_rows, study.design, [days])
    assert told[0].startswith("The mean number of days to the first contact is moved most by ego (")
    assert "Luck makes" in told[0]
    assert isinstance(blocks[0], Picture)


def test_what_cannot_be_told_is_said() -> None:
    study = made_study("saltelli", base=16)
    rows = study.table_of_rows.assign(outcome="deal")
    blocks, told = apportioned(rows, study.design, [measure(rows, "outcome_deal")])
    assert "cannot be told: constant" in told[0]
    assert not [block for block in blocks if isinstance(block, Picture)]
