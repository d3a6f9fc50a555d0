"""Are mediators explained, bounded and closed?"""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sim.scenario.mediator import Mediator
from tests.sim.scenario.parts import check_part, made

NEEDED = {"name": "Oslo", "acceptability": {"us": 0, "china": 1}}


def test_fields() -> None:
    check_part(Mediator, **NEEDED)


def test_acceptability_is_a_share() -> None:
    with pytest.raises(ValidationError):
        made(Mediator, NEEDED | {"acceptability": {"us": 1.1, "china": 1}})
