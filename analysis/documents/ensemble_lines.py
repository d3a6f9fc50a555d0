"""An ensemble told on a terminal: bars, the curve of first contact, and what deals hold, in 80 columns."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.documents.measure_names import measure_labels
from analysis.documents.wording import with_interval
from analysis.estimates import OUTCOME_WORDS, Kind
from sim.narrative.cast import Cast, short_date, spoken_date
from sim.narrative.wrapping import WIDTH, wrapped

if TYPE_CHECKING:
    from sim.scenario import Scenario

LABEL, BAR = 26, 26
CURVE_ROWS = 6
EIGHTHS = " ▏▎▍▌▋▊▉█"
HEIGHTS = " ▁▂▃▄▅▆▇█"
MARKS_ON_CURVE = 4
"""Days at which the curve is also given in numbers."""


def told(found: Mapping[str, Any], scenario: Scenario, ascii_only: bool = False) -> Iterator[str]:
    """Yield an ensemble as lines of at most 80 columns.

    Parameters
    ----------
    found : mapping
        What :func:`analysis.estimates.ensemble_summary.summary` returns, with ``runs``.
    scenario : Scenario
        Where names come from.
    ascii_only : bool
        Whether to do without block characters.
    """
    cast = Cast(scenario)
    outcomes = {OUTCOME_WORDS[name]: share for name, share in found["outcomes"].items()}
    yield from bars("How it ends", outcomes, ascii_only)
    yield ""
    yield from contact(found["first_contact"], scenario, ascii_only)
    yield ""
    yield from bars(
        "Who asks first (of runs with contact)", called(found["first_contact"]["asked_by"], cast), ascii_only
    )
    yield ""
    yield from bars("Which mediator (the last to host or to carry it)", called(found["mediators"], cast), ascii_only)
    yield ""
    yield from amounts(found, cast)
    yield ""
    yield from settlements(found, cast)
    yield ""
    yield from other_measures(found, scenario)


SHOWN_ABOVE = ("outcome_", "first_contact_days", "asks_first_", "mediator_", "trough_", "peak_pressure_", "settlement_")
"""Beginnings of the names of measures that have a part of their own."""


def other_measures(found: Mapping[str, Any], scenario: Scenario) -> Iterator[str]:
    """Yield every measure of the catalogue that has no part of its own, with its interval."""
    labels = measure_labels(scenario)
    yield f"{'Also measured':<38}estimate (95% interval)"
    for line in found["measures"]:
        if not line["measure"].startswith(SHOWN_ABOVE):
            yield f"  {labels[line['measure']]:<36.35}{measured(line)}"


def measured(line: Mapping[str, Any]) -> str:
    """A measure's estimate with its interval and what it is, as ``31% (29% to 33%)`` or ``day 41 (38 to 44)``."""
    told = with_interval(line["kind"], line["estimate"], line["low"], line["high"])
    if line["kind"] == Kind.share:
        return told
    return f"{told} {line['unit']}, mean" if line["kind"] == Kind.amount else _half(line)


def _half(line: Mapping[str, Any]) -> str:
    """The day by which half of the runs had got there."""
    if math.isinf(line["estimate"]):
        return "fewer than half of the runs"
    late = "never" if math.isinf(line["high"]) else f"{line['high']:g}"
    return f"half by day {line['estimate']:g} ({line['low']:g} to {late})"


def called(shares: Mapping[str, Any], cast: Cast) -> dict[str, Any]:
    """Shares by display name, those that never came up left out, the largest first."""
    names = {who: cast.country(who) if who in cast.sides else cast.anyone(who) for who in shares}
    names |= {"nobody": "nobody"} if "nobody" in names else {}
    told = {names[who]: share for who, share in shares.items() if share["runs"]}
    return dict(sorted(told.items(), key=lambda entry: -entry[1]["share"]))


def bars(title: str, shares: Mapping[str, Any], ascii_only: bool) -> Iterator[str]:
    """Yield a heading and a bar a share, with its 95% interval in numbers."""
    yield f"{title:<{LABEL + BAR + 3}}{'share':>7}  95% interval"
    for name, share in shares.items():
        bar = horizontal(share["share"], BAR, ascii_only)
        ends = f"{percent(share['low']):>6} to {percent(share['high'])}"
        yield f"  {name[: LABEL - 1]:<{LABEL}} {bar:<{BAR}}{percent(share['share']):>7} {ends}"
    if not shares:
        yield "  none"


def horizontal(share: float, width: int, ascii_only: bool) -> str:
    """Return a bar for a share, to an eighth of a character where the terminal has such characters."""
    if math.isnan(share):
        return ""
    if ascii_only:
        return "#" * round(share * width)
    whole, rest = divmod(round(share * width * 8), 8)
    return EIGHTHS[8] * whole + (EIGHTHS[rest] if rest else "")


def percent(share: float) -> str:
    """Return a share in per cent: more digits near the ends, where they matter."""
    if math.isnan(share):
        return "-"
    return f"{share:.2%}" if 0 < share < 0.00995 or 0.99 < share < 1 else f"{share:.1%}"


def contact(found: Mapping[str, Any], scenario: Scenario, ascii_only: bool) -> Iterator[str]:
    """Yield the curve of first contact: the share of runs that have had it by each day, and its band at some days."""
    inner = WIDTH - 9
    days = [(column + 1) * scenario.horizon_days / inner for column in range(inner)]
    curve = found["curve"]
    yield "Runs that have had contact, by day (Kaplan-Meier)"
    reached = [at(curve, "reached", day) for day in days]
    for row in range(CURVE_ROWS):
        label = {0: "100%", CURVE_ROWS - 1: "0%"}.get(row, "")
        yield f"{label:>7} |{_curve_row(reached, row, ascii_only)}".rstrip()
    ends = [_date(scenario, day) for day in (0.0, scenario.horizon_days / 2, float(scenario.horizon_days))]
    yield " " * 9 + f"{short_date(ends[0])}{short_date(ends[1]):^{inner - 12}}{short_date(ends[2])}"
    yield from wrapped(contact_sentence(found, scenario), first="  ")
    marked = [scenario.horizon_days * (k + 1) / MARKS_ON_CURVE for k in range(MARKS_ON_CURVE)]
    numbers = (f"day {day:.0f}: {_with_band(curve, day)}" for day in marked)
    yield from wrapped("; ".join(numbers) + ".", first="  ")


def _curve_row(reached: Sequence[float], row: int, ascii_only: bool) -> str:
    floor = CURVE_ROWS - 1 - row
    parts = [min(max(share * CURVE_ROWS - floor, 0.0), 1.0) for share in reached]
    return "".join(("#" if part >= 0.5 else " ") if ascii_only else HEIGHTS[round(part * 8)] for part in parts)


def at(curve: Mapping[str, Sequence[float]], column: str, day: float) -> float:
    """The value of a step curve on a day."""
    value = 0.0
    for when, level in zip(curve["day"], curve[column], strict=True):
        if when > day:
            break
        value = level
    return value


def _with_band(curve: Mapping[str, Sequence[float]], day: float) -> str:
    share, low, high = (percent(at(curve, column, day)) for column in ("reached", "low", "high"))
    return f"{share} ({low} to {high})"


def _date(scenario: Scenario, day: float) -> str:
    return (scenario.start + dt.timedelta(days=int(day))).isoformat()


def contact_sentence(found: Mapping[str, Any], scenario: Scenario) -> str:
    """Return by which day half of the runs had contact, and how many never had."""
    never = f"{percent(1 - found['share'])} had none in {scenario.horizon_days} days."
    if math.isinf(found["median_day"]):
        return f"Fewer than half of the runs had contact; {never}"
    day, low, high = (found[f"median_{name}"] for name in ("day", "low", "high"))
    late = "never" if math.isinf(high) else f"{high:g}"
    return (
        f"Half of the runs had contact by day {day:g} ({low:g} to {late}), {spoken_date(_date(scenario, day))}; {never}"
    )


def amounts(found: Mapping[str, Any], cast: Cast) -> Iterator[str]:
    """Yield the fall of markets and the height of pressure: typical value, and the range of nine runs in ten."""
    yield f"{'':<36}{'median':>8}{'mean (95% interval)':>21}{'9 in 10':>13}"
    what = "Highest tariffs by" if cast.is_trade else "Highest pressure by"
    for title, name, show in (("Worst market fall,", "trough", _share), (what, "peak_pressure", _points)):
        for side in cast.sides:
            row = found[name][side]
            mean = f"{show(row['mean'])} ({show(row['low'])}-{show(row['high'])})"
            spread = f"{show(row['p05'])}-{show(row['p95'])}"
            yield f"  {title + ' ' + cast.country(side):<34.34}{show(row['median']):>8}{mean:>21} {spread:>12}"


def _share(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.1%}"


def _points(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.0f}"


def settlements(found: Mapping[str, Any], cast: Cast) -> Iterator[str]:
    """Yield what deals give to each side, issue by issue."""
    side = cast.country(found["settlements_go_to"])
    deals = found["outcomes"]["deal"]["runs"]
    if not deals:
        yield "No run ended in a deal."
        return
    yield (
        f"What deals give to {side} (share of each issue)"[:48].ljust(48)
        + f"{'mean (95% interval)':>20}{'9 in 10':>11}"
    )
    for issue, row in found["settlements"].items():
        mean = f"{_hundredth(row['mean'])} ({_hundredth(row['low'])}-{_hundredth(row['high'])})"
        spread = f"{_hundredth(row['p05'])}-{_hundredth(row['p95'])}"
        yield f"  {cast.issue(issue):<46.46}{mean:>20} {spread:>10}"


def _hundredth(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.2f}"


def heading(found: Mapping[str, Any], scenario: Scenario) -> Iterable[str]:
    """Lines that say what was run, how often, and how sure one can be of it."""
    many = f"{found['runs']:,} runs"
    if found["partial"]:
        many = f"stopped early: {found['runs']:,} of {found['asked']:,} runs"
    parts = [scenario.title or scenario.name, many, f"seed {found['seed']}", f"parameters {found['parameters']}"]
    return wrapped(f"{', '.join(parts)}, {found['elapsed_s']:.1f} s.")
