"""What somebody who decides for a leader is shown: the open decision, and what is new since the leader's last one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from sim.engines.plain.naming import Names, tell_event
from sim.engines.plain.open_decision import Option, about
from sim.engines.plain.reporters import Reporter, date_of, known_to
from sim.luck import uniform
from sim.policies.protocol import Change, Turn
from sim.results.record_rows import Event
from sim.scenario.scenario import Scenario
from sim.state.world import World
from sim.vocabulary import components as c
from sim.vocabulary import events as e
from sim.vocabulary.purposes import POLICY

CLOSED_DOORS = frozenset(row.word for row in e.ROWS if row.secret)
"""Kinds of events that only the side that acts hears of."""


class Seen(NamedTuple):
    """What a side had seen at its latest decision: how many events, and the numbers it knew, by column."""

    events: int
    numbers: Mapping[str, float]


UNSEEN = Seen(0, {})


class TurnMaker:
    """Makes turns for both sides of a run, and remembers what each side has seen.

    Parameters
    ----------
    scenario : Scenario
        What is played.
    names : Names
        The ids of its actors.
    reporters : mapping of str to reporter
        The columns of the steps table.
    so_far : callable
        Returns a copy of the steps table up to now.
    """

    def __init__(
        self,
        scenario: Scenario,
        names: Names,
        reporters: Mapping[str, Reporter],
        so_far: Callable[[], Mapping[str, Sequence[Any]]],
    ) -> None:
        self._scenario, self._names, self._so_far = scenario, names, so_far
        first, second = names.sides
        self._known = (known_to(reporters, first, second), known_to(reporters, second, first))
        self.seen: tuple[Seen, Seen] = (UNSEEN, UNSEEN)

    def make(self, world: World, side: int, options: Sequence[Option], before: int) -> Turn:
        """Return the open decision of a side as a turn; ``before`` says how many it has taken so far."""
        dyad, setting, topic = world.dyad[0], world.setting[0], about(world)
        numbers = self._numbers(world, side)
        return Turn(
            leader=self._names.sides[side],
            day=dyad.now,
            date=date_of(self._scenario, dyad.now),
            kind="answer" if topic else "turn",
            about=topic,
            options=MappingProxyType({option.name: option.probability for option in options}),
            components=MappingProxyType({option.name: _parts(option) for option in options}),
            utilities=MappingProxyType({option.name: option.utility for option in options}),
            luck=uniform(setting.seed, setting.run, dyad.tick, world.leaders[side].key, POLICY),
            steps_so_far=self._so_far,
            decision=dyad.decision,
            before=before,
            newly_known=MappingProxyType(self._changes(side, numbers)),
            known=MappingProxyType(numbers),
            happened=self._news(world, side),
        )

    def remember(self, world: World, side: int) -> None:
        """Note that a side has now seen everything it can see."""
        seen = Seen(world.dyad[0].event_count, self._numbers(world, side))
        self.seen = (seen, self.seen[1]) if side == 0 else (self.seen[0], seen)

    def _numbers(self, world: World, side: int) -> dict[str, float]:
        return {name: read(world) for name, read in self._known[side].items()}

    def _changes(self, side: int, numbers: Mapping[str, float]) -> dict[str, Change]:
        earlier = self.seen[side].numbers
        return {
            name: Change(earlier.get(name), now)
            for name, now in numbers.items()
            if name not in earlier or earlier[name] != now
        }

    def _news(self, world: World, side: int) -> tuple[Event, ...]:
        first, last = self.seen[side].events, world.dyad[0].event_count
        told = (tell_event(self._scenario, self._names, n, world.events[n]) for n in range(first, last))
        own = self._names.sides[side]
        return tuple(event for event in told if event.actor == own or event.kind not in CLOSED_DOORS)


def _parts(option: Option) -> Mapping[str, float]:
    """The parts of an option's utility, by component; nobody can change them."""
    return MappingProxyType(dict(zip(c.WORDS, option.components, strict=True)))
