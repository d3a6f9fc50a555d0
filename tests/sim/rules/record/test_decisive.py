"""Does the last decisive event set the class, and are first contacts kept?"""

from __future__ import annotations

import pytest

from sim.rules.record.decisive import decide_outcome, final_outcome, record_contact
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import put, world_of


def test_silence_is_no_contact() -> None:
    assert final_outcome(world_of()) == outcomes.NO_CONTACT


@pytest.mark.parametrize("level", [levels.LETTER, levels.CALL, levels.SUMMIT])
def test_contact_without_a_decisive_event_is_no_deal(level: int) -> None:
    world = world_of()
    record_contact(world, level, 0)
    assert final_outcome(world) == outcomes.NO_DEAL


def test_the_last_decisive_event_counts() -> None:
    world = world_of()
    for outcome in (outcomes.TRUCE, outcomes.BLOW_UP, outcomes.NO_DEAL, outcomes.TRUCE):
        decide_outcome(world, outcome)
        assert final_outcome(world) == outcome


def test_talks_that_end_with_nothing_do_not_undo_a_truce() -> None:
    world = world_of()
    decide_outcome(world, outcomes.TRUCE)
    put(world, "dyad.0.truce", 1)
    decide_outcome(world, outcomes.NO_DEAL)
    assert final_outcome(world) == outcomes.TRUCE
    decide_outcome(world, outcomes.BLOW_UP)
    assert final_outcome(world) == outcomes.BLOW_UP


def test_a_deal_ends_the_run() -> None:
    world = world_of()
    put(world, "dyad.0.now", 7.5)
    decide_outcome(world, outcomes.DEAL)
    dyad = world.dyad[0]
    assert (dyad.over, dyad.deal_day, dyad.decisive_day) == (1, 7.5, 7.5)


def test_firsts_are_kept_by_kind() -> None:
    world = world_of()
    for day, level, asker in (
        (2.0, levels.LETTER, 0),
        (5.0, levels.CALL, 1),
        (9.0, levels.SUMMIT, 0),
        (11.0, levels.CALL, 0),
    ):
        put(world, "dyad.0.now", day)
        record_contact(world, level, asker)
    dyad = world.dyad[0]
    assert [dyad.first_day[k] for k in (outcomes.FIRST_CONTACT, outcomes.FIRST_VOICE, outcomes.FIRST_IN_PERSON)] == [
        2.0,
        5.0,
        9.0,
    ]
    assert dyad.first_level == [levels.LETTER, levels.CALL, levels.SUMMIT]
    assert dyad.first_asked == [0, 1, 0]
    assert dyad.decisive == NONE
