"""Which inputs of a study matter: shares of the variance, or sizes of effects, with what is only noise drawn hollow."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.named_lanes import Laid, intervals, laid_out, lane, names_of, nothing
from analysis.figures.style import BLUE, DARK, INK, LIGHT, ORANGE, PAPER, WIDE, Room, rows, styled
from analysis.figures.tooltips import Said, tooltips

_KINDS = {"first": "alone", "total": "with all its interactions"}
_FILLS = {"alone": DARK, "with all its interactions": LIGHT}
_BAR = 18
_LEGEND = 320
_HOLLOW = "Dashed, hollow: not told apart from nothing."


def index_bars(indices: pd.DataFrame, title: str, luck_share: float | None = None, room: Room = WIDE) -> Any:
    """First-order and total Sobol' indices with intervals, a pair of bars per input, the largest total on top.

    Parameters
    ----------
    indices : pandas.DataFrame
        ``SobolResult.indices``; ``first_is_noise`` and ``total_is_noise`` mark shares that are noise, and
        ``told_apart`` inputs that differ from nothing. Without these columns nothing is marked.
    title : str
        What the figure shows.
    luck_share : float, optional
        Share of the variance of single runs that is luck, for the subtitle.
    """
    table = indices.sort_values("total", ascending=False, kind="stable")
    rows(table, ("input", "first", "first_low", "first_high", "total", "total_low", "total_high"))
    parts = [_of_kind(table, kind) for kind in _KINDS]
    long = pd.concat(parts).sort_index(kind="stable")
    order = table["input"].tolist()
    long = long.sort_values("input", key=lambda names: names.map(order.index), kind="stable")
    luck = "" if luck_share is None or pd.isna(luck_share) else f"Luck makes {luck_share:.0%} of single runs' variance."
    return _drawn(long, (title, f"Lines: 95% intervals. {luck}", "share of the variance of the mean response"), room)


def _of_kind(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The bars of one kind of index: what is noise, and a total of an input that is not told apart, is hollow."""
    noise = table.get(f"{kind}_is_noise", False)
    quiet = ~table["told_apart"].astype(bool) if "told_apart" in table else False
    names = {"input": "input", kind: "value", f"{kind}_low": "low", f"{kind}_high": "high"}
    return table[list(names)].rename(columns=names).assign(kind=_KINDS[kind], quiet=noise | quiet, form=".1%")


def effect_bars(effects: pd.DataFrame, title: str, unit: str, room: Room = WIDE) -> Any:
    """Morris' mean size of effect with intervals, and the level that luck alone would reach; the largest on top.

    Parameters
    ----------
    effects : pandas.DataFrame
        ``MorrisResult.effects``; where ``told_apart`` says that an effect is no larger than luck's, it is hollow.
    title, unit : str
        What the figure shows, and the measure's unit.
    """
    needed = ("input", "mu_star", "mu_star_low", "mu_star_high", "luck_floor")
    rows(effects, needed)
    table = effects.sort_values("mu_star", ascending=False, kind="stable")
    named = table.rename(columns={"mu_star": "value", "mu_star_low": "low", "mu_star_high": "high"})
    quiet = ~table["told_apart"].astype(bool) if "told_apart" in table else False
    floor = "Upright mark: what an input without any effect would show by luck."
    shares = unit.startswith("share")
    long = named[["input", "value", "low", "high", "luck_floor"]].assign(
        kind="mean size of effect", quiet=quiet, form=".1%" if shares else ".3~g"
    )
    return _drawn(long, (title, f"Lines: 95% intervals. {floor}", f"mean size of effect ({unit})"), room)


def _drawn(long: pd.DataFrame, told: tuple[str, str, str], room: Room) -> Any:
    """Bars from one common zero at the left, both ends of every interval in sight."""
    title, subtitle, axis = told
    laid = laid_out(long, "input", room)
    data = rows(laid.table, ("input", "value", "low", "high", "kind"))
    form = long["form"].iloc[0]
    base = tooltips(alt.Chart(data), {"input": "input", "kind": "what"}, Said("value", "estimate", form)).encode(
        y=lane(laid)
    )
    style: dict[str, Any] = {"format": ".0%"} if form.endswith("%") else {}
    x = alt.X(
        "value:Q",
        title=wrapped(axis, room.text, laid.width),
        axis=alt.Axis(tickCount=4 if room.is_narrow else 7, **style),
    )
    layers = [*_bars(base, laid, x), nothing(INK), *_floor(base, long), *intervals(base), names_of(laid, room)]
    below = f"{subtitle.strip()} {_HOLLOW if long['quiet'].any() else ''}".strip()
    chart = alt.layer(*layers, width=laid.width, height=laid.height)
    return styled(chart, title, below, room=room)


def _bars(base: Any, laid: Laid, x: alt.X) -> list[Any]:
    kinds = [kind for kind in (*_FILLS, *laid.table["kind"]) if kind in set(laid.table["kind"])]
    kinds = list(dict.fromkeys(kinds))
    legend = alt.Legend(labelLimit=_LEGEND) if len(kinds) > 1 else None
    fill = alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[_FILLS.get(kind, BLUE) for kind in kinds]),
                     title=None, sort=kinds, legend=legend)  # fmt: skip
    told = base.transform_filter("!datum.quiet").mark_bar(orient="horizontal", size=_BAR, stroke=INK, strokeWidth=0.5)
    quiet = base.transform_filter("datum.quiet").mark_bar(
        orient="horizontal", size=_BAR, fill=PAPER, fillOpacity=0, stroke=INK, strokeWidth=1, strokeDash=[4, 3]
    )
    return [told.encode(x=x, color=fill), quiet.encode(x=x)]


def _floor(base: Any, long: pd.DataFrame) -> list[Any]:
    if "luck_floor" not in long:
        return []
    return [
        base.mark_tick(color=ORANGE, opacity=1, thickness=6, size=_BAR + 6, orient="vertical").encode(
            x=alt.X("luck_floor:Q")
        )
    ]
