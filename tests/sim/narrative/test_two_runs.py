"""Two runs are told side by side from the first event that differs, in 80 columns."""

from __future__ import annotations

from sim.files import load_scenario, vary
from sim.narrative.two_runs import different_choice, first_different_decision, side_by_side
from sim.results.record_rows import Event
from sim.run import run_one
from tests.sim.sample import sample_decision, sample_log, sample_trajectory


def changed(place: int, **fields: object) -> dict[str, list[object]]:
    log = sample_log()
    log[place] = log[place]._replace(**fields)
    return {name: [getattr(entry, name) for entry in log] for name in Event._fields}


def test_equal_runs_tell_the_same_story() -> None:
    said = " ".join(side_by_side(sample_trajectory(), sample_trajectory(), ("A", "B")))
    assert "the same story" in said
    assert list(different_choice(sample_trajectory(), sample_trajectory())) == []


def test_the_date_told_is_where_they_part() -> None:
    other = sample_trajectory(events=changed(5, envoy="second"))
    said = " ".join(side_by_side(sample_trajectory(), other, ("A", "B")))
    assert "The two runs part after 5 events, on 1 May 2025." in said


def test_side_by_side_fits() -> None:
    other = sample_trajectory(events=changed(2, kind="signal"))
    lines = list(side_by_side(sample_trajectory(), other, ("A: leaders.us.ego=0.9, mediators={}", "B: as it is")))
    assert all(len(line) <= 80 for line in lines)
    assert sum(" | " in line for line in lines) > 5


def test_a_year_that_begins_is_named_once_where_it_begins() -> None:
    base = load_scenario("us-china-2025")
    runs = [run_one(case) for case in (vary(base, {"mediators": {}}), base)]
    told = [line.partition("|") for line in side_by_side(runs[0], runs[1], ("A", "B"))]
    for column in ([left.strip() for left, *_ in told], [right.strip() for *_, right in told]):
        assert [line for line in column if line in ("2025", "2026", "2027")] == ["2026"]
        after = column[column.index("2026") + 1]
        assert after.split()[1] in ("Jan", "Feb", "Mar", "Apr")


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
    assert "A: The President asked for a call rather than wait" in said
    assert "B: The President waited rather than" in said
