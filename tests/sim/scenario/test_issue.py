"""Are issues explained, bounded and closed?"""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sim.scenario.issue import Issue
from tests.sim.scenario.parts import check_part, made


def test_fields() -> None:
    check_part(Issue, weight={"us": 1, "china": 1})


def test_importance_is_kept_between_0_and_100() -> None:
    made(Issue, {"weight": {"us": 0, "china": 100}})
    for wrong in (-1, 101, "much"):
        with pytest.raises(ValidationError):
            made(Issue, {"weight": {"us": wrong, "china": 1}})
