"""How a finished run is put into words: event codes become names, the dyad's counters become an outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sim.engines.plain.reporters import date_of
from sim.results.outcome import First, Outcome
from sim.results.record_rows import Event
from sim.rules.record.decisive import stands_since, where_it_stands
from sim.scenario.scenario import Scenario
from sim.state.world import World
from sim.vocabulary import actions as acts
from sim.vocabulary import events as e
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR, NOBODY, ORIGINS
from sim.vocabulary.milestones import EVER
from sim.vocabulary.outcomes import OutcomeClass

EVENT_COLUMNS = Event._fields


class Names:
    """The ids of a scenario's actors by the numbers that rules use."""

    def __init__(self, scenario: Scenario, sides: Sequence[str]) -> None:
        self.sides = tuple(sides)
        self.mediators = tuple(scenario.mediators)
        self.envoys = tuple(envoy for side in sides for envoy in scenario.leaders[side].envoys)

    def actor(self, code: int) -> str:
        """A side, a mediator, ``both`` or nobody."""
        if code == BOTH:
            return "both"
        if code == NOBODY:
            return ""
        return self.sides[code] if code < FIRST_MEDIATOR else self.mediators[code - FIRST_MEDIATOR]

    def mediator(self, code: int) -> str:
        """A mediator's id, or empty."""
        return "" if code == NOBODY else self.mediators[code]

    def envoy(self, code: int) -> str:
        """An envoy's id, or empty."""
        return "" if code == NOBODY else self.envoys[code]


def tell_event(scenario: Scenario, names: Names, number: int, event: Any) -> Event:
    """Return one record of the ledger, the ``number``-th, in words."""
    return Event(
        event=number,
        day=float(event.day),
        date=date_of(scenario, event.day),
        step=int(event.step),
        kind=e.WORDS[event.kind],
        actor=names.actor(event.actor),
        target=names.actor(event.target),
        level=levels.WORDS[event.level],
        mediator=names.mediator(event.mediator),
        envoy=names.envoy(event.envoy),
        amount=float(event.amount),
        origin=ORIGINS[event.origin],
        cause=int(event.cause),
        request=int(event.request),
        decision=int(event.decision),
    )


def tell_events(scenario: Scenario, names: Names, ledger: Sequence[Any]) -> dict[str, list[Any]]:
    """Return the events table, as columns, from the ledger's records."""
    table: dict[str, list[Any]] = {column: [] for column in EVENT_COLUMNS}
    for number, event in enumerate(ledger):
        for column, value in zip(EVENT_COLUMNS, tell_event(scenario, names, number, event), strict=True):
            table[column].append(value)
    return table


def tell_outcome(scenario: Scenario, names: Names, world: World) -> Outcome:
    """Return the outcome of a run that has reached its end (or stands where it stands now)."""
    dyad = world.dyad[0]
    outcome = where_it_stands(world)
    since = float(stands_since(world))
    return Outcome(
        outcome_class=OutcomeClass(outcomes.WORDS[outcome]),
        day=since,
        date=date_of(scenario, since),
        last_touch_day=float(dyad.touch_day) if dyad.touch_day >= 0 else None,
        first_contact=tell_first(scenario, names, world, outcomes.FIRST_CONTACT),
        first_voice=tell_first(scenario, names, world, outcomes.FIRST_VOICE),
        first_in_person=tell_first(scenario, names, world, outcomes.FIRST_IN_PERSON),
        mediator=names.mediator(dyad.mediator) or None,
        ever={what: bool(getattr(dyad, f"ever_{what}")) for what in EVER},
        settlement=_settlement(scenario, world) if outcome == outcomes.DEAL else None,
        trough=_by_side(names, lambda side: float(world.markets[side].trough)),
        peak_pressure=_by_side(names, lambda side: float(world.leaders[side].peak_points)),
        actions=_by_side(names, lambda side: _times_chosen(world, side)),
    )


Told = TypeVar("Told")


def _by_side(names: Names, tell: Callable[[int], Told]) -> dict[str, Told]:
    return {name: tell(number) for number, name in enumerate(names.sides)}


def _times_chosen(world: World, side: int) -> dict[str, int]:
    counts = world.leaders[side].counts
    return {action: int(counts[number]) for number, action in enumerate(acts.WORDS)}


def tell_first(scenario: Scenario, names: Names, world: World, which: int) -> First | None:
    """Return the first contact, voice or meeting (``FIRST_CONTACT`` and so on), or None when there was none yet."""
    dyad = world.dyad[0]
    day = float(dyad.first_day[which])
    if day < 0:
        return None
    level = levels.WORDS[dyad.first_level[which]]
    return First(day, date_of(scenario, day), level, names.actor(dyad.first_asked[which]))


def _settlement(scenario: Scenario, world: World) -> dict[str, float]:
    return {key: float(world.issues[k].settled[0]) for k, key in enumerate(scenario.issues)}
