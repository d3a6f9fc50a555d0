"""Two runs are told apart at the first event that differs, side by side in 80 columns."""

from __future__ import annotations

from sim.narrative.parting import different_choice, first_different_decision, parting, side_by_side
from sim.results.record_rows import Event, events
from tests.sim.sample import sample_decision, sample_log, sample_trajectory


def changed(place: int, **fields: object) -> dict[str, list[object]]:
    log = sample_log()
    log[place] = log[place]._replace(**fields)
    return {name: [getattr(entry, name) for entry in log] for name in Event._fields}


def test_equal_runs_do_not_part() -> None:
    assert parting(sample_log(), sample_log()) is None
    said = " ".join(side_by_side(sample_trajectory(), sample_trajectory(), ("A", "B")))
    assert "the same story" in said
    assert list(different_choice(sample_trajectory(), sample_trajectory())) == []


def test_they_part_at_the_first_difference() -> None:
    other = sample_trajectory(events=changed(5, kind="mediation_declined"))
    found = parting(sample_log(), events(other))
    assert found is not None
    assert (found.place, found.date) == (5, "2025-05-01")


def test_amounts_alone_do_not_part_them() -> None:
    assert parting(sample_log(), events(sample_trajectory(events=changed(0, amount=24.0)))) is None


def test_a_run_that_ends_early_parts_at_its_end() -> None:
    found = parting(sample_log(), sample_log()[:10])
    assert found is not None
    assert found.place == 10


def test_side_by_side_fits() -> None:
    other = sample_trajectory(events=changed(2, kind="signal"))
    lines = list(side_by_side(sample_trajectory(), other, ("A: leaders.us.ego=0.9, mediators={}", "B: as it is")))
    assert all(len(line) <= 80 for line in lines)
    assert sum(" | " in line for line in lines) > 5


def test_the_first_decision_to_differ_is_explained() -> None:
    rows = [
        *sample_decision(0, 1.5, "us", "escalate"),
        *sample_decision(1, 30.0, "us", "hold"),
        *sample_decision(2, 32.0, "cn", "accept", "answer"),
    ]
    other = sample_trajectory(decisions={name: [row[name] for row in rows] for name in rows[0]})
    here, there = first_different_decision(sample_trajectory(), other)
    assert here is not None
    assert there is not None
    assert (here.chosen.name, there.chosen.name) == ("request_call", "hold")
    said = " ".join(different_choice(sample_trajectory(), other))
    assert "ask for a call (50%)" in said
    assert "wait (50%)" in said
