"""What must fit together across a scenario: sides named everywhere, mediators that exist, dates within the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from sim.files.complaints import sides_counted
from sim.files.lowered import Lowered, dotted
from sim.files.problems import Findings, Spot
from sim.files.quantities import finite
from sim.files.scenario_slots import block, value_at
from sim.files.scheduled_checks import scheduled_faults
from sim.files.slots import Path
from sim.files.start_checks import start_faults
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.trees import Fault, calendar_date
from sim.files.word_checks import word_faults
from sim.luck import actor_key

SIDES = 2
RESERVED = ("both", "dyad", "none", "nobody", "sides", "advisers", "mediators", "perceived", "true")
"""Names that tables and stories use for something else than a side or a mediator."""


def check_across(lowered: Lowered, findings: Findings) -> None:
    """Note everything that does not fit together; what was reported already is passed over."""
    foreign = []
    for spot, fault in _located_faults(lowered):
        if findings.is_foreign(spot):
            foreign.append((spot, fault))
        else:
            findings.add(spot, fault.message)
    if foreign and not findings.has_own:  # else they are most likely what follows from the user's own mistake
        _point_at_own(lowered, [fault for _, fault in foreign], findings)
        for spot, fault in foreign:
            findings.add(spot, fault.message)


def _located_faults(lowered: Lowered) -> list[tuple[Spot, Fault]]:
    """Return every fault that was not reported already, with the place where it is shown."""
    tree = lowered.tree if isinstance(lowered.tree, dict) else {}
    faults = chain(*(checker(tree) for checker in _CHECKERS), _draws(lowered))
    return [(lowered.spot(fault.path, fault.key), fault) for fault in faults if not lowered.is_silenced(fault.path)]


def _point_at_own(lowered: Lowered, foreign: list[Fault], findings: Findings) -> None:
    """Note which line of the user's own file made an extended one no longer fit together."""
    named = {str(fault.path[-1]) for fault in foreign if fault.path}
    sides = list(block(lowered.tree, "leaders"))
    for side in sides:
        spot = lowered.spot(("leaders", side), key=True)
        if side in named and not findings.is_foreign(spot):
            said = f"{shown(side)} is a new side, and blocks of the extended scenario name another"
            findings.add(spot, f"{said}; change them too{did_you_mean(side, named - set(sides))}")
            return
    if findings.base is not None:
        findings.add(findings.base, "with the changes in this file, the extended scenario no longer fits together")


def _two_sides(tree: Any) -> Iterator[Fault]:
    sides = value_at(tree, ("leaders",))
    if isinstance(sides, Mapping) and len(sides) != SIDES:
        yield Fault(("leaders",), sides_counted(len(sides)))


def _names(tree: Any) -> Iterator[Fault]:
    sides, mediators = list(block(tree, "leaders")), list(block(tree, "mediators"))
    for holder, names in (("leaders", sides), ("mediators", mediators)):
        for name in names:
            if name in RESERVED:
                yield Fault(
                    (holder, name),
                    f"{name!r} cannot be a name here: it has a meaning of its own; choose another",
                    key=True,
                )
    for name in mediators:
        if name in sides:
            yield Fault(
                ("mediators", name), f"{name!r} is a side already; a mediator needs a name of its own", key=True
            )


def _tables_by_side(tree: Any) -> Iterator[Fault]:
    sides = list(block(tree, "leaders"))
    tables: list[Path] = [("at_start", "truce", "suspended")]
    for roster, table in (("mediators", "acceptability"), ("issues", "weight")):
        tables += [(roster, name, table) for name in block(tree, roster)]
    for path in tables:
        given = value_at(tree, path)
        if isinstance(given, Mapping):
            yield from _sides_known(path, given, sides)
            yield from _sides_missing(path, given, sides)
    for name in block(tree, "issues"):
        lines: Path = ("issues", name, "red_line")
        yield from _sides_known(lines, block(tree, *lines), sides)


def _sides_known(path: Path, given: Mapping[str, Any], sides: list[str]) -> Iterator[Fault]:
    for side in given:
        if side not in sides:
            hint = did_you_mean(side, sides)
            yield Fault(
                (*path, side), f"unknown side {shown(side)} in {dotted(path)}; allowed: {one_of(sides)}{hint}", key=True
            )


def _sides_missing(path: Path, given: Mapping[str, Any], sides: list[str]) -> Iterator[Fault]:
    for side in sides:
        if side not in given:
            yield Fault((*path, side), f"{dotted((*path, side))} is missing; both sides must be named")


def _issue_weights(tree: Any) -> Iterator[Fault]:
    issues = block(tree, "issues")
    for side in block(tree, "leaders"):
        weights = [finite(value_at(tree, ("issues", issue, "weight", side))) for issue in issues]
        if weights and all(weight == 0 for weight in weights):
            said = f"the weights of all issues sum to 0 for side {side!r}; at least one issue must matter to it"
            yield Fault(("issues",), said, key=True)


def _ladders(tree: Any) -> Iterator[Fault]:
    for side in block(tree, "leaders"):
        pressure: Path = ("leaders", side, "pressure")
        ceiling = finite(value_at(tree, (*pressure, "ceiling")))
        for name in ("points", "rung"):
            value = finite(value_at(tree, (*pressure, name)))
            if value is not None and ceiling is not None and value > ceiling:
                path = (*pressure, name)
                yield Fault(path, f"{dotted(path)} is {value:g}; allowed: up to the ceiling of this side ({ceiling:g})")


def _memories(tree: Any) -> Iterator[Fault]:
    start = calendar_date(value_at(tree, ("start",)))
    for side in block(tree, "leaders"):
        for name in block(tree, "leaders", side, "precedents"):
            path: Path = ("leaders", side, "precedents", name, "date")
            date = calendar_date(value_at(tree, path))
            if date and start and date > start:
                yield Fault(path, f"{dotted(path)} is {date}, after the start ({start}); a memory lies before it")


def _answer_key(tree: Any) -> Iterator[Fault]:
    start = calendar_date(value_at(tree, ("start",)))
    for path in (("observed", "outcome_date"), ("observed", "first_contact", "date")):
        date = calendar_date(value_at(tree, path))
        if date and start and date < start:
            yield Fault(path, f"{dotted(path)} is {date}, before the start ({start}); it is what happened afterwards")
    asked_by = value_at(tree, ("observed", "first_contact", "asked_by"))
    allowed = ["both", *block(tree, "leaders"), *block(tree, "mediators")]
    if isinstance(asked_by, str) and asked_by and asked_by not in allowed:
        said = (
            f"unknown side or mediator {shown(asked_by)}; allowed: {one_of(allowed)}{did_you_mean(asked_by, allowed)}"
        )
        yield Fault(("observed", "first_contact", "asked_by"), said)


class _Actor(NamedTuple):
    address: str
    path: Path


def _actors(tree: Any) -> Iterator[_Actor]:
    """Everybody who has luck of their own, by the address it is drawn at."""
    yield _Actor("dyad", ())
    for mediator in block(tree, "mediators"):
        yield _Actor(f"mediators.{mediator}", ("mediators", mediator))
    for side in block(tree, "leaders"):
        yield _Actor(side, ("leaders", side))
        yield _Actor(f"{side}/market", ("leaders", side))
        yield _Actor(f"{side}/public", ("leaders", side))
        for roster in ("advisers", "envoys", "precedents"):
            for name in block(tree, "leaders", side, roster):
                yield _Actor(f"{side}/{roster}/{name}", ("leaders", side, roster, name))


def _luck(tree: Any) -> Iterator[Fault]:
    yield from _shared_luck(_actors(tree))


def _shared_luck(owners: Iterable[_Actor]) -> Iterator[Fault]:
    """Two owners at one address would share their luck; with 32 bits that is rare, but it must not pass unseen."""
    seen: dict[int, str] = {}
    for owner in owners:
        first = seen.setdefault(actor_key(owner.address), owner.address)
        if first != owner.address:
            yield Fault(owner.path, f"{owner.address} and {first} would share their luck; rename one of them", key=True)


def _draws(lowered: Lowered) -> Iterator[Fault]:
    """Uncertain numbers are drawn at the address of their path."""
    paths = {dotted(path): path for path in lowered.nodes if dotted(path) in lowered.distributions}
    yield from _shared_luck(_Actor(name, path) for name, path in paths.items())


_CHECKERS = (
    _two_sides, _names, _tables_by_side, _issue_weights, _ladders, _memories, start_faults, _answer_key,
    scheduled_faults, word_faults, _luck,
)  # fmt: skip
