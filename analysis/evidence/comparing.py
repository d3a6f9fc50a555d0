"""The model's rates beside what is known from data, and in plain words whether they meet.

A yardstick that helped to choose a number of the model stands apart: that it meets is no evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.estimates import Estimate, wilson
from analysis.evidence import counted
from analysis.evidence.chosen import helped, is_evidence, listed
from analysis.evidence.markdown import percents, prose, table
from analysis.evidence.targets import Target, read_targets
from analysis.evidence.told import Told

REMARKS = {
    "mediation occurs": "The main case has three willing hosts, a year to go and no shooting; most crises have no host "
    "in waiting, so the model's rate should be the higher one, and nearly always is more than history gives.",
    "agreement if mediated": "In the model an agreement is a deal or a truce that stands at the horizon.",
    "agreement if not mediated": "Counted over runs of the case without hosts, since hardly a run with hosts goes "
    "without talks.",
    "offered mediation refused": "By side and offer in the model, by crisis in the data.",
    "days to mediation": "Days from the start of the scenario, which lies days after the trigger.",
    "days to settlement": "Days to the first truce or deal, among runs that end with an agreement.",
    "days to end after an economic trigger": "Median days to the first truce or deal over all runs, those without one "
    "included.",
    "asked for by the United States": "Who asked for the first call or meeting, where one side alone did.",
    "market move per tariff point (%)": "Move of the American index on days on which only the American side raised "
    "pressure. The case starts at 145 points, where most trade has stopped and a further point says little; the data "
    "are from the first 25.",
}


HEADS = ("", "model", "data", "cases", "verdict")


class Comparison(NamedTuple):
    """One yardstick beside the model."""

    what: str
    model: str
    data: str
    target: Target
    verdict: str
    remark: str


def comparisons(main: counted.Counted, told: Told) -> list[Comparison]:
    """Every yardstick that the model can be held against, in the order of the file."""
    targets = read_targets()
    return [compare(targets[name], found) for name, found in measured(main, told).items()]


def measured(main: counted.Counted, told: Told) -> dict[str, Estimate]:
    """The model's figure for each yardstick."""
    return {
        "mediation occurs": counted.mediated(main.table),
        "agreement if mediated": counted.agreement_if(main.table, mediated=True),
        "agreement if not mediated": wilson(int(counted.agreed(main.bare).sum()), len(main.bare)),
        "offered mediation refused": told.refused,
        "days to mediation": told.days_to_mediation,
        "days to settlement": counted.days_if_settled(main),
        "days to end after an economic trigger": counted.days_to_settlement(main),
        "asked for by the United States": counted.asked_by(main.table, "us"),
        "market move per tariff point (%)": told.slope,
    }


def compare(target: Target, found: Estimate) -> Comparison:
    """A figure of the model beside its yardstick."""
    data = Estimate(target.estimate, target.low, target.high, target.n, target.n)
    return Comparison(
        target.quantity,
        written(target, found),
        written(target, data),
        target,
        verdict(found, data),
        REMARKS[target.quantity],
    )


def written(target: Target, interval: Estimate) -> str:
    """A figure in the unit of its yardstick."""
    if target.quantity.startswith("days"):
        return f"{interval.value:.0f} [{interval.low:.0f}, {interval.high:.0f}]"
    if "%" in target.quantity:
        return f"{interval.value:.2f} [{interval.low:.2f}, {interval.high:.2f}]"
    return percents(interval)


def verdict(found: Estimate, data: Estimate) -> str:
    """Whether the two intervals meet; if not, in which direction the model is off, in absolute size."""
    if found.low <= data.high and data.low <= found.high:
        return "meets"
    higher = abs(found.value) > abs(data.value)
    return f"**off**, {'too high' if higher else 'too low'}"


def comparison_part(main: counted.Counted, told: Told, runs: int) -> list[str]:
    """The part of the page: evidence first, then yardsticks that helped to choose a number and are none.

    Parameters
    ----------
    main, told
        What was counted, and what full records tell.
    runs : int
        Runs of the main case behind it.
    """
    lines, chosen = comparisons(main, told), helped()
    evidence = [line for line in lines if is_evidence(line.target.yardstick)]
    others = [line for line in lines if line not in evidence]
    return [
        "## Beside the data",
        "",
        *prose(
            "The yardsticks are raw rates over many kinds of crisis, with their own intervals and selection; they tell "
            "orders of magnitude, and nothing is fitted to them by a method. What happened after 18 April 2025 is not "
            "among them. *Off* means that the two intervals do not meet."
        ),
        "",
        "Evidence, yardsticks that helped to choose no number:",
        "",
        *table(HEADS, map(cells, evidence)),
        "",
        "No evidence, since they were looked at while numbers were chosen:",
        "",
        *table(
            (*HEADS, "helped to choose"), ((*cells(line), listed(chosen[line.target.yardstick])) for line in others)
        ),
        "",
        *prose(
            f"Days to mediation, refusals and market moves come from {told.runs} full records, the rest from the "
            f"{runs:,} runs."
        ),
        "",
        *map(remark, lines),
        "",
    ]


def cells(line: Comparison) -> tuple[str, ...]:
    """A yardstick as a row of the table."""
    return line.what, line.model, line.data, str(line.target.n), line.verdict


def remark(line: Comparison) -> str:
    """What must be known to read the row of a yardstick."""
    what = f"{line.what[:1].upper()}{line.what[1:]}"
    return f"- **{what}.** {line.remark} Data: {line.target.source}; {line.target.how_computed}."
