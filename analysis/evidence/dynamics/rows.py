"""Every row of the table of behaviours, in order."""

from __future__ import annotations

from analysis.evidence.dynamics import asking, clock, endings, hosts, tempo, waiting
from analysis.evidence.dynamics.row import Row

FAMILIES = (asking, waiting, hosts, tempo, clock, endings)
ROWS: dict[str, Row] = {
    row.name: row for row in sorted((r for f in FAMILIES for r in f.ROWS), key=lambda row: int(row.name[1:]))
}
"""By name, D1 first."""
