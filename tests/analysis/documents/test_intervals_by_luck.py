"""Does every interval, curve and band of a report count each luck once, in words, tables and figures?

The study here has twenty lucks, and nothing but luck makes a difference in it: 64 settings tell no more than one. Its
intervals may therefore nowhere be narrower than those of the twenty runs of one setting.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.differences import differences
from analysis.documents.document import Block, Picture, Section, Table
from analysis.documents.happening import Counted, happening
from analysis.documents.map_cells import map_cells
from analysis.estimates import measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.figures.vega import vega_chart
from analysis.sensitivity import swings
from analysis.studies.designs import Design, make_design
from tests.analysis.documents.made import FACTORS
from tests.analysis.synthetic import runs_table

LUCKS, SETTINGS = 20, 64
ALONE = runs_table(LUCKS, seed=3).assign(seed=7, horizon_days=180.0, status="done").drop(columns="row")
TIGHT = 1e-9


def study(kind: str, **options: int) -> tuple[pd.DataFrame, Design]:
    """Rows in which every setting has the same twenty runs, and the design."""
    factors = tuple(factor.gridded() for factor in FACTORS) if kind == "grid" else FACTORS
    design = make_design(kind, factors, 7, **options)
    plan = design.values()
    rows = plan.loc[plan.index.repeat(LUCKS)].reset_index(drop=True)
    runs = pd.concat([ALONE] * len(plan), ignore_index=True)
    return pd.concat([rows.assign(replication=runs["run"]), runs], axis=1), design


MANY, LHS = study("lhs", points=SETTINGS)


def blocks(sections: list[Section]) -> Iterator[Block]:
    """All blocks of some sections."""
    for section in sections:
        yield from section.blocks


def framed(picture: Picture) -> pd.DataFrame:
    """The numbers behind a figure, as a frame."""
    return pd.DataFrame(picture.numbers.rows, columns=picture.numbers.heads)


def pictures(rows: pd.DataFrame) -> list[Picture]:
    """The figures of how runs end, who asks, who mediates and how soon."""
    return [block for block in blocks(happening(Counted(rows, "runs", {}))) if isinstance(block, Picture)]


def test_every_figure_is_as_wide_as_that_of_the_lucks_alone() -> None:
    many, alone = pictures(MANY), pictures(ALONE)
    assert len(many) == len(alone) == 4
    for wide, narrow in zip(many, alone, strict=True):
        assert (framed(wide)["low"].to_numpy() <= framed(narrow)["low"].to_numpy() + TIGHT).all()
        assert (framed(wide)["high"].to_numpy() >= framed(narrow)["high"].to_numpy() - TIGHT).all()
        drawn = [float(low) for low in re.findall(r'"low": ([-\d.e]+)', json.dumps(vega_chart(wide.figure).to_dict()))]
        assert all(np.isclose(low, drawn).any() for low in framed(wide)["low"])


def test_every_line_of_the_table_of_measures_is_as_wide() -> None:
    told = [
        next(block for block in blocks(happening(Counted(rows, "runs", {}))) if isinstance(block, Table))
        for rows in (MANY, ALONE)
    ]
    spans = [[_span(text) for text in sheet.column("estimate (95% interval)")] for sheet in told]
    for wide, narrow in zip(*spans, strict=True):
        assert (wide is None) == (narrow is None)
        if wide is not None and narrow is not None:
            assert wide >= 0.98 * narrow


def _span(text: str) -> float | None:
    """The width of an interval in words."""
    found = re.search(r"\(([-\d.]+)%? to ([-\d.]+)%?\)", text)
    return float(found[2]) - float(found[1]) if found else None


@pytest.mark.parametrize("name", ["outcome_deal", "contact", "first_contact_days", "trough_us"])
def test_swings_have_the_intervals_of_the_lucks_alone(name: str) -> None:
    alone = restricted_estimate(measure(ALONE, name), ALONE)
    table = swings(MANY, ["ego", "caution"], name)
    assert table["estimate"].to_numpy() == pytest.approx(alone.value)
    assert (table["low"] <= alone.low + TIGHT).all()
    assert (table["high"] >= alone.high - TIGHT).all()
    assert set(table["end"]) == {"low", "high"}
    assert not table["differs"].any()


def test_groups_of_settings_have_the_bands_of_the_lucks_alone() -> None:
    """Where a factor moves the runs a little, each group still has twenty lucks."""
    moved = MANY.assign(first_contact_day=MANY["first_contact_day"] + (MANY["ego"] > 0.5) * 0.001)
    curve = next(
        block for block in differences(moved, LHS).section.blocks
        if isinstance(block, Picture) and "reached" in block.numbers.heads
    )  # fmt: skip
    alone = framed(pictures(ALONE)[-1])
    for _, group in framed(curve).groupby("group"):
        for day in (30.0, 90.0, 170.0):
            there, here = (table[table["day"] <= day].iloc[-1] for table in (group, alone))
            assert there["low"] <= here["low"] + TIGHT
            assert there["high"] >= here["high"] - TIGHT


def test_a_map_of_settings_counts_the_lucks_of_each() -> None:
    rows, _ = study("grid")
    made = map_cells(rows, ["ego", "caution"], measure(rows, "outcome_deal"))
    table, both = made.cells, made.levels["ego"]
    assert set(table["lucks"]) == set(both["lucks"]) == {LUCKS}
    assert np.all(both["high"] - both["low"] >= (table["high"] - table["low"]).max() - TIGHT)
