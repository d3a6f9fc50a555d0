"""Swings: the widest first, in words with its ends."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.document import Prose
from analysis.documents.swung import is_numeric, swung
from analysis.estimates import measure
from tests.analysis.documents.made import CHOICE, made_study


def test_the_input_that_matters_is_named_first() -> None:
    study = made_study("lhs", points=200)
    blocks, told = swung(study.table_of_rows, study.design, [measure(study.table_of_rows, "first_contact_days")])
    assert told[0].startswith("The mean number of days to the first contact moves most with ego: ")
    assert blocks[0].numbers.column("input") == ["ego", "caution"]


def test_names_have_no_ends() -> None:
    study = made_study("grid", (CHOICE,))
    assert not is_numeric(study.table_of_rows, "host")
    blocks, told = swung(study.table_of_rows, study.design, [])
    assert isinstance(blocks[0], Prose)
    assert told == ()
