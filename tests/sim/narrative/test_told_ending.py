"""The ending says how it ended, who came first, on what terms, and that it is a model's world."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.narrative.case_words import PLAIN
from sim.narrative.told_ending import DISCLAIMER, ending
from sim.vocabulary.outcomes import OutcomeClass
from tests.sim.sample import sample_trajectory


@pytest.mark.parametrize("outcome", list(OutcomeClass))
def test_the_class_comes_first_and_the_disclaimer_last(outcome: OutcomeClass) -> None:
    told = ending(sample_trajectory(outcome=replace(sample_trajectory().outcome, outcome_class=outcome)))
    assert told[0].startswith("Where it stands")
    assert told[1] == "What happened on the way: a call; talks of envoys; a truce agreed."
    assert PLAIN.fill(outcome.ending) in told[0]
    assert told[-1] == DISCLAIMER


def test_silence_is_said() -> None:
    silent = replace(sample_trajectory().outcome, first_contact=None, first_voice=None, mediator=None, settlement=None)
    told = " ".join(ending(sample_trajectory(outcome=silent)))
    assert "never answered one another" in told
    assert "settlement" not in told
    assert "Talks were held" not in told


def test_the_settlement_names_whose_share_it_is() -> None:
    assert "share that goes to China: Tariffs 30%" in " ".join(ending(sample_trajectory()))
