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


def test_a_run_without_contact_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.documents.run_reasons.decisive", lambda _: [])
    (block,) = reasons_blocks(run_one("two-leaders", seed=3), ())
    assert block == Prose(("No decision led to a contact in this run.",))
