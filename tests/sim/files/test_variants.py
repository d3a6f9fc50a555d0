"""Does a variant change what was asked and nothing else, and is a wrong change explained?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario, objections, parse_setting, scenario_from, vary
from sim.files.numeric import numeric_fields
from sim.scenario import Provenance, Scenario, Uniform
from sim.vocabulary.scenario_words import ClockKind
from tests.generate import few, scenarios


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    return load_scenario("two-leaders")


def test_one_number(lesson: Scenario) -> None:
    variant = vary(lesson, {"leaders.verenia.ego": 0.1})
    assert variant.leaders["verenia"].ego == 0.1
    assert "leaders.verenia.ego" not in variant.distributions
    assert "leaders.verenia.ego" not in variant.provenance
    assert variant.provenance == {k: v for k, v in lesson.provenance.items() if k != "leaders.verenia.ego"}
    assert lesson.leaders["verenia"].ego == 0.85


@few
@given(scenarios(), st.data())
def test_any_number_to_either_end_and_back(scenario: Scenario, data: st.DataObject) -> None:
    fields = [field for field in numeric_fields(scenario) if not field.path.endswith(("points", "ceiling", "rung"))]
    fields = [field for field in fields if ".weight." not in field.path]
    field = data.draw(st.sampled_from(fields))
    for end in (field.low, field.high):
        variant = vary(scenario, {field.path: end})
        assert {f.path: f.value for f in numeric_fields(variant)} == {
            f.path: float(end) if f.path == field.path else f.value for f in numeric_fields(scenario)
        }
    with pytest.raises(ScenarioError, match="allowed"):
        vary(scenario, {field.path: field.high * 2 + 1})
    plain = vary(scenario, {field.path: field.value})
    assert vary(plain, {field.path: field.low}) == vary(scenario, {field.path: field.low})


@few
@given(scenarios())
def test_no_change_is_no_change(scenario: Scenario) -> None:
    assert vary(scenario, {}) == scenario


def test_blocks_words_dates_distributions_and_new_entries(lesson: Scenario) -> None:
    host = {"name": "Oslo", "acceptability": {"verenia": 0.5, "aldmark": 0.5}}
    variant = vary(
        lesson,
        {
            "mediators": {},
            "clock.kind": ClockKind.fixed,
            "clock.order": "alternating",
            "start": dt.date(2024, 2, 1),
            "horizon_days": np.int64(30),
            "leaders.verenia.ego": Uniform(0.2, 0.4),
            "leaders.aldmark.ego": {"value": np.float64(0.3), "source": "a book"},
            "leaders.aldmark.market.lobby": {"distribution": "choice", "values": [0.1, 0.2]},
            "mediators.oslo": host,
            "summit.signing_announced": True,
        },
    )
    assert list(variant.mediators) == ["oslo"]
    assert variant.clock.kind is ClockKind.fixed
    assert (variant.start, variant.horizon_days) == (dt.date(2024, 2, 1), 30)
    assert variant.leaders["verenia"].ego == pytest.approx(0.3)
    assert variant.distributions["leaders.verenia.ego"] == Uniform(0.2, 0.4)
    assert variant.provenance["leaders.aldmark.ego"] == Provenance("a book")
    assert vary(variant, {"mediators.oslo": None}).mediators == {}


def test_a_whole_part_as_an_object(lesson: Scenario) -> None:
    variant = vary(lesson, {"leaders.aldmark.public": lesson.leaders["verenia"].public})
    assert variant.leaders["aldmark"].public == lesson.leaders["verenia"].public


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"leaders.verenia.eog": 1}, "did you mean 'ego'?"),
        ({"leaders.verenja.ego": 1}, "did you mean 'verenia'?"),
        ({"leaders": 3}, "must be a block"),
        ({"leaders.verenia.ego": 1.5}, "leaders.verenia.ego: leaders.verenia.ego is 1.5; allowed: 0 (no vanity)"),
        ({"leaders.verenia.ego": float("nan")}, "finite"),
        ({"leaders.verenia.ego": 10**400}, "finite"),
        ({"leaders.verenia.ego": "0.5"}, "must be a number"),
        ({"leaders.verenia.ego.deeper": 1}, "nothing is below it"),
        ({"leaders.verenia": None}, "exactly two"),
        ({"leaders.verenia.name": None}, "is missing"),
        ({"title": "\ud800"}, "unprintable"),
        ({"title": object()}, "type object"),
        ({"start": dt.datetime(2024, 1, 1, tzinfo=dt.UTC)}, "type datetime"),
        ({"scheduled.0.size": 1}, "unknown path"),
        ({"": 1}, "unknown path"),
        ({"mediators.Oslo": {"name": "Oslo"}}, "cannot be a name"),
        ({"leaders.verenia.pressure.points": 900}, "ceiling"),
    ],
)
def test_wrong_changes_are_explained(lesson: Scenario, change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        vary(lesson, change)
    assert said in str(raised.value)


def test_all_wrong_changes_are_told_at_once(lesson: Scenario) -> None:
    with pytest.raises(ScenarioError) as raised:
        vary(lesson, {"leaders.verenia.eog": 1, "clock.kind": "weekly", "truce.cut": 2})
    assert len(raised.value.problems) == 3


def test_into_a_list(lesson: Scenario) -> None:
    entry = {"date": lesson.start, "kind": "insult", "side": "verenia"}
    variant = vary(vary(lesson, {"scheduled": [entry]}), {"scheduled.0.size": 0.9})
    assert variant.scheduled[0].size == 0.9


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("leaders.us.ego=0.7", ("leaders.us.ego", 0.7)),
        ("mediators={}", ("mediators", {})),
        ("clock.kind=fixed", ("clock.kind", "fixed")),
        ("start=2025-05-01", ("start", dt.date(2025, 5, 1))),
        (
            "a.b={distribution: uniform, low: 0.1, high: 0.2}",
            ("a.b", {"distribution": "uniform", "low": 0.1, "high": 0.2}),
        ),
        ("title=a = b", ("title", "a = b")),
        ("mediators.oslo=null", ("mediators.oslo", None)),
    ],
)
def test_settings(setting: str, expected: tuple[str, Any]) -> None:
    assert parse_setting(setting) == expected


@pytest.mark.parametrize(
    "setting", ["leaders.us.ego", "=1", "a=no", "a=1e-3", "a={b", "a=*x", "a=!!python/none x", "a=\x07", "a=\ud800"]
)
def test_wrong_settings(setting: str) -> None:
    with pytest.raises(ScenarioError):
        parse_setting(setting)


def test_a_variant_of_a_scenario_made_in_python() -> None:
    small = scenario_from(
        {
            "name": "small",
            "start": dt.date(2025, 1, 1),
            "leaders": {"a": {"name": "A"}, "b": {"name": "B"}},
            "issues": {"i": {"weight": {"a": 1, "b": 1}}},
        }
    )
    assert vary(small, {"dyad.rapport": 1}).dyad.rapport == 1.0


EMPTY = ["x.y=", "x.y= ", "x.y=# nothing", "x.y={a: }", "x.y={a: {b: }}", "x.y=[{a: }]", "x.y={a: 1, b: }"]


@pytest.mark.parametrize("setting", EMPTY)
def test_nothing_written_is_never_read_as_remove(setting: str) -> None:
    with pytest.raises(ScenarioError, match="is empty; write a value, or null to take the entry away"):
        parse_setting(setting)


def test_the_change_comes_before_what_it_breaks() -> None:
    scenario = load_scenario("us-china-2025")
    with pytest.raises(ScenarioError) as raised:
        vary(scenario, {"leaders": 5, "dyad.rapport": 2})
    assert {problem.file for problem in raised.value.problems} == {"leaders", "dyad.rapport"}


@pytest.mark.parametrize(
    ("path", "below"),
    [
        ("leaders", "leaders.third"),
        ("leaders.verenia", "leaders.verenia.ego"),
        ("leaders.verenia", "leaders.verenia.pressure.points"),
        ("leaders.verenia.pressure", "leaders.verenia.pressure.points"),
        ("mediators", "mediators.oslo"),
        ("scheduled", "scheduled.0.date"),
    ],
)
@pytest.mark.parametrize("value", ["foo", 3, True, dt.date(2025, 1, 1), object(), [1], (), {}, {"a": [1]}])
def test_what_an_earlier_change_put_in_a_blocks_place_is_no_block(
    lesson: Scenario, path: str, below: str, value: Any
) -> None:
    with pytest.raises(ScenarioError):
        vary(lesson, {path: value, below: {"name": 3}})


def test_what_a_scenario_has_against_changes_is_what_varying_raises(lesson: Scenario) -> None:
    changes = {"leaders.verenia.ego": 3, "dyad.rapport": "much"}
    with pytest.raises(ScenarioError) as raised:
        vary(lesson, changes)
    said = objections(lesson, changes)
    assert len(said) == len(raised.value.problems) == 2
    assert all(any(path in message for message in said) for path in changes)
    assert objections(lesson, {"leaders.verenia.ego": 0.3}) == []
