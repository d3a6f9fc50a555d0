"""The engine in the open: for watching, teaching and extending, with Mesa's agents or without."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.engines.mesa.agents import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, PublicAgent
    from sim.engines.mesa.negotiation import NegotiationModel
    from sim.engines.plain.confrontation import Confrontation

_HOMES = {
    **dict.fromkeys(
        ("AdviserAgent", "LeaderAgent", "MarketAgent", "MediatorAgent", "PublicAgent"), "sim.engines.mesa.agents"
    ),
    "Confrontation": "sim.engines.plain.confrontation",
    "NegotiationModel": "sim.engines.mesa.negotiation",
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
        raise AttributeError(f"module 'sim.engines.mesa' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
