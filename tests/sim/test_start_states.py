"""Does each start state change the first month, with the same luck in both variants?

A run in which a share differs from its twin counts 1 or -1; the mean of these pairs must lie 4.9 standard errors from
nothing on the side that is named, which a difference of nothing reaches less than once in a million.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from sim.files import load_scenario, vary
from sim.run import run_many
from sim.scenario import Scenario

SURE = 4.9
RUNS = 4000
MONTH = 30
SEED = 60


def bare(name: str) -> Scenario:
    """A shipped case for a month, with nothing so on its first day."""
    case = load_scenario(name)
    rested = {f"mediators.{mediator}.failed_on": None for mediator in case.mediators}
    return vary(case, {"at_start": {}, "horizon_days": MONTH, **rested})


CASE = bare("us-russia-2025")


def day(number: int) -> dt.date:
    return CASE.start + dt.timedelta(days=number)


def half_suspended() -> dict[str, float]:
    """What a truce could have suspended on each side."""
    pressures = {side: leader.pressure for side, leader in CASE.leaders.items()}
    return {side: min(held.points, held.ceiling - held.points) / 2 for side, held in pressures.items()}


STATES: dict[str, dict[str, Any]] = {
    "contact": {"at_start.contact": {"date": day(-7), "level": "call"}},
    "truce": {"at_start.truce": {"since": day(-30), "until": day(60), "suspended": half_suspended()}},
    "meeting": {"at_start.meeting_on": day(21)},
    "failed": {f"mediators.{mediator}.failed_on": day(-7) for mediator in CASE.mediators},
}
Table = dict[str, npt.NDArray[Any]]


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    """The same runs without a start state and with each."""
    variants = [CASE, *(vary(CASE, changes) for changes in STATES.values())]
    made = run_many(variants, seed=SEED, runs=RUNS, parameters="drawn")
    columns = made.columns()
    names = ["bare", *STATES]
    return {name: {key: values[made.row == k] for key, values in columns.items()} for k, name in enumerate(names)}


def asked(table: Table) -> npt.NDArray[np.bool_]:
    """Whether a side has asked for a call or a summit."""
    counts = [
        values for name, values in table.items() if name.startswith(("request_call_count", "propose_summit_count"))
    ]
    return np.sum(counts, axis=0) > 0


def escalated(table: Table) -> npt.NDArray[np.bool_]:
    """Whether a side has raised the pressure."""
    return np.sum([values for name, values in table.items() if name.startswith("escalate_count")], axis=0) > 0


def surplus(tables: dict[str, Table], state: str, share: Any) -> float:
    """By how many standard errors a share is larger with a start state than without, run by run."""
    difference = share(tables[state]).astype(float) - share(tables["bare"])
    spread = difference.std()
    return float(difference.mean() / (spread / np.sqrt(len(difference)))) if spread > 0 else 0.0


def test_after_an_earlier_contact_more_leaders_ask_for_another(tables: dict[str, Table]) -> None:
    assert surplus(tables, "contact", asked) > SURE


def test_under_a_truce_fewer_escalate_and_more_truces_stand(tables: dict[str, Table]) -> None:
    assert surplus(tables, "truce", escalated) < -SURE
    assert surplus(tables, "truce", lambda table: table["outcome"] == "truce") > SURE


def test_with_a_meeting_set_more_leaders_meet(tables: dict[str, Table]) -> None:
    assert surplus(tables, "meeting", lambda table: table["first_in_person_day"] >= 0) > SURE


def test_after_hosts_have_failed_fewer_talks_are_held(tables: dict[str, Table]) -> None:
    assert surplus(tables, "failed", lambda table: table["ever_talks"].astype(bool)) < -SURE


def test_a_difference_of_nothing_is_none(tables: dict[str, Table]) -> None:
    assert surplus(tables, "bare", asked) == 0
