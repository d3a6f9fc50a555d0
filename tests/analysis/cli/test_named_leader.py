"""A leader may be named by id, name, country or a part of one; what fits both or neither is said to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.errors import UserError
from analysis.cli.named_leader import find_leader
from sim.scenario import Scenario
from sim.scenario.leader import Leader
from tests.generate import few, scenarios

LEADERS = {
    "us": Leader(name="Donald Trump", country="United States"),
    "china": Leader(name="Xi Jinping", country="China"),
}


@pytest.mark.parametrize("who", ["us", "US", " us ", "Donald Trump", "trump", "TRUM", "United States", "united"])
def test_one_leader_is_meant(who: str) -> None:
    assert find_leader(LEADERS, who) == "us"


def test_a_whole_name_goes_before_a_part_of_another() -> None:
    leaders = {"a": Leader(name="Kim"), "b": Leader(name="Kim Jong Un"), "ki": Leader(name="Kimberley")}
    assert find_leader(leaders, "kim") == "a"
    assert find_leader(leaders, "jong") == "b"
    assert find_leader(leaders, "ki") == "ki"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("n", "may mean either leader here: us (Donald Trump), china (Xi Jinping)"),
        ("trmup", "did you mean 'trump'?"),
        ("Unitd States", "did you mean 'united states'?"),
        ("", "there is no leader '' here; the leaders are us (Donald Trump), china (Xi Jinping)"),
        ("macron", "there is no leader 'macron' here"),
    ],
)
def test_who_is_not_meant_is_said(who: str, said: str) -> None:
    with pytest.raises(UserError) as error:
        find_leader(LEADERS, who)
    assert said in str(error.value)


@few
@given(scenario=scenarios(5), capitals=st.booleans())
def test_every_side_is_found_by_its_id(scenario: Scenario, capitals: bool) -> None:
    for side in scenario.leaders:
        try:
            assert find_leader(scenario.leaders, side.upper() if capitals else side) == side
        except UserError as error:  # somebody else has the id of this side for a name
            assert "either leader" in str(error)  # noqa: PT017
