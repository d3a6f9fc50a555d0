"""Where it stands never contradicts what happened between the leaders, whatever happened in whatever order (D18).

The log of events is read anew here, without the rule's state: :mod:`tests.sim.results.consistency`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engines.plain.naming import Names, tell_event
from sim.files import vary
from sim.results.record_rows import Event, events
from sim.rules.meet.mediation import hold_talks
from sim.rules.meet.meetings import call_off, hold_call, letters_answered, schedule_call, schedule_summit
from sim.rules.meet.summit import hold_summit, leave_empty_handed, rupture
from sim.rules.meet.table import conclude_deal, fail_at_home
from sim.rules.react.pressure import agree_truce, breach_truce, lapse_truce, renew_truce
from sim.rules.record.decisive import stands_since, where_it_stands
from sim.rules.record.ledger import note_level
from sim.run import run_many, run_one
from sim.scenario import Scenario
from sim.state.world import World
from sim.vocabulary import events as e
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import NONE
from sim.vocabulary.outcomes import OutcomeClass
from tests.generate import scenarios
from tests.sim.results import consistency
from tests.sim.rules.worlds import PLAIN, world_of

NAMES = Names(PLAIN, ("east", "west"))
BREAKS = {"blow_up", "meeting_withdrawn", "truce_breached"}


def answered_letter(world: World) -> None:
    note_level(world, e.REQUEST_ACCEPTED, 0, 1, levels.LETTER)
    letters_answered(world, 1)


def call(world: World) -> None:
    schedule_call(world, 1)
    hold_call(world)


def summit(world: World) -> None:
    schedule_summit(world, 0)
    hold_summit(world)


Act = Callable[[World], object]
ALWAYS: tuple[Act, ...] = (
    answered_letter,
    call,
    summit,
    rupture,
    leave_empty_handed,
    lambda world: schedule_call(world, 0),
    lambda world: schedule_summit(world, 1),
    lambda world: call_off(world, 1),
    lambda world: fail_at_home(world, levels.SUMMIT),
    lambda world: conclude_deal(world, levels.TALKS),
    lambda world: hold_talks(world, 0),
    lambda world: note_level(world, e.REQUEST_DECLINED, 0, 1, levels.CALL),
)
UNDER_A_TRUCE: tuple[Act, ...] = (lambda world: breach_truce(world, 0), lapse_truce, renew_truce)
WITHOUT: tuple[Act, ...] = (lambda world: agree_truce(world, NONE),)
"""What may happen at any time, what only while a truce is in force, and what only while none is."""
COURSES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.25, 10.0, 60.0, 89.75, 90.0, 90.25]), st.integers(0, 10**6)), max_size=12
)


def happen(world: World, after: float, pick: int) -> None:
    """Let time go by and one thing happen that may happen then."""
    dyad = world.dyad[0]
    dyad.now = dyad.now + after
    dyad.tick = int(4 * dyad.now)
    possible = ALWAYS + (UNDER_A_TRUCE if dyad.truce == 1 else WITHOUT)
    possible[pick % len(possible)](world)


def log_of(world: World) -> list[Event]:
    return [tell_event(PLAIN, NAMES, number, event) for number, event in enumerate(world.events[:])]


@given(COURSES, st.sampled_from([0.0, 30.0, 90.0, 400.0]))
def test_after_any_course_of_events(course: list[tuple[float, int]], after: float) -> None:
    world = world_of()
    for gap, pick in course:
        if world.dyad[0].over == 0:
            happen(world, gap, pick)
    log, day = log_of(world), world.dyad[0].now + (0.0 if world.dyad[0].over else after)
    world.dyad[0].now = day
    assert outcomes.WORDS[where_it_stands(world)] == consistency.outcome_class(log, day)
    assert stands_since(world) == consistency.stands_since(log, day)
    for name, happened in consistency.ever(log).items():
        assert getattr(world.dyad[0], f"ever_{name}") == happened, name


def contradictions(log: list[Event], stands: str, day: float) -> list[str]:
    """What a reader of the log would object to, in words; written from the end of the log, class by class."""
    kinds = [event.kind for event in log]
    act, truces = consistency.last_act(log), [kind for kind in kinds if kind.startswith("truce_")]
    holds = bool(truces) and truces[-1] not in ("truce_breached", "truce_lapsed") and "deal" not in kinds
    broken = act is not None and act.kind in BREAKS
    lately = any(day - touch <= 90 for touch in consistency.touches(log))
    agreed = any(kind in ("truce_agreed", "truce_in_force", "ratification_failed") for kind in kinds)
    dealings = agreed or lately or consistency.first_contact(log) is not None
    said = {
        "a deal without an agreement": stands == "deal" and kinds[-1:] != ["deal"],
        "a deal that is not told": stands != "deal" and "deal" in kinds,
        "a truce in force that nobody keeps": (stands == "truce") != holds,
        "broken off though something holds": stands == "blow_up" and (holds or "deal" in kinds),
        "broken off though the last word was no break": stands == "blow_up" and not broken,
        "not broken off though the last word was a break": stands in ("no_deal", "no_contact") and broken,
        "no contact though the leaders were": stands == "no_contact" and consistency.first_contact(log) is not None,
        "no contact though envoys talk": stands == "no_contact" and lately,
        "dealings without contact, talks or agreement": stands == "no_deal" and not dealings,
    }
    return [words for words, so in said.items() if so]


def check(scenario: Scenario, seed: int, run: int, stands: str, since: float) -> None:
    """Read a run's log anew and compare."""
    record = run_one(scenario, seed=seed, run=run, parameters="central")
    log, day = events(record), record.columns["steps"]["day"][-1]
    assert contradictions(log, stands, day) == []
    assert (stands, since) == (consistency.outcome_class(log, day), consistency.stands_since(log, day))


@pytest.mark.slow
@settings(max_examples=max(4, settings().max_examples // 12))
@given(scenarios(130, weights=False), st.integers(0, 2**32 - 1))
def test_in_generated_scenarios(scenario: Scenario, seed: int) -> None:
    outcome = run_one(scenario, seed=seed, parameters="central").outcome
    assert outcome.day is not None
    check(scenario, seed, 0, str(outcome.outcome_class), outcome.day)


@pytest.mark.nightly
@settings(max_examples=200)
@given(scenarios(250), st.integers(0, 2**32 - 1))
def test_in_generated_scenarios_as_the_compiled_engine_counts_them(scenario: Scenario, seed: int) -> None:
    table = run_many(scenario, seed, 3, "central").columns()
    for run in range(3):
        check(scenario, seed, run, str(table["outcome"][run]), float(table["outcome_day"][run]))


def test_every_class_comes_up_and_a_contradiction_is_found() -> None:
    """A search that met one class only would find nothing; a reading that objects to nothing neither."""
    short = vary(PLAIN, {"horizon_days": 100})
    seen = {}
    for seed in range(60):
        record = run_one(short, seed=seed, parameters="central")
        seen[record.outcome.outcome_class] = record
    assert len(seen) >= 3
    for stands, record in seen.items():
        log, day = events(record), record.columns["steps"]["day"][-1]
        for other in OutcomeClass:
            assert bool(contradictions(log, str(other), day)) == (other is not stands), (other, stands)
