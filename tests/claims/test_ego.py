"""Is what docs/claims.md says of ego still what the model does?"""

from __future__ import annotations

import pytest

from tests.claims.ego import CASES, EGOS, measured, written

NEAR = 0.05
"""Ten standard errors of a share over 2,500 runs are 0.1; a table that is five points off is stale."""


def test_the_table_of_ego_is_in_step() -> None:
    told = written()
    assert set(told) == {(case, ego) for case in CASES for ego in EGOS}
    for key, numbers in measured(2500).items():
        assert told[key][:-1] == pytest.approx(numbers[:-1], abs=NEAR), "run: python -m tests.claims.ego"
