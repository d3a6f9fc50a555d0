"""Without real names nobody is named, and nothing else about a world has changed."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.worlds.neutral_names import without_names
from sim.files import load_scenario, vary
from sim.run import run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios


def names(scenario: Scenario) -> Iterator[str]:
    for leader in scenario.leaders.values():
        yield from (leader.name, leader.country, leader.office)
        yield from (person.name for person in (*leader.advisers.values(), *leader.envoys.values()))
    yield from (host.name for host in scenario.mediators.values())
    yield from (scenario.title, scenario.summary)


@few
@given(scenarios(max_days=20), st.integers(0, 100))
def test_a_run_without_names_is_the_same_run(scenario: Scenario, run: int) -> None:
    real, neutral = (run_one(world, 3, run) for world in (scenario, without_names(scenario)))
    assert repr(neutral.columns) == repr(real.columns)  # a missing number is not equal to itself
    assert real.outcome == neutral.outcome


@few
@given(scenarios())
def test_everybody_has_a_name_of_their_own(scenario: Scenario) -> None:
    found = [name for name in names(without_names(scenario)) if name]
    assert len(found) == len(set(found))
    assert without_names(without_names(scenario)) == without_names(scenario)


def test_nobody_is_named() -> None:
    shipped = load_scenario("us-china-2025")
    known = {part for name in names(shipped) for part in name.split() if len(part) > 3}
    left = " ".join(names(without_names(shipped)))
    assert "Trump" in known
    assert [part for part in known if part in left] == []
    assert "Leader A" in left
    assert "Host 1" in left


def test_words_are_those_of_the_case() -> None:
    parents = vary(load_scenario("two-leaders"), {"words": {"leader": {"noun": "parent"}, "side": {"noun": "home"}}})
    found = without_names(parents).leaders
    assert [(leader.name, leader.country) for _, leader in sorted(found.items())] == [
        ("Parent A", "Home A"),
        ("Parent B", "Home B"),
    ]
