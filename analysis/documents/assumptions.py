"""What a result rests on: inputs that nobody has measured, and the three priors that drive the question itself."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.documents.document import Block, Points, Prose, Section, Table
from analysis.documents.field_names import named
from analysis.documents.wording import number
from sim.files.inputs import Input, scenario_inputs
from sim.narrative.cast import Cast
from sim.scenario import Confidence, Scenario
from sim.scenario.weights import WEIGHTS, Weight

UNPUBLISHED = "no published estimate"
"""How the table of weights marks a prior for which no estimate was found anywhere."""

MOST_SHOWN = 25
"""Numbers shown one by one; the command that lists all of them is named."""


def assumptions(scenario: Scenario, varied: Collection[str] = ()) -> Section:
    """The section on assumptions.

    Parameters
    ----------
    scenario : Scenario
        What was run.
    varied : collection of str
        Paths that the study varied: their uncertainty is in its numbers; of the others it is not.
    """
    inputs = scenario_inputs(scenario)
    doubted = [entry for entry in inputs if entry.provenance.confidence is Confidence.low]
    blocks: list[Block] = [
        Prose(("Three numbers drive the question of who asks first, and no published estimate of them was found:",)),
        Points(tuple(_prior(weight, scenario, varied) for weight in unpublished())),
        Prose((_count(inputs, doubted, varied),)),
    ]
    if doubted:
        blocks.append(_sheet(doubted, scenario, varied))
    return Section("Assumptions that matter", tuple(blocks))


def unpublished() -> list[Weight]:
    """The global weights that are priors without any published estimate."""
    return [weight for weight in WEIGHTS if UNPUBLISHED in weight.origin]


def _prior(weight: Weight, scenario: Scenario, varied: Collection[str]) -> str:
    value = getattr(scenario.weights, weight.name)
    fate = "varied in this study" if f"weights.{weight.name}" in varied else "held at this value here"
    return (
        f"{weight.meaning}: {number(value)}, out of {number(weight.low)} "
        f"({weight.at_low}) to {number(weight.high)} ({weight.at_high}); {fate}."
    )


def _count(inputs: list[Input], doubted: list[Input], varied: Collection[str]) -> str:
    silent = sum(not entry.provenance.source for entry in inputs)
    inside = sum(entry.field.path in varied for entry in doubted)
    text = (
        f"The scenario has {len(inputs)} numbers. {len(doubted)} are given with low confidence, and {silent} have no "
        "source (the program's defaults are among them)."
    )
    return f"{text} {inside} of those with low confidence are varied in this study." if varied else text


def _sheet(doubted: list[Input], scenario: Scenario, varied: Collection[str]) -> Table:
    ranked = sorted(doubted, key=lambda entry: (entry.field.path not in varied, entry.spread is None))
    cast = Cast(scenario)
    table = pd.DataFrame(
        {
            "number": [str(named(cast, entry.field.path)) for entry in ranked[:MOST_SHOWN]],
            "why this value": [entry.provenance.note or entry.origin_words for entry in ranked[:MOST_SHOWN]],
            "value": [entry.value_words for entry in ranked[:MOST_SHOWN]],
        }
    )
    left = len(doubted) - len(table)
    command = f"climbdown show {scenario.name} --guesses"
    more = f" ({left} more: {command})" if left > 0 else ""
    return Table.of(f"Numbers given with low confidence{more}", table, names=2)._replace(folded=command)
