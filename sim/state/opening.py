"""How a scenario opens a run.

The starting value of every field that a scenario sets, and where each of its numbers went.

Both engines start from the same :class:`Opening`. What merely follows from these values (precision, sorted issues,
faded memories) is worked out by the opening rule, so that a drawn parameter needs only to be put in its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.luck import actor_key
from sim.scenario.scenario import Scenario
from sim.state.fields import fields_of
from sim.state.layout import CLASSES
from sim.vocabulary import actions, agenda_slots, levels, outcomes
from sim.vocabulary.codes import NEVER, NEVER_WAS, NONE
from sim.vocabulary.domains import Domain
from sim.vocabulary.scenario_words import Permission

Record = dict[str, Any]


class Place(NamedTuple):
    """Where a number of the scenario stands in the world: collection, row, field, position within a wide field."""

    collection: str
    row: int
    field: str
    position: int


class Opening(NamedTuple):
    """Starting records by collection, and the place of every scenario path that a run can draw or set."""

    sides: tuple[str, str]
    records: Mapping[str, list[Record]]
    places: Mapping[str, Place]


class _Draft:
    """Records under construction; remembers where each scenario path was put."""

    def __init__(self, sides: tuple[str, str]) -> None:
        self.sides = sides
        self.records: dict[str, list[Record]] = {name: [] for name in CLASSES}
        self.places: dict[str, Place] = {}

    def add(self, collection: str, fixed: Record, prefix: str = "", part: Any = None) -> None:
        """Add a record: ``fixed`` fields as they are, the others from a part of the scenario that stands at a path.

        Where a field comes from is said by its class; a pair has one number for each side, 0 where none is named.
        """
        record, row = dict(fixed), len(self.records[collection])
        for field in fields_of(CLASSES[collection]) if part is not None else ():
            value = None if field.path is None else _found(part, field.path)
            if value is not None:  # a block that may be absent, and is, sets nothing
                path = f"{prefix}.{field.path}" if prefix else str(field.path)
                record[field.name] = self._given(value, path, Place(collection, row, field.name, 0), field.width)
        self.records[collection].append(record)

    def _given(self, value: Any, path: str, place: Place, width: int) -> float | list[float]:
        """What a field starts with, given what the scenario says at its path; notes where each number went."""
        if width == 1:
            self.places[path] = place
            return float(value)
        named = [k for k, side in enumerate(self.sides) if side in value]
        self.places |= {f"{path}.{self.sides[k]}": place._replace(position=k) for k in named}
        return [float(value.get(side, 0.0)) for side in self.sides]


def _found(part: Any, path: str) -> Any:
    """What stands at a path below a part of the scenario; None below a block that is absent."""
    for name in path.split("."):
        part = None if part is None else getattr(part, name)
    return part


def open_scenario(scenario: Scenario, mirrored: bool = False) -> Opening:
    """Return the starting records of a scenario; sides stand in the order of their ids, however the file has them.

    Parameters
    ----------
    scenario : Scenario
        What to open.
    mirrored : bool
        For tests: sides stand in the other order, with the same ids and keys of luck. Nothing may come of it.
    """
    first, second = sorted(scenario.leaders, reverse=mirrored)
    sides = (first, second)
    draft = _Draft(sides)
    _open_setting(draft, scenario)
    _open_dyad(draft, scenario)
    for side, name in enumerate(sides):
        _open_side(draft, scenario, side, name)
    _open_third_parties(draft, scenario)
    _open_schedule(draft, scenario)
    draft.add("weights", {}, "weights", scenario.weights)
    slots = agenda_slots.FIRST_MEDIATOR + len(scenario.mediators)
    draft.records["agenda"] = [{"due": NEVER, "event": NONE, "asker": NONE} for _ in range(slots)]
    return Opening(sides, draft.records, draft.places)


def _open_setting(draft: _Draft, scenario: Scenario) -> None:
    clock = scenario.clock
    fixed = {
        "step_days": float(clock.step_days),
        "steps": round(scenario.horizon_days / clock.step_days),
        "clock": clock.kind.code,
        "order": clock.order.code,
        "signing": int(scenario.summit.signing_announced),
        "argmax": int(scenario.choice == "argmax"),
        "trade": int(scenario.domain is Domain.trade),
        "dyad_key": actor_key("dyad"),
        "forbidden": [int(scenario.actions.get(act) == Permission.off) for act in actions.WORDS],
        "fresh_at": NONE,
        **_first_day(scenario),
    }
    draft.add("setting", fixed, "", scenario)


def _first_day(scenario: Scenario) -> Record:
    """What is so on the first day, in days from it."""
    at_start, start = scenario.at_start, scenario.start
    contact, truce = at_start.contact, at_start.truce
    return {
        "summit_day": _days(start, at_start.meeting_on),
        "contact_age": -1.0 if contact is None else _days(contact.date, start),
        "contact_level": levels.NONE if contact is None else levels.BY_WORD[contact.level].code,
        "truce_age": -1.0 if truce is None else _days(truce.since, start),
        "truce_left": -1.0 if truce is None else _days(start, truce.until),
    }


def _days(first: dt.date | None, last: dt.date | None) -> float:
    """Days from one date to another; -1 where one of them is not given."""
    return -1.0 if first is None or last is None else float((last - first).days)


def _open_dyad(draft: _Draft, scenario: Scenario) -> None:
    fixed = {
        "first_day": [-1.0] * 3,
        "first_level": [NONE] * 3,
        "first_asked": [NONE] * 3,
        "touch_day": NEVER_WAS,
        "stands": outcomes.NO_CONTACT,
        **dict.fromkeys(("truce_day", "deal_day"), -1.0),
        **dict.fromkeys(("mediator", "host", "decision", "cause", "request", "topic", "choice", "ordered"), NONE),
    }
    draft.add("dyad", fixed, "dyad", scenario.dyad)
    never = ("rupture_day", "ask_after_rupture", "break_day", "ask_after_break", "lead")
    none = ("asks_to_yes", "table", "agreed_at")
    draft.add("tally", {"first_ask": [-1.0] * 2, **dict.fromkeys(never, -1.0), **dict.fromkeys(none, NONE)})


def _open_side(draft: _Draft, scenario: Scenario, side: int, name: str) -> None:
    leader = scenario.leaders[name]
    at = f"leaders.{name}"
    bench = len(draft.records["envoys"])
    fixed = {
        "key": actor_key(name),
        "envoy": bench if leader.envoys else NONE,
        "envoy_end": bench + len(leader.envoys),
        "best_host": NONE,
        "decision": NONE,
    }
    draft.add("leaders", fixed, at, leader)
    draft.add("images", {"envoy": NONE, "best_host": NONE, "decision": NONE})
    draft.add("publics", {}, f"{at}.public", leader.public)
    draft.add("markets", {"key": actor_key(f"{name}/market")}, f"{at}.market", leader.market)
    for key, adviser in leader.advisers.items():
        fixed = {"side": side, "leader_only": int(adviser.channel == "leader_only")}
        draft.add("advisers", fixed, f"{at}.advisers.{key}", adviser)
    for key, envoy in leader.envoys.items():
        draft.add("envoys", {"side": side}, f"{at}.envoys.{key}", envoy)
    for key, memory in leader.precedents.items():
        remembered = {"side": side, "kind": memory.kind.code, "age_days": _age(memory.date, scenario.start)}
        draft.add("precedents", remembered, f"{at}.precedents.{key}", memory)


def _age(date: dt.date | None, start: dt.date) -> float:
    """Days from an episode to the start; an undated one counts as fresh."""
    return 0.0 if date is None else float(max((start - date).days, 0))


def _open_third_parties(draft: _Draft, scenario: Scenario) -> None:
    for key, mediator in scenario.mediators.items():
        at = f"mediators.{key}"
        keys = [actor_key(f"{at}/answers/{side}") for side in draft.sides]
        fixed = {"key": actor_key(at), "answer_key": keys, "invited_by": NONE, "answer": [NONE, NONE]}
        fixed["failed_age"] = _days(mediator.failed_on, scenario.start)
        draft.add("mediators", fixed, at, mediator)
    for key, issue in scenario.issues.items():
        draft.add("issues", {"settled": [-1.0, -1.0], "divisible": int(issue.divisible)}, f"issues.{key}", issue)


def _open_schedule(draft: _Draft, scenario: Scenario) -> None:
    mediators = list(scenario.mediators)
    for number, item in enumerate(scenario.scheduled):
        fixed = {
            "due": float((item.date - scenario.start).days),
            "kind": item.kind.code,
            "side": NONE if item.side is None else draft.sides.index(item.side),
            "mediator": NONE if item.mediator is None else mediators.index(item.mediator),
            "value": 0.0 if item.value is None else float(item.value),
            "path": item.path,
        }
        draft.add("interventions", fixed, f"scheduled.{number}", item)
