"""Does every column of the steps table show the number it names?"""

from __future__ import annotations

import pytest

from sim.engines.plain.reporters import PUBLIC, SHARED, date_of, day_of, known_to, step_reporters
from sim.results.record_columns import column_of
from sim.state.layout import TRAITS
from tests.sim.rules.worlds import PLAIN, model_of, put_all

MODEL = model_of()
REPORTERS = step_reporters(PLAIN, MODEL.sides)


def test_columns_are_documented_in_order_and_each_once() -> None:
    assert len(set(REPORTERS)) == len(REPORTERS)
    assert all(column_of("steps", name) for name in REPORTERS)
    assert list(REPORTERS)[:3] == ["step", "day", "date"]
    perceived = [name for name in REPORTERS if name.startswith("perceived.east.")]
    assert perceived == [f"perceived.east.{trait}" for trait in TRAITS]


@pytest.mark.parametrize(
    ("path", "column"),
    [
        ("leaders.0.points", "east.pressure"),
        ("leaders.1.pain", "west.pain"),
        ("leaders.1.face", "west.face"),
        ("leaders.0.cover", "east.cover"),
        ("markets.1.drawdown", "west.drawdown"),
        ("publics.0.hostility", "east.hostility"),
        ("publics.1.approval", "west.approval"),
        ("dyad.0.rapport", "rapport"),
        ("advisers.1.voice", "advisers.east.dove.voice"),
        ("advisers.2.voice", "advisers.west.hawk.voice"),
        ("mediators.1.fatigue", "mediators.oslo.fatigue"),
        ("images.0.caution", "perceived.east.caution"),
    ],
)
def test_a_column_reads_its_own_number(path: str, column: str) -> None:
    model = model_of()
    put_all(model.world, {path: 0.4321})
    assert REPORTERS[column](model.world) == 0.4321
    others = [name for name, reporter in REPORTERS.items() if reporter(model.world) == 0.4321]
    assert others == [column]


def test_receptiveness_is_a_beta_mean() -> None:
    model = model_of()
    put_all(model.world, {"leaders.0.accepted": 3.0, "leaders.0.refused": 1.0})
    assert REPORTERS["east.receptiveness"](model.world) == 0.75


def test_days_follow_from_the_count_of_steps() -> None:
    model = model_of(PLAIN, {"clock.step_days": 0.25})
    put_all(model.world, {"dyad.0.step": 7})
    assert day_of(model.world) == REPORTERS["day"](model.world) == 1.75
    assert REPORTERS["date"](model.world) == "2025-01-07"


def test_a_side_knows_its_own_numbers_the_relation_and_what_the_other_cannot_hide() -> None:
    known = known_to(REPORTERS, "east", "west")
    assert {name for name in REPORTERS if name.startswith(("east.", "perceived.east.", "advisers.east."))} <= set(known)
    assert set(SHARED) <= set(known)
    of_west = {name for name in known if "west" in name.split(".")}
    assert of_west == {f"west.{column}" for column in PUBLIC}


@pytest.mark.parametrize(("day", "date"), [(0.0, "2025-01-06"), (0.99, "2025-01-06"), (26.0, "2025-02-01")])
def test_a_moment_lies_on_its_calendar_day(day: float, date: str) -> None:
    assert date_of(PLAIN, day) == date
