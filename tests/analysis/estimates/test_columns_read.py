"""Do measures need no column but those that are noted?"""

from __future__ import annotations

import numpy as np

from analysis.estimates import measure, measures
from analysis.estimates.columns_read import columns_of, columns_read
from tests.analysis.synthetic import runs_table

TABLE = runs_table(50)


def test_measures_need_no_more_than_the_columns_they_read() -> None:
    read = columns_read(TABLE)
    assert read < set(TABLE)
    assert {"outcome", "trough_us", "first_contact_asked_by", "settlement_tariffs"} <= read
    fewer = TABLE[sorted(read)]
    for name, found in measures(TABLE).items():
        np.testing.assert_array_equal(found.values(fewer), measure(TABLE, name).values(TABLE))
    assert columns_read(TABLE.drop(columns="truce_day")) == read - {"truce_day"}


def test_one_measure_names_its_own_columns_even_of_an_empty_table() -> None:
    assert columns_of(measure(TABLE, "contact"), TABLE.iloc[:0]) == {"first_contact_day"}
    assert columns_of(measure(TABLE, "asks_first_us"), TABLE) == {"first_contact_asked_by", "first_contact_day"}
