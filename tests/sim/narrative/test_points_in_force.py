"""Points after an event are those of the record, followed back through a step as far as it is certain."""

from __future__ import annotations

from sim.narrative.points_in_force import points_after
from sim.results.record_rows import Event, events
from sim.results.trajectory import Trajectory
from sim.run import run_one
from tests.sim.sample import event, sample_scenario, sample_steps, sample_trajectory


def with_log(log: list[Event], points: float) -> Trajectory:
    steps = sample_steps(sample_scenario(), 10)
    steps["us.pressure"] = [points] * 10
    table = {name: [getattr(entry, name) for entry in log] for name in Event._fields}
    return sample_trajectory(steps=steps, events=table, outcome=sample_trajectory().outcome)


def test_several_events_of_one_step_are_followed_back() -> None:
    log = [event(0, 1.2, "escalate", actor="us", amount=10.0), event(1, 1.4, "truce_agreed", actor="both", amount=0.5)]
    log.append(event(2, 1.6, "ease", actor="us", amount=5.0))
    found = points_after(with_log(log, 20.0), log)
    assert [found[number, "us"] for number in (2, 1, 0)] == [20.0, 25.0, 50.0]


def test_what_came_back_with_a_breach_is_not_guessed() -> None:
    log = [event(0, 1.2, "escalate", actor="us", amount=10.0), event(1, 1.2, "truce_breached", actor="us", cause=0)]
    found = points_after(with_log(log, 70.0), log)
    assert found[1, "us"] == 70.0
    assert (0, "us") not in found


def test_real_steps_add_up() -> None:
    record = run_one("two-leaders", seed=3)
    log = events(record)
    found = points_after(record, log)
    before = dict.fromkeys(record.scenario.leaders, -1.0)
    for entry in log:
        points = found.get((entry.event, entry.actor))
        if entry.kind in ("escalate", "ease") and points is not None and before[entry.actor] >= 0:
            change = entry.amount if entry.kind == "escalate" else -entry.amount
            assert abs(points - before[entry.actor] - change) < 1e-9
        for side in before:
            before[side] = found.get((entry.event, side), before[side])
