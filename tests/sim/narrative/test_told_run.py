"""Names are looked up once, and spelled for reading aloud."""

from __future__ import annotations

from sim.narrative.told_run import ToldRun, date_of
from sim.results.trajectory import Trajectory
from tests.sim.sample import event, sample_scenario, sample_trajectory


def numbered() -> Trajectory:
    leaders = sample_scenario().leaders
    named = {
        side: leader.model_copy(update={"name": f"Leader {n}"}) for n, (side, leader) in enumerate(leaders.items())
    }
    return sample_trajectory(scenario=sample_scenario().model_copy(update={"leaders": named}))


def test_names_read_aloud_have_no_digits() -> None:
    assert "1" in ToldRun(numbered()).both
    aloud = ToldRun(numbered(), plain=True)
    assert [aloud.cast.leader(side) for side in aloud.cast.sides] == ["Leader one", "Leader zero"]
    assert aloud.both == "the two leaders"


def test_sides_and_hosts_stand_in_a_sentence() -> None:
    run = ToldRun(sample_trajectory())
    assert (run.side("us"), run.side("cn")) == ("the United States", "China")
    assert run.host("host") == "Høst, a European one"


def test_rows_and_dates() -> None:
    run = ToldRun(sample_trajectory())
    assert run.step_row(12.5) == 12
    assert run.step_row(-1.0) == 0
    assert run.last_date == run.steps["date"][-1]
    assert date_of(run, event(20, 30.0, "meeting_withdrawn", request=12)) == "2025-05-20"
    assert date_of(run, event(20, 30.0, "meeting_withdrawn")) == ""
