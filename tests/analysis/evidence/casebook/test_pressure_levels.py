"""Is pressure read off the known events: stated rates as they are, else a ladder?"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.casebook import known_of
from analysis.evidence.casebook.casebook_form import EventType
from analysis.evidence.casebook.known import Known, KnownEvent
from analysis.evidence.casebook.pressure_levels import CALM, TOP, level_of, pressure_of, stated_rate
from sim.vocabulary.domains import Domain
from tests.analysis.evidence.casebook.shipped_cases import case

DAY = dt.date(2000, 1, 1)
types = st.sampled_from((EventType.escalation, EventType.deescalation, EventType.breakdown, EventType.signal))


def with_events(*events: KnownEvent, domain: Domain = Domain.security) -> Known:
    return known_of(case("kagame_museveni_2019_gatuna"))._replace(events=events, domain=domain)


def act(kind: EventType, actor: str = "A", magnitude: str = "") -> KnownEvent:
    return KnownEvent(DAY, actor, kind, magnitude, "")


@pytest.mark.parametrize(
    ("magnitude", "rate"),
    [
        ("25pct on about $50bn", 25),
        ("10pct on $200bn; 5-10pct on $60bn", 10),
        ("plus 10pp, total 20", 20),
        ("84 reciprocal, total 104", 104),
        ("125 reciprocal", 125),
        ("25-50pct", 50),
        ("100pct on USD 5.9bn from 28 June", 100),
        ("naval quarantine", 0),
        ("350,000 marchers", 0),
        ("90 days", 0),
        ("", 0),
    ],
)
def test_stated_rates(magnitude: str, rate: float) -> None:
    assert stated_rate(magnitude) == rate


@given(kinds=st.lists(types, max_size=30), side=st.sampled_from(("A", "B")), suspended=st.booleans())
def test_a_level_stays_on_the_ladder_and_one_more_step_up_raises_it(
    kinds: list[EventType], side: str, suspended: bool
) -> None:
    acts = [act(kind, side) for kind in kinds]
    before = level_of(with_events(*acts), side, suspended=suspended)
    after = level_of(with_events(*acts, act(EventType.escalation, side)), side, suspended=suspended)
    assert 0 <= before.points < after.points <= before.ceiling == TOP
    less = level_of(with_events(*acts, act(EventType.deescalation, side)), side, suspended=suspended)
    assert less.points < before.points


def test_who_presses_starts_higher_and_nobody_is_charged_with_the_other_s_steps() -> None:
    known = with_events(act(EventType.escalation, "B"))
    assert level_of(known, "A").points == CALM["A"] > CALM["B"]
    assert level_of(known, "B").points > level_of(known, "A").points


def test_a_truce_tells_of_a_step_before_it() -> None:
    assert level_of(with_events(), "B", suspended=True).points == level_of(
        with_events(act(EventType.escalation, "B")), "B"
    ).points  # fmt: skip


def test_a_rate_counts_in_trade_alone() -> None:
    step = act(EventType.escalation, "A", "total 145")
    assert level_of(with_events(step, domain=Domain.trade), "A").points == 145
    assert level_of(with_events(step), "A").points < TOP


def test_the_main_case_has_the_rates_of_its_day() -> None:
    known = known_of(case("us_china_2025_geneva"))
    assert (level_of(known, "A").points, level_of(known, "B").points) == (145, 125)


def test_the_ceiling_leaves_room_above_a_high_rate() -> None:
    level = level_of(known_of(case("us_china_2025_geneva")), "A")
    block = pressure_of(level)
    assert block["points"]["mean"] < block["points"]["high"] == block["ceiling"]["value"] > 145
    assert block["rung"]["value"] == pytest.approx(level.ceiling / 10, abs=0.001)
