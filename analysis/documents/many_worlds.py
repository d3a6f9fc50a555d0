"""Pictures of many runs: where they stand over time, who asks first, a hundred of them, and which way they go."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.documents.document import Picture, Table
from analysis.documents.wording import listed, percent, sentence, with_interval
from analysis.estimates.catalogue import outcome_endings, outcome_verbs, outcome_words
from analysis.estimates.first_asks import BOTH, NOBODY
from analysis.estimates.hundreds import apportioned
from analysis.estimates.standings import band_names
from analysis.estimates.ways import CONTACT, TRUCE
from analysis.figures.dates import date_after
from analysis.figures.figure import TimeToContact
from analysis.figures.figures_of_runs import HundredDots, Standings, WaysTree
from sim.narrative.amounts import inside
from sim.narrative.case_words import PLAIN, CaseWords
from sim.narrative.cast import spoken_date

Row = Mapping[str, Any]

NAMED = 3
"""Endings that the title of a picture names."""

ENOUGH = 0.01
"""Share of runs below which no title speaks of an ending."""

SETTLED = ("deal", "truce", "blow_up")
"""Bands whose share on the last day is that of an outcome class, and that a title may speak of."""

MARKED_DAYS = 4
"""Days, evenly spread, on which a table repeats what the areas show."""

BANDS_TOLD = (
    "On each day every run is in one band. With {deal.a}, {truce.a} that holds or {blow_up}, it stands so from then on "
    "to the end. On the way: {truce.a} has been agreed that does not last or is agreed anew. In touch: the "
    "{leader.plural} have been in contact, or {envoy.plural} keep the two in touch. Asked: for {call.a} or {summit.a}, "
    "in vain so far. Percentages are those of the last day, with 95% intervals."
)


def standing_picture(shares: pd.DataFrame, words: CaseWords = PLAIN, start: str = "") -> Picture:
    """Where runs stand day by day.

    Parameters
    ----------
    shares : pandas.DataFrame
        From :func:`analysis.estimates.standings.standings`.
    words : CaseWords
        What things are called in the case.
    start : str
        Date of day 0 (ISO 8601); without one, days are numbered.
    """
    named = shares.assign(title=shares["state"].map(band_names(words)))
    last = named[named["day"] == named["day"].max()]
    ends, verbs = last[last["state"].isin(SETTLED)], outcome_verbs(words)
    most = ends.sort_values("share", ascending=False, kind="stable").to_dict(orient="records")[0]
    curve = named[named["state"] == most["state"]]
    half = float(curve.loc[curve["share"] >= most["share"] / 2, "day"].iloc[0])
    title = f"{_share(most)} of runs {verbs[str(most['state'])]}, half of these by {told_day(start, half)}"
    if most["share"] <= 0:
        title = words.fill("No run ends with {deal.a} or {truce.a}, or {blow_up}")
    figure = Standings(named, _headline(title), start)
    return Picture(figure, words.fill(BANDS_TOLD), _marked(named, start))


def _marked(named: pd.DataFrame, start: str) -> Table:
    """Where runs stand on some days, with intervals: a row per band, a column per day."""
    days = sorted(named["day"].unique())
    chosen = [days[round(place * (len(days) - 1) / MARKED_DAYS)] for place in range(1, MARKED_DAYS + 1)]
    columns: dict[str, Sequence[Any]] = {"where runs stand": list(dict.fromkeys(named["title"]))}
    for day in chosen:
        rows = named[named["day"] == day]
        columns[told_day(start, day)] = [_share(row) for row in rows.to_dict(orient="records")]
    return Table.of("", columns)


def asking_picture(
    shares: pd.DataFrame, names: Mapping[str, str], words: CaseWords = PLAIN, start: str = ""
) -> Picture:
    """Which side asks the other first, by when: shares that compete for every run.

    Parameters
    ----------
    shares : pandas.DataFrame
        From :func:`analysis.estimates.first_asks.first_asks`.
    names : mapping of str to str
        What readers call both sides, and ``both``.
    words, start
        As for :func:`standing_picture`.
    """
    last = shares[shares["day"] == shares["day"].max()].set_index("state")
    ever = [state for state in last.index if state != NOBODY and last.loc[state, "share"] > 0]
    asked = shares[shares["state"].isin(ever)]
    called = {state: names.get(state, "both at once" if state == BOTH else state) for state in ever}
    place = {state: min(number, 2) for number, state in enumerate(known for known in last.index if known != NOBODY)}
    curves = asked.assign(group=asked["state"].map(called), reached=asked["share"], place=asked["state"].map(place))
    order = sorted(ever, key=lambda state: -float(last.loc[state, "share"]))
    first = order[0]
    title = f"{inside(called[first])} asks first in {_share(last.loc[first].to_dict())} of runs"
    if first == BOTH:
        title = f"Both ask first at once in {_share(last.loc[first].to_dict())} of runs"
    told = words.fill(
        "Share of runs in which each {side} had been the first to ask the other for {call.a} or {summit.a}, with 95% "
        "bands. In {never} of runs nobody had asked by the end; that and the curves make up all runs.",
        never=_share(last.loc[NOBODY].to_dict()),
    )
    horizon = float(shares["day"].max())
    figure = TimeToContact(curves, _headline(title), "in which each has asked first", start, horizon)
    numbers = pd.DataFrame({"": [*called.values(), "nobody"], **_ends(last.loc[[*ever, NOBODY]])})
    return Picture(figure, told, Table.of("", numbers))


def dots_picture(shares: pd.DataFrame, words: CaseWords = PLAIN, what: str = "runs") -> Picture:
    """A hundred runs, a dot each, by how they end.

    Parameters
    ----------
    shares : pandas.DataFrame
        From :func:`analysis.estimates.word_shares.outcome_shares`.
    words : CaseWords
        What things are called in the case.
    what : str
        What the runs are called.
    """
    endings, called = outcome_endings(words), outcome_words(words)
    titles = [called[name] for name in shares["outcome"]]
    table = shares.assign(hundred=apportioned(shares["share"].tolist()), title=titles)
    ranked = table.sort_values("share", ascending=False, kind="stable").head(NAMED).to_dict(orient="records")
    named = [(row["hundred"], endings[row["outcome"]]) for row in ranked if row["share"] >= ENOUGH]
    said = listed([f"{count} {'' if place else 'end '}{how}" for place, (count, how) in enumerate(named)])
    told = f"One dot for each of a hundred {what}, rounded so that they sum to 100; beside them 95% intervals."
    figure = HundredDots(table, _headline(f"Of 100 {what}, {said}"))
    return Picture(figure, told, Table.of("", pd.DataFrame({"": titles, **_ends(table)})))


def ways_picture(branches: pd.DataFrame, words: CaseWords = PLAIN) -> Picture:
    """Which way runs go: contact, a truce, how it ends.

    Parameters
    ----------
    branches : pandas.DataFrame
        From :func:`analysis.estimates.ways.ways`.
    words : CaseWords
        What things are called in the case.
    """
    hundred = dict(zip(branches["branch"], branches["hundred"], strict=True))
    contact, truce = hundred.get(CONTACT, 0), hundred.get(f"{CONTACT}/{TRUCE}", 0)
    title = words.fill(
        "Of 100 runs {contact} see contact of the {leader.plural}, and {both} of these {truce.a} as well",
        contact=contact,
        both=truce,
    )
    told = (
        "Runs of a hundred: the lines to the right of a branch sum to it. Bars and 95% intervals are "
        "shares of all. Branches that less than about one in a hundred takes are left out."
    )
    numbers = {"way": [f"{'· ' * (row['depth'] - 1)}{row['title']}" for row in branches.to_dict(orient="records")]}
    return Picture(
        WaysTree(branches, _headline(title)),
        told,
        Table.of("", pd.DataFrame({**numbers, "of 100": branches["hundred"], **_ends(branches)})),
    )


def contact_title(median: Sequence[float], reached: float, words: CaseWords = PLAIN, start: str = "") -> str:
    """The finding of a curve of first contact: by which day half of the runs have it, or how few ever do.

    Parameters
    ----------
    median : sequence of float
        The day by which half of the runs are in contact and the ends of its interval; infinite where they never are.
    reached : float
        Share of runs with contact; what is without it is not told, since two rounded shares may not make up the whole.
    words, start
        As for :func:`standing_picture`.
    """
    leaders = words["leader"].plural
    if math.isinf(median[0]):
        return f"The {leaders} are in contact in no more than {percent(reached)} of runs"
    day, low, high = (told_day(start, end) for end in median)
    late = "never" if math.isinf(median[2]) else high
    between = "" if low == late == day else f" ({low} to {late})"
    return f"In half of the runs the {leaders} are in contact by {day}{between}"


def told_day(start: str, day: float) -> str:
    """A day as it is said in a sentence: its date, or its number where no date is known."""
    if math.isinf(day):
        return "never"
    return spoken_date(date_after(start, day)) if start else f"day {day:.0f}"


def _ends(table: pd.DataFrame) -> dict[str, list[Any]]:
    return {name: table[name].tolist() for name in ("runs", "share", "low", "high")}


def _share(row: Row) -> str:
    return with_interval("share", row["share"], row["low"], row["high"])


def _headline(text: str) -> str:
    return sentence(text).removesuffix(".")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
