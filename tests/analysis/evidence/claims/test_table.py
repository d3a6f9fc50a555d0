"""What is declared of every mechanism: an outcome, a size, two settings that differ, and at least two shipped cases."""

from __future__ import annotations

import pytest

from analysis.estimates import Kind
from analysis.evidence.claims.changes import expanded, settings
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.table import SIGNS, Claim, RowError, claims, mechanisms, of_rows
from sim import list_scenarios, load_scenario
from sim.files.scenario_slots import slot_at

ROWS = [pytest.param(claim, id=f"{claim.row:02d}") for claim in claims() if claim.kind == "M"]
LEAST = {Kind.share: 0.02, Kind.days: 3, Kind.amount: 0.5}


def test_mechanisms_declare_an_effect_and_nothing_else_does() -> None:
    assert {claim.row for claim in claims() if claim.effect is not None} == {
        claim.row for claim in claims() if claim.kind == "M"
    }
    assert list(mechanisms()) == sorted(mechanisms())


@pytest.mark.parametrize("claim", ROWS)
def test_what_is_declared_can_be_measured(claim: Claim) -> None:
    effect = claim.effect
    assert effect is not None
    assert effect.sign in SIGNS.values()
    assert effect.least == LEAST[LOOKED_AT[effect.outcome].kind]
    assert len(set(effect.cases)) == len(effect.cases) >= 2
    assert set(effect.cases) <= set(list_scenarios())
    assert effect.why.endswith(".")


@pytest.mark.parametrize("claim", ROWS)
def test_its_settings_move_what_the_row_says_sets_it(claim: Claim) -> None:
    effect = claim.effect
    assert effect is not None
    for path in {**effect.low, **effect.high}:
        assert slot_at(tuple(path.split("."))) is not None, path
        named = any(field == path or field.startswith(f"{path}.") for field in claim.fields)
        assert named or path.startswith("weights."), path


@pytest.mark.parametrize("claim", ROWS)
def test_every_case_has_what_its_settings_move(claim: Claim) -> None:
    effect = claim.effect
    assert effect is not None
    for case in effect.cases:
        scenario = load_scenario(case)
        assert expanded(scenario, effect.low) != expanded(scenario, effect.high), case


@pytest.mark.parametrize("claim", ROWS)
def test_its_settings_make_two_different_scenarios(claim: Claim) -> None:
    effect = claim.effect
    assert effect is not None
    low, high = settings(load_scenario(effect.cases[-1]), effect)
    assert low != high


def test_rows_are_asked_for_in_any_order_and_come_in_that_of_the_table() -> None:
    known = {2: "b", 3: "c", 7: "g"}
    assert list(of_rows(known, [7, 2]).items()) == [(2, "b"), (7, "g")]
    assert of_rows(known) == known
    with pytest.raises(RowError, match="row 4 is no mechanism of the claims table; those are 2, 3, 7"):
        of_rows(known, [2, 4])
