"""Is a finished run told in the words of its scenario?"""

from __future__ import annotations

import pytest

from sim.engines.plain.naming import EVENT_COLUMNS, Names, tell_events, tell_outcome
from sim.results.record_columns import column_of
from sim.rules.decide.acts import act
from sim.rules.record.decisive import record_contact, record_deal
from sim.vocabulary import actions as a
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR, NOBODY
from tests.sim.rules.worlds import PLAIN, put, world_of

NAMES = Names(PLAIN, ("east", "west"))


@pytest.mark.parametrize(
    ("code", "word"),
    [(0, "east"), (1, "west"), (BOTH, "both"), (NOBODY, ""), (FIRST_MEDIATOR, "bern"), (FIRST_MEDIATOR + 1, "oslo")],
)
def test_actors_go_by_their_ids(code: int, word: str) -> None:
    assert NAMES.actor(code) == word


def test_envoys_go_by_their_ids_in_the_order_of_sides() -> None:
    assert [NAMES.envoy(code) for code in range(4)] == ["first", "second", "first", "second"]
    assert (NAMES.envoy(NOBODY), NAMES.mediator(NOBODY), NAMES.mediator(1)) == ("", "", "oslo")


def test_an_event_is_told_with_its_calendar_day() -> None:
    world = world_of()
    put(world, "dyad.0.now", 25.75)
    world.leaders[1].decision = 5
    act(world, 1, a.SEND_ENVOY)
    table = tell_events(PLAIN, NAMES, world.events[:])
    told = {column: table[column][0] for column in EVENT_COLUMNS}
    assert told["date"] == "2025-01-31"
    assert (told["kind"], told["actor"], told["target"], told["envoy"]) == ("envoy_sent", "west", "east", "first")
    assert (told["origin"], told["cause"], told["decision"]) == ("decision", -1, 5)
    assert all(column_of("events", name) for name in EVENT_COLUMNS)


def test_an_outcome_has_its_day_its_firsts_and_a_settlement_only_after_a_deal() -> None:
    world = world_of()
    assert tell_outcome(PLAIN, NAMES, world).settlement is None
    put(world, "dyad.0.now", 3.0)
    record_contact(world, levels.CALL, FIRST_MEDIATOR)
    for issue, part in zip(world.issues, (1.0, 0.25), strict=True):
        issue.settled = [part, 1 - part]
    put(world, "dyad.0.now", 9.0)
    record_deal(world)
    told = tell_outcome(PLAIN, NAMES, world)
    assert (told.outcome_class, told.day, told.date) == ("deal", 9.0, "2025-01-15")
    assert told.first_contact == told.first_voice
    assert told.first_contact is not None
    assert (told.first_contact.day, told.first_contact.asked_by) == (3.0, "bern")
    assert told.first_in_person is None
    assert told.settlement == {"tolls": 1.0, "fish": 0.25}
