"""People and places have their display names; dates read like dates."""

from __future__ import annotations

import pytest

from sim.narrative.cast import Cast, capital, short_date, spoken_date, spoken_month
from sim.vocabulary.domains import Domain
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())


def test_names_come_from_the_scenario() -> None:
    assert CAST.leader("us") == "The President"
    assert CAST.country("cn") == "China"
    assert CAST.mediator("singapore") == "Singapore"
    assert CAST.adviser("cn", "wang") == "Wáng Yì"
    assert CAST.issue("tariffs") == "Tariffs"


def test_an_envoy_is_found_on_either_bench() -> None:
    assert CAST.envoy("us", "first") == CAST.envoy("cn", "first") == "First Envoy"
    assert CAST.envoy("us", "") == "an envoy"


@pytest.mark.parametrize(
    ("who", "said"), [("us", "The President"), ("both", "both sides"), ("", "nobody"), ("oslo", "oslo")]
)
def test_anyone_may_be_named(who: str, said: str) -> None:
    assert CAST.anyone(who) == said


@pytest.mark.parametrize(("side", "other"), [("us", "cn"), ("cn", "us"), ("host", ""), ("", "")])
def test_the_other_side(side: str, other: str) -> None:
    assert CAST.other(side) == other


def test_only_trade_has_tariffs() -> None:
    assert CAST.words["pressure"].noun == "tariffs"
    assert Cast(sample_scenario(domain=Domain.peace)).fill("{pressure} of {who}", who="all") == "pressure of all"


def test_a_capital_is_set_and_nothing_else_changed() -> None:
    assert (capital("a Truce."), capital(""), capital("20 points")) == ("A Truce.", "", "20 points")


def test_dates() -> None:
    assert spoken_date("2025-05-04") == "4 May 2025"
    assert short_date("2025-05-04") == " 4 May"
    assert spoken_month("2025-12-31") == "December 2025"
