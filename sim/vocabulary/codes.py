"""Numbers that stand for nobody and nothing, for both sides, for third parties, and for a day that never comes."""

from __future__ import annotations

from typing import Final

NONE: Final = -1
"""No record, no number, no event."""

NOBODY: Final = -1
BOTH: Final = -2
FIRST_MEDIATOR: Final = 2
"""Who an event's actor or target is: sides 0 and 1, mediators from ``FIRST_MEDIATOR`` on, both, or nobody."""

ANY_TOPIC: Final = -2
"""What an order may be about: a request of any kind."""

NEVER: Final = 1.0e9
"""A day that does not come."""

NEVER_WAS: Final = -1.0e9
"""The day of what has not happened, nor before the first day."""

ORIGINS: Final = ("decision", "answer", "due", "hazard", "scheduled")
BY_DECISION, BY_ANSWER, BY_DUE, BY_HAZARD, BY_SCHEDULE = range(5)
"""Why an event comes up."""
