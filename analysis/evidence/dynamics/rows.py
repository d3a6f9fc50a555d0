"""Every row of the table of behaviours, in order."""

from __future__ import annotations

from analysis.evidence.dynamics import (
    asking,
    bargains,
    clock,
    endings,
    fairness,
    history,
    home,
    hosts,
    mechanisms,
    memory,
    offers,
    pressing,
    states,
    tempo,
    waiting,
)
from analysis.evidence.dynamics.row import Row

FAMILIES = (
    asking, waiting, pressing, offers, hosts, tempo, history, clock, home, bargains, memory, mechanisms, fairness,
    endings, states,
)  # fmt: skip
ROWS: dict[str, Row] = {row.name: row for family in FAMILIES for row in family.ROWS}
"""By name, D1 first."""
