"""Does every complaint name the place, what is wrong, what is allowed, and the word that was meant?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario, scenario_from
from tests.sim.scenario.test_scenario import SMALL


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"dyad": {"raport": 1}},
            "unknown key 'raport' in dyad; allowed: groundwork, rapport, tension; did you mean 'rapport'?",
        ),
        ({"dyad": {"cut": 1}}, "unknown key 'cut' in dyad"),
        ({"rapport": 1}, "did you mean 'dyad.rapport'?"),
        ({"dyad": {"rapport": 2}}, "dyad.rapport is 2; allowed: 0 (none or sour) to 1 (close)"),
        ({"dyad": {"rapport": "30 %"}}, "did you mean 0.3?"),
        ({"dyad": {"rapport": "0,3"}}, "did you mean 0.3?"),
        ({"dyad": {"rapport": "1e-3"}}, "did you mean 0.001?"),
        ({"dyad": {"rapport": {"valu": 0.3}}}, "did you mean 'value'?"),
        ({"dyad": {"rapport": {"note": "a", "distributoin": "beta"}}}, "did you mean 'distribution'?"),
        ({"dyad": {"rapport": "warm"}}, "must be a number, not the text 'warm'"),
        ({"dyad": []}, "dyad must be a block of fields, not a list"),
        ({"title": 3}, "title must be a text, not 3; put it in quotes"),
        ({"start": "soon"}, "write year-month-day"),
        ({"domain": "Trade"}, "did you mean 'trade'?"),
        ({"climbdown": 3}, "climbdown is 3; allowed: 2"),
        ({"issues": {}}, "issues has 0 entries; allowed: 1 to 10"),
        ({"sources": {"A Book": "x"}}, "'A Book' cannot be a name in sources"),
        ({"summit": {"signing_announced": 1}}, "must be true or false, not 1"),
    ],
)
def test_complaints(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | change)
    assert said in str(raised.value)


@given(st.from_regex(r"[-+]?[0-9_]{1,3}([.,_][0-9_]{1,3})?(e[-+]?[0-9]{1,3})? ?%?", fullmatch=True))
@example("1_0")
@example("10")
@example("150%")
def test_no_number_is_suggested_that_is_not_allowed(text: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | {"dyad": {"rapport": text}})
    _, found, suggested = str(raised.value).partition("; did you mean ")
    if found:
        assert "_" not in text
        assert scenario_from(SMALL | {"dyad": {"rapport": float(suggested.rstrip("?"))}}).dyad.rapport <= 1


@pytest.mark.parametrize("key", ["distributoin", "distribution_"])
def test_no_distribution_is_suggested_where_none_is_allowed(key: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | {"horizon_days": {key: "uniform"}})
    assert "did you mean" not in str(raised.value)


@pytest.mark.parametrize("text", ['{SMALL}"na\\x07me": x', "{SMALL}yes: x"])
def test_what_a_refused_key_may_have_been_is_not_said_to_be_missing(tmp_path: Path, text: str) -> None:
    rest = "start: 2025-01-01\nleaders: {us: {name: A}, china: {name: B}}\nissues: {i: {weight: {us: 1, china: 1}}}\n"
    file = tmp_path / "s.yaml"
    file.write_text(text.replace("{SMALL}", rest) + "\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        load_scenario(file)
    (problem,) = raised.value.problems
    assert problem.line == 4
