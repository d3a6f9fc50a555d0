"""Scenarios of every shape for property tests: none and many of everything, every distribution, every corner.

Everything is made from the types of :mod:`sim.scenario`, so a new field is generated as soon as it exists. Hypothesis
chooses how large and how detailed a scenario is (and shrinks that); what stands in it comes from a seed, because
some two hundred single choices a scenario would take hypothesis half a second.
"""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any, NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sim.files import scenario_from
from sim.files.scenario_slots import root
from sim.files.scheduled_checks import NEEDS, SETTABLE, only_at_start, settable
from sim.files.slots import Kind, Slot, slots
from sim.scenario import Scenario
from sim.scenario.weights import Weights
from sim.vocabulary.entries import ENTRIES, default
from sim.vocabulary.wording import FORMS
from tests.generate_numbers import Numbers

SIDES = ("us", "china", "aldmark", "verenia", "s-1", "z_9")
NAMES = ("navarro", "bessent", "first", "second", "a", "b", "c-1", "oslo", "singapore", "vietnam", "long-" + "x" * 36)
TEXTS = ("", "Xi Jinping", 'O\'Brien: the "hawk"', "no", "010", "习近平", " two\nlines ", "- [x] #1", "null", "x" * 300)
SAID = ("walk-out", "no", "ünïcode", "a b c", "x" * 60)
MOST_OF_ANYTHING = 6
MOSTLY = 0.8
FIRST_DAY, LAST_DAY = dt.date(1945, 1, 1), dt.date(2100, 12, 31)

few = settings(
    max_examples=max(20, settings.default.max_examples // 3), suppress_health_check=list(HealthCheck), deadline=None
)
"""For properties of whole scenarios: a third of the profile's examples."""


class Shape(NamedTuple):
    """How large and detailed a scenario is."""

    max_days: int
    size: int
    detail: float
    corners: bool
    spread: bool
    weights: bool
    scheduled: bool


def scenario_dicts(
    max_days: int = 60, *, corners: bool = False, spread: bool = True, weights: bool = True, scheduled: bool = True
) -> SearchStrategy[dict[str, Any]]:
    """Valid scenarios as nested dicts, as they would stand in a file.

    Parameters
    ----------
    max_days : int
        Longest horizon.
    corners : bool
        Only the ends of every range, with every field given.
    spread : bool
        Whether numbers may be distributions or carry a source (never at corners).
    weights : bool
        Whether the global weights may differ from their defaults.
    scheduled : bool
        Whether there may be dated interventions.
    """
    shapes = st.builds(
        Shape,
        max_days=st.just(max_days),
        size=st.integers(0, MOST_OF_ANYTHING),
        detail=st.just(1.0) if corners else st.sampled_from([0.0, 0.3, 0.7, 1.0]),
        corners=st.just(corners),
        spread=st.just(spread and not corners),
        weights=st.just(weights),
        scheduled=st.just(scheduled),
    )
    return st.builds(lambda shape, seed: _Writer(shape, seed).scenario(), shapes, st.integers(0, 2**32 - 1))


def scenarios(max_days: int = 60, **options: bool) -> SearchStrategy[Scenario]:
    """Valid scenarios; parameters as for :func:`scenario_dicts`."""
    return scenario_dicts(max_days, **options).map(scenario_from)


class _Writer:
    """Writes one scenario of a given shape."""

    def __init__(self, shape: Shape, seed: int) -> None:
        self.shape = shape
        self.luck = Random(seed)
        self.numbers = Numbers(self.luck, corners=shape.corners)
        self.sides: list[str] = self.luck.sample(SIDES, 2)

    def scenario(self) -> dict[str, Any]:
        top, longest = slots(Scenario), self.shape.max_days
        content: dict[str, Any] = {
            "climbdown": 2,
            "name": self.luck.choice(NAMES),
            "start": self.day(),
            "horizon_days": longest
            if self.shape.corners
            else self.luck.choice([1, longest, self.luck.randint(1, longest)]),
            "leaders": {side: self.leader(top["leaders"]) for side in self.sides},
            "mediators": self.roster(top["mediators"]),
            "issues": self.issues(top["issues"]),
        }
        optional = (
            "title",
            "summary",
            "sources",
            "domain",
            "choice",
            "dyad",
            "at_start",
            "clock",
            "latencies",
            "truce",
            "summit",
            "bargaining",
        )
        content |= {key: self.value(top[key]) for key in optional if self.given()}
        if self.shape.weights:
            content["weights"] = self.weights()
        self.put_dates_in_order(content)
        self.put_start_in_order(content)
        if self.shape.scheduled:
            content["scheduled"] = [self.intervention(content) for _ in range(self.count())]
        if self.given():
            content["words"] = {entry: self.words(entry) for entry in self.luck.sample(ENTRIES, self.count())}
        if self.given():
            acts = self.luck.sample(list(top["actions"].names), self.count())
            content["actions"] = {act: "on" if act == "hold" else self.luck.choice(["on", "off"]) for act in acts}
        return content

    def given(self) -> bool:
        return self.luck.random() < self.shape.detail

    def count(self) -> int:
        return self.luck.randint(0, self.shape.size)

    def day(self) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=self.luck.randint(0, (LAST_DAY - FIRST_DAY).days))

    def value(self, slot: Slot) -> Any:
        """Anything that may stand at a slot."""
        if slot.part is not None:
            return self.part(slot)
        if slot.kind is Kind.roster:
            return self.roster(slot)
        if slot.choices:
            return self.luck.choice(slot.choices)
        if slot.kind is Kind.number:
            return self.number(slot)
        return {Kind.switch: self.switch, Kind.date: self.day}.get(slot.kind, self.text)()

    def switch(self) -> bool:
        return self.luck.random() < 0.5

    def text(self) -> str:
        return self.luck.choice(TEXTS)

    def number(self, slot: Slot) -> Any:
        return self.number_between(*slot.range)

    def number_between(self, low: float, high: float) -> Any:
        plain = self.numbers.between(low, high)
        form = self.luck.randrange(4) if self.shape.spread else 0
        if form == 2:
            return {"value": plain} | self.about()
        return self.numbers.distribution(low, high) | self.about() if form == 3 else plain

    def about(self) -> dict[str, str]:
        about = {"source": self.text(), "note": self.text(), "confidence": self.luck.choice(["high", "med", "low"])}
        return {key: text for key, text in about.items() if self.switch()}

    def part(self, slot: Slot) -> dict[str, Any]:
        assert slot.part is not None
        return {key: self.value(child) for key, child in slots(slot.part).items() if child.required or self.given()}

    def words(self, entry: str) -> dict[str, str]:
        """Some of the forms that an entry has; a sentence may fill in what an event has."""
        usual = default(entry, None)
        forms = [form for form in FORMS if getattr(usual, form) or form == "plural"]
        said = {form: self.luck.choice(SAID) for form in forms if self.switch()}
        if "sentence" in said:
            said["sentence"] += " {actor} {truce.a}, {" + entry + ".plural}"
        return said

    def leader(self, slot: Slot) -> dict[str, Any]:
        assert slot.item is not None
        return self.part(slot.item) | {"pressure": self.ladder()}

    def ladder(self) -> dict[str, Any]:
        """Points and rung stay below the ceiling."""
        ceiling = self.numbers.between(1, 1000)
        rung = self.numbers.between(0.5, min(500.0, ceiling))
        return {"points": self.numbers.between(0, ceiling), "ceiling": ceiling, "rung": rung}

    def roster(self, slot: Slot) -> dict[str, Any]:
        """Named entries, or a table with an entry for each side."""
        assert slot.item is not None
        by_side = slot.item.kind is Kind.number
        keys = self.sides if by_side else self.luck.sample(NAMES, self.count())
        return {key: self.value(slot.item) for key in keys}

    def issues(self, slot: Slot) -> dict[str, Any]:
        """At least one issue, the first of which matters to both; red lines mostly leave something to agree on."""
        assert slot.item is not None
        first = self.part(slot.item) | {"weight": dict.fromkeys(self.sides, 100.0)}
        issues = {"tariffs": first, **self.roster(slot)}
        for issue in issues.values():
            if "red_line" in issue and self.luck.random() < MOSTLY:
                issue["red_line"] = {
                    side: self.numbers.between(0, 0.5) for side in self.sides[: self.luck.randint(0, 2)]
                }
        return issues

    def weights(self) -> dict[str, Any]:
        """A few weights off their defaults; at corners all of them."""
        fields = slots(Weights)
        keys = list(fields) if self.shape.corners else self.luck.sample(list(fields), self.count())
        return {key: self.value(fields[key]) for key in keys}

    def put_dates_in_order(self, content: dict[str, Any]) -> None:
        """Move memories before the start, where they must lie."""
        for leader in content["leaders"].values():
            for precedent in leader.get("precedents", {}).values():
                if "date" in precedent:
                    precedent["date"] = min(precedent["date"], content["start"])

    def put_start_in_order(self, content: dict[str, Any]) -> None:
        """Move what is so on the first day around it: pasts before, terms and meetings after, points below ceilings."""
        at_start, start, longest = content.get("at_start", {}), content["start"], content["horizon_days"] + 3
        if "contact" in at_start:
            at_start["contact"]["date"] = self.days_from(start, -400, -1)
        if "meeting_on" in at_start:
            at_start["meeting_on"] = self.days_from(start, 1, longest)
        for mediator in content["mediators"].values():
            if "failed_on" in mediator:
                mediator["failed_on"] = self.days_from(start, -400, 0)
        if "truce" in at_start:
            dates = {"since": self.days_from(start, -400, 0), "until": self.days_from(start, 1, longest)}
            at_start["truce"] |= dates | {"suspended": {side: self.suspended(content, side) for side in self.sides}}

    def days_from(self, start: dt.date, first: int, last: int) -> dt.date:
        return start + dt.timedelta(days=self.luck.randint(first, last))

    def suspended(self, content: dict[str, Any], side: str) -> Any:
        """Points that fit below the ceiling of a side, on top of those in force."""
        pressure = content["leaders"][side]["pressure"]
        room = pressure["ceiling"] - pressure["points"]
        return self.number_between(0, room) if room >= 1 else 0.0

    def intervention(self, content: dict[str, Any]) -> dict[str, Any]:
        kind = str(self.luck.choice([kind for kind in NEEDS if kind != "mediator_offer" or content["mediators"]]))
        day = content["start"] + dt.timedelta(days=self.luck.randint(0, content["horizon_days"]))
        entry = {"date": day, "kind": kind}
        if kind == "set":
            return entry | self.setting(content)
        known = {"side": list(content["leaders"]), "mediator": list(content["mediators"])}
        return entry | {key: self.luck.choice(known[key]) for key in NEEDS[kind]} | {"size": self.numbers.between(0, 1)}

    def setting(self, content: dict[str, Any]) -> dict[str, Any]:
        """A number somewhere in the settable blocks and a value for it; ladders are left alone."""
        slot, here, path = root(), content, list[str]()
        while not slot.spreadable:
            ways = [key for key in _ways(slot, here, path) if key != "pressure"]
            if not ways:
                return {"path": "dyad.tension", "value": self.numbers.between(0, 1)}
            path.append(self.luck.choice(ways))
            below = slot.child(path[-1])
            assert below is not None
            slot, here = below, here.get(path[-1], {}) if isinstance(here, dict) else {}
        if only_at_start(path):
            return {"path": "dyad.tension", "value": self.numbers.between(0, 1)}
        assert isinstance(settable(content, ".".join(path)), Slot)
        return {"path": ".".join(path), "value": self.numbers.between(*slot.range)}


def _ways(slot: Slot, here: Any, path: list[str]) -> list[str]:
    """Names that lead on towards a number."""
    if not path:
        return list(SETTABLE)
    if slot.part is None:
        return list(here) if isinstance(here, dict) and slot.item is not None else []
    return [key for key, child in slots(slot.part).items() if child.part or child.item or child.spreadable]
