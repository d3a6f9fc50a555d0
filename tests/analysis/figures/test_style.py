"""Colours that part in grey, and data that survives JSON."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures.style import DASHES, OUTCOME_COLOURS, SERIES, FigureError, colours, rows


def grey(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def test_neighbouring_series_part_in_grey_and_all_by_dash() -> None:
    assert all(abs(grey(one) - grey(other)) > 0.12 for one, other in pairwise(SERIES[:4]))
    assert len({tuple(dash) for dash in DASHES}) == len(DASHES) == len(SERIES)
    assert len(set(OUTCOME_COLOURS.values())) == 5


def test_data_is_plain_json_whatever_the_table_holds() -> None:
    table = pd.DataFrame(
        {"a": [np.float64(1.5), np.nan, np.inf], "b": pd.Series(["x", None, "z"], dtype="string"), "c": np.arange(3)}
    )
    table["d"] = pd.to_datetime("2025-04-17")
    found = json.loads(json.dumps(rows(table, ["a"]).to_dict()))["values"]
    assert [row["a"] for row in found] == [1.5, None, None]
    assert found[0]["c"] == 0
    assert found[0]["d"].startswith("2025-04-17")


def test_missing_columns_and_empty_tables_are_named() -> None:
    with pytest.raises(FigureError, match="lacks b"):
        rows(pd.DataFrame({"a": [1]}), ["a", "b"])
    with pytest.raises(FigureError, match="no rows"):
        rows(pd.DataFrame({"a": []}), ["a"])
    with pytest.raises(FigureError, match="at most 8"):
        colours([str(name) for name in range(9)])
