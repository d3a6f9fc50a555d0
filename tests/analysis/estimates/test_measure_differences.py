"""What a change does to every measure under the same luck."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates.measure_differences import measure_differences
from tests.analysis.synthetic import runs_table

TABLE = runs_table(500)


def test_the_same_luck_narrows_a_comparison_row_31() -> None:
    """Peer fault 31: the variance ratio of common luck is reported, and above 1."""
    slower = TABLE.assign(first_contact_day=(TABLE["first_contact_day"] + 5).where(lambda days: days <= 180))
    found = measure_differences(TABLE, slower.sample(frac=1, random_state=1), 180).set_index("measure")
    days = found.loc["first_contact_days"]
    assert 0 < days["low"] < days["difference"] < days["high"] <= 5
    assert days["variance_ratio"] > 10
    assert found.loc["outcome_deal", "difference"] == 0


def test_tables_without_a_common_run_are_refused() -> None:
    with pytest.raises(ValueError, match="share no"):
        measure_differences(TABLE, TABLE.assign(seed=9))
    with pytest.raises(ValueError, match="several variants"):
        measure_differences(TABLE, pd.concat([TABLE, TABLE]))
