"""What lies ahead is what comes: every meeting on its day, the truce's end, and what nobody has answered."""

from __future__ import annotations

import pytest

from sim.files import load_scenario
from sim.narrative.ahead import ASKED, MEETING, OVER, ahead
from sim.narrative.cast import Cast, short_date
from sim.results.record_rows import Event, events
from sim.run import run_one
from sim.vocabulary import events as e
from tests.sim.sample import event

CASE = load_scenario("two-leaders")
CAST = Cast(CASE)
HELD = {
    e.WORDS[e.CALL_HELD]: "a call",
    e.WORDS[e.SUMMIT_HELD]: "a summit",
    e.WORDS[e.MEDIATION_HELD]: "talks arranged by",
}


def told(log: list[Event], side: str = "verenia") -> str:
    return " ".join(" ".join(ahead(CAST, side, log)).split())


@pytest.mark.parametrize("run", range(6))
def test_every_meeting_is_announced_on_the_day_on_which_it_is_held(run: int) -> None:
    log = list(events(run_one(CASE, 1, run)))
    for held in log:
        if held.kind in HELD:
            before = [one for one in log if held.request <= one.event < held.event]
            earlier = [one for one in log if one.event < before[0].event]
            announced = told([*earlier, *before])
            assert f"{HELD[held.kind]}" in announced and f"on {short_date(held.date).strip()}" in announced
            assert f"on {short_date(held.date).strip()}" not in told([one for one in log if one.event <= held.event])


@pytest.mark.parametrize("run", range(6))
def test_a_truce_ends_or_is_renewed_by_the_day_that_was_said(run: int) -> None:
    log = list(events(run_one(CASE, 1, run)))
    for number, one in enumerate(log):
        if one.kind == "truce_agreed":
            assert "the end of the truce on" in told(log[: number + 1])
        if one.kind in ("truce_breached", "truce_lapsed"):
            assert "the end of the truce" not in told(log[: number + 1])


def test_a_meeting_agreed_before_the_first_day_has_its_own_date() -> None:
    scenario = load_scenario("camp-david-1978")
    log = list(events(run_one(scenario, 2)))[:4]
    told = " ".join(ahead(Cast(scenario), "egypt", log))
    assert "a summit on 5 Sep" in told


def test_what_is_not_answered_is_told_to_whoever_asked() -> None:
    log = [event(0, 3.0, "letter_sent", actor="verenia", target="aldmark", level="letter")]
    assert "Not answered yet: your letter of" in told(log)
    assert told(log, "aldmark") == ""
    answered = event(1, 4.0, "request_declined", actor="aldmark", target="verenia", level="letter", request=0)
    assert told([*log, answered]) == ""


def test_what_comes_after_the_last_day_is_said_to() -> None:
    log = [event(0, CASE.horizon_days - 2.0, "summit_scheduled", actor="both", level="summit")]
    assert "(after the last day of this game)" in told(log)
    assert all(len(line) <= 80 for line in ahead(CAST, "verenia", log))


def test_the_tables_cover_every_meeting_and_request() -> None:
    assert set(MEETING) == {row.word for row in e.ROWS if row.word.endswith(("_scheduled", "_convened"))}
    assert set(ASKED) == {"letter_sent", "call_requested", "summit_proposed"}
    assert set(HELD) < OVER
