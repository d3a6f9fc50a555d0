"""Do measures need no column but those that are noted?"""

from __future__ import annotations

import numpy as np

from analysis.estimates import measure, measures
from analysis.estimates.columns_read import columns_read
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
