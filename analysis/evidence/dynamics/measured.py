"""All rows measured with central and with drawn parameters, and where a number of them is found again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage


class Measured(NamedTuple):
    """A row with what was found for it, by kind of parameters."""

    row: Row
    findings: dict[str, Finding]

    def reading(self, case: str, what: str) -> Reading | None:
        """The first reading of a case and a wording, central before drawn."""
        found = (r for finding in self.findings.values() for r in finding.readings if (r.case, r.what) == (case, what))
        return next(found, None)


def measure(
    rows: Sequence[Row],
    stages: Sequence[Stage],
    found: Callable[[Row, Finding, Stage], None] | None = None,
) -> list[Measured]:
    """Measure rows on the stages that they ask for, telling each finding as it comes.

    Parameters
    ----------
    rows : sequence of Row
        What to measure.
    stages : sequence of Stage
        One for each kind of parameters; a row that asks for one that is not there goes without it.
    found : callable
        Called with each row, finding and stage.
    """
    measured = [Measured(row, {}) for row in rows]
    for stage in stages:
        for one in measured:
            if stage.parameters in one.row.parameters:
                one.findings[stage.parameters] = one.row.measure(stage)
                if found is not None:
                    found(one.row, one.findings[stage.parameters], stage)
    return measured
