"""Maps of two and three factors: in the order of the study, each cell once, and what has no map is said."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.factor_names import FactorNames
from analysis.documents.field_names import Named
from analysis.documents.mapped import MOST_LEVELS, map_of, mapped, unmapped
from analysis.documents.readers_names import THEMSELVES, ReadersNames
from analysis.estimates import measure
from analysis.figures.style import NARROW, WIDE
from analysis.figures.vega import vega_chart
from analysis.studies.designs import Factor
from tests.analysis.documents.made import CHOICE, FACTORS, made_study
from tests.analysis.figures.drawn import values, words

THIRD = Factor(("leaders.aldmark.ego",), 0.0, 1.0, name="other ego", steps=2)


def many(count: int, steps: int = 2) -> tuple[Factor, ...]:
    """So many factors with so many levels."""
    return tuple(
        Factor((f"leaders.aldmark.{place}",), 0.0, 1.0, name=f"f{place}", steps=steps) for place in range(count)
    )


def test_a_map_needs_two_or_three_factors_with_few_levels() -> None:
    study = made_study("grid", (FACTORS[0], CHOICE))
    assert map_of(study.table_of_rows, study.design) == ("ego", "host")
    three = made_study("grid", (THIRD, CHOICE, FACTORS[0]))
    assert map_of(three.table_of_rows, three.design) == ("ego", "host", "other ego")
    for factors in (FACTORS[:1], many(4), many(2, MOST_LEVELS + 1)):
        without = made_study("grid", factors, replications=1)
        assert map_of(without.table_of_rows, without.design) is None
    sample = made_study("lhs", points=9)
    assert map_of(sample.table_of_rows, sample.design) is None


def test_what_has_no_map_is_said() -> None:
    """Nothing is dropped silently: how many factors there are, or which has too many levels."""
    four, large = (made_study("grid", factors, replications=1) for factors in (many(4), many(2, MOST_LEVELS + 1)))
    assert "this study varies 4" in unmapped(four.table_of_rows, four.design, THEMSELVES)
    assert f"more levels have f0 ({MOST_LEVELS + 1}) and f1" in unmapped(large.table_of_rows, large.design, THEMSELVES)
    for fine in (made_study("grid"), made_study("lhs", points=9), made_study("grid", FACTORS[:1])):
        assert unmapped(fine.table_of_rows, fine.design, THEMSELVES) == ""


def test_cells_and_figures_have_the_same_numbers() -> None:
    study = made_study("grid", (FACTORS[0], CHOICE), replications=30)
    rows, names = study.table_of_rows, ReadersNames.of_study(study.study)
    blow_up, days = measure(rows, "outcome_blow_up"), measure(rows, "first_contact_days")
    blocks, told = mapped(rows, ("ego", "host"), [blow_up, days], names)
    assert len(blocks) == len(told) == 2
    table = blocks[0].numbers
    head = names.factors.of("ego")
    assert table.heads[:2] == (head, "host")
    place = next(row for row in table.rows if row[:2] == (1.0, "one"))
    there = rows[(rows["ego"] == 1) & (rows["host"] == "one")]
    assert place[2] == pytest.approx(there["outcome"].eq("blow_up").mean())
    assert table.column("host")[:3] == ["nobody", "one", "all"]
    drawn = values(vega_chart(blocks[0].figure))[0]
    assert sorted(row["value"] for row in drawn) == sorted(table.column("estimate"))
    assert sorted(row["low"] for row in drawn) == sorted(table.column("low"))
    assert [row["differs"] for row in drawn] == table.column("differs from all runs")
    assert told[0].startswith("It was broken off at the end in ")
    assert "all days watched" in blocks[1].told


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_three_factors_make_a_map_a_level_with_each_cell_once(room: object) -> None:
    study = made_study("grid", (FACTORS[0], CHOICE, THIRD), replications=6)
    rows = study.table_of_rows
    blocks, _ = mapped(rows, ("ego", "host", "other ego"), [measure(rows, "first_contact_days")])
    drawn = [row for table in values(vega_chart(blocks[0].figure, room)) for row in table]
    places = [(row["x"], row["y"], row["panel"]) for row in drawn]
    assert len(places) == len(set(places)) == study.design.size
    text = words(vega_chart(blocks[0].figure, room))
    assert "other ego: 0" in text
    assert "other ego: 1" in text


def test_a_factor_may_be_called_as_a_column_is() -> None:
    factors = (Factor(("leaders.aldmark.ego",), 0.0, 1.0, name="runs", steps=2), CHOICE)
    study = made_study("grid", factors, replications=6)
    blocks, _ = mapped(study.table_of_rows, ("host", "runs"), [measure(study.table_of_rows, "outcome_deal")])
    assert "runs (varied)" in blocks[0].numbers.heads
    assert "Hatched" in words(vega_chart(blocks[0].figure))
    named = ReadersNames(FactorNames({"runs": Named("ego", "Teodor Vask")}))
    blocks, _ = mapped(study.table_of_rows, ("host", "runs"), [measure(study.table_of_rows, "outcome_deal")], named)
    assert {"ego, Teodor Vask"} <= set(blocks[0].numbers.heads)
    assert "varied" not in f"{words(vega_chart(blocks[0].figure))} {blocks[0].told}"
