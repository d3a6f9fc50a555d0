"""What each mechanism does, as plain values for a program and as lines of a CSV file, in the order of the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.estimates import Kind
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.paired_luck import OutcomeChange
from analysis.evidence.mechanisms.switched_cases import CALLER, Found, MechanismEffects, State, is_sure
from sim.narrative.case_words import PLAIN

COLUMNS = (
    "row", "mechanism", "state", "outcome", "unit", "without", "as_it_is", "change", "low", "high", "lucks_moved",
    "lucks", "level", "distinguishable",
)  # fmt: skip
UNITS = {Kind.share: "share", Kind.days: "days", Kind.amount: "amount"}
LEAD = "share less share"
"""The unit of who asks first: the share of lucks in which the one leader does, less that of the other; from -1 to 1."""


def as_plain(effects: MechanismEffects) -> dict[str, Any]:
    """Return what was measured as plain values."""
    plan = effects.plan
    return {
        "scenario": effects.scenario.name,
        "seed": plan.seed,
        "parameters": plan.parameters,
        "lucks": plan.runs,
        "horizon_days": effects.scenario.horizon_days,
        "asked": effects.asked,
        "partial": effects.is_partial,
        "intervals": effects.looks,
        "level": effects.level,
        "asks_before": list(effects.sides),
        "mechanisms": [_plain(found) for found in effects.found],
    }


def _plain(found: Found) -> dict[str, Any]:
    switch = found.case.switch
    return {
        "row": found.row,
        "mechanism": PLAIN.fill(switch.name),
        "state": str(found.state),
        "why": PLAIN.fill(switch.absent) if found.state is State.off else "",
        "switched_off": _settings(found.case.changes),
        "outcomes": [_change(change) for change in found.changes],
    }


def _settings(changes: Mapping[str, Any]) -> dict[str, Any]:
    """What was changed, dated events as a file would have them."""
    return {path: value for path, value in changes.items() if path != "scheduled"}


def _change(change: OutcomeChange) -> dict[str, Any]:
    found = change.estimate
    return {
        "outcome": change.outcome,
        "unit": _unit(change.outcome),
        "without": change.first,
        "as_it_is": change.second,
        "change": found.value,
        "low": found.low,
        "high": found.high,
        "lucks_moved": change.moved,
        "distinguishable": is_sure(change),
    }


def _unit(outcome: str) -> str:
    return LEAD if outcome == CALLER else UNITS[LOOKED_AT[outcome].kind]


def csv_text(effects: MechanismEffects) -> str:
    """Return one line for each mechanism and outcome; numbers to six digits, which is beyond their luck."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for line in _lines(effects):
        writer.writerow({name: f"{cell:.6g}" if isinstance(cell, float) else cell for name, cell in line.items()})
    return text.getvalue()


def _lines(effects: MechanismEffects) -> Iterator[dict[str, Any]]:
    for found in effects.found:
        head = {"row": found.row, "mechanism": PLAIN.fill(found.case.switch.name), "state": str(found.state)}
        for change in found.changes:
            yield head | _change(change) | {"lucks": effects.plan.runs, "level": effects.level}
