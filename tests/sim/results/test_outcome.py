"""An outcome becomes a flat table and comes back the same, with and without each of its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.results.outcome import First, Outcome, flatten_outcome, restore_outcome
from sim.vocabulary.milestones import EVER
from sim.vocabulary.outcomes import OutcomeClass
from tests.sim.sample import sample_trajectory

ids = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
finite = st.floats(allow_nan=False)
firsts = st.none() | st.builds(First, finite, st.just("2025-05-01"), st.just("call"), ids)
outcomes = st.builds(
    Outcome,
    outcome_class=st.sampled_from(OutcomeClass),
    day=st.none() | finite,
    date=st.none() | st.just("2025-05-02"),
    first_contact=firsts,
    first_voice=firsts,
    first_in_person=firsts,
    mediator=st.none() | ids,
    ever=st.fixed_dictionaries({name: st.booleans() for name in EVER}),
    settlement=st.none() | st.dictionaries(ids, finite, min_size=1),
    trough=st.dictionaries(ids, finite),
    peak_pressure=st.dictionaries(ids, finite),
    actions=st.dictionaries(ids, st.dictionaries(ids, st.integers(0, 99), min_size=1)),
)


@given(outcomes)
def test_any_outcome_comes_back(outcome: Outcome) -> None:
    back = restore_outcome(flatten_outcome(outcome))
    assert back == outcome
    assert repr(back.day) == repr(outcome.day)


def test_absent_parts_have_no_row() -> None:
    flat = flatten_outcome(replace(sample_trajectory().outcome, mediator=None, first_voice=None))
    assert "mediator" not in flat
    assert not [name for name in flat if name.startswith("first_voice")]


@pytest.mark.parametrize(
    ("name", "value"), [("outcome", "peace"), ("ever.call", "perhaps"), ("trough.us", "deep"), ("day", "soon")]
)
def test_what_makes_no_sense_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=value):
        restore_outcome(flatten_outcome(sample_trajectory().outcome) | {name: value})
