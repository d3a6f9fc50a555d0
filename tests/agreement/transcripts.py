"""The golden transcript of a run: what it was at every step, short enough to keep, exact enough to show any change."""

from __future__ import annotations

import hashlib
import json
import platform
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.files import list_scenarios
from sim.results.trajectory import Trajectory
from sim.run import run_one

FOLDER = Path(__file__).parent / "golden"
SEED, RUN = 2025, 1
EVERY = 10
"""Variables are written out at every tenth step."""
TOLERANCE = 1e-9
"""By how much they may differ on another platform, whose exp and log may round differently."""
VARIABLES = ("pressure", "index", "drawdown", "hostility", "approval", "coercion_works", "outside_option", "face")
RELATION = ("groundwork", "rapport", "tension")


def transcript(name: str) -> dict[str, Any]:
    """The transcript of a shipped scenario's run, with drawn parameters."""
    run = run_one(name, seed=SEED, run=RUN, parameters="drawn")
    steps = run.columns["steps"]
    kept = [f"{side}.{variable}" for side in sorted(run.scenario.leaders) for variable in VARIABLES] + [*RELATION]
    return {
        "scenario": name,
        "written_on": platform_name(),
        "seed": SEED,
        "run": RUN,
        "parameters": "drawn",
        "outcome": str(run.outcome.outcome_class),
        "outcome_day": run.outcome.day,
        "mediator": run.outcome.mediator,
        "actions": {side: {a: n for a, n in counts.items() if n} for side, counts in run.outcome.actions.items()},
        "events": [f"{step} {kind} {actor}" for step, kind, actor in _events(run)],
        "digests": digests(run),
        "variables": {column: [float(v) for v in steps[column][::EVERY]] for column in kept},
    }


def platform_name() -> str:
    """What decides how exp and log round here."""
    return " ".join([platform.system(), platform.machine(), *platform.libc_ver()]).strip()


def _events(run: Trajectory) -> list[tuple[Any, ...]]:
    table = run.columns["events"]
    return list(zip(table["step"], table["kind"], table["actor"], strict=True))


def digests(run: Trajectory) -> list[str]:
    """Four hex digits a step, each made from every number of the step's row and of the step before it."""
    steps = run.columns["steps"]
    numbers = [name for name in steps if isinstance(steps[name][0], int | float)]
    found, before = [], b""
    for row in zip(*(steps[name] for name in numbers), strict=True):
        before = hashlib.blake2s(before + struct.pack(f"<{len(row)}d", *row), digest_size=8).digest()
        found.append(before[:2].hex())
    return found


def kept(name: str) -> dict[str, Any]:
    """The golden transcript of a scenario as it is kept."""
    return dict(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def written(found: Mapping[str, Any]) -> str:
    """A transcript as text: an entry a line."""
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items() if key != "variables"]
    table = [f"  {json.dumps(key)}: {json.dumps(values)}" for key, values in found["variables"].items()]
    return "{\n" + ",\n".join([*lines, '"variables": {\n' + ",\n".join(table) + "\n}"]) + "\n}\n"


def rewrite() -> list[str]:
    """Write every golden transcript anew; returns the scenarios whose transcript moved."""
    FOLDER.mkdir(exist_ok=True)
    moved = []
    for name in list_scenarios():
        path, content = FOLDER / f"{name}.json", written(transcript(name))
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            moved.append(name)
    for path in FOLDER.glob("*.json"):
        if path.stem not in list_scenarios():
            path.unlink()
    return moved
