"""Is the day on which two settings part the day on which their stories do?"""

from __future__ import annotations

import numpy as np
import pytest

from sim.files import load_scenario, vary
from sim.narrative.parting import parting
from sim.results.record_rows import events
from sim.run import parting_days, run_one

BASE = load_scenario("us-dprk-2019")
PROUD = vary(BASE, {"leaders.us.ego": 0.9, "mediators.vietnam.stake": 0.1})
ALONE = vary(BASE, {"mediators": {}})


@pytest.mark.parametrize("other", [PROUD, ALONE])
def test_it_is_where_the_stories_part(other: object) -> None:
    days = parting_days(BASE, other, 3, range(12))  # type: ignore[arg-type]
    for run, day in enumerate(days):
        one, two = (events(run_one(s, 3, run, "drawn")) for s in (BASE, other))  # type: ignore[arg-type]
        found = parting(one, two)
        if found is None:
            assert np.isnan(day)
        else:
            assert day == min(log[found.place].day for log in (one, two) if found.place < len(log))


def test_the_same_setting_never_parts() -> None:
    renamed = vary(BASE, {"leaders.us.name": "Somebody"})
    assert np.isnan(parting_days(BASE, renamed, 3, range(5))).all()


def test_plain_python_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = parting_days(BASE, PROUD, 3, range(4))
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert parting_days(BASE, PROUD, 3, range(4)).tobytes() == compiled.tobytes()


def test_ctrl_c_leaves_the_days_found_so_far() -> None:
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise KeyboardInterrupt

    assert len(parting_days(BASE, PROUD, 3, range(10), progress=stop)) == 3
