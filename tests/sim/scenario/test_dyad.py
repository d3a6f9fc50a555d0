"""Are the relation, the clock, the latencies, the truce and the summit explained, bounded and closed?"""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from sim.scenario.dyad import STEPS, Clock, Dyad, Latencies, SummitFormat, TruceTerms
from tests.sim.scenario.parts import check_part


@pytest.mark.parametrize("part", [Clock, Dyad, Latencies, SummitFormat, TruceTerms])
def test_fields(part: type[BaseModel]) -> None:
    check_part(part)


def test_steps() -> None:
    assert [Clock(step_days=step).step_days for step in STEPS] == [1.0, 0.5, 0.25]
    for step in (0.0, 0.3, 2.0):
        with pytest.raises(ValidationError):
            Clock(step_days=step)
