"""What comes of many runs: how they end, who asks first, through whom, how soon; of a study or a scenario."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.documents.document import Block, Picture, Section, Table, records
from analysis.documents.figure_tables import done
from analysis.documents.many_worlds import asking_picture, contact_title, standing_picture, told_day
from analysis.documents.measure_names import actor_names, measure_labels
from analysis.documents.wording import listed, percent, sentence, with_interval
from analysis.estimates import sides
from analysis.estimates.catalogue import outcome_verbs
from analysis.estimates.first_asks import first_asks, tells_first_asks
from analysis.estimates.measure_estimates import measure_estimates
from analysis.estimates.standings import opens_in, standings, tells_standings
from analysis.estimates.time_curves import time_curves
from analysis.estimates.word_shares import outcome_shares, which_mediator, who_asks_first
from analysis.figures.figure import ShareBars, TimeToContact
from sim.narrative.case_words import PLAIN, CaseWords, words_of

if TYPE_CHECKING:
    from sim.scenario import Scenario

ALL = 0.9995
"""Lower end of an interval from which on a share is told as all."""

HOSTS = "Which {host} was the first to bring the two together; each run counts once."
ASKERS = "Of the runs in which the {leader.plural} come into contact: who had asked for it."

SELDOM = 0.05
"""Share of runs in which somebody asks below which whose asking leads to contact is shown instead."""

ENDS = ("estimate", "low", "high")

ENOUGH = 0.01
"""Share of runs below which an outcome is left to the table."""


class Counted(NamedTuple):
    """A table of runs, what to call them, what readers call the actors, and the words of the case.

    ``start`` is the date of day 0 (ISO 8601) where days are to be told as dates, ``opens`` the band that all runs
    begin in (:func:`analysis.estimates.standings.opens_in`), and ``labels`` what readers call the measures.
    """

    rows: pd.DataFrame
    what: str
    names: Mapping[str, str]
    words: CaseWords = PLAIN
    start: str = ""
    opens: str = "nothing"
    labels: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def of(cls, scenario: Scenario, rows: pd.DataFrame, what: str = "runs") -> Counted:
        """Runs of a scenario or of its variants, with its names, words and first day."""
        names, words = actor_names(scenario), words_of(scenario)
        start, opens = scenario.start.isoformat(), opens_in(scenario)
        return cls(rows, what, names, words, start, opens, measure_labels(scenario))

    @property
    def done(self) -> pd.DataFrame:
        """Rows whose run came to its end."""
        return done(self.rows)


def answer(counted: Counted) -> tuple[str, ...]:
    """How it ends and how soon there is contact, in two or three sentences with their intervals."""
    return tuple(filter(None, [_endings(counted), _contact(counted), _askers(counted)]))


def happening(counted: Counted) -> list[Section]:
    """Where the runs stand over time, which side asks first, through whom, and how soon there is contact."""
    rows = counted.done
    blocks: list[Block] = [*_standing(counted), *_asking(counted)]
    found = _titled(_table(which_mediator, rows), counted.names)
    if len(found):
        title = f"{_leads(found, 'Who holds the {talks}:', counted.words)} of runs"
        blocks.append(_bars(found, title, _subtitle(counted), counted.words.fill(HOSTS)))
    return [
        Section("How it ends, and who asks", (*blocks, measure_sheet(rows, counted.words, counted.labels))),
        *_soon(counted),
    ]


def _standing(counted: Counted) -> Iterator[Block]:
    """Where runs stand over time; where a table does not keep that, how they end."""
    rows, words = counted.done, counted.words
    if tells_standings(rows):
        yield standing_picture(standings(rows, counted.opens), words, counted.start)
    elif "outcome" in rows:
        shares = outcome_shares(rows, words)
        top = _largest(shares)
        title = sentence(f"{_share(top)} of runs {outcome_verbs(words)[top['outcome']]}").removesuffix(".")
        yield _bars(shares, title, _subtitle(counted), _endings(counted))


def _largest(shares: pd.DataFrame) -> dict[str, Any]:
    return records(shares.sort_values("share", ascending=False, kind="stable").head(1))[0]


def _asking(counted: Counted) -> Iterator[Block]:
    """Which side asks first; where hardly a run has somebody ask, whose asking leads to the first contact."""
    rows, known = counted.done, tuple(sides(counted.rows))
    if len(known) == 2 and tells_first_asks(rows) and rows["first_ask_day"].notna().mean() >= SELDOM:
        yield asking_picture(first_asks(rows, (known[0], known[1])), counted.names, counted.words, counted.start)
        return
    found = _titled(_table(who_asks_first, rows), counted.names)
    if len(found):
        title = f"{_leads(found, 'The first contact comes at the asking of', counted.words)} of runs with contact"
        yield _bars(found, title, _subtitle(counted), counted.words.fill(ASKERS))


def _leads(found: pd.DataFrame, opening: str, words: CaseWords) -> str:
    """The finding of a table of shares: its largest, with its interval."""
    top = _largest(found)
    return f"{words.fill(opening)} {top['title']} in {_share(top)}"


def measure_sheet(
    rows: pd.DataFrame, words: CaseWords = PLAIN, labels: Mapping[str, str] = MappingProxyType({})
) -> Table:
    """Every measure with its interval; one without a label of its own is called by its title."""
    found = measure_estimates(rows, words=words)
    told = [with_interval(row["kind"], row["estimate"], row["low"], row["high"]) for row in records(found)]
    called = [labels.get(row["measure"], row["title"]) for row in records(found)]
    table = pd.DataFrame({"measure": called, "estimate (95% interval)": told, "unit": _units(found)})
    table["runs with an answer"] = [f"{runs:,}" for runs in found["runs"]]
    return Table.of("Every measure, with its 95% interval", table)


def _units(found: pd.DataFrame) -> list[str]:
    kinds = {"days": "days (median)", "amount": "mean, {}", "share": "{}"}
    return [kinds[row["kind"]].format(row["unit"]) for row in records(found)]


def _endings(counted: Counted) -> str:
    rows, what, verbs = counted.done, counted.what, outcome_verbs(counted.words)
    if "outcome" not in rows:
        return f"{len(rows):,} {what} were counted; how they end was not kept."
    shares = records(outcome_shares(rows).sort_values("share", ascending=False, kind="stable"))
    seen = [row for row in shares if row["share"] >= ENOUGH]
    told = [f"{_share(row)} {verbs[row['outcome']]}" for row in seen]
    return sentence(f"Of {len(rows):,} {what} {listed(told)}")


def _share(row: Mapping[str, Any]) -> str:
    return with_interval("share", row.get("share", row.get("estimate")), row["low"], row["high"])


def _contact(counted: Counted) -> str:
    rows = counted.done
    found = {row["measure"]: row for row in records(measure_estimates(rows))}
    if not {"contact", "first_contact_days"} <= set(found):
        return ""
    contact, median = found["contact"], found["first_contact_days"]["estimate"]
    before = "all runs" if contact["low"] >= ALL else f"{_share(contact)} of runs"
    text = f"The {counted.words['leader'].plural} are in contact before the end in {before}"
    half = f"{text}; half of all runs are by {told_day(counted.start, median)}"
    return sentence(text if math.isinf(median) else half)


def _askers(counted: Counted) -> str:
    found = _titled(_table(who_asks_first, counted.done), counted.names)
    return _leading(found, "Whose asking leads to the first contact: most often") if len(found) else ""


def _leading(shares: pd.DataFrame, opening: str = "Most often") -> str:
    """The leading row of a table of shares, and the next one."""
    ranked = records(shares.sort_values("share", ascending=False, kind="stable").head(2))
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
    curves, words = time_curves(rows, "first_contact_day"), counted.words
    found = {row["measure"]: row for row in records(measure_estimates(rows))}
    half, contact = found["first_contact_days"], found["contact"]
    title = contact_title([half[end] for end in ENDS], contact["estimate"], words, counted.start)
    told = words.fill(
        "Share of runs in which the {leader.plural} have been in contact by each day, with a 95% band; in {share} they "
        "are before the end. Runs that end without it count to their last day (Kaplan-Meier).",
        share=with_interval("share", *(curves[name].iloc[-1] for name in ("reached", "low", "high"))),
    )
    figure = TimeToContact(curves, title, start=counted.start)
    return [Section("How soon", (Picture(figure, told, Table.of("", curves)),))]


def _subtitle(counted: Counted) -> str:
    return f"{len(counted.done):,} {counted.what}; lines are 95% intervals"
