"""What a change does to every measure under the same luck."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.estimates import newcombe_paired
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


def test_what_the_second_setting_has_more_of_is_a_difference_above_zero() -> None:
    """Counted by hand: of ten pairs, two have it under both, four under the second alone, one under the first alone."""
    first, second = TABLE.head(10).copy(), TABLE.head(10).copy()
    first["ever_truce"] = [True] * 3 + [False] * 7
    second["ever_truce"] = [True, True, False] + [True] * 4 + [False] * 3
    found = measure_differences(first, second, 180).set_index("measure").loc["ever_truce"]
    assert (found["first"], found["second"], found["pairs"], found["left_out"], found["lucks"]) == (0.3, 0.6, 10, 0, 10)
    assert tuple(found[["difference", "low", "high"]]) == newcombe_paired(2, 1, 4, 3).numbers
    assert found["difference"] == pytest.approx(0.3)
    later = measure_differences(first, first.assign(trough_us=first["trough_us"] + 0.1), 180).set_index("measure")
    assert later.loc["trough_us", "difference"] == pytest.approx(0.1)


def test_pairs_without_an_answer_on_either_side_are_left_out() -> None:
    """By hand: of six pairs, one has no settlement under the first, another none under the second setting."""
    first, second = TABLE.head(6).copy(), TABLE.head(6).copy()
    first["settlement_tariffs"] = [0.1, None, 0.3, 0.4, 0.5, 0.6]
    second["settlement_tariffs"] = [0.3, 0.9, None, 0.4, 0.5, 0.8]
    found = measure_differences(first, second, 180).set_index("measure").loc["settlement_tariffs"]
    assert (found["pairs"], found["left_out"]) == (4, 2)
    assert found["difference"] == pytest.approx((0.2 + 0 + 0 + 0.2) / 4)
    assert (found["first"], found["second"]) == pytest.approx((1.6 / 4, 2.0 / 4)), "over the pairs of the difference"


def test_days_that_never_came_count_as_the_horizon() -> None:
    first, second = TABLE.head(4).copy(), TABLE.head(4).copy()
    first["first_contact_day"] = [10.0, 20.0, None, None]
    second["first_contact_day"] = [30.0, None, 170.0, None]
    found = measure_differences(first, second, 180).set_index("measure").loc["first_contact_days"]
    assert (found["first"], found["second"]) == (390 / 4, 560 / 4)
    assert found["difference"] == pytest.approx((20 + 160 - 10 + 0) / 4)
    assert "horizon" in found["unit"]


def test_who_asks_first_is_compared_where_there_is_contact_under_both() -> None:
    first, second = TABLE.head(4).copy(), TABLE.head(4).copy()
    first["first_contact_day"], second["first_contact_day"] = [1.0, 2.0, None, 4.0], [1.0, None, 3.0, 4.0]
    first["first_contact_asked_by"], second["first_contact_asked_by"] = (
        ["us", "us", None, "cn"],
        ["us", None, "us", "us"],
    )
    found = measure_differences(first, second, 180).set_index("measure").loc["asks_first_us"]
    assert tuple(found[["difference", "low", "high"]]) == newcombe_paired(1, 0, 1, 0).numbers
    assert (found["pairs"], found["left_out"], found["lucks"]) == (2, 2, 2)
