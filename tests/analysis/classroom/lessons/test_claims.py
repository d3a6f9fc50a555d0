"""Are claims counted over paired lucks, told with their unit, and refused where the interval does not carry them?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.classroom.lessons.claims import LEVEL, CountedClaim, count_claims
from analysis.classroom.lessons.lesson import Claim, Lesson
from analysis.estimates import mean, newcombe_paired, wilson
from sim.run import run_many
from tests.analysis.classroom.lessons.made import small

RUNS, SEED = 200, 9
NONE = {"host": "none"}


def claim(measure: str, of: dict[str, str], against: dict[str, str] | None, at_least: float = 0.0) -> Claim:
    return Claim("It is {value}.", measure, of, against, RUNS, SEED, at_least)


def counted(*claims: Claim) -> tuple[CountedClaim, ...]:
    return count_claims(replace(small(), claims=claims))


def table(lesson: Lesson, settings: dict[str, str]) -> dict[str, np.ndarray]:
    return run_many(lesson.world(settings), SEED, RUNS, "central").columns()


def test_a_difference_of_shares_is_that_of_pairs() -> None:
    found = counted(claim("contact", {}, NONE))[0].found
    with_host, without = (~np.isnan(table(small(), at)["first_contact_day"]) for at in ({}, NONE))
    pairs = (with_host & without, without & ~with_host, with_host & ~without, ~with_host & ~without)
    assert found == newcombe_paired(*(int(pair.sum()) for pair in pairs), LEVEL)
    assert found.level == 0.999


def test_a_share_of_its_own_and_days_to_the_horizon() -> None:
    share, days = counted(claim("contact", NONE, None), claim("first_voice_days", NONE, {}))
    columns = table(small(), NONE)
    assert share.found == wilson(int((~np.isnan(columns["first_contact_day"])).sum()), RUNS, LEVEL)
    horizon = small().scenario.horizon_days
    with_none, with_host = (
        np.fmin(table(small(), at)["first_voice_day"], horizon) for at in (NONE, {})
    )  # never counts as the horizon
    expected = mean(with_none - with_host, level=LEVEL)
    assert days.found.numbers == pytest.approx(expected.numbers)


@pytest.mark.parametrize(
    ("measure", "against", "told"),
    [
        ("contact", NONE, r"It is -?\d+ percentage points\."),
        ("contact", None, r"It is \d+%\."),
        ("first_voice_days", NONE, r"It is -?\d+ days?\."),
        ("trough_aldmark", None, r"It is \d+%\."),
        ("escalate_count_verenia", None, r"It is \d+\.\d acts\."),
    ],
)
def test_a_value_is_told_with_its_unit(measure: str, against: dict[str, str] | None, told: str) -> None:
    import re

    assert re.fullmatch(told, counted(claim(measure, {}, against))[0].told)


def test_a_claim_holds_where_its_whole_interval_does() -> None:
    low = counted(claim("contact", {}, None))[0].found.low
    just, over = counted(claim("contact", {}, None, low), claim("contact", {}, None, low + 1e-9))
    assert (just.holds, over.holds) == (True, False)
    assert over.found.value > over.claim.at_least, "the value alone would carry it"


def test_the_other_way_round_is_the_other_sign() -> None:
    one, other = counted(claim("contact", {}, NONE), claim("contact", NONE, {}))
    assert one.found.numbers == tuple(-number for number in (other.found.value, other.found.high, other.found.low))
    assert one.found.value != 0


def test_worlds_of_one_luck_are_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from analysis.classroom.lessons import claims

    asked = []

    def counting(worlds: list[object], *rest: object) -> object:
        asked.append(len(worlds))
        return run_many(worlds, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(claims, "run_many", counting)
    counted(claim("contact", {}, NONE), claim("mediated", NONE, {}), claim("ever_call", {}, None))
    assert asked == [2]
