"""Why a run went as it did: each decision is told with its lead over its rival, and a person's has no reasons."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.decisions_shown import decisive
from analysis.documents.document import Picture, Prose
from analysis.documents.rivals import contest
from analysis.documents.run_reasons import decision_finding, reasons_blocks
from sim import run_one
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.reasons import A_PERSON


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_a_decision_is_told_with_its_lead(seed: int) -> None:
    run = run_one("two-leaders", seed=seed)
    cast, blocks = Cast(run.scenario), list(reasons_blocks(run, ()))
    assert len(blocks) == len(decisive(run)) > 0
    for decision, block in zip(decisive(run), blocks, strict=True):
        assert isinstance(block, Picture)
        found = contest(run, decision)
        lead = found.chosen.utility - found.rival.utility
        assert block.figure.title == decision_finding(decision, found, cast)
        assert f"{abs(lead):.2f} {'better' if lead >= 0 else 'worse'}" in block.figure.title
        assert spoken_date(decision.date) in block.figure.title
        assert len(block.numbers.rows) == len(decision.options)  # all options, with all considerations
        assert block.figure.parts["end"][-1] == pytest.approx(lead, abs=1e-9)


def test_what_a_person_decided_has_no_reasons() -> None:
    run = run_one("two-leaders", seed=3)
    ask, *_ = decisive(run)
    told = [block.told for block in reasons_blocks(run, [ask.decision])]
    assert told[0].startswith(A_PERSON)
    assert A_PERSON not in told[1]


def test_a_run_without_contact_says_so() -> None:
    run = run_one("us-dprk-2018", seed=3)
    assert run.outcome.first_contact is None
    (block,) = reasons_blocks(run, ())
    assert block == Prose(("No decision led to a contact in this run.",))


def test_a_contact_that_nobody_decided_is_not_denied() -> None:
    run = run_one("camp-david-1978", seed=3)
    (block,) = reasons_blocks(run, ())
    day = spoken_date(run.outcome.first_contact.date)
    told = f"No decision in this run led to the first contact on {day}, which had been fixed before the first day."
    assert block == Prose((told,))


def test_how_probable_it_was_is_told_once() -> None:
    told = [block.told for seed in range(12) for block in reasons_blocks(run_one("us-china-2018", seed=seed), ())]
    percents = [text.count("%)") + text.count("The chance that this") for text in told]
    assert set(percents) == {1}, "in the reasons or after them"
