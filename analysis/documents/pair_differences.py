"""A comparison over many lucks: what differs, by how much, how surely, and where pairs part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.documents.document import Note, Table
from analysis.estimates import OUTCOME_WORDS
from analysis.estimates.pairs import Parted
from sim.narrative.cast import Cast
from sim.scenario import Scenario

CLEAR = "*"
PART = 18
"""A country whose name is longer is left out of the names of issues."""
MILESTONES = {
    "first_contact_day": "first contact",
    "first_voice_day": "a call or meeting",
    "first_in_person_day": "the first meeting",
    "truce_day": "a truce",
    "deal_day": "a deal",
}


WORDS = {
    "contact": "Contact by the horizon",
    "mediated": "A mediator carried it",
    "ever_call": "Ever: a call",
    "ever_summit": "Ever: a meeting of the leaders",
    "ever_talks": "Ever: talks of envoys",
    "ever_truce": "Ever: a truce",
    "ever_blow_up": "Ever: a blow-up",
    "ever_withdrawal": "Ever: a meeting called off",
    "ever_breach": "Ever: a truce broken",
    "asks_first_both": "Asks first: both sides",
    "asks_first_mediator": "Asks first: a third party",
}
"""Short names of measures, for a line of a terminal."""


def label(name: str, scenario: Scenario) -> str:
    """Return the short name of a measure: those of sides, mediators and issues are built from the scenario's names."""
    cast = Cast(scenario)
    built = {f"outcome_{outcome}": f"Ends in: {word}" for outcome, word in OUTCOME_WORDS.items()}
    built |= {f"{time.removesuffix('_day')}_days": f"Days to {what}" for time, what in MILESTONES.items()}
    built |= {f"mediator_{key}": f"Mediator: {cast.mediator(key)}" for key in scenario.mediators}
    part = f"{cast.country(cast.sides[0])}'s part of"
    built |= {f"settlement_{key}": f"{part} {key}" if len(part) < PART else f"Part of {key}" for key in scenario.issues}
    for side in cast.sides:
        country = cast.country(side)
        built |= {f"asks_first_{side}": f"Asks first: {country}", f"trough_{side}": f"Worst market fall: {country}"}
        built |= {f"peak_pressure_{side}": f"Highest pressure: {country}"}
    return (WORDS | built).get(name, name)


def pair_blocks(
    found: pd.DataFrame, medians: Mapping[str, Mapping[str, Any]], scenario: Scenario
) -> Iterator[Table | Note]:
    """Yield the differences as tables; a star marks an interval without 0."""
    rows = tuple(_row(label(str(line.measure), scenario), line) for line in found.itertuples() if line.pairs)
    heads = ("", "A", "B", "B - A ", " 95% interval", "times")
    yield Table(heads, rows, layout=(-31, 8, 8, 10, -16, 6))
    yield Note(READING)
    if medians:
        yield _medians(medians)


READING = (
    "* the interval leaves 0 out. Shares are in per cent, falls of markets too. 'times': how many times as many runs "
    "of independent luck would be needed to know the difference as well."
)


def _row(name: str, line: Any) -> tuple[str, ...]:
    factor = 100.0 if line.unit.startswith("share") else 1.0
    numbers = [value * factor for value in (line.first, line.second, line.difference, line.low, line.high)]
    first, second, change, low, high = (_number(value) for value in numbers)
    sign = "+" if line.difference > 0 else ""
    clear = CLEAR if line.low > 0 or line.high < 0 else " "
    return name, first, second, f"{sign}{change}{clear}", f" {low} to {high}", ratio(line.variance_ratio)


def _number(value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:.1f}".replace("-0.0", "0.0") if abs(value) < 100 else f"{value:.0f}"


def ratio(value: float) -> str:
    """Return how many times the runs, or nothing where no pair differs."""
    if math.isnan(value):
        return "-"
    return "inf" if math.isinf(value) else f"{value:.1f}" if value < 1000 else ">999"


def _medians(medians: Mapping[str, Mapping[str, Any]]) -> Table:
    rows = tuple(
        (
            f"  {MILESTONES[name]}",
            f"{found['first']:.1f}",
            f"{found['second']:.1f}",
            f"{found['estimate']:+.1f}  {found['low']:.1f} to {found['high']:.1f}",
        )
        for name, found in medians.items()
    )
    return Table((), rows, "Half of the runs have got there by day (bootstrap over pairs)", layout=(-31, 8, 8, 26))


def parting_sentence(found: Parted, step: int | None) -> str:
    """Return where pairs part, and at which step a typical one does, in words."""
    if not found.share:
        return f"In none of {found.pairs:,} lucks does the change make a difference to what happens."
    return (
        f"Of {found.pairs:,} lucks followed event by event, the two settings part in {found.share:.0%}: half of those "
        f"by day {found.day_median:.0f}, eight in ten between day {found.day_low:.0f} and day "
        f"{found.day_high:.0f}. A typical pair, run {found.typical_run}, parts at step {step}:"
    )
