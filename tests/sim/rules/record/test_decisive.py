"""Where it stands: what holds, else the last act between the leaders, else whether they had to do with one another."""

from __future__ import annotations

import pytest

from sim.rules.record.decisive import (
    keep_stand,
    record_agreement,
    record_break,
    record_contact,
    record_date,
    record_deal,
    record_earlier,
    record_failure_at_home,
    record_lapse,
    record_talks,
    stands_since,
    where_it_stands,
)
from sim.state.world import World
from sim.vocabulary import levels, outcomes
from sim.vocabulary.outcomes import IN_TOUCH_DAYS
from tests.sim.rules.worlds import put, world_of


def happen(world: World, day: float, what: str) -> None:
    """Let something happen on a day, as the rules that call these do."""
    put(world, "dyad.0.now", day)
    if what in ("letter", "call", "summit"):
        record_contact(world, levels.WORDS.index(what), 0)
    elif what == "truce":
        put(world, "dyad.0.truce", 1)
        record_agreement(world)
    elif what in ("lapse", "breach"):
        put(world, "dyad.0.truce", 0)
        (record_lapse if what == "lapse" else record_break)(world)
    elif what != "nothing":
        done = {"break": record_break, "date": record_date, "talks": record_talks, "failed": record_failure_at_home}
        done.get(what, record_deal)(world)


@pytest.mark.parametrize(
    ("course", "outcome", "since"),
    [
        ("", "no_contact", 0),
        ("letter", "no_deal", 1),
        ("call", "no_deal", 1),
        ("summit summit", "no_deal", 1),
        ("talks", "no_deal", 1),
        ("failed", "no_deal", 1),
        ("truce truce", "truce", 1),
        ("truce break", "truce", 1),
        ("truce break lapse", "blow_up", 3),
        ("truce lapse", "no_deal", 2),
        ("truce breach", "blow_up", 2),
        ("truce breach lapse call", "no_deal", 4),
        ("break break", "blow_up", 1),
        ("break talks", "blow_up", 1),
        ("break failed", "blow_up", 1),
        ("break date", "no_contact", 2),
        ("call break date", "no_deal", 3),
        ("break letter", "no_deal", 2),
        ("call break truce", "truce", 3),
        ("break deal", "deal", 2),
    ],
)
def test_the_class_and_since_when(course: str, outcome: str, since: int) -> None:
    world = world_of()
    for number, what in enumerate(course.split()):
        happen(world, number + 1.0, what)
    happen(world, 20.0, "nothing")
    assert outcomes.WORDS[where_it_stands(world)] == outcome
    assert stands_since(world) == since


@pytest.mark.parametrize("after", ["talks", "call"])
def test_talks_of_envoys_keep_the_two_in_touch_for_a_while(after: str) -> None:
    world = world_of()
    happen(world, 10.0, "talks")
    happen(world, 10.0 + IN_TOUCH_DAYS, "nothing")
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_DEAL, 10.0)
    happen(world, 10.25 + IN_TOUCH_DAYS, "nothing")
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_CONTACT, 10.0 + IN_TOUCH_DAYS)
    happen(world, 120.0, after)
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_DEAL, 120.0)


def test_a_date_after_talks_that_lie_too_far_back_changes_nothing() -> None:
    world = world_of()
    happen(world, 10.0, "talks")
    happen(world, 150.0, "date")
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_CONTACT, 10.0 + IN_TOUCH_DAYS)


def test_once_in_contact_the_two_are_never_strangers_again() -> None:
    world = world_of()
    happen(world, 1.0, "letter")
    happen(world, 3000.0, "nothing")
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_DEAL, 1.0)


def test_a_truce_from_before_the_first_day_stands_from_the_first_day_and_leaves_no_strangers() -> None:
    world = world_of()
    put(world, "dyad.0.truce", 1)
    keep_stand(world)
    assert (where_it_stands(world), stands_since(world)) == (outcomes.TRUCE, 0.0)
    happen(world, 5.0, "lapse")
    assert (where_it_stands(world), stands_since(world)) == (outcomes.NO_DEAL, 5.0)


@pytest.mark.parametrize(("day", "outcome", "since"), [(60.0, "no_deal", 0.0), (61.0, "no_contact", 60.0)])
def test_contact_from_before_the_first_day_keeps_the_two_in_touch_for_a_while(
    day: float, outcome: str, since: float
) -> None:
    world = world_of()
    for age in (IN_TOUCH_DAYS - 60, IN_TOUCH_DAYS + 60):
        record_earlier(world, age)
    keep_stand(world)
    happen(world, day, "nothing")
    assert (outcomes.WORDS[where_it_stands(world)], stands_since(world)) == (outcome, since)


def test_a_deal_ends_the_run() -> None:
    world = world_of()
    happen(world, 7.5, "deal")
    dyad = world.dyad[0]
    assert (dyad.over, dyad.deal_day, dyad.touch_day) == (1, 7.5, 7.5)


def test_the_last_touch_is_kept() -> None:
    world = world_of()
    touched = []
    for day, what in enumerate(("talks", "letter", "truce", "break", "date", "call", "lapse", "failed"), 1):
        happen(world, float(day), what)
        touched.append(world.dyad[0].touch_day)
    assert touched == [1, 2, 3, 3, 3, 6, 6, 6]


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
