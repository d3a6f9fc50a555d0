"""A run as one web page that needs nothing from outside: for a phone, for paper, with its charts drawn inline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from sim.narrative.cast import Cast, short_date
from sim.narrative.line_chart import Series, drawing
from sim.narrative.story import Chapter, tell
from sim.results.trajectory import Trajectory
from sim.version import __version__

EVENTS_TOLD = 40
COLOURS = ("var(--one)", "var(--two)")
"""One a side; the second line is dashed too, so that print and colour-blind readers tell them apart."""

STYLE = """
:root{color-scheme:light dark;--ink:#1c1c1c;--paper:#fff;--soft:#666;--rule:#ccc;--one:#b5422c;--two:#1f5fa8}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#161616;--soft:#aaa;--rule:#444;--one:#ff9d84;--two:#86b8f2}}
body{font:17px/1.5 Georgia,serif;color:var(--ink);background:var(--paper);max-width:42rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.2}h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--rule)}
dl{display:grid;grid-template-columns:4.2rem 1fr;gap:.25rem .6rem;margin:0}dt{color:var(--soft)}dd{margin:0}
.why,.rest,footer{color:var(--soft);font-size:.92rem}.outcome{font-size:1.1rem;font-weight:bold}
svg{width:100%;height:auto;font:12px sans-serif}figure{margin:1rem 0}figcaption{color:var(--soft);font-size:.92rem}
@media print{body{max-width:none;font-size:11pt}h2{break-after:avoid}dl,figure{break-inside:avoid}}
"""


def page(trajectory: Trajectory) -> str:
    """Return the whole page as HTML."""
    told = tell(trajectory, EVENTS_TOLD)
    outcome, *ending, disclaimer = told.ending
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f'<meta name="generator" content="climbdown {__version__}">',
        f"<title>{escape(told.title)}</title><style>{STYLE}</style></head><body>",
        f"<h1>{escape(told.title)}</h1>",
        f'<p class="outcome">{escape(outcome)}</p>',
        *(f"<p>{escape(text)}</p>" for text in (*ending, told.opening)),
        *_figures(trajectory),
        *(text for chapter in told.chapters for text in _chapter(chapter)),
        f"<footer><p>{escape(disclaimer)}</p><p>{escape(_made(trajectory))}</p></footer></body></html>\n",
    ]
    return "\n".join(parts)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"<h2>{escape(chapter.heading)}</h2><dl>"
    for entry in chapter.entries:
        why = f'<div class="why">{escape(entry.why)}</div>' if entry.why else ""
        yield f"<dt>{escape(short_date(entry.date))}</dt><dd>{escape(entry.text)}{why}</dd>"
    rest = f'<p class="rest">{escape(chapter.rest)}</p>' if chapter.rest else ""
    yield f"</dl>{rest}"


def _figures(trajectory: Trajectory) -> Iterator[str]:
    cast = Cast(trajectory.scenario)
    steps = trajectory.columns["steps"]
    what = "Tariffs, points" if cast.is_trade else "Pressure, points"
    wanted = ((what, "pressure", 1.0), ("Fall of the market from its peak, per cent", "drawdown", 100.0))
    for title, name, factor in wanted:
        series = [
            Series(cast.country(side), colour, [factor * value for value in steps[f"{side}.{name}"]])
            for side, colour in zip(cast.sides, COLOURS, strict=True)
        ]
        yield _figure(title, series, steps["date"], steps["truce"])


def _figure(title: str, series: Sequence[Series], dates: Sequence[str], truce: Sequence[int]) -> str:
    shaded = " Shaded: a truce is in force." if any(truce) else ""
    return f"<figure>{drawing(title, series, dates, truce)}<figcaption>{escape(title)}.{shaded}</figcaption></figure>"


def _made(trajectory: Trajectory) -> str:
    return (
        f"Made by climbdown {trajectory.version}: scenario {trajectory.scenario.name}, seed {trajectory.seed}, "
        f"run {trajectory.run}, parameters {trajectory.parameters}, order of moves {trajectory.order}."
    )
