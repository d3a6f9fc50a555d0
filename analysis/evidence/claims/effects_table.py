"""Measured effects as a table of Markdown: what was declared, what came of it case by case, and a word for the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.estimates import Kind
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.measuring import Measured
from analysis.evidence.claims.table import SIGNS, Effect
from analysis.evidence.claims.verdicts import Verdict, in_case, of_row, within
from analysis.evidence.markdown import table

HEADS = ("#", "outcome", "low to high", "least", "measured, high minus low", "verdict")
UNITS = {Kind.share: "points", Kind.days: "days", Kind.amount: "acts"}
SIGN_WORDS = {sign: word for word, sign in SIGNS.items()}


def effects_table(effects: Mapping[int, Effect], lines: Sequence[Measured]) -> list[str]:
    """One line of Markdown per row.

    Parameters
    ----------
    effects : mapping of int to Effect
        What was declared, by row.
    lines : sequence of Measured
        What was measured; a row without some of its cases is called not measured.
    """
    rows = [_row(number, effect, [line for line in lines if line.row == number]) for number, effect in effects.items()]
    return table(HEADS, rows)


def verdicts(effects: Mapping[int, Effect], lines: Sequence[Measured]) -> dict[int, Verdict]:
    """The word for every row."""
    return {row: of_row(effect, [line for line in lines if line.row == row]) for row, effect in effects.items()}


def by_verdict(found: Mapping[int, Verdict]) -> list[str]:
    """For each word that occurs, a line that lists its rows."""
    listed = {word: [str(row) for row, verdict in found.items() if verdict is word] for word in Verdict}
    return [f"- **{word}** ({len(rows)} of {len(found)}): {', '.join(rows)}" for word, rows in listed.items() if rows]


def _row(number: int, effect: Effect, lines: Sequence[Measured]) -> tuple[str, ...]:
    looked = LOOKED_AT[effect.outcome]
    lines = sorted(lines, key=lambda line: effect.cases.index(line.case))
    unit = UNITS[looked.kind]
    return (
        str(number),
        f"{looked.words} ({SIGN_WORDS[effect.sign]})",
        f"{_told(effect.low)} to {_told(effect.high)}{_both(effect)}",
        f"{_scaled(effect.least, looked.kind):g} {unit}",
        "<br>".join(_case(effect, line, looked.kind) for line in lines) or "-",
        f"**{of_row(effect, lines)}**",
    )


def _told(changes: Mapping[str, object]) -> str:
    """A setting in short: paths and values, blocks by the names of their entries."""
    cells = [f"`{path}` {_value(value)}" for path, value in changes.items()]
    return ", ".join(cells) or "as it is"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return f"of {', '.join(value)}" if value else "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _both(effect: Effect) -> str:
    return f"; in both {_told(effect.both)}" if effect.both else ""


def _scaled(value: float, kind: Kind) -> float:
    return 100 * value if kind is Kind.share else value


def _case(effect: Effect, line: Measured, kind: Kind) -> str:
    """What came of it in one case."""
    middle, low, high, ends = (_scaled(value, kind) for value in (line.effect, line.low, line.high, within(line)))
    found = in_case(effect, line)
    told = f"{found} (within {ends:.1f})" if found is Verdict.nothing else str(found)
    return f"{line.case}: {middle:+.1f} [{low:+.1f}, {high:+.1f}] {told}"
