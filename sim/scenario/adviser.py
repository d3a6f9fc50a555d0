"""Who has the leader's ear, and who can be sent: advisers and envoys."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from sim.scenario.bounds import Part, number


class Channel(StrEnum):
    """Which contacts an adviser lets through."""

    any = "any"
    leader_only = "leader_only"


class Adviser(Part):
    """One voice in the room, with a stance and a say in who is received."""

    name: str = Field(description="Display name.")
    stance: float = number(
        0, -1, 1, "stance", "Dove to hawk.", "wants talks at once (dove)", "content with a freeze (hawk)"
    )
    influence: float = number(0.5, 0, 1, "share", "Weight of the voice before events shift it.", "ignored", "decides")
    openness: float = number(
        0.5, 0, 1, "share", "Readiness to receive the other side's envoys.", "door shut", "door open"
    )
    market_sensitivity: float = number(
        0.3, 0, 1, "share", "How much a falling market raises this voice.", "not at all", "it speaks for the markets"
    )
    channel: Channel = Field(
        default=Channel.any, description="any, or leader_only: a gatekeeper who passes contacts to the leader alone."
    )


class Envoy(Part):
    """A person who can be sent: skill at the table and standing with the other side."""

    name: str = Field(description="Display name.")
    skill: float = number(
        0.5, 0, 1, "share", "How much ground one received visit lays.", "wasted trip", "master negotiator"
    )
    standing: float = number(0.5, 0, 1, "share", "Credit with the other side.", "unknown or resented", "trusted")
