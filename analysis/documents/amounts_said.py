"""Amounts of a measure in a sentence: with unit and interval, in digits that the interval leaves them."""

from __future__ import annotations

from analysis.estimates import Estimate, Kind, Measure
from analysis.figures.digits import MOST, decimals, written

Three = tuple[str, str, str]


def is_percentage(measure: Measure) -> bool:
    """Whether an amount of it is said in per cent: a share of runs, of a market or of an issue."""
    return measure.kind is Kind.share or measure.unit.startswith("share")


def places_of_all(measure: Measure, found: tuple[Estimate, ...]) -> int:
    """Decimals that suit several estimates side by side: none has more than its own interval leaves it."""
    scale = 100.0 if is_percentage(measure) else 1.0
    return min(decimals(scale * made.low, scale * made.high) for made in found)


def amount_said(measure: Measure, found: Estimate, places: int) -> str:
    """Return an estimate with unit and interval: ``95% (93% to 97%)``, ``41 days (38 to 44)``.

    Without an interval where none is known, or where all runs are alike and it would be a point.

    Parameters
    ----------
    measure : Measure
        What was estimated.
    found : Estimate
        In the measure's own unit.
    places : int
        Decimals.
    """
    value, low, high = numbers_said(measure, found, places)
    if is_percentage(measure):
        value, low, high = (f"{number}%" if number != "-" else number for number in (value, low, high))
    else:
        value = f"{value} {unit_said(measure)}"
    return value if "-" in (low, high) or found.width == 0 else f"{value} ({low} to {high})"


def numbers_said(measure: Measure, found: Estimate, places: int) -> Three:
    """Return the three numbers as they are written: per cent for shares."""
    scale = 100.0 if is_percentage(measure) else 1.0
    value, low, high = (written(scale * number, places) for number in found.numbers)
    return value, low, high


def unit_said(measure: Measure) -> str:
    """Return what an amount is counted in."""
    return {"days": "days", "acts": "times"}.get(measure.unit, measure.unit)


def difference_said(measure: Measure, sides: tuple[Estimate, Estimate], apart: Estimate, places: int) -> str:
    """Return first less second in a few words: ``45 (39 to 51) more in 100 runs``, ``19 days (14 to 24) less``.

    The value is that of the two as they are written, so that whoever subtracts them finds it.

    Parameters
    ----------
    measure : Measure
        What was estimated.
    sides : tuple of Estimate
        Both, as they stand beside the difference.
    apart : Estimate
        First less second.
    places : int
        Decimals.
    """
    sign = -1.0 if apart.value < 0 else 1.0
    ends = sorted(_number(measure, sign * end, places) for end in (apart.low, apart.high))
    shown = [_number(measure, side.value, places) for side in sides]
    size = written(abs(shown[0] - shown[1]), places)
    interval = f" ({written(ends[0], places)} to {written(ends[1], places)})"
    word = "more" if apart.value > 0 else "fewer" if measure.kind is Kind.share else "less"
    if measure.kind is Kind.share:
        return f"{size}{interval} {word} in 100 {runs_said(measure)}"
    unit = "%" if is_percentage(measure) else f" {unit_said(measure)}"
    return f"{size}{unit}{interval} {word}"


def size_said(measure: Measure, size: float, places: int) -> str:
    """Return the size of a difference: ``7 in 100 runs``, ``12 days``."""
    scale = 100.0 if is_percentage(measure) else 1.0
    while size > 0 and float(written(scale * size, places)) == 0 and places < MOST:
        places += 1
    number = written(scale * size, places)
    if measure.kind is Kind.share:
        return f"{number} in 100 {runs_said(measure)}"
    return f"{number}%" if is_percentage(measure) else f"{number} {unit_said(measure)}"


def runs_said(measure: Measure) -> str:
    """Return which runs a share is of: "runs", or "runs with contact"."""
    return measure.unit.removeprefix("share of ")


def _number(measure: Measure, number: float, places: int) -> float:
    """A number as it is written."""
    scale = 100.0 if is_percentage(measure) else 1.0
    text = written(scale * number, places)
    return float(text.replace(",", "")) if text != "-" else float("nan")
