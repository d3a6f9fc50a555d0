"""Are precedents explained, bounded and closed?"""

from __future__ import annotations

from sim.scenario.precedent import Precedent, PrecedentKind
from sim.vocabulary.names import PRECEDENT_KINDS
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Precedent, name="Visit", kind="humiliation")


def test_the_kinds_are_those_that_the_world_knows() -> None:
    assert tuple(PrecedentKind) == PRECEDENT_KINDS
