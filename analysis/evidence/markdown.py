"""Tables and blocks of Markdown, and how they get into a page between their markers."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence

from analysis.estimates import Estimate


class MarkerError(ValueError):
    """A page lacks the markers between which a block belongs."""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def prose(text: str) -> list[str]:
    """A paragraph as lines that fit a screen."""
    return textwrap.wrap(text, 118)


def percent(value: float, digits: int = 0) -> str:
    """A share as a percentage."""
    return "never" if math.isnan(value) else f"{value:.{digits}%}"


def percents(interval: Estimate) -> str:
    """A share with its interval, in percent."""
    return f"{percent(interval.value)} [{percent(interval.low)}, {percent(interval.high)}]"


def points(interval: Estimate) -> str:
    """A difference of shares with its interval, in percentage points, signed."""
    low, middle, high = (f"{100 * value:+.0f}" for value in (interval.low, interval.value, interval.high))
    return f"{middle} [{low}, {high}]"


def days(value: float) -> str:
    """A number of days; over half of the runs may never get there."""
    return f"{value:.0f}" if math.isfinite(value) else "never"


def between(page: str, name: str, block: Sequence[str]) -> str:
    """The page with the lines between ``<!-- name:start -->`` and ``<!-- name:end -->`` replaced by a block.

    Raises
    ------
    MarkerError
        When the page lacks one of the two markers.
    """
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    before, found, rest = page.partition(start)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise MarkerError(f"the page lacks {start} ... {end}")
    return f"{before}{start}\n{chr(10).join(block)}\n{end}{after}"
