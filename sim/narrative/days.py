"""Days and stretches of days as they stand in a sentence; the year is said only where it is not plain."""

from __future__ import annotations

from sim.narrative.cast import MONTHS


def spoken_day(iso: str, beside: str = "") -> str:
    """Return an ISO date without its year: ``4 May``; with it where `beside`, the date told before, has another."""
    year, month, day = iso.split("-")
    said = f"{int(day)} {MONTHS[int(month) - 1]}"
    return f"{said} {year}" if beside and beside[:4] != year else said


def spoken_stretch(first: str, last: str) -> str:
    """Return two dates as a stretch: ``4 to 9 May``, ``28 April to 3 May``."""
    if first == last:
        return spoken_day(first)
    start = str(int(first[8:])) if first[:7] == last[:7] else spoken_day(first)
    return f"{start} to {spoken_day(last, first)}"
