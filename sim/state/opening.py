"""How a scenario opens a run.

The starting value of every field that a scenario sets, and where each of its numbers went.

Both engines start from the same :class:`Opening`. What merely follows from these values (precision, sorted issues,
faded memories) is worked out by the opening rule, so that a drawn parameter needs only to be put in its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sim.luck import actor_key
from sim.scenario.leader import Leader
from sim.scenario.scenario import Domain, Scenario
from sim.scenario.weights import WEIGHTS
from sim.state.layout import RECORDS
from sim.vocabulary.names import (
    CLOCKS,
    INTERVENTIONS,
    NEVER,
    NONE,
    ORDERS,
    PRECEDENT_KINDS,
    SLOT_FIRST_MEDIATOR,
)

TRAITS = (
    "ego",
    "face_need",
    "market_sensitivity",
    "summit_appetite",
    "caution",
    "resolve",
    "patience",
)
"""Traits that the other side forms an image of."""

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

    def __init__(self) -> None:
        self.records: dict[str, list[Record]] = {name: [] for name in (*RECORDS, "weights")}
        self.places: dict[str, Place] = {}

    def add(self, collection: str, fixed: Record, sourced: Mapping[str, tuple[str, float]]) -> Record:
        """Add a record: ``fixed`` fields as they are, ``sourced`` ones as field -> (scenario path, value)."""
        row = len(self.records[collection])
        record = dict(fixed)
        for field, (path, value) in sourced.items():
            record[field] = float(value)
            self.places[path] = Place(collection, row, field, 0)
        self.records[collection].append(record)
        return record

    def add_pair(self, record: Record, collection: str, field: str, paths: Iterable[tuple[str, float]]) -> None:
        """Fill a two-wide field of the record just added from (path, value) of each side."""
        row = len(self.records[collection]) - 1
        record[field] = []
        for index, (path, value) in enumerate(paths):
            record[field].append(float(value))
            self.places[path] = Place(collection, row, field, index)


def open_scenario(scenario: Scenario) -> Opening:
    """Return the starting records of a scenario; sides stand in the order of their ids, however the file has them."""
    first, second = sorted(scenario.leaders)
    sides = (first, second)
    draft = _Draft()
    _open_setting(draft, scenario)
    _open_dyad(draft, scenario)
    for side, name in enumerate(sides):
        _open_side(draft, scenario, side, name)
    _open_third_parties(draft, scenario, sides)
    _open_schedule(draft, scenario, sides)
    paths = {w.name: (f"weights.{w.name}", getattr(scenario.weights, w.name)) for w in WEIGHTS}
    draft.add("weights", {}, paths)
    slots = SLOT_FIRST_MEDIATOR + len(scenario.mediators)
    draft.records["agenda"] = [{"due": NEVER, "event": NONE, "asker": NONE} for _ in range(slots)]
    return Opening(sides, draft.records, draft.places)


def _sourced(prefix: str, part: Any, names: str, renamed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Field -> (path, value) for blank-separated names of a scenario part, some under another name in the record."""
    renamed = renamed or {}
    return {renamed.get(name, name): (f"{prefix}.{name}", getattr(part, name)) for name in names.split()}


def _open_setting(draft: _Draft, scenario: Scenario) -> None:
    clock = scenario.clock
    agreed = scenario.summit.agreed_for
    fixed = {
        "step_days": float(clock.step_days),
        "steps": round(scenario.horizon_days / clock.step_days),
        "clock": CLOCKS.index(clock.kind),
        "order": ORDERS.index(clock.order),
        "signing": int(scenario.summit.signing_announced),
        "argmax": int(scenario.choice == "argmax"),
        "trade": int(scenario.domain is Domain.trade),
        "dyad_key": actor_key("dyad"),
        "summit_day": -1.0 if agreed is None else float((agreed - scenario.start).days),
    }
    sourced = {
        **_sourced("clock", clock, "rate_per_week every_days"),
        **_sourced("latencies", scenario.latencies, "answer_days call_lead_days envoy_days convene_days"),
        **_sourced("latencies", scenario.latencies, "summit_lead_days"),
        **_sourced("truce", scenario.truce, "cut term_days"),
        **_sourced("summit", scenario.summit, "open_press"),
    }
    draft.add("setting", fixed, sourced)


def _open_dyad(draft: _Draft, scenario: Scenario) -> None:
    fixed = {
        "first_day": [-1.0] * 3,
        "first_level": [NONE] * 3,
        "first_asked": [NONE] * 3,
        **dict.fromkeys(("truce_day", "deal_day", "decisive_day"), -1.0),
        **dict.fromkeys(("decisive", "mediator", "host", "decision", "cause", "request", "topic", "choice"), NONE),
    }
    draft.add("dyad", fixed, _sourced("dyad", scenario.dyad, "groundwork rapport tension"))


def _open_side(draft: _Draft, scenario: Scenario, side: int, name: str) -> None:
    leader: Leader = scenario.leaders[name]
    at = f"leaders.{name}"
    bench = len(draft.records["envoys"])
    fixed = {
        "key": actor_key(name),
        "envoy": bench if leader.envoys else NONE,
        "envoy_end": bench + len(leader.envoys),
        "best_host": NONE,
        "decision": NONE,
    }
    biases = {trait: f"bias_{trait}" for trait in TRAITS}
    sourced = {
        **_sourced(at, leader, " ".join(TRAITS) + " decisiveness face outside_option"),
        **_sourced(f"{at}.beliefs", leader.beliefs, "coercion_works learning_rate accepted refused asked silent"),
        **_sourced(f"{at}.beliefs.bias", leader.beliefs.bias, " ".join(TRAITS), biases),
        **_sourced(f"{at}.pressure", leader.pressure, "points ceiling rung"),
    }
    draft.add("leaders", fixed, sourced)
    draft.add("images", {"envoy": NONE, "best_host": NONE, "decision": NONE}, {})
    public = _sourced(f"{at}.public", leader.public, "reactivity half_life_days defiance_pays approval win_set")
    public |= _sourced(f"{at}.public", leader.public, "hostility", {"hostility": "baseline"})
    draft.add("publics", {}, public)
    market = _sourced(f"{at}.market", leader.market, "exposure volatility rebound lobby")
    market |= _sourced(f"{at}.market", leader.market, "drawdown", {"drawdown": "start_drawdown"})
    draft.add("markets", {"key": actor_key(f"{name}/market")}, market)
    _open_people(draft, scenario, side, name)


def _open_people(draft: _Draft, scenario: Scenario, side: int, name: str) -> None:
    leader: Leader = scenario.leaders[name]
    for key, adviser in leader.advisers.items():
        sourced = _sourced(f"leaders.{name}.advisers.{key}", adviser, "stance influence openness market_sensitivity")
        draft.add("advisers", {"side": side, "leader_only": int(adviser.channel == "leader_only")}, sourced)
    for key, envoy in leader.envoys.items():
        draft.add("envoys", {"side": side}, _sourced(f"leaders.{name}.envoys.{key}", envoy, "skill standing"))
    for key, memory in leader.precedents.items():
        fixed = {
            "side": side,
            "kind": PRECEDENT_KINDS.index(memory.kind),
            "age_days": _age(memory.date, scenario.start),
        }
        sourced = _sourced(f"leaders.{name}.precedents.{key}", memory, "salience half_life_days weight")
        draft.add("precedents", fixed, sourced)


def _age(date: dt.date | None, start: dt.date) -> float:
    """Days from an episode to the start; an undated one counts as fresh."""
    return 0.0 if date is None else float(max((start - date).days, 0))


def _open_third_parties(draft: _Draft, scenario: Scenario, sides: tuple[str, str]) -> None:
    for key, mediator in scenario.mediators.items():
        at = f"mediators.{key}"
        fixed = {"key": actor_key(at), "invited_by": NONE, "answer": [NONE, NONE]}
        names = "stake face_formula standing record reluctance"
        record = draft.add("mediators", fixed, _sourced(at, mediator, names))
        pairs = [(f"{at}.acceptability.{side}", mediator.acceptability[side]) for side in sides]
        draft.add_pair(record, "mediators", "acceptability", pairs)
    for key, issue in scenario.issues.items():
        record = draft.add("issues", {"settled": -1.0, "divisible": int(issue.divisible)}, {})
        pairs = [(f"issues.{key}.weight.{side}", issue.weight[side]) for side in sides]
        draft.add_pair(record, "issues", "weight", pairs)


def _open_schedule(draft: _Draft, scenario: Scenario, sides: tuple[str, str]) -> None:
    mediators = list(scenario.mediators)
    for number, item in enumerate(scenario.scheduled):
        fixed = {
            "due": float((item.date - scenario.start).days),
            "kind": INTERVENTIONS.index(item.kind),
            "side": NONE if item.side is None else sides.index(item.side),
            "mediator": NONE if item.mediator is None else mediators.index(item.mediator),
            "value": 0.0 if item.value is None else float(item.value),
            "path": item.path,
        }
        draft.add("interventions", fixed, {"size": (f"scheduled.{number}.size", item.size)})
