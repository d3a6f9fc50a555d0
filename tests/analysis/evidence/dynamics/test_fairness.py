"""Are both sides really alike, and is an edge found out?"""

from __future__ import annotations

import numpy as np
import pytest

from analysis.evidence.dynamics.fairness import ROWS, alike
from sim import list_scenarios, load_scenario, vary
from sim.files.scenario_writing import plain_tree
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, half

(D14,) = ROWS


@pytest.mark.parametrize("case", list_scenarios())
def test_both_sides_have_the_same(case: str) -> None:
    scenario = load_scenario(case)
    tree = plain_tree(vary(scenario, alike(scenario)))
    first, second = sorted(tree["leaders"])
    one, other = tree["leaders"][first], tree["leaders"][second]
    for key in one:
        if key in ("advisers", "envoys", "precedents"):
            assert list(one[key].values()) == list(other[key].values())
        else:
            assert one[key] == other[key]
    pairs = [m["acceptability"] for m in tree.get("mediators", {}).values()]
    pairs += [issue[field] for issue in tree["issues"].values() for field in ("weight", "red_line") if field in issue]
    assert all(pair.get(first) == pair.get(second) for pair in pairs)


@pytest.mark.parametrize(("asked", "share", "reached"), [(0.5, 0.5, True), (0.7, 0.5, False), (0.5, 0.6, False)])
def test_an_edge(asked: float, share: float, reached: bool) -> None:
    by = np.where(np.arange(LUCKS) < asked * LUCKS, 0, 1)
    got = share + 0.2 * (half() - 0.5)
    told = {"first_ask_by": by, "deal_day": 9, "settlement_canal": got, "settlement_fish": got}
    found = D14.measure(Acted.always(told))
    assert found.reached is reached
    assert [reading.estimate.value for reading in found.readings] == pytest.approx([asked, share])


def test_both_at_once_and_nobody_are_left_out() -> None:
    found = D14.measure(Acted.always({"first_ask_by": np.where(half(), -2, -1)}))
    assert found.readings[0].estimate.n == 0
    assert found.readings[0].reached is None
