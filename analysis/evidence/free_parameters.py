"""The tables of free parameters in ``docs/odd.md``: every weight with its range and origin, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.evidence.markdown import days, percent, prose, table
from analysis.evidence.signs import CHANCES, EFFECTS, LEVEL, SURE, Swing
from sim.scenario.weights import WEIGHTS, Weight


def parameter_table() -> list[str]:
    """One line per weight: name, meaning, default, range, unit, origin, and what helped to choose it."""
    heads = ("weight", "meaning", "default", "range", "unit", "origin", "chosen by looking at")
    return table(heads, map(_row, WEIGHTS))


def _row(w: Weight) -> tuple[str, ...]:
    """A weight as a line of the table."""
    numbers = f"{w.default:g}", f"{w.low:g} to {w.high:g}"
    return f"`{w.name}`", w.meaning, *numbers, w.unit, w.origin, ", ".join(w.looked_at)


def sign_table(swings: Iterable[Swing], runs: int) -> list[str]:
    """One line per weight: what the headlines are at both ends of its range, and which effects flip."""
    found = list(swings)
    default = found[0].default
    rows = [
        (
            f"`{swing.weight.name}`",
            f"{swing.weight.low:g} to {swing.weight.high:g}",
            *(f"{percent(getattr(swing.low, what))} to {percent(getattr(swing.high, what))}" for what in CHANCES),
            f"{days(swing.low.contact_days)} to {days(swing.high.contact_days)}",
            "; ".join(swing.changes) or "none",
        )
        for swing in found
    ]
    flipped = [f"`{swing.weight.name}`" for swing in found if swing.flips]
    signs = ", ".join(f"{name} {SURE[sign]}" for name, sign in default.signs.items())
    return [
        *prose(
            f"`us-china-2025`, {runs:,} runs per point, the same luck at every point; signs at {LEVEL:.0%} confidence. "
            f"With every weight at its default the leaders speak or meet in {percent(default.voice)} of runs, an "
            f"agreement stands at the end of {percent(default.agreement)}, and the median first contact is on day "
            f"{days(default.contact_days)}. Effects there: {signs} (0: not told apart from nothing)."
        ),
        "",
        *prose(
            f"Weights over whose range an effect of {', '.join(EFFECTS)} flips, from surely positive to surely "
            f"negative or back: {', '.join(flipped) or 'none'}. Effects that come or go, without flipping, are named "
            "in the last column with their signs at the low end, the default and the high end."
        ),
        "",
        *table(("weight", "moved", "voice", "agreement", "days to contact", "effects whose sign changes"), rows),
    ]
