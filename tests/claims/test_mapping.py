"""Does every claim have a rule, a scenario field, a test, and its row on the page?"""

from __future__ import annotations

from collections import Counter

import pytest

from analysis.evidence.claims.table import Claim, claims
from sim.files.scenario_slots import slot_at
from sim.rule import RULES
from tests.claims.mapping import KINDS, PAGE, named_after, page, written_tests
from tests.sim.rules.finding import rule_named

ROWS = [pytest.param(claim, id=f"{claim.row:02d}") for claim in claims()]


def test_there_are_38_rows_in_order_and_of_the_kinds_promised() -> None:
    assert [claim.row for claim in claims()] == list(range(1, 39))
    assert Counter(claim.kind for claim in claims()) == KINDS


@pytest.mark.parametrize("claim", ROWS)
def test_its_rules_are_rules(claim: Claim) -> None:
    assert claim.rules
    for name in claim.rules:
        assert rule_named(name) in RULES


@pytest.mark.parametrize("claim", ROWS)
def test_its_fields_can_be_set(claim: Claim) -> None:
    assert claim.fields
    for path in claim.fields:
        slot = slot_at(tuple(path.split(".")))
        assert slot is not None and slot.part is None, path


@pytest.mark.parametrize("claim", ROWS)
def test_it_is_tested(claim: Claim) -> None:
    assert named_after(claim)


def test_every_claim_tested_is_a_row() -> None:
    stems = {claim.stem for claim in claims()}
    assert {name[: len("test_claim_00_")] for _, name in written_tests() if name.startswith("test_claim_")} == stems


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.claims.mapping"
