"""Does the row kept of a counted run say the same as the full record of that run?"""

from __future__ import annotations

import math

import pytest

from sim.engines.mesa import NegotiationModel
from sim.rules.record.summary import summarise
from sim.state.summary_columns import summary_columns
from sim.vocabulary import actions as a
from sim.vocabulary import levels, outcomes
from tests.sim.rules.worlds import PLAIN


@pytest.mark.parametrize("seed", range(8))
def test_a_summary_agrees_with_the_record(seed: int) -> None:
    model = NegotiationModel(PLAIN, seed=seed)
    model.run_model()
    columns = summary_columns(model.sides, list(PLAIN.issues))
    row = [math.nan] * len(columns)
    summarise(model.world, row)
    told = dict(zip(columns, row, strict=True))
    outcome = model.outcome
    assert outcomes.WORDS[int(told["outcome"])] == outcome.outcome_class
    assert told["outcome_day"] == (-1 if outcome.day is None else outcome.day)
    first = outcome.first_contact
    assert told["first_contact_day"] == (-1 if first is None else first.day)
    if first is not None:
        assert levels.WORDS[int(told["first_contact_level"])] == first.level
    for what, happened in outcome.ever.items():
        assert told[f"ever_{what}"] == happened
    for side in model.sides:
        assert told[f"trough_{side}"] == outcome.trough[side]
        assert told[f"peak_pressure_{side}"] == outcome.peak_pressure[side]
        assert [told[f"{action}_count_{side}"] for action in a.WORDS] == list(outcome.actions[side].values())
    for issue in PLAIN.issues:
        expected = -1.0 if outcome.settlement is None else outcome.settlement[issue]
        assert told[f"settlement_{issue}"] == expected
    last = model.trajectory().columns["steps"]
    assert (told["groundwork"], told["tension"], told["end_day"]) == (
        last["groundwork"][-1],
        last["tension"][-1],
        last["day"][-1],
    )
