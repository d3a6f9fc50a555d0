"""D13: every mechanism earns its place.

The lines it reads are measured by :func:`analysis.evidence.claims.paired_luck.outcome_change`, as is all that
``climbdown mechanisms`` tells of a case.
"""

from __future__ import annotations

from analysis.estimates import Estimate
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage


def mechanisms(stage: Stage) -> Finding:  # noqa: ARG001 - effects are measured by a command of their own
    """What the last measurement of the claims table found, line by line; rows below their bound are weak."""
    from analysis.evidence.claims.effects_table import verdicts
    from analysis.evidence.claims.measured_lines import read_measured
    from analysis.evidence.claims.table import mechanisms as declared
    from analysis.evidence.claims.verdicts import Verdict, in_case

    effects, lines = declared(), read_measured()
    readings = []
    for line in lines:
        found = Estimate(line.effect, line.low, line.high)
        if line.row in effects:
            held = in_case(effects[line.row], line) is Verdict.works
            readings.append(Reading(line.case, f"row {line.row}: {effects[line.row].outcome}", found, held))
    words = verdicts(effects, lines)
    working = sum(word is Verdict.works for word in words.values())
    return Finding(
        readings, working == len(words), f"{working} of {len(words)} rows work; the others are listed as weak"
    )


ROWS = (
    Row(
        "D13",
        "every mechanism earns its place",
        "each row of the claims table that is a mechanism, in at least two cases",
        "from its low to its high setting it moves its outcome by the smallest effect declared for it beforehand",
        {},
        mechanisms,
        ("drawn",),
    ),
)
