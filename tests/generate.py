"""Scenarios of every shape for property tests: none and many of everything, every distribution, every corner.

The strategies are made from the types of :mod:`sim.scenario`, so a new field is generated as soon as it exists.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from sim.scenario import Scenario, scenario_from
from sim.scenario.files import printable
from sim.scenario.scheduled_checks import NEEDS, SETTABLE, settable
from sim.scenario.slots import Kind, Slot, root, slots
from sim.scenario.weights import Weights

SIDES = ("us", "china", "aldmark", "verenia", "s-1", "z_9")
NAMES = ("navarro", "bessent", "first", "second", "a", "b", "c-1", "oslo", "singapore", "vietnam", "long-" + "x" * 36)
MOST_OF_ANYTHING = 6
FIRST_DAY, LAST_DAY = dt.date(1945, 1, 1), dt.date(2100, 12, 31)

few = settings(
    max_examples=max(20, settings.default.max_examples // 3), suppress_health_check=list(HealthCheck), deadline=None
)
"""For properties of whole scenarios, which take a while to draw: a third of the profile's examples."""

names = st.sampled_from(NAMES)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).filter(printable)
confidences = st.sampled_from(["high", "med", "low"])


def scenario_dicts(
    max_days: int = 60, *, corners: bool = False, spread: bool = True, weights: bool = True, scheduled: bool = True
) -> SearchStrategy[dict[str, Any]]:
    """Valid scenarios as nested dicts, as they would stand in a file.

    Parameters
    ----------
    max_days : int
        Longest horizon drawn.
    corners : bool
        Draw only the ends of every range, with every field given.
    spread : bool
        Whether numbers may be distributions or carry a source.
    weights : bool
        Whether the global weights may differ from their defaults.
    scheduled : bool
        Whether there may be dated interventions.
    """
    return _scenario(max_days, _Options(corners, spread), weights, scheduled)


def scenarios(max_days: int = 60, **options: bool) -> SearchStrategy[Scenario]:
    """Valid scenarios; parameters as for :func:`scenario_dicts`."""
    return scenario_dicts(max_days, **options).map(scenario_from)


class _Options:
    def __init__(self, corners: bool, spread: bool) -> None:
        self.corners = corners
        self.spread = spread and not corners


@st.composite
def _scenario(draw: DrawFn, max_days: int, options: _Options, weights: bool, scheduled: bool) -> dict[str, Any]:
    first, second = draw(st.lists(st.sampled_from(SIDES), min_size=2, max_size=2, unique=True))
    top = slots(Scenario)
    content: dict[str, Any] = {
        "climbdown": 1,
        "name": draw(names),
        "start": draw(st.dates(FIRST_DAY, LAST_DAY)),
        "horizon_days": max_days if options.corners else draw(st.integers(1, max_days)),
        "leaders": {side: draw(_leader(options)) for side in (first, second)},
        "mediators": draw(_roster(top["mediators"], options, (first, second))),
        "issues": draw(_issues(top["issues"], options, (first, second))),
    }
    for key in ("title", "summary", "domain", "choice", "dyad", "clock", "latencies", "truce", "summit"):
        if options.corners or draw(st.booleans()):
            content[key] = draw(_value(top[key], options))
    if draw(st.booleans()):
        content["sources"] = draw(st.dictionaries(names, texts, max_size=3))
    if weights:
        content["weights"] = draw(_weights(options))
    _remember_only_the_past(content)
    if scheduled:
        content["scheduled"] = draw(st.lists(_intervention(content), max_size=4))
    return content


def _value(slot: Slot, options: _Options) -> SearchStrategy[Any]:
    """Anything that may stand at a slot."""
    if slot.part is not None:
        return _part(slot, options)
    if slot.kind is Kind.roster:
        return _roster(slot, options, ())
    return _sourced(slot, options) if slot.spreadable and options.spread else _bare(slot, options)


_BARE: dict[Kind, SearchStrategy[Any]] = {
    Kind.switch: st.booleans(),
    Kind.text: texts,
    Kind.date: st.dates(FIRST_DAY, LAST_DAY),
}


def _bare(slot: Slot, options: _Options) -> SearchStrategy[Any]:
    if slot.choices:
        return st.sampled_from(slot.choices)
    return _number(slot, options) if slot.kind is Kind.number else _BARE[slot.kind]


def _number(slot: Slot, options: _Options) -> SearchStrategy[float]:
    low, high = slot.range
    ends = st.sampled_from([float(low), float(high)])
    return ends if options.corners else st.one_of(ends, _between(low, high))


def _between(low: float, high: float) -> SearchStrategy[float]:
    return st.floats(low, high, allow_subnormal=False)


def _sourced(slot: Slot, options: _Options) -> SearchStrategy[Any]:
    plain = _number(slot, options)
    about = {"source": texts, "note": texts, "confidence": confidences}
    given = st.fixed_dictionaries({"value": plain}, optional=about)
    spread = st.tuples(distributions(*slot.range), st.fixed_dictionaries({}, optional=about)).map(
        lambda two: two[0] | two[1]
    )
    return st.one_of(plain, plain, given, spread)


def distributions(low: float, high: float) -> SearchStrategy[dict[str, Any]]:
    """Distributions of all five kinds within a range, as mappings."""
    return st.one_of(*(kind(low, high) for kind in (_uniform, _bell, _beta, _triangle, _choice)))


@st.composite
def _ends(draw: DrawFn, low: float, high: float) -> tuple[float, float]:
    """Draw a part of the range that is not vanishingly narrow."""
    step = (high - low) / 64
    first = draw(st.integers(0, 63))
    last = draw(st.integers(first + 1, 64))
    return low + first * step, high if last == 64 else low + last * step


@st.composite
def _uniform(draw: DrawFn, low: float, high: float) -> dict[str, Any]:
    inner = draw(_ends(low, high))
    return {"distribution": "uniform", "low": inner[0], "high": inner[1]}


@st.composite
def _triangle(draw: DrawFn, low: float, high: float) -> dict[str, Any]:
    inner = draw(_ends(low, high))
    return {"distribution": "triangular", "low": inner[0], "mode": draw(_between(*inner)), "high": inner[1]}


@st.composite
def _bell(draw: DrawFn, low: float, high: float) -> dict[str, Any]:
    inner = draw(st.one_of(st.just((low, high)), _ends(low, high)))
    width = inner[1] - inner[0]
    content = {"distribution": "normal", "mean": draw(_between(*inner)), "sd": draw(_between(0.01 * width, 3 * width))}
    return content if inner == (low, high) else content | {"low": inner[0], "high": inner[1]}


@st.composite
def _beta(draw: DrawFn, low: float, high: float) -> dict[str, Any]:
    width = high - low
    centre = draw(_between(0.05, 0.95))
    spread = draw(_between(0.02, 0.9)) * (centre * (1 - centre)) ** 0.5
    return {"distribution": "beta", "mean": low + centre * width, "sd": spread * width}


@st.composite
def _choice(draw: DrawFn, low: float, high: float) -> dict[str, Any]:
    values = draw(
        st.lists(
            st.one_of(st.sampled_from([float(low), float(high)]), _between(low, high)),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    content: dict[str, Any] = {"distribution": "choice", "values": values}
    if draw(st.booleans()):
        weights = draw(st.lists(st.integers(0, 9), min_size=len(values), max_size=len(values)).filter(any))
        content["weights"] = weights
    return content


@st.composite
def _part(draw: DrawFn, slot: Slot, options: _Options) -> dict[str, Any]:
    assert slot.part is not None
    content = {}
    for key, child in slots(slot.part).items():
        if child.required or options.corners or draw(st.booleans()):
            content[key] = draw(_value(child, options))
    return content


@st.composite
def _leader(draw: DrawFn, options: _Options) -> dict[str, Any]:
    leader_slot = slots(Scenario)["leaders"].item
    assert leader_slot is not None
    leader: dict[str, Any] = draw(_part(leader_slot, options))
    leader["pressure"] = draw(_ladder(options))
    return leader


@st.composite
def _ladder(draw: DrawFn, options: _Options) -> dict[str, Any]:
    """Points and rung stay below the ceiling."""
    ceiling = draw(st.sampled_from([1.0, 1000.0]) if options.corners else _between(1, 1000))
    points = st.sampled_from([0.0, ceiling])
    rung = st.sampled_from([0.5, min(500.0, ceiling)])
    if not options.corners:
        points, rung = points | _between(0, ceiling), rung | _between(0.5, min(500, ceiling))
    return {"points": draw(points), "ceiling": ceiling, "rung": draw(rung)}


@st.composite
def _roster(draw: DrawFn, slot: Slot, options: _Options, sides: tuple[str, ...]) -> dict[str, Any]:
    assert slot.item is not None
    keys = draw(st.lists(names, max_size=MOST_OF_ANYTHING, unique=True))
    entries = {}
    for key in keys:
        entry = (
            draw(_value(slot.item, options))
            if slot.item.part is None
            else draw(_part_with_tables(slot.item, options, sides))
        )
        entries[key] = entry
    return entries


@st.composite
def _part_with_tables(draw: DrawFn, slot: Slot, options: _Options, sides: tuple[str, ...]) -> dict[str, Any]:
    """Draw a part, with its tables by side filled for the two sides."""
    assert slot.part is not None
    content = draw(_part(slot, options))
    for key, child in slots(slot.part).items():
        if child.kind is Kind.roster and child.item is not None and child.item.part is None:
            content[key] = {side: draw(_value(child.item, options)) for side in sides}
    return content


@st.composite
def _issues(draw: DrawFn, slot: Slot, options: _Options, sides: tuple[str, ...]) -> dict[str, Any]:
    """At least one issue, the first of which matters to both."""
    assert slot.item is not None
    issues: dict[str, Any] = draw(_roster(slot, options, sides))
    first = draw(_part_with_tables(slot.item, options, sides))
    first["weight"] = {side: 100.0 if options.corners else draw(st.floats(0.01, 100)) for side in sides}
    return {"tariffs": first, **issues}


@st.composite
def _weights(draw: DrawFn, options: _Options) -> dict[str, Any]:
    """A few weights off their defaults; at corners all of them."""
    fields = slots(Weights)
    keys = list(fields) if options.corners else draw(st.lists(st.sampled_from(list(fields)), max_size=4, unique=True))
    return {key: draw(_value(fields[key], options)) for key in keys}


def _remember_only_the_past(content: dict[str, Any]) -> None:
    """Move memories before the start, where they must lie."""
    for leader in content["leaders"].values():
        for precedent in leader.get("precedents", {}).values():
            if "date" in precedent:
                precedent["date"] = min(precedent["date"], content["start"])


@st.composite
def _intervention(draw: DrawFn, content: dict[str, Any]) -> dict[str, Any]:
    day = draw(st.integers(0, content["horizon_days"]))
    kinds = [kind for kind in NEEDS if kind != "mediator_offer" or content["mediators"]]
    kind = str(draw(st.sampled_from(kinds)))
    fill: dict[str, Callable[[], Any]] = {
        "side": lambda: draw(st.sampled_from(list(content["leaders"]))),
        "mediator": lambda: draw(st.sampled_from(list(content["mediators"]))),
    }
    entry = {"date": content["start"] + dt.timedelta(days=day), "kind": kind}
    if kind == "set":
        return entry | draw(_setting(content))
    return entry | {key: fill[key]() for key in NEEDS[kind]} | {"size": draw(_between(0, 1))}


@st.composite
def _setting(draw: DrawFn, content: dict[str, Any]) -> dict[str, Any]:
    """A number somewhere below the settable blocks and a value for it; ladders are left alone."""
    block = draw(st.sampled_from([block for block in SETTABLE if content.get(block) or block in ("dyad", "latencies")]))
    slot: Slot | None = root().child(block)
    path, here = [block], content.get(block, {})
    while slot is not None and not slot.spreadable:
        keys = _ways(slot, here)
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        path, slot, here = [*path, key], slot.child(key), here.get(key, {}) if isinstance(here, dict) else {}
    target = ".".join(path)
    if slot is None or not slot.spreadable or isinstance(settable(content, target), str):
        target, slot = "dyad.tension", root().child("dyad").child("tension")  # type: ignore[union-attr]
    assert slot is not None
    return {"path": target, "value": draw(_between(*slot.range))}


def _ways(slot: Slot, here: Any) -> list[str]:
    if slot.part is None:
        return list(here) if isinstance(here, dict) else []
    return [
        key
        for key, child in slots(slot.part).items()
        if key != "pressure" and (child.part or child.item or child.spreadable)
    ]
