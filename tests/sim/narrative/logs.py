"""Small hand-written logs as runs that can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sim.narrative.scene_text import scene_text
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from tests.sim.sample import sample_trajectory


def run_of(log: Sequence[Event], plain: bool = False, **outcome: Any) -> ToldRun:
    """Return a log as a run; the outcome is the sample's but for what is given."""
    table = {name: [getattr(entry, name) for entry in log] for name in Event._fields}
    return ToldRun(sample_trajectory(events=table, outcome=replace(sample_trajectory().outcome, **outcome)), plain)


def texts(log: Sequence[Event], plain: bool = False) -> list[str]:
    """Return the scenes of a log as text."""
    run = run_of(log, plain)
    return [scene_text(scene, run) for scene in run.scenes]
