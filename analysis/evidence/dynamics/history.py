"""D8, the other half: voice, meetings, agreements and mediation beside past confrontations."""

from __future__ import annotations

from analysis.estimates import Estimate
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage

ASKED = ("voice", "in_person", "agreement", "mediation")
LIKE = {"near": 0.15, "runs": 200}


def history(stage: Stage) -> Finding:
    """The development cases, by kind of list, without episodes of a shipped case's two leaders and year."""
    from analysis.evidence.backtest import Counting, held_against_history

    stage.tell("the development cases")
    readings = []
    for found in held_against_history(Counting(runs=int(LIKE["runs"]), seed=stage.seed)):
        if found.what not in ASKED:
            continue
        value, low, high = found.happened.numbers
        what = f"{found.what}, model beside {value:.2f} [{low:.2f}, {high:.2f}]"
        model = Estimate(found.model, found.model, found.model, found.happened.n, found.happened.lucks)
        readings.append(Reading(str(found.frame), what, model, found.is_near))
    failed = [f"{reading.case} {reading.what.split(',')[0]}" for reading in readings if not reading.reached]
    return Finding(readings, not failed, f"not so: {'; '.join(failed) or 'nowhere'}")


ROWS = (
    Row(
        "D8b",
        "contact comes about as often as in history",
        "development cases by kind of list, without a shipped case's two leaders and year, drawn parameters",
        "voice, in person, agreement and active mediator inside the 95% interval by dyad of what happened, or within "
        "0.15",
        LIKE,
        history,
        ("drawn",),
    ),
)
