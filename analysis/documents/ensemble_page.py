"""An ensemble as one web page that needs nothing from outside: pictures drawn inline, every number in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.documents.ensemble_lines import called, contact_sentence, percent
from analysis.documents.ensemble_marks import bars, curve
from analysis.estimates import OUTCOME_WORDS
from sim.narrative.cast import Cast
from sim.narrative.run_page import STYLE
from sim.version import __version__

if TYPE_CHECKING:
    from sim.scenario import Scenario

TABLE_STYLE = """
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:right;padding:.15rem .4rem}
th:first-child,td:first-child{text-align:left}th{color:var(--soft);font-weight:normal}
tr{border-bottom:1px solid var(--rule)}
"""
DISCLAIMER = "These are odds in a model's world under the scenario's assumptions, not a forecast."


def page(found: Mapping[str, Any], scenario: Scenario) -> str:
    """Return the whole page as HTML.

    Parameters
    ----------
    found : mapping
        The summary of :mod:`analysis.estimates.ensemble_summary` with the head that the command gives it.
    scenario : Scenario
        Where names come from.
    """
    cast = Cast(scenario)
    title = f"{scenario.title or scenario.name}: {found['runs']:,} runs"
    outcomes = {OUTCOME_WORDS[name]: share for name, share in found["outcomes"].items()}
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f'<meta name="generator" content="climbdown {__version__}">',
        f"<title>{escape(title)}</title><style>{STYLE}{TABLE_STYLE}</style></head><body><h1>{escape(title)}</h1>",
        *_shares("How it ends", outcomes),
        *_contact(found, scenario),
        *_shares("Who asks first, of runs with contact", called(found["first_contact"]["asked_by"], cast)),
        *_shares("Which mediator", called(found["mediators"], cast)),
        *_amounts(found, cast),
        *_settlements(found, cast),
        f"<footer><p>{DISCLAIMER}</p><p>{escape(_made(found))}</p></footer></body></html>\n",
    ]
    return "\n".join(parts)


def _shares(title: str, shares: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2>{escape(title)}</h2><figure>{bars(title, shares)}</figure>"
    rows = (
        (name, percent(s["share"]), percent(s["low"]), percent(s["high"]), f"{s['runs']:,}")
        for name, s in shares.items()
    )
    yield _table(("", "share", "95% from", "to", "runs"), rows)


def _contact(found: Mapping[str, Any], scenario: Scenario) -> Iterator[str]:
    title = "Runs that have had contact, by day (Kaplan-Meier, with its 95% band)"
    first = found["first_contact"]
    yield f"<h2>{title}</h2><figure>{curve(title, first['curve'], scenario.horizon_days)}</figure>"
    yield f"<p>{escape(contact_sentence(first, scenario))}</p>"


def _amounts(found: Mapping[str, Any], cast: Cast) -> Iterator[str]:
    what = "Highest tariffs, points" if cast.is_trade else "Highest pressure, points"
    for title, name, digits in (("Worst fall of the market", "trough", 3), (what, "peak_pressure", 1)):
        yield f"<h2>{title}</h2>"
        yield _table(*_spread({cast.country(side): row for side, row in found[name].items()}, digits))


def _settlements(found: Mapping[str, Any], cast: Cast) -> Iterator[str]:
    side = cast.country(found["settlements_go_to"])
    yield f"<h2>What deals give to {escape(side)}, share of each issue</h2>"
    if not found["outcomes"]["deal"]["runs"]:
        yield "<p>No run ended in a deal.</p>"
        return
    yield _table(*_spread({cast.issue(issue): row for issue, row in found["settlements"].items()}, 3))


def _spread(rows: Mapping[str, Mapping[str, Any]], digits: int) -> tuple[tuple[str, ...], Iterable[Iterable[str]]]:
    columns = ("mean", "low", "high", "p05", "median", "p95")
    heads = ("", "mean", "95% from", "to", "5% below", "median", "5% above")
    return heads, ((name, *(f"{row[column]:.{digits}f}" for column in columns)) for name, row in rows.items())


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _made(found: Mapping[str, Any]) -> str:
    part = f", stopped early of {found['asked']:,} asked" if found["partial"] else ""
    settings = f", with {', '.join(found['settings'])}" if found["settings"] else ""
    return (
        f"Made by climbdown {found['version']}: scenario {found['scenario']}{settings}, {found['runs']:,} runs{part}, "
        f"seed {found['seed']}, parameters {found['parameters']}, in {found['elapsed_s']:.1f} seconds."
    )
