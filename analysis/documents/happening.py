"""What comes of many runs: how they end, who asks first, through whom, how soon; of a study or a scenario."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.documents.document import Block, Picture, Section, Table
from analysis.documents.figure_tables import done, lines
from analysis.documents.wording import listed, percent, sentence, with_interval
from analysis.estimates.catalogue import outcome_endings
from analysis.estimates.measure_estimates import measure_estimates
from analysis.estimates.time_curves import time_curves
from analysis.estimates.word_shares import outcome_shares, which_mediator, who_asks_first
from analysis.figures.figure import ShareBars, TimeToContact
from sim.narrative.case_words import PLAIN, CaseWords

ALL = 0.9995
"""Lower end of an interval from which on a share is told as all."""

ENOUGH = 0.01
"""Share of runs below which an outcome is left to the table."""


class Counted(NamedTuple):
    """A table of runs, what to call them, what readers call the actors, and the words of the case."""

    rows: pd.DataFrame
    what: str
    names: Mapping[str, str]
    words: CaseWords = PLAIN

    @property
    def done(self) -> pd.DataFrame:
        """Rows whose run came to its end."""
        return done(self.rows)


def answer(counted: Counted) -> tuple[str, ...]:
    """How it ends and how soon there is contact, in two or three sentences with their intervals."""
    return tuple(filter(None, [_endings(counted), _contact(counted), _askers(counted)]))


def happening(counted: Counted) -> list[Section]:
    """How the runs end, who asks first and through whom."""
    rows = counted.done
    blocks: list[Block] = []
    if "outcome" in rows:
        told = _endings(counted)
        blocks.append(
            _bars(outcome_shares(rows, counted.words), "Where does it stand in the end?", _subtitle(counted), told)
        )
    for title, table in (
        ("Whose asking leads to the first contact?", who_asks_first),
        (counted.words.fill("Who holds the {talks}?"), which_mediator),
    ):
        found = _titled(_table(table, rows), counted.names)
        if len(found):
            blocks.append(_bars(found, title, _subtitle(counted), _leading(found)))
    return [Section("How it ends, and who asks", (*blocks, measure_sheet(rows, counted.words))), *_soon(counted)]


def measure_sheet(rows: pd.DataFrame, words: CaseWords = PLAIN) -> Table:
    """Every measure with its interval."""
    found = measure_estimates(rows, words=words)
    told = [with_interval(row["kind"], row["estimate"], row["low"], row["high"]) for row in lines(found)]
    table = pd.DataFrame({"measure": found["title"], "estimate (95% interval)": told, "unit": _units(found)})
    table["runs with an answer"] = [f"{runs:,}" for runs in found["runs"]]
    return Table.of("Every measure, with its 95% interval", table)


def _units(found: pd.DataFrame) -> list[str]:
    kinds = {"days": "days (median)", "amount": "mean, {}", "share": "{}"}
    return [kinds[row["kind"]].format(row["unit"]) for row in lines(found)]


def _endings(counted: Counted) -> str:
    rows, what, endings = counted.done, counted.what, outcome_endings(counted.words)
    if "outcome" not in rows:
        return f"{len(rows):,} {what} were counted; how they end was not kept."
    shares = lines(outcome_shares(rows).sort_values("share", ascending=False, kind="stable"))
    seen = [row for row in shares if row["share"] >= ENOUGH]
    told = [f"{_share(row)} end {endings[row['outcome']]}" for row in seen]
    return sentence(f"Of {len(rows):,} {what} {listed(told)}")


def _share(row: Mapping[str, Any]) -> str:
    return with_interval("share", row.get("share", row.get("estimate")), row["low"], row["high"])


def _contact(counted: Counted) -> str:
    rows = counted.done
    found = {row["measure"]: row for row in lines(measure_estimates(rows))}
    if not {"contact", "first_contact_days"} <= set(found):
        return ""
    contact, median = found["contact"], found["first_contact_days"]["estimate"]
    before = "all runs" if contact["low"] >= ALL else f"{_share(contact)} of runs"
    text = f"The {counted.words['leader'].plural} are in contact before the end in {before}"
    return sentence(text if math.isinf(median) else f"{text}; half of all runs are by day {median:.0f}")


def _askers(counted: Counted) -> str:
    found = _titled(_table(who_asks_first, counted.done), counted.names)
    return _leading(found, "Whose asking leads to the first contact: most often") if len(found) else ""


def _leading(shares: pd.DataFrame, opening: str = "Most often") -> str:
    """The leading row of a table of shares, and the next one."""
    ranked = lines(shares.sort_values("share", ascending=False, kind="stable").head(2))
    told = [f"{row['title']} ({percent(row['share'])})" for row in ranked if row["share"] >= ENOUGH]
    return sentence(f"{opening} {', then '.join(told)}") if told else ""


def _bars(shares: pd.DataFrame, title: str, subtitle: str, told: str) -> Picture:
    return Picture(
        ShareBars(shares, title, subtitle),
        told,
        Table.of("", shares[["title", "runs", "share", "low", "high", "lucks"]]),
    )


def _titled(shares: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """A table of shares with readers' names, without rows that never occur."""
    kept = shares[shares["runs"] > 0] if len(shares) else shares
    return kept.assign(title=[names.get(name, name) for name in kept["title"]]).reset_index(drop=True)


def _table(make: Callable[[pd.DataFrame], pd.DataFrame], rows: pd.DataFrame) -> pd.DataFrame:
    """A table of shares; empty where no run asks the question."""
    needed = ("first_contact_asked_by", "first_contact_day") if make is who_asks_first else ("mediator",)
    if not set(needed) <= set(rows) or (rows[needed[0]].isna() | rows[needed[0]].eq("")).all():
        return pd.DataFrame(columns=["title", "runs", "share", "low", "high", "lucks"])
    return make(rows)


def _soon(counted: Counted) -> list[Section]:
    rows = counted.done
    if "first_contact_day" not in rows:
        return []
    curves = time_curves(rows, "first_contact_day")
    told = f"Share of runs in contact by each day. {_contact(counted)}"
    figure = TimeToContact(curves, counted.words.fill("How soon are the {leader.plural} in contact?"))
    return [Section("How soon", (Picture(figure, told, Table.of("", curves)),))]


def _subtitle(counted: Counted) -> str:
    return f"{len(counted.done):,} {counted.what}; lines are 95% intervals"
