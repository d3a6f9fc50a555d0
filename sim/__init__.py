"""Two leaders in a confrontation: load a scenario, vary it, run it once with its story or many times for the odds."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.engines.mesa import NegotiationModel
    from sim.files.scenario_loading import load_scenario
    from sim.files.shipped import list_scenarios
    from sim.files.variants import vary
    from sim.run import open_game, run_many, run_one

_HOMES = {
    "list_scenarios": "sim.files.shipped",
    "load_scenario": "sim.files.scenario_loading",
    "vary": "sim.files.variants",
    "NegotiationModel": "sim.engines.mesa",
    "open_game": "sim.run",
    "run_one": "sim.run",
    "run_many": "sim.run",
}

__all__ = ["NegotiationModel", "list_scenarios", "load_scenario", "open_game", "run_many", "run_one", "vary"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that a command pays only for what it needs."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
