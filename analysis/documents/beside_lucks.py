"""What other lucks make of the beginning of a run: a hundred of them, where they stand over time, where most lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from analysis.documents.document import Block, Picture, Prose, Section, Table
from analysis.documents.figure_tables import fan_table
from analysis.documents.happening import Counted, answer, happening
from analysis.documents.many_worlds import dots_picture
from analysis.estimates.word_shares import outcome_shares
from analysis.figures.figure import FanChart, ShareBars
from sim.narrative.amounts import inside
from sim.narrative.cast import Cast, capital

if TYPE_CHECKING:
    from sim.results.runs import Runs

FANS = (
    ("pressure", 1.0, "In half of all lucks {pressure} of {who} ends at {value} {points.plural} or less", ""),
    ("drawdown", 100.0, "In half of all lucks the {market} of {who} ends within {value}% of its peak", "%"),
)
"""Series that are shown as fans: name, factor, the finding for one side, and the sign after another side's number."""

AT = {"": "at", "%": "within"}

HELD = "A run that has ended stays in at its last value, so each day counts all lucks. Inner to outer: {shares}."


def lucks_sections(others: Runs) -> list[Section]:
    """The sections on other lucks in the report on a run.

    Parameters
    ----------
    others : Runs
        The same scenario under many other lucks, made with ``pictures=True``.
    """
    scenario = others.scenarios[0]
    counted = Counted.of(scenario, others.table(), "lucks")
    dots = dots_picture(outcome_shares(counted.done, counted.words), counted.words, "lucks")
    shown = [block for block in happening(counted)[0].blocks if not _is_bars(block)]
    return [
        Section("What other lucks make of it", (Prose(answer(counted)), dots, *shown)),
        Section("Where most lucks lie", tuple(fan_pictures(others))),
    ]


def _is_bars(block: Block) -> bool:
    """Whether a block is bars: what these say stands in the answer and in the table, and the page is short."""
    return isinstance(block, Picture) and isinstance(block.figure, ShareBars)


def fan_pictures(others: Runs) -> Iterator[Picture]:
    """Fans of pressure and of the markets, with the middle of all lucks on the last day as the finding."""
    scenario = others.scenarios[0]
    cast = Cast(scenario)
    for name, factor, finding, sign in FANS:
        series = {f"{side}.{name}": cast.country(side) for side in cast.sides}
        table = fan_table(others, list(series), factor)
        unit = cast.words["points"].plural if name == "pressure" else cast.fill("per cent below the {market}'s peak")
        shares = ", ".join(f"{share:.0%}" for share in sorted(table["share"].unique()))
        title = _title(table, series, cast.fill(finding, who="{who}", value="{value}"), sign)
        told = HELD.format(shares=f"{shares} of lucks")
        figure = FanChart(table, title, unit, series, scenario.start.isoformat())
        yield Picture(figure, told, Table.of("", table.assign(series=table["series"].map(series))))


def _title(table: pd.DataFrame, series: Mapping[str, str], finding: str, sign: str) -> str:
    """The median of each side on the last day."""
    last = table[table["day"] == table["day"].max()].drop_duplicates("series").set_index("series")["median"]
    (one, here), (other, there) = series.items()
    value = f"{float(last[one]) + 0.0:.0f}"
    text = finding.replace("{who}", inside(here)).replace("{value}", value)
    text = text.removesuffix(" or less") if value == "0" else text
    return capital(f"{text}, that of {inside(there)} {AT[sign]} {float(last[other]) + 0.0:.0f}{sign}")
