"""Answers laid out by the design: order must not matter, and gaps must not pass for answers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity import Missing, Responses, SensitivityError, collect
from analysis.sensitivity.responses import cut, is_constant
from analysis.studies.designs import Factor, Saltelli

DESIGN = Saltelli((Factor(("a",), low=0, high=1), Factor(("b",), low=0, high=1)), 0, 8)


def rows(replications: int = 2) -> pd.DataFrame:
    table = pd.concat([DESIGN.values().assign(replication=r, status="done") for r in range(replications)])
    return table.assign(y=table["a"] + 10.0 * table["replication"]).reset_index(drop=True)


def collected(table: pd.DataFrame) -> Responses:
    return collect(table, DESIGN, table["y"], "y")


def test_order_does_not_matter_row_11() -> None:
    whole = collected(rows())
    shuffled = collected(rows().sample(frac=1, random_state=3))
    assert np.array_equal(whole.matrix, shuffled.matrix)
    assert whole.matrix.shape == (32, 2)
    assert np.array_equal(whole.means(), DESIGN.values()["a"].to_numpy() + 5)


def test_a_point_with_a_gap_is_not_credited_with_the_luck_it_kept() -> None:
    """Peer fault 19: replication 1 adds 10 everywhere; losing one of the two must not move the point by 5."""
    gapped = collected(rows().drop(index=[0, 40]))
    assert gapped.missing == 2
    assert gapped.failed == 0
    assert np.allclose(gapped.means(), collected(rows()).means())


def test_failed_rows_count_as_missing_whatever_their_columns_say_row_19() -> None:
    table = rows(1)
    table.loc[5, ["status", "y"]] = ["failed", 0.0]
    found = collected(table)
    assert (found.failed, found.missing) == (1, 1)
    assert np.isnan(found.matrix[5, 0])
    blocks = cut(found, DESIGN.block, Missing.leave_out)
    assert len(blocks.values) == 7
    assert not blocks.kept[1]
    assert "1 of 32 runs are missing (1 failed" in blocks.messages[0]
    assert "1 of 8 blocks" in blocks.messages[1]
    with pytest.raises(SensitivityError, match="run the study again"):
        cut(found, DESIGN.block, Missing.refuse)


def test_too_few_blocks_say_so() -> None:
    table = rows(1)
    blocks = cut(collected(table[table["row"] < 14]), DESIGN.block, Missing.leave_out)
    assert blocks.too_few
    assert "only 3 whole blocks" in blocks.messages[-1]


def test_mixed_up_rows_are_refused() -> None:
    for table, words in (
        (pd.concat([rows(), rows()]), "occur twice"),
        (rows().assign(row=99), "ends at 31"),
        (rows().iloc[:0], "no rows yet"),
        (rows().drop(columns="row"), "these have none"),
        (rows().assign(y=np.inf), "infinite"),
    ):
        with pytest.raises(SensitivityError, match=words):
            collected(table)


def test_rounding_is_not_variation() -> None:
    assert is_constant(np.full(9, 0.1 + 0.2) + np.arange(9) * 1e-17)
    assert not is_constant(np.array([0.0, 1e-9]))
