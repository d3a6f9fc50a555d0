"""What takes each mechanism away, as a table of Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.evidence.claims.switching_off import TIMES, gone
from analysis.evidence.claims.table import Switch
from analysis.evidence.markdown import table
from sim.narrative.case_words import PLAIN

HEADS = ("#", "mechanism", "switched off by", "off already where")


def switches_table(switches: Sequence[Switch]) -> list[str]:
    """One line of Markdown per mechanism, in general words."""
    rows = [(str(one.row), PLAIN.fill(one.name), _told(one.off), PLAIN.fill(one.absent)) for one in switches]
    return table(HEADS, rows)


def _told(changes: Mapping[str, object]) -> str:
    return ", ".join(f"`{path}` {_value(value)}" for path, value in changes.items())


def _value(value: object) -> str:
    if gone(value):
        return "taken away"
    if isinstance(value, Mapping):
        return f"times {value[TIMES]}"
    return str(value).lower() if isinstance(value, bool) else str(value)
