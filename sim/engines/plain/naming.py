"""How a finished run is put into words: event codes become names, the dyad's counters become an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sim.engines.plain.reporters import date_of
from sim.results.outcome import First, Outcome
from sim.rules.record.decisive import final_outcome
from sim.scenario.scenario import Scenario
from sim.state.layout import EVER
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import events as e
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR, NOBODY, ORIGINS
from sim.vocabulary.outcomes import OutcomeClass

EVENT_COLUMNS = (
    *("event", "day", "date", "step", "kind", "actor", "target", "level", "mediator", "envoy", "amount"),
    *("origin", "cause", "request", "decision"),
)


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


def tell_events(scenario: Scenario, names: Names, ledger: Sequence[Any]) -> dict[str, list[Any]]:
    """The events table from the ledger's records."""
    table: dict[str, list[Any]] = {column: [] for column in EVENT_COLUMNS}
    for number, event in enumerate(ledger):
        row = (
            number,
            float(event.day),
            date_of(scenario, event.day),
            int(event.step),
            e.WORDS[event.kind],
            names.actor(event.actor),
            names.actor(event.target),
            levels.WORDS[event.level],
            names.mediator(event.mediator),
            names.envoy(event.envoy),
            float(event.amount),
            ORIGINS[event.origin],
            int(event.cause),
            int(event.request),
            int(event.decision),
        )
        for column, value in zip(EVENT_COLUMNS, row, strict=True):
            table[column].append(value)
    return table


def tell_outcome(scenario: Scenario, names: Names, world: World) -> Outcome:
    """The outcome of a run that has reached its end (or stands where it stands now)."""
    dyad = world.dyad[0]
    outcome = final_outcome(world)
    decided = dyad.decisive_day >= 0
    return Outcome(
        outcome_class=OutcomeClass(outcomes.WORDS[outcome]),
        day=float(dyad.decisive_day) if decided else None,
        date=date_of(scenario, dyad.decisive_day) if decided else None,
        first_contact=_first(scenario, names, dyad, 0),
        first_voice=_first(scenario, names, dyad, 1),
        first_in_person=_first(scenario, names, dyad, 2),
        mediator=names.mediator(dyad.mediator) or None,
        ever={what: bool(getattr(dyad, f"ever_{what}")) for what in EVER},
        settlement=_settlement(scenario, world) if outcome == outcomes.DEAL else None,
        trough={name: float(world.markets[k].trough) for k, name in enumerate(names.sides)},
        peak_pressure={name: float(world.leaders[k].peak_points) for k, name in enumerate(names.sides)},
        actions={
            name: {action: int(world.leaders[side].counts[k]) for k, action in enumerate(a.WORDS)}
            for side, name in enumerate(names.sides)
        },
    )


def _first(scenario: Scenario, names: Names, dyad: Any, which: int) -> First | None:
    day = float(dyad.first_day[which])
    if day < 0:
        return None
    level = levels.WORDS[dyad.first_level[which]]
    return First(day, date_of(scenario, day), level, names.actor(dyad.first_asked[which]))


def _settlement(scenario: Scenario, world: World) -> dict[str, float]:
    return {key: float(world.issues[k].settled[0]) for k, key in enumerate(scenario.issues)}
