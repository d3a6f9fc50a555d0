"""Days since the start of a run as dates."""

from __future__ import annotations

import datetime as dt


def date_after(start: str, days: float) -> str:
    """Return the calendar day so many days after a date; both dates ISO 8601, parts of a day cut off."""
    return (dt.date.fromisoformat(start) + dt.timedelta(days=int(days))).isoformat()
