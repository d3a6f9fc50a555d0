"""How often each thing happens: bars with intervals, the numbers beside them."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import (
    BLUE,
    INK,
    ORANGE,
    OUTCOME_COLOURS,
    WIDE,
    Room,
    in_order,
    interval_marks,
    named_rows,
    rows,
    styled,
)

_NEEDED = ("title", "share", "low", "high", "runs")
_STEP = 54
_RANGE = ("format(datum.low, '.0%')", "' to '", "format(datum.high, '.0%')")


def share_bars(shares: pd.DataFrame, title: str, subtitle: str = "", room: Room = WIDE) -> Any:
    """One bar per row with its interval, in the order of the table.

    Parameters
    ----------
    shares : pandas.DataFrame
        From :func:`analysis.estimates.word_shares.outcome_shares`, ``who_asks_first`` or ``which_mediator``: ``title``,
        ``share``, ``low``, ``high``, ``runs``; outcome classes keep their own colours.
    title, subtitle : str
        What the figure answers, and of how many runs.
    """
    data = rows(shares, _NEEDED)
    order = in_order(shares, "title")
    classes = shares["outcome"].tolist() if "outcome" in shares else []
    palette = [OUTCOME_COLOURS.get(name, BLUE) for name in classes] or [BLUE] * len(order)
    said: list[Any] = ["title:N", alt.Tooltip("share:Q", format=".1%"), "runs:Q"]
    base = alt.Chart(data).encode(y=named_rows(order, "title", room), tooltip=said)
    bars = base.mark_bar(height=34).encode(
        x=alt.X("share:Q", title="share of runs", axis=alt.Axis(format=".0%"), scale=alt.Scale(domainMin=0)),
        color=alt.Color("title:N", scale=alt.Scale(domain=order, range=palette), legend=None),
    )
    told = " + ".join(["format(datum.share, '.0%')", "'  ('", *_RANGE, "')'"])
    words = (
        base.transform_calculate(words=told)
        .mark_text(align="left", dx=12, fontSize=16, color=INK)
        .encode(x="high:Q", text="words:N")
    )
    marks = interval_marks(base, "low", "high")
    chart = alt.layer(bars, *marks, words).properties(width=room.width, height=alt.Step(_STEP))
    return styled(chart, title, subtitle, room=room)


def signed_bars(changes: pd.DataFrame, title: str, unit: str, room: Room = WIDE) -> Any:
    """One bar per change with its interval, to either side of nothing, in the order of the table.

    Parameters
    ----------
    changes : pandas.DataFrame
        ``title``, ``value``, ``low`` and ``high``.
    title, unit : str
        What the figure answers, and the unit of the changes.
    """
    needed = ("title", "value", "low", "high")
    told: list[Any] = ["title:N", *(alt.Tooltip(f"{name}:Q", format="+.3~g") for name in needed[1:])]
    base = alt.Chart(rows(changes, needed)).encode(
        y=named_rows(in_order(changes, "title"), "title", room), tooltip=told
    )
    bars = base.mark_bar(height=30, color=BLUE).encode(x=alt.X("value:Q", title=unit))
    nothing = base.mark_rule(color=INK, strokeWidth=2).encode(x=alt.datum(0))
    chart = alt.layer(bars, *interval_marks(base, "low", "high"), nothing).properties(
        width=room.width, height=alt.Step(46)
    )
    return styled(chart, title, "Lines: intervals.", room=room)


def tornado(swings: pd.DataFrame, title: str, unit: str, room: Room = WIDE) -> Any:
    """What each input does on its own, from its low to its high setting; the widest swing on top.

    Parameters
    ----------
    swings : pandas.DataFrame
        ``input``, ``at_low`` and ``at_high`` (the measure there) and ``base`` (where nothing is changed).
    title, unit : str
        What the figure answers, and the measure's unit.
    """
    widest = (swings["at_high"] - swings["at_low"]).abs().sort_values(ascending=False).index
    table = swings.loc[widest]
    order = in_order(table, "input")
    long = table.melt(["input", "base"], ["at_low", "at_high"], "setting", "value")
    long["setting"] = long["setting"].map({"at_low": "input at its low end", "at_high": "input at its high end"})
    names = ["input at its low end", "input at its high end"]
    told: list[Any] = ["input:N", "setting:N", alt.Tooltip("value:Q", format=".3~g")]
    base = alt.Chart(rows(long, ("input", "base", "setting", "value"))).encode(tooltip=told)
    y = named_rows(order, "input", room)
    fill = alt.Color("setting:N", scale=alt.Scale(domain=names, range=["#9ECAE9", "#0B3C5D"]), title=None)
    bars = base.mark_bar(height=30, stroke=INK, strokeWidth=0.5).encode(
        x=alt.X("value:Q", title=unit, scale=alt.Scale(zero=False)), x2="base:Q", y=y, color=fill
    )
    middle = base.mark_rule(color=INK, strokeWidth=2).encode(x="base:Q")
    chart = alt.layer(bars, middle).properties(width=room.width, height=alt.Step(46))
    return styled(chart, title, "The line is where nothing is changed.", room=room)


def index_bars(indices: pd.DataFrame, title: str, luck_share: float | None = None, room: Room = WIDE) -> Any:
    """First-order and total Sobol' indices with intervals, one pair of bars per input, the largest total on top.

    Parameters
    ----------
    indices : pandas.DataFrame
        ``SobolResult.indices``.
    title : str
        What the figure answers.
    luck_share : float, optional
        Share of the variance of single runs that is luck, for the subtitle.
    """
    table = indices.sort_values("total", ascending=False)
    parts = [
        table[["input", kind, f"{kind}_low", f"{kind}_high"]]
        .set_axis(["input", "index", "low", "high"], axis=1)
        .assign(kind=words)
        for kind, words in (("first", "alone"), ("total", "with all its interactions"))
    ]
    luck = (
        "" if luck_share is None or pd.isna(luck_share) else f" Luck makes {luck_share:.0%} of single runs' variance."
    )
    return _grouped(pd.concat(parts), in_order(table, "input"), title, f"Lines: 95% intervals.{luck}", room)


def _grouped(long: pd.DataFrame, order: list[str], title: str, subtitle: str, room: Room) -> Any:
    kinds = in_order(long, "kind")
    told: list[Any] = [
        "input:N",
        "kind:N",
        *(alt.Tooltip(f"{name}:Q", format=".1%") for name in ("index", "low", "high")),
    ]
    base = alt.Chart(rows(long, ("input", "index", "low", "high", "kind"))).encode(
        y=named_rows(order, "input", room), yOffset=alt.YOffset("kind:N", sort=kinds), tooltip=told
    )
    fill = alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=["#0B3C5D", "#9ECAE9"]), title=None, sort=kinds)
    bars = base.mark_bar(stroke=INK, strokeWidth=0.5).encode(
        x=alt.X("index:Q", title="share of the variance of the mean response", axis=alt.Axis(format=".0%")), color=fill
    )
    chart = alt.layer(bars, *interval_marks(base, "low", "high")).properties(width=room.width, height=alt.Step(28))
    return styled(chart, title, subtitle, room=room)


def effect_bars(effects: pd.DataFrame, title: str, unit: str, room: Room = WIDE) -> Any:
    """Morris' mean size of effect with intervals, and the level that luck alone would reach.

    Parameters
    ----------
    effects : pandas.DataFrame
        ``MorrisResult.effects``.
    title, unit : str
        What the figure answers, and the measure's unit.
    """
    table = effects.sort_values("mu_star", ascending=False)
    needed = ("input", "mu_star", "mu_star_low", "mu_star_high", "luck_floor")
    told: list[Any] = ["input:N", *(alt.Tooltip(f"{name}:Q", format=".3~g") for name in needed[1:])]
    base = alt.Chart(rows(table, needed)).encode(y=named_rows(in_order(table, "input"), "input", room), tooltip=told)
    bars = base.mark_bar(height=30, color=BLUE).encode(x=alt.X("mu_star:Q", title=f"mean size of effect ({unit})"))
    marks = interval_marks(base, "mu_star_low", "mu_star_high")
    floor = base.mark_tick(color=ORANGE, thickness=6, size=44).encode(x="luck_floor:Q")
    chart = alt.layer(bars, floor, *marks).properties(width=room.width, height=alt.Step(46))
    return styled(chart, title, "Upright mark: what an input without any effect would show by luck.", room=room)
