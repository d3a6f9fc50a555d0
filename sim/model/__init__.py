"""The engine in the open: for watching, teaching and extending, with Mesa's agents or without."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.model.agents import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, PublicAgent
    from sim.model.confrontation import Confrontation
    from sim.model.negotiation import NegotiationModel

_HOMES = {
    **dict.fromkeys(("AdviserAgent", "LeaderAgent", "MarketAgent", "MediatorAgent", "PublicAgent"), "sim.model.agents"),
    "Confrontation": "sim.model.confrontation",
    "NegotiationModel": "sim.model.negotiation",
}

__all__ = [
    "AdviserAgent",
    "Confrontation",
    "LeaderAgent",
    "MarketAgent",
    "MediatorAgent",
    "NegotiationModel",
    "PublicAgent",
]


def __getattr__(name: str) -> Any:
    """Import Mesa only for those who ask for its agents."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sim.model' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
