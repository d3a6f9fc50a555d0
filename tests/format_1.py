"""Files of format 1: where those kept as test data are, and valid scenarios made from the schema of that format.

The schema is frozen (``tests/cases/format-1/schema.json``), so that what is made here stays what format 1 allowed
whatever becomes of the types.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

FOLDER = Path(__file__).parent / "cases" / "format-1"
SCENARIOS = sorted((FOLDER / "scenarios").glob("*.yaml"))
RECORDS = sorted((FOLDER / "records").glob("*.zip"))

SIDES = ("aldmark", "s-1")
TEXTS = ("", "no", "010", 'a "hawk": #1', "习近平", "two\nlines", "null", "[x]")
START = dt.date(2001, 3, 4)
HORIZON = 90
TOP = ("start", "climbdown", "name", "horizon_days", "leaders", "issues", "scheduled", "observed")
"""Keys at the top that are not left to the schema alone."""


@cache
def _schema() -> Any:
    return json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))


def old_scenarios() -> SearchStrategy[dict[str, Any]]:
    """Valid scenarios of format 1 as nested values; every key of the format occurs in some of them."""
    return st.builds(
        lambda seed, detail: _Old(Random(seed), detail).scenario(),
        st.integers(0, 2**32 - 1),
        st.sampled_from([0.0, 0.3, 1.0]),
    )


def old_slot(path: str) -> dict[str, Any] | str | None:
    """Return what stood at a path of format 1 (``*`` for any id): its entries, ``value``, or None for nothing."""
    slot = _slot(path)
    if slot is None:
        return None
    found = _entries(slot)
    return "value" if found is None else found


def old_default(path: str) -> Any:
    """Return the default of a value of format 1; None where it had none."""
    slot = _slot(path)
    return None if slot is None else slot.get("default")


def entries_of_format_1() -> dict[str, Any]:
    """Return the keys at the top of a scenario of format 1."""
    found = old_slot("")
    assert isinstance(found, dict)
    return found


def _slot(path: str) -> Any:
    slot: Any = _schema()["$defs"]["Scenario"]
    for key in path.split(".") if path else ():
        entries = _entries(slot)
        if entries is None or not {key, "*"} & set(entries):
            return None
        slot = entries.get(key, entries.get("*"))
    return slot


def _entries(slot: Any) -> dict[str, Any] | None:
    """The entries that a slot of the schema may have, by key; None for a single value or a list."""
    name = str(slot.get("$ref", "")).rpartition("/")[2]
    if name and not name.startswith(("number_", "quantity")):
        slot = _schema()["$defs"][name]
    if isinstance(slot.get("additionalProperties"), dict):
        return {"*": slot["additionalProperties"]}
    properties: dict[str, Any] | None = slot.get("properties")
    return properties


class _Old:
    """Makes one scenario; ``detail`` is the chance of an optional key."""

    def __init__(self, luck: Random, detail: float) -> None:
        self.luck = luck
        self.detail = detail

    def scenario(self) -> dict[str, Any]:
        fields = self.part("Scenario")["properties"]
        content: dict[str, Any] = {"name": "old-case", "start": START, "horizon_days": HORIZON}
        if self.luck.random() < 0.7:
            content = {"climbdown": 1, **content}
        content["leaders"] = {side: self.leader() for side in SIDES}
        content["issues"] = {name: self.block("Issue", ("weight",)) for name in ("tolls", "fish")}
        content |= {key: self.value(key, slot) for key, slot in fields.items() if key not in TOP and self.given()}
        for key in ("summit", "observed"):
            if self.given():
                content[key] = self.dated(key)
        if self.given():
            content["scheduled"] = self.settings(content)
        return content

    def given(self) -> bool:
        return self.luck.random() < self.detail

    @staticmethod
    def part(name: str) -> Any:
        return _schema()["$defs"][name]

    def leader(self) -> dict[str, Any]:
        made = self.block("Leader", ("name",))
        made["pressure"] = {"points": 20.0, "ceiling": 50.0, "rung": 5.0}
        for memory in made.get("precedents", {}).values():
            memory["date"] = START - dt.timedelta(days=self.luck.randint(0, 4000))
        return made

    def dated(self, key: str) -> dict[str, Any]:
        day = START + dt.timedelta(days=self.luck.randint(0, HORIZON))
        return {
            "summit": {"agreed_for": day, "open_press": 0.25},
            "observed": {"outcome": "truce", "outcome_date": day},
        }[key]

    def settings(self, content: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Dated interventions, among them some that set a number of a third party."""
        paths = ["weights.asking", f"leaders.{SIDES[0]}.ego"]
        paths += [f"mediators.{name}.stake" for name in content.get("mediators", {})]
        day = START + dt.timedelta(days=self.luck.randint(0, HORIZON))
        found: list[dict[str, Any]] = [{"date": day, "kind": "insult", "side": SIDES[1]}]
        return found + [{"date": day, "kind": "set", "path": path, "value": 0.5} for path in paths]

    def block(self, name: str, required: tuple[str, ...] = ()) -> dict[str, Any]:
        part = self.part(name)
        wanted = {*required, *part.get("required", ())}
        return {key: self.value(key, slot) for key, slot in part["properties"].items() if key in wanted or self.given()}

    def value(self, key: str, slot: Any) -> Any:
        if key in ("weight", "acceptability") and "additionalProperties" in slot:
            return {side: self.value("", slot["additionalProperties"]) for side in SIDES}
        if "additionalProperties" in slot:
            names = self.luck.sample(("oslo", "first", "b-2"), self.luck.randint(1, 2))
            return {f"{key[:5]}-{name}": self.value("", slot["additionalProperties"]) for name in names}
        reference = str(slot.get("$ref", "")).rpartition("/")[2]
        if reference.startswith("number_"):
            return self.number(*(float(end) for end in reference.removeprefix("number_").split("_to_")))
        return self.block(reference) if reference else self.single(slot)

    def single(self, slot: Any) -> Any:
        while "anyOf" in slot:
            slot = slot["anyOf"][0]
        if "enum" in slot:
            return self.luck.choice(slot["enum"])
        if slot.get("type") == "boolean":
            return self.luck.random() < 0.5
        if slot.get("format") == "date":
            return START
        assert slot.get("type") == "string", f"the schema of format 1 has a slot of an unknown kind: {slot}"
        return self.luck.choice(TEXTS)

    def number(self, low: float, high: float) -> Any:
        plain = round(low + (high - low) * self.luck.choice((0.25, 0.5, 0.8)), 6)
        return self.luck.choice(
            (
                plain,
                {"value": plain, "source": "a book", "note": 'she said: "never"', "confidence": "low"},
                {"distribution": "uniform", "low": low, "high": plain},
            )
        )
