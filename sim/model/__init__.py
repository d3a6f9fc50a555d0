"""The Mesa engine: for watching, teaching and extending."""

from __future__ import annotations

from sim.model.agents import AdviserAgent, LeaderAgent, MarketAgent, MediatorAgent, PublicAgent
from sim.model.negotiation import NegotiationModel

__all__ = ["AdviserAgent", "LeaderAgent", "MarketAgent", "MediatorAgent", "NegotiationModel", "PublicAgent"]
