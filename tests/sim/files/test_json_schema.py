"""Is the JSON Schema fresh and valid, and does it agree with the checker on files good and bad?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given

from sim.files import list_scenarios
from sim.files.json_schema import SCHEMA_FILE, scenario_schema, schema_text
from sim.files.shipped import FOLDER
from tests.generate import few, scenario_dicts

VALIDATOR = jsonschema.Draft202012Validator(scenario_schema())


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(child) for key, child in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(child) for child in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def test_the_schema_is_valid_and_fresh() -> None:
    jsonschema.Draft202012Validator.check_schema(scenario_schema())
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(scenario_schema()), (
        "run `climbdown schema --out scenarios`"
    )


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios_validate(name: str) -> None:
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(VALIDATOR.iter_errors(as_json(content))) == []


@few
@given(scenario_dicts())
def test_valid_scenarios_validate(content: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(as_json(content))) == []


def small(**changes: Any) -> dict[str, Any]:
    content = {
        "name": "small",
        "start": "2025-01-01",
        "leaders": {"us": {"name": "One"}, "china": {"name": "Two"}},
        "issues": {"tariffs": {"weight": {"us": 1, "china": 2}}},
    }
    return content | changes


@pytest.mark.parametrize(
    "content",
    [
        small(horizon=3),
        small(name="Capital"),
        small(horizon_days=0.5),
        small(domain="war"),
        small(dyad={"rapport": 2}),
        small(dyad={"rapport": {"value": 2}}),
        small(dyad={"rapport": {"distribution": "uniform", "low": 0, "high": 2}}),
        small(dyad={"rapport": {"distribution": "gauss", "mean": 0}}),
        small(dyad={"rapport": {"value": 0.2, "confidence": "medium"}}),
        small(clock={"step_days": 0.3}),
        small(leaders={"us": {"name": "One"}}),
        {"name": "nothing-else"},
        {"extends": "two-leaders", "dyad": {"rapport": "high"}},
    ],
)
def test_what_a_schema_can_see_is_seen(content: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(content))


def test_a_file_of_changes_may_be_partial_and_remove() -> None:
    content = {
        "extends": "two-leaders",
        "mediators": {"sorrel": None},
        "leaders": {"aldmark": {"ego": None, "caution": 0.3}},
    }
    assert list(VALIDATOR.iter_errors(content)) == []


def test_numbers_are_explained() -> None:
    ego = scenario_schema()["$defs"]["Leader"]["properties"]["ego"]
    assert ego["default"] == 0.5
    assert "no vanity" in ego["description"]
    assert "every contact is a contest" in ego["description"]
