"""An ensemble as a document: where it stands, when contact comes, who asks and mediates, what it costs and brings."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.documents.document import PART, POINTS, SHARE, Document, Form, Picture, Quantity, Section, Table
from analysis.documents.many_worlds import (
    asking_picture,
    contact_title,
    dots_picture,
    standing_picture,
    told_day,
    ways_picture,
)
from analysis.documents.measure_names import actor_names, measure_labels
from analysis.estimates import Kind
from analysis.estimates.first_asks import NOBODY
from analysis.figures.characters import at_day, percent
from analysis.figures.digits import percents, rounded
from analysis.figures.figure import ShareBars, TimeToContact
from sim.narrative.case_words import words_of
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.wrapping import WIDTH, wrapped
from sim.vocabulary import milestones, outcomes

if TYPE_CHECKING:
    from sim.scenario import Scenario

MARKS_ON_CURVE = 4
"""Days at which the curve is also given in numbers."""

SHOWN_ABOVE = (
    "outcome_",
    "ever_",
    "first_contact_days",
    "asks_first_",
    "mediator_",
    "trough_",
    "peak_pressure_",
    "settlement_",
)
"""Beginnings of the names of measures that have a part of their own."""

CAVEAT = "These are odds in a model's world under the scenario's assumptions, not a forecast."

Shares = Mapping[str, Mapping[str, Any]]
"""By name: ``share``, ``low``, ``high``, ``runs``."""


def ensemble_document(found: Mapping[str, Any], scenario: Scenario, on_page: bool = False) -> Document:
    """Return an ensemble as a document.

    Parameters
    ----------
    found : mapping
        What :func:`analysis.estimates.ensemble_summary.summary` returns, with the head that the command gives it.
    scenario : Scenario
        Where names come from.
    on_page : bool
        Whether there is room for pictures that a terminal leaves out: who asks first by when, and which way runs go.
    """
    cast = Cast(scenario)
    ends = {cast.words[name].noun: share for name, share in found["outcomes"].items()}
    sections = (
        _worlds(found, cast),
        *(_pages(found, cast) if on_page else ()),
        _bars(milestones.HEADING, _on_the_way(found["ever"], cast)),
        _contact(found["first_contact"], scenario),
        _bars("Who asks first (of runs with contact)", called(found["first_contact"]["asked_by"], cast)),
        _bars(cast.fill("Who brings them together (the first to hold {talks})"), called(found["mediators"], cast)),
        Section(cast.fill("How far {market.plural} fall and {pressure} rises"), (_amounts(found, cast),)),
        _settlements(found, cast),
        _other_measures(found, scenario),
    )
    title = f"{scenario.title or scenario.name}: {found['runs']:,} runs"
    answer = (f"{_leading(ends)} {contact_sentence(found['first_contact'], scenario)}",)
    return Document("many runs", title, "", answer, sections, CAVEAT, _made(found))


def _worlds(found: Mapping[str, Any], cast: Cast) -> Section:
    """Where runs stand in the end, a hundred of them, and how they come to stand so over time."""
    start = cast.scenario.start.isoformat()
    shares = pd.DataFrame([{"outcome": name, **share} for name, share in found["outcomes"].items()])
    dots = dots_picture(shares, cast.words)
    finding = f"{outcomes.HEADING}: {dots.figure.title[:1].lower()}{dots.figure.title[1:]}"
    dots = Picture(dots.figure._replace(title=finding), dots.told)
    return Section(outcomes.HEADING, (dots, standing_picture(pd.DataFrame(found["standing"]), cast.words, start)))


def _pages(found: Mapping[str, Any], cast: Cast) -> Iterator[Section]:
    """Which way runs go, and which side asks first by when."""
    yield Section("Which way they go", (ways_picture(pd.DataFrame(found["ways"]), cast.words)._replace(numbers=None),))
    asks = pd.DataFrame(found["first_asks"])
    if (asks.loc[asks["state"] != NOBODY, "share"] > 0).any():
        names, start = actor_names(cast.scenario), cast.scenario.start.isoformat()
        yield Section("Who asks first", (asking_picture(asks, names, cast.words, start)._replace(numbers=None),))


def called(shares: Shares, cast: Cast) -> dict[str, Any]:
    """Shares by display name, those that never came up left out, the largest first."""
    names = {who: cast.anyone(who) for who in shares}
    names |= {"nobody": "nobody"} if "nobody" in names else {}
    told = {names[who]: share for who, share in shares.items() if share["runs"]}
    return dict(sorted(told.items(), key=lambda entry: -entry[1]["share"]))


def _on_the_way(ever: Shares, cast: Cast) -> Shares:
    """Shares by what happened, in a few words."""
    known = {row.word: cast.fill(row.phrase) for row in milestones.ROWS}
    return {known[name]: share for name, share in ever.items()}


def _leading(outcomes: Shares) -> str:
    """Return the most frequent outcome as a sentence."""
    name, share = max(outcomes.items(), key=lambda entry: entry[1]["share"])
    told, low, high = percents(share["share"], share["low"], share["high"])
    return f"Most often it ends in: {name}, {told} of runs ({low} to {high})."


def _bars(title: str, shares: Shares) -> Section:
    """Return shares as bars, with their intervals and counts in a table."""
    columns = {"title": list(shares)} | {
        name: [share[name] for share in shares.values()] for name in ("share", "low", "high", "runs")
    }
    rows = tuple(
        (name, *(percent(share[end]) for end in ("share", "low", "high")), f"{share['runs']:,}")
        for name, share in shares.items()
    )
    numbers = Table(("", "share", "95% from", "to", "runs"), rows, empty="None.")
    return Section(title, (Picture(ShareBars(columns, title), numbers=numbers),))


def _contact(found: Mapping[str, Any], scenario: Scenario) -> Section:
    """Return the curve of first contact, what it says in a sentence, and its band at some days."""
    horizon, start = float(scenario.horizon_days), scenario.start.isoformat()
    median = [found[f"median_{end}"] for end in ("day", "low", "high")]
    title = contact_title(median, found["share"], words_of(scenario), start)
    curve = found["curve"]
    columns = {"group": [""] * len(curve["day"]), **curve}
    figure = TimeToContact(columns, title, start=start, horizon=horizon)
    marked = [horizon * (k + 1) / MARKS_ON_CURVE for k in range(MARKS_ON_CURVE)]
    numbers = "; ".join(f"{told_day(start, day)}: {_with_band(figure, day)}" for day in marked)
    heading = "Runs that have had contact, by day (Kaplan-Meier)"
    return Section(heading, (Picture(figure, f"{heading}. {contact_sentence(found, scenario)}\n{numbers}."),))


def _with_band(figure: TimeToContact, day: float) -> str:
    share, low, high = percents(*(at_day(figure, column, day) for column in ("reached", "low", "high")))
    return f"{share} ({low} to {high})"


def contact_sentence(found: Mapping[str, Any], scenario: Scenario) -> str:
    """Return by which day half of the runs had contact, and how many never had."""
    share, _, _ = percents(1 - found["share"], 1 - found["high"], 1 - found["low"])
    never = f"{share} had none in {scenario.horizon_days} days."
    if math.isinf(found["median_day"]):
        return f"Fewer than half of the runs had contact; {never}"
    day, low, high = (found[f"median_{name}"] for name in ("day", "low", "high"))
    late = "never" if math.isinf(high) else f"{high:g}"
    date = (scenario.start + dt.timedelta(days=int(day))).isoformat()
    return f"Half of the runs had contact by day {day:g} ({low:g} to {late}), {spoken_date(date)}; {never}"


def _amounts(found: Mapping[str, Any], cast: Cast) -> Table:
    """Return the fall of markets and the height of pressure: typical value, and the range of nine runs in ten."""
    what = cast.fill("Highest {pressure} by")
    rows = []
    for title, name, form in ((cast.fill("Worst {market} fall,"), "trough", SHARE), (what, "peak_pressure", POINTS)):
        for side in cast.sides:
            row = found[name][side]
            label = f"  {title} {cast.country(side)}"
            rows.append((label, Quantity(form, row["median"]), *_mean_and_spread(row, form)))
    heads = ("", "median", "mean (95% interval)", "9 in 10")
    return Table(heads, tuple(rows), layout=(-36, 8, 21, 13))


def _mean_and_spread(row: Mapping[str, float], form: Form) -> Iterator[Quantity]:
    yield Quantity(form, row["mean"], row["low"], row["high"])
    yield Quantity(form, None, row["p05"], row["p95"])


def _settlements(found: Mapping[str, Any], cast: Cast) -> Section:
    """Return what deals give to each side, issue by issue."""
    to = cast.country(found["settlements_go_to"])
    heading = cast.fill("What {deal.plural} give to {who} (share of each {issue})", who=to)
    deals = found["outcomes"]["deal"]["runs"]
    rows = tuple(
        (f"  {cast.issue(issue)}", *_mean_and_spread(row, PART)) for issue, row in found["settlements"].items()
    )
    heads = (heading, "mean (95% interval)", "9 in 10")
    table = Table(heads, rows if deals else (), layout=(-48, 20, 11), empty=cast.fill("No run ended in {deal.a}."))
    return Section(heading, (table,))


def _other_measures(found: Mapping[str, Any], scenario: Scenario) -> Section:
    """Return every measure of the catalogue that has no part of its own, with its interval."""
    labels = measure_labels(scenario)
    rows = tuple(
        (f"  {labels[line['measure']]}", f" {_measured(line)}")
        for line in found["measures"]
        if not line["measure"].startswith(SHOWN_ABOVE)
    )
    table = Table(("Also measured", " estimate (95% interval)"), rows, names=2, layout=(-37, -43))
    return Section("Also measured", (table,))


def _measured(line: Mapping[str, Any]) -> str:
    """A measure's estimate with its interval and what it is, as ``31% (29% to 33%)`` or ``day 41 (38 to 44)``."""
    if line["kind"] == Kind.days:
        return _half(line)
    numbers = line["estimate"], line["low"], line["high"]
    told, low, high = percents(*numbers) if line["kind"] == Kind.share else rounded(*numbers)
    unit = "" if line["kind"] == Kind.share else f" {line['unit']}, mean"
    return f"{told} ({low} to {high}){unit}"


def _half(line: Mapping[str, Any]) -> str:
    """The day by which half of the runs had got there."""
    if math.isinf(line["estimate"]):
        return "fewer than half of the runs"
    late = "never" if math.isinf(line["high"]) else f"{line['high']:g}"
    return f"half by day {line['estimate']:g} ({line['low']:g} to {late})"


def heading(found: Mapping[str, Any], scenario: Scenario, width: int = WIDTH) -> list[str]:
    """Lines that say what was run, how often, and how sure one can be of it."""
    many = f"{found['runs']:,} runs"
    if found["partial"]:
        many = f"stopped early: {found['runs']:,} of {found['asked']:,} runs"
    parts = [scenario.title or scenario.name, many, f"seed {found['seed']}", f"parameters {found['parameters']}"]
    return wrapped(f"{', '.join(parts)}, {found['elapsed_s']:.1f} s.", width=width)


def _made(found: Mapping[str, Any]) -> str:
    part = f", stopped early of {found['asked']:,} asked" if found["partial"] else ""
    settings = f", with {', '.join(found['settings'])}" if found["settings"] else ""
    return (
        f"Made by climbdown {found['version']}: scenario {found['scenario']}{settings}, {found['runs']:,} runs{part}, "
        f"seed {found['seed']}, parameters {found['parameters']}, in {found['elapsed_s']:.1f} seconds."
    )
