"""Every event by which sides reach for one another is one row of the log, in the lane of who acts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.documents.reaching_log import form_of, lanes, leader_names, reaching_log
from analysis.documents.reaching_marks import HELD, TOGETHER
from analysis.figures.figure import Reach
from sim import run_one
from sim.files.shipped import list_scenarios
from sim.narrative.cast import Cast
from sim.results.record_rows import events
from sim.scenario import Scenario
from sim.vocabulary import events as e
from tests.generate import few, scenarios
from tests.renamed_case import renamed, survivors, usual_words
from tests.sim.sample import sample_scenario


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(list_scenarios()), st.integers(0, 40))
@example("us-china-2025", 11)
def test_rows_are_the_events_of_the_record(case: str, number: int) -> None:
    run = run_one(case, run=number)
    log, cast = reaching_log(run), Cast(run.scenario)
    wanted = [event for event in events(run) if e.BY_WORD[event.kind].reaches]
    assert log["day"] == [event.day for event in wanted]
    names = leader_names(cast)
    for event, lane, form in zip(wanted, log["lane"], log["form"], strict=True):
        if event.actor in names and event.kind not in HELD:
            assert lane == names[event.actor]
        if event.actor == "both":
            assert lane == TOGETHER
        assert (form == Reach.met) == (event.kind in HELD)
    assert set(log["lane"]) <= set(lanes(run, log))
    assert [lane for lane in lanes(run, log) if lane in names.values()] == list(names.values())


@few
@given(scenarios(20), st.integers(0, 2**32 - 1))
def test_any_run_has_its_lanes(scenario: Scenario, number: int) -> None:
    run = run_one(scenario, 3, number)
    log = reaching_log(run)
    found = lanes(run, log)
    assert len(found) == len({*found})
    assert set(log["lane"]) <= set(found)


@pytest.mark.parametrize(
    ("kind", "joint", "form"),
    [
        (e.CALL_REQUESTED, False, Reach.asks),
        (e.MEDIATION_OFFERED, False, Reach.asks),
        (e.REQUEST_ACCEPTED, False, Reach.yes),
        (e.REQUEST_LAPSED, False, Reach.no),
        (e.MEDIATION_DECLINED, False, Reach.no),
        (e.SUMMIT_HELD, True, Reach.met),
        (e.MEDIATION_HELD, True, Reach.met),
        (e.TRUCE_AGREED, True, Reach.agreed),
        (e.DEAL, True, Reach.agreed),
        (e.TRUCE_BREACHED, False, Reach.breaks),
        (e.MEETING_WITHDRAWN, False, Reach.breaks),
        (e.NO_DEAL, True, Reach.breaks),
    ],
)
def test_the_form_is_what_an_event_does(kind: int, joint: bool, form: Reach) -> None:
    assert form_of(e.WORDS[kind], joint) == form


def test_two_leaders_of_one_name_have_lanes_of_their_own() -> None:
    leaders = {s: leader.model_copy(update={"name": "A. Alike"}) for s, leader in sample_scenario().leaders.items()}
    names = leader_names(Cast(sample_scenario().model_copy(update={"leaders": leaders})))
    assert names == {"cn": "A. Alike (cn)", "us": "A. Alike (us)"}


def test_words_are_those_of_the_case() -> None:
    run = run_one(renamed(sample_scenario()), seed=3)
    log = reaching_log(run)
    text = " ".join([*log["label"], *log["told"]])
    assert log["day"]
    assert not survivors(text, usual_words(run.scenario))
