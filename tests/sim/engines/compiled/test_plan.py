"""Is a scenario prepared once, with its uncertain numbers listed and its settings found?"""

from __future__ import annotations

import numpy as np
import pytest

from sim.engines.compiled.plan import no_draws, offsets_of, prepare
from sim.files import load_scenario, vary
from sim.state.buffer import offset_of
from sim.state.drawn import drawn_numbers

SPREADS = {
    "leaders.us.ego": {"distribution": "choice", "values": [0.1, 0.6], "weights": [1, 3]},
    "leaders.dprk.caution": {"distribution": "choice", "values": [0.2, 0.3, 0.9], "weights": [1, 1, 2]},
    "leaders.us.patience": {"distribution": "uniform", "low": 0.1, "high": 0.9},
}


def test_central_runs_have_nothing_to_draw() -> None:
    prepared = prepare(vary(load_scenario("us-dprk-2019"), SPREADS))
    assert not len(prepared.draws.offsets)
    assert [part.shape for part in prepared.draws] == [part.shape for part in no_draws()]


def test_uncertain_numbers_are_listed_with_the_values_of_their_choices() -> None:
    varied = vary(load_scenario("us-dprk-2019"), SPREADS)
    prepared = prepare(varied, "drawn")
    listed = drawn_numbers(varied, prepared.opening)
    assert len(listed) == len(prepared.draws.offsets) >= len(SPREADS)
    for k, drawn in enumerate(listed):
        start, end = prepared.draws.spans[k]
        assert tuple(prepared.draws.choices[start:end]) == drawn.choices
        assert prepared.draws.offsets[k] == offset_of(prepared.regions, drawn.place)
        assert tuple(prepared.draws.numbers[k]) == drawn.numbers
        assert prepared.draws.keys[k] == drawn.key
    assert len(np.unique(prepared.draws.keys)) == len(listed)


def test_settings_are_found_by_path_and_unknown_ones_refused() -> None:
    prepared = prepare(load_scenario("us-dprk-2019"))
    found = offsets_of(prepared, ["leaders.us.ego", "dyad.tension"])
    assert prepared.template[found].tolist() == [prepared.scenario.leaders["us"].ego, prepared.scenario.dyad.tension]
    with pytest.raises(KeyError, match=r"leaders\.us\.charm"):
        offsets_of(prepared, ["leaders.us.charm"])
