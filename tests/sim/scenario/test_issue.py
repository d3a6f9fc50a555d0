"""Are issues explained, bounded and closed?"""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sim.scenario.issue import Bargaining, Issue
from tests.sim.scenario.parts import check_part, made


def test_fields() -> None:
    check_part(Issue, weight={"us": 1, "china": 1})
    check_part(Bargaining)


def test_importance_is_kept_between_0_and_100() -> None:
    made(Issue, {"weight": {"us": 0, "china": 100}})
    for wrong in (-1, 101, "much"):
        with pytest.raises(ValidationError):
            made(Issue, {"weight": {"us": wrong, "china": 1}})


def test_a_red_line_is_a_share_and_may_be_left_out() -> None:
    assert made(Issue, {"weight": {"us": 1, "china": 1}}).red_line == {}
    made(Issue, {"weight": {"us": 1, "china": 1}, "red_line": {"us": 1}})
    for wrong in (-0.1, 1.1):
        with pytest.raises(ValidationError):
            made(Issue, {"weight": {"us": 1, "china": 1}, "red_line": {"us": wrong}})


def test_an_exponent_never_makes_the_second_half_worth_more_than_the_first() -> None:
    for wrong in (0.29, 1.01):
        with pytest.raises(ValidationError):
            made(Bargaining, {"exponent": wrong})
