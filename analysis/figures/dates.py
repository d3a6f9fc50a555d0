"""Days since the start of a run as dates."""

from __future__ import annotations

import datetime as dt

from sim.narrative.cast import short_date


def date_after(start: str, days: float) -> str:
    """Return the calendar day so many days after a date; both dates ISO 8601, parts of a day cut off."""
    return (dt.date.fromisoformat(start) + dt.timedelta(days=int(days))).isoformat()


def day_of_six(start: str, day: float) -> str:
    """Return a day below a figure of characters, six of them wide: its date, or its number where no date is known."""
    return short_date(date_after(start, day)) if start else f"{day:6.0f}"


def day_below(start: str, day: float) -> str:
    """Return a day below a drawn figure: its date, or else "day" with its number."""
    return short_date(date_after(start, day)).strip() if start else f"day {day:.0f}"
