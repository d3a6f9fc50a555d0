"""Swings in a report: the widest first, names included, and none claimed that is not told apart from nothing."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("altair")

from analysis.documents.document import Picture, Prose
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.documents.swung import MOST_INPUTS, left_out, swung
from analysis.estimates import measure
from analysis.figures.style import NARROW, WIDE
from analysis.figures.vega import vega_chart
from analysis.studies.designs import Factor
from sim.luck import generator
from tests.analysis.documents.made import CHOICE, FACTORS, made_study
from tests.analysis.figures.drawn import values, words


def days_of(study: object) -> tuple[list[object], tuple[str, ...]]:
    """What is said of days to contact in a made-up study."""
    rows = study.table_of_rows
    return swung(rows, study.design, [measure(rows, "first_contact_days")], ReadersNames.of_study(study.study))


def test_the_input_that_matters_is_named_and_no_other() -> None:
    study = made_study("lhs", points=200, replications=8)
    blocks, told = days_of(study)
    ego, caution = (ReadersNames.of_study(study.study).factors.of(name) for name in ("ego", "caution"))
    assert "Only ego of " in told[0]
    assert "is told apart from nothing: " in told[0]
    assert told[0].endswith(f"Not told apart: {caution}.")
    table = blocks[0].numbers
    assert table.column("factor") == [ego, ego, caution, caution]
    assert table.column("told apart") == [True, True, False, False]
    assert blocks[0].figure.title.endswith("is lowest, " + blocks[0].figure.title.partition("is lowest, ")[2])


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_names_have_a_mark_each_in_figure_and_table(room: object) -> None:
    study = made_study("lhs", (*FACTORS, CHOICE), points=20, replications=4)
    blocks, _ = days_of(study)
    picture = next(block for block in blocks if isinstance(block, Picture))
    drawn = next(table for table in values(vega_chart(picture.figure, room)) if "setting" in table[0])
    assert [row["setting"] for row in drawn if row["input"] == "host"] == picture.numbers.column("where")[-3:] or len(
        [row for row in drawn if row["input"] == "host"]
    ) == 3
    assert sorted(row["low"] for row in drawn) == pytest.approx(sorted(picture.numbers.column("difference_low")))
    assert sorted(row["high"] for row in drawn) == pytest.approx(sorted(picture.numbers.column("difference_high")))
    assert all(name in words(vega_chart(picture.figure, room)) for name in ("nobody", "one", "all"))


def test_where_nothing_matters_no_factor_is_named() -> None:
    study = made_study("lhs", (FACTORS[1], CHOICE), points=40, replications=6)
    rows = study.table_of_rows.assign(trough_us=generator(4, "test/swung").normal(size=len(study.table_of_rows)))
    blocks, told = swung(rows, study.design, [measure(rows, "trough_us")], THEMSELVES)
    assert "No factor of 2 changes that as far as these runs can tell." in told[0]
    assert blocks[0].figure.title.startswith("No factor of 2 is told apart from nothing: ")
    assert "host" not in told[0]


def test_a_grid_of_many_factors_says_what_is_not_shown() -> None:
    factors = tuple(Factor((f"leaders.aldmark.{name}",), 0.0, 1.0, name=name, steps=2) for name in "abcd")
    study = made_study("grid", factors, replications=2)
    blocks, _ = days_of(study)
    assert isinstance(blocks[0], Prose)
    assert "this study varies 4" in blocks[0].paragraphs[0]


def test_what_a_figure_has_no_room_for_is_said() -> None:
    names = [f"trait {number}" for number in range(MOST_INPUTS + 2)]
    factors = tuple(Factor((f"leaders.aldmark.{place}",), 0.0, 1.0, name=name) for place, name in enumerate(names))
    study = made_study("lhs", factors, points=60, replications=2)
    rows = study.table_of_rows.assign(trough_us=np.arange(len(study.table_of_rows)) % 7)
    blocks, _ = swung(rows, study.design, [measure(rows, "trough_us")], THEMSELVES)
    drawn = {row["input"] for table in values(vega_chart(blocks[0].figure)) for row in table if "input" in row}
    assert len(drawn) == MOST_INPUTS
    missing = set(names) - drawn
    assert len(missing) == 2
    assert all(name in blocks[0].told for name in missing)
    assert set(blocks[0].numbers.column("factor")) == set(names)
    assert left_out(names).startswith("Not drawn, since smaller than all that are: 26 more;")
    assert left_out([]) == ""
