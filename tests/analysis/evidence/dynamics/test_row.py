"""How many cases must hold when fewer than nine are run?"""

from __future__ import annotations

import pytest

from analysis.estimates.estimate import UNKNOWN
from analysis.evidence.dynamics.row import Reading, count_reached, enough


@pytest.mark.parametrize(("there", "wanted"), [(9, 7), (10, 7), (5, 4), (1, 1), (0, 1)])
def test_fewer_cases_ask_for_as_large_a_part_and_never_for_none(there: int, wanted: int) -> None:
    assert enough(7, 9, there) == wanted


def test_what_is_not_judged_does_not_count_as_reached() -> None:
    assert count_reached([Reading("a", "b", UNKNOWN, reached) for reached in (True, False, None, True)]) == 2
