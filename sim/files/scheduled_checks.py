"""Whether dated interventions can happen: within the run, to somebody who exists, to a field that takes the value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sim.files.quantities import finite
from sim.files.scenario_slots import block, slot_at, value_at
from sim.files.slots import Path, Slot, slots
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.trees import Fault, calendar_date
from sim.vocabulary.scenario_words import InterventionKind

NEEDS: dict[str, tuple[str, ...]] = {
    InterventionKind.market_shock: ("side",),
    InterventionKind.insult: ("side",),
    InterventionKind.goodwill: ("side",),
    InterventionKind.mediator_offer: ("mediator",),
    InterventionKind.set: ("path", "value"),
}
"""The keys that each kind needs; the others of this table are not allowed beside it."""

SETTABLE = ("leaders", "mediators", "issues", "dyad", "clock", "latencies", "truce", "summit", "weights")
"""Blocks whose numbers may change at a date."""


def scheduled_faults(tree: Any) -> Iterator[Fault]:
    """Yield what is wrong with the scheduled interventions of a plain tree."""
    scheduled = tree.get("scheduled") if isinstance(tree, Mapping) else None
    for place, entry in enumerate(scheduled if isinstance(scheduled, list) else []):
        if isinstance(entry, Mapping):
            path: Path = ("scheduled", place)
            yield from _date_faults(tree, entry, path)
            yield from _key_faults(entry, path)
            yield from _actor_faults(tree, entry, path)
            yield from _set_faults(tree, entry, path)


def _date_faults(tree: Any, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    start, horizon = calendar_date(tree.get("start")), value_at(tree, ("horizon_days",))
    date = calendar_date(entry.get("date"))
    if not (start and date and isinstance(horizon, int)) or not 0 < horizon < 100_000:
        return
    end = start + dt.timedelta(days=horizon)
    if not start <= date <= end:
        yield Fault((*path, "date"), f"the date {date} is outside the run; allowed: {start} (start) to {end} (horizon)")


def _key_faults(entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in NEEDS:
        return
    for key in ("side", "mediator", "path", "value"):
        given = entry.get(key) is not None
        if key in NEEDS[kind] and not given:
            yield Fault((*path, key), f"an intervention of kind {kind} needs `{key}`")
        if given and key not in NEEDS[kind]:
            needs = one_of(NEEDS[kind])
            yield Fault(
                (*path, key), f"`{key}` has no use in an intervention of kind {kind}, which takes: {needs}", key=True
            )


def _actor_faults(tree: Any, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for key, roster in (("side", "leaders"), ("mediator", "mediators")):
        name, known = entry.get(key), list(block(tree, roster))
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known)
            yield Fault((*path, key), f"unknown {key} {shown(name)}; allowed: {one_of(known)}{hint}")


def _set_faults(tree: Any, entry: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    target, value = entry.get("path"), finite(entry.get("value"))
    if entry.get("kind") != InterventionKind.set or not isinstance(target, str):
        return
    slot = settable(tree, target)
    if isinstance(slot, str):
        yield Fault((*path, "path"), slot)
    elif value is not None and not _within(slot, value):
        yield Fault((*path, "value"), f"{target} cannot be set to {value:g}; {slot.allowed}")
    elif value is not None:
        yield from _ladder_faults(tree, target, value, path)


def _within(slot: Slot, value: float) -> bool:
    """Whether a number is within the range of its place; a place without both ends takes any."""
    return slot.low is None or slot.high is None or slot.low <= value <= slot.high


def _ladder_faults(tree: Any, target: str, value: float, path: Path) -> Iterator[Fault]:
    """Points and rungs stay below the ceiling written in the scenario, and the ceiling above them."""
    *ladder, name = target.split(".")
    if len(ladder) != 3 or ladder[2] != "pressure":
        return
    others = {key: finite(value_at(tree, (*ladder, key))) for key in ("points", "rung", "ceiling")} | {name: value}
    ceiling = others["ceiling"]
    for key in ("points", "rung"):
        other = others[key]
        if ceiling is not None and other is not None and other > ceiling:
            yield Fault(
                (*path, "value"),
                f"{target} cannot be set to {value:g}: {key} ({other:g}) would exceed the ceiling ({ceiling:g})",
            )


def settable(tree: Any, target: str) -> Slot | str:
    """Return the slot of a number that may change at a date, or what is wrong with the path."""
    keys = target.split(".")
    for length in range(1, len(keys) + 1):
        known = _known(tree, tuple(keys[: length - 1]))
        if keys[length - 1] not in known:
            holder = ".".join(keys[: length - 1])
            inside = f" in {holder}" if holder else ""
            hint = did_you_mean(keys[length - 1], known)
            return f"unknown path {shown(target)}: no {shown(keys[length - 1])}{inside}; allowed: {one_of(known)}{hint}"
    slot = slot_at(tuple(keys))
    if slot is None or not slot.spreadable:
        return f"{target} is not a number that can change at a date; name one of {one_of(SETTABLE)} and a number in it"
    if only_at_start(keys):
        return f"{target} matters on the first day only; change it in the scenario itself, or set what follows from it"
    return slot


def only_at_start(keys: Sequence[str]) -> bool:
    """Whether a number opens the run and is not looked at again: a market's first fall, how vivid a memory was."""
    return tuple(keys[-2:]) == ("market", "drawdown") or ("precedents" in keys and keys[-1] in ("salience", "weight"))


def _known(tree: Any, path: Path) -> list[str]:
    """Names that may follow a path: fields of a part, entries of a roster."""
    if not path:
        return list(SETTABLE)
    slot = slot_at(path)
    if slot is None:
        return []
    return list(slots(slot.part)) if slot.part is not None else list(block(tree, *path))
