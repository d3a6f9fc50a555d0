"""Do the counts of a run say what its ledger says?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.confrontation import Confrontation
from sim.files import load_scenario, vary
from sim.results.trajectory import Trajectory
from sim.rules.record.ledger import note, note_amount, note_level, set_context
from sim.rules.record.summary import summarise
from sim.rules.record.tally import ahead_decided, first_asked_on, first_asker
from sim.scenario import Scenario
from sim.state.summary_columns import summary_columns
from sim.state.world import World
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_DUE, NOBODY, NONE
from tests.sim.rules.worlds import world_of

CASES = ("two-leaders", "us-china-2025", "us-dprk-2018", "camp-david-1978")
ASKS = ("call_requested", "summit_proposed")
TABLES = {"envoy_received": "envoy", "mediation_held": "talks", "call_held": "call", "summit_held": "summit"}


def lived(scenario: Scenario, seed: int) -> tuple[dict[str, float], Trajectory]:
    """The summary of a run, and the run."""
    run = Confrontation(scenario, seed=seed)
    run.run_model()
    columns = summary_columns(run.sides, list(scenario.issues))
    row = [float("nan")] * len(columns)
    summarise(run.world, row)
    return dict(zip(columns, row, strict=True)), run.trajectory()


def lines_of(told: Trajectory) -> list[dict[str, Any]]:
    """The events of a run, one after the other."""
    table = told.columns["events"]
    return [dict(zip(table, line, strict=True)) for line in zip(*table.values(), strict=True)]


def first_day(lines: list[dict[str, Any]], kinds: tuple[str, ...], since: float = -1.0) -> float:
    """The day of the first event of some kinds, or -1."""
    return next((line["day"] for line in lines if line["kind"] in kinds and line["day"] >= since), -1.0)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("seed", range(3))
def test_every_count_can_be_made_again_from_the_events(case: str, seed: int) -> None:
    row, told = lived(load_scenario(case), seed)
    lines = lines_of(told)
    kinds = [line["kind"] for line in lines]
    assert {kind: row[f"events_{kind}"] for kind in e.WORDS} == {kind: kinds.count(kind) for kind in e.WORDS}
    asks = [line for line in lines if line["kind"] in ASKS]
    assert row["asks"] == len(asks)
    assert row["first_ask_day"] == first_day(lines, ASKS)
    for side in told.scenario.leaders:
        own = [line["day"] for line in asks if line["actor"] == side]
        assert row[f"first_ask_day_{side}"] == (own[0] if own else -1.0)
    answered = [line for line in lines if line["level"] in ("call", "summit") and line["kind"].startswith("request")]
    of = [line["kind"] for line in answered]
    assert row["asks_accepted"] == of.count("request_accepted") + 2 * of.count("requests_crossed")
    assert row["asks_refused"] == of.count("request_declined") + of.count("request_lapsed")
    assert 0 <= row["asks"] - row["asks_accepted"] - row["asks_refused"] <= 4, "what is still open at the end"
    yes = next((n for n, line in enumerate(lines) if line in answered and line["kind"] in YES), None)
    assert row["asks_to_yes"] == (-1 if yes is None else sum(kind in ASKS for kind in kinds[:yes]))
    rupture = first_day(lines, ("blow_up",))
    assert row["first_rupture_day"] == rupture
    assert row["ask_after_rupture"] == (first_day(lines, ASKS, rupture) if rupture >= 0 else -1.0)
    assert row["agreed_at"] == agreed_at(lines)


YES = ("request_accepted", "requests_crossed")


def agreed_at(lines: list[dict[str, Any]]) -> float:
    """The level of the table at which the last agreement was made, found by going back from it."""
    made = [n for n, line in enumerate(lines) if line["kind"] in ("truce_agreed", "deal")]
    if not made:
        return float(NONE)
    table = next(line["kind"] for line in reversed(lines[: made[-1]]) if line["kind"] in TABLES)
    return float(levels.BY_WORD[TABLES[table]].code)


def request(world: World, side: int, day: float) -> None:
    """A side asks for a call."""
    world.dyad[0].now = day
    note_level(world, e.CALL_REQUESTED, side, 1 - side, levels.CALL)


@given(st.floats(0, 300) | st.just(-1.0), st.floats(0, 300) | st.just(-1.0))
def test_who_asked_first_follows_from_the_days(first: float, second: float) -> None:
    world = world_of()
    world.tally[0].first_ask[:] = [first, second]
    days = [day for day in (first, second) if day >= 0]
    assert first_asked_on(world) == (min(days) if days else -1.0)
    found = first_asker(world)
    world.tally[0].first_ask[:] = [second, first]
    assert first_asker(world) == {0: 1, 1: 0}.get(found, found), "neither side has an edge"
    assert (found == NOBODY) == (not days)
    assert (found == BOTH) == (len(days) == 2 and first == second)


def test_letters_are_no_asks() -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    note_level(world, e.LETTER_SENT, 0, 1, levels.LETTER)
    note_level(world, e.REQUEST_ACCEPTED, 1, 0, levels.LETTER)
    note_level(world, e.REQUEST_LAPSED, 1, 0, levels.TRUCE)
    assert first_asker(world) == NOBODY
    assert (world.tally[0].yeses, world.tally[0].noes, world.tally[0].asks_to_yes) == (0, 0, -1)


def test_requests_that_cross_are_two_yeses() -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    request(world, 0, 2.0)
    request(world, 1, 3.0)
    note_level(world, e.REQUESTS_CROSSED, BOTH, BOTH, levels.CALL)
    assert (world.tally[0].yeses, world.tally[0].asks_to_yes) == (2, 2)


def test_asks_after_a_rupture_and_after_a_break_are_kept_apart() -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    tally = world.tally[0]
    request(world, 0, 1.0)
    world.dyad[0].now = 5.0
    note_level(world, e.BLOW_UP, BOTH, BOTH, levels.SUMMIT)
    request(world, 1, 9.0)
    world.dyad[0].now = 12.0
    note(world, e.TRUCE_BREACHED, 0, 1)
    request(world, 0, 50.0)
    request(world, 0, 60.0)
    assert (tally.rupture_day, tally.ask_after_rupture) == (5.0, 9.0)
    assert (tally.break_day, tally.ask_after_break) == (12.0, 50.0)


def test_calling_a_call_off_is_no_break_and_calling_a_summit_off_is() -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    note_level(world, e.MEETING_WITHDRAWN, 0, 1, levels.CALL)
    assert world.tally[0].break_day == -1
    note_level(world, e.MEETING_WITHDRAWN, 0, 1, levels.SUMMIT)
    assert world.tally[0].break_day == 0


def test_a_truce_is_agreed_at_the_last_table() -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    note_level(world, e.SUMMIT_HELD, BOTH, BOTH, levels.SUMMIT)
    note_level(world, e.CALL_HELD, BOTH, BOTH, levels.CALL)
    note_amount(world, e.TRUCE_AGREED, BOTH, BOTH, 0.5)
    assert world.tally[0].agreed_at == levels.CALL
    note_level(world, e.ENVOY_RECEIVED, 0, 1, levels.ENVOY)
    assert world.tally[0].agreed_at == levels.CALL
    note_level(world, e.DEAL, BOTH, BOTH, levels.SUMMIT)
    assert world.tally[0].agreed_at == levels.ENVOY


@pytest.mark.parametrize(("notice", "ahead"), [(30.0, 1), (29.0, 0)])
@pytest.mark.parametrize("fate", [e.SUMMIT_HELD, e.MEETING_WITHDRAWN])
def test_a_summit_announced_ahead_is_held_or_called_off(notice: float, ahead: int, fate: int) -> None:
    world = world_of()
    set_context(world, BY_DUE, NONE, NONE)
    world.setting[0].summit_lead_days = notice
    note_level(world, e.SUMMIT_SCHEDULED, BOTH, BOTH, levels.SUMMIT)
    assert (world.tally[0].ahead_announced, ahead_decided(world)) == (ahead, 0), "its fate is still open"
    note_level(world, fate, BOTH, BOTH, levels.SUMMIT)
    assert ahead_decided(world) == ahead
    assert world.tally[0].ahead_held == (ahead if fate == e.SUMMIT_HELD else 0)
    assert world.tally[0].opening_held == 0


def test_the_meeting_that_a_run_opens_with_is_counted_apart() -> None:
    scenario = load_scenario("two-leaders")
    agreed = vary(scenario, {"at_start.meeting_on": scenario.start + dt.timedelta(days=40)})
    world = Confrontation(agreed).world
    assert (world.tally[0].lead, world.tally[0].opening_summit) == (40.0, 1)
    note_level(world, e.SUMMIT_HELD, BOTH, BOTH, levels.SUMMIT)
    set_context(world, BY_DUE, NONE, NONE)
    note_level(world, e.SUMMIT_SCHEDULED, BOTH, BOTH, levels.SUMMIT)
    note_level(world, e.SUMMIT_HELD, BOTH, BOTH, levels.SUMMIT)
    assert world.tally[0].opening_held == 1
