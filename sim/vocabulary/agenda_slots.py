"""What can be on the agenda, and what a third party is busy with."""

from __future__ import annotations

from typing import Final

RING: Final = 0
LETTER: Final = 2
CALL_REQUEST: Final = 4
SUMMIT_PROPOSAL: Final = 6
ENVOY: Final = 8
"""Slots that each side has: at the slot plus the side."""

CALL: Final = 10
SUMMIT: Final = 11
TRUCE_TERM: Final = 12
"""Slots of the dyad."""

FIRST_MEDIATOR: Final = 13
"""The slot of the first mediator; the others follow."""

IDLE, OFFERED, CONVENING = range(3)
"""Stages of a mediator: idle, an offer is out, talks are being convened."""
