"""What is allowed and yet probably not meant: red lines that exclude any deal, a meeting that the run never reaches.

A note is no fault: the scenario runs. `climbdown check` tells it, at its place in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Any

from sim.files.lowered import Lowered, dotted
from sim.files.problems import Findings
from sim.files.quantities import finite
from sim.files.scenario_slots import block, value_at
from sim.files.slots import Path
from sim.files.trees import Fault, calendar_date

ROUNDING = 1e-9
"""What two red lines may be off by where they just meet."""


def note_across(lowered: Lowered, findings: Findings) -> None:
    """Note what is allowed and yet probably not meant, for whoever asks the findings for it."""
    tree = lowered.tree if isinstance(lowered.tree, dict) else {}
    for fault in chain(_crossing_lines(tree), _meeting_too_late(tree)):
        findings.note(lowered.spot(fault.path, fault.key), fault.message)


def _crossing_lines(tree: Any) -> Iterator[Fault]:
    """Red lines of both sides on one issue, of which no settlement keeps both (central values)."""
    for issue in block(tree, "issues"):
        path: Path = ("issues", issue, "red_line")
        lines = [finite(line) or 0.0 for line in block(tree, *path).values()]
        if len(lines) < 2 or not all(lines):
            continue
        if value_at(tree, ("issues", issue, "divisible")) is False:
            why = "one side gets all of it"
        elif sum(lines) > 1 + ROUNDING:
            why = f"they add up to {sum(lines):.3g}"
        else:
            continue
        said = f"both sides have a red line in {dotted(path)}, and {why}: no deal can keep both, so none is possible"
        yield Fault(path, said, key=True)


def _meeting_too_late(tree: Any) -> Iterator[Fault]:
    path: Path = ("at_start", "meeting_on")
    date, start = calendar_date(value_at(tree, path)), calendar_date(value_at(tree, ("start",)))
    horizon = value_at(tree, ("horizon_days",))
    if date is None or start is None or not isinstance(horizon, int):
        return
    end = start + dt.timedelta(days=horizon)
    if date > end:
        yield Fault(path, f"{dotted(path)} is {date}, after the last day that is watched ({end}); it will not be seen")
