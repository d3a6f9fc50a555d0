"""Is a guess told from what has a source?"""

from __future__ import annotations

from sim.files import scenario_from
from sim.files.inputs import scenario_inputs, spread_words
from sim.scenario import Choice, Normal, Uniform
from tests.sim.scenario.test_scenario import SMALL


def test_guesses() -> None:
    dyad = {
        "rapport": {"value": 0.5, "source": "a book", "confidence": "med"},
        "tension": {"value": 0.5, "source": "a book", "confidence": "low"},
        "groundwork": 0.2,
    }
    inputs = {entry.field.path: entry for entry in scenario_inputs(scenario_from(SMALL | {"dyad": dyad}))}
    assert not inputs["dyad.rapport"].is_guess
    assert inputs["dyad.rapport"].origin_words == "a book, med"
    assert inputs["dyad.tension"].is_guess
    assert inputs["dyad.groundwork"].origin_words == "no source"
    assert inputs["truce.cut"].origin_words == "default"
    assert not [path for path in inputs if path.startswith("weights.")]


def test_words() -> None:
    assert spread_words(Normal(0.5, 0.1, 0.0, 1.0)) == "normal, sd 0.1"
    assert spread_words(Uniform(0.2, 0.4)) == "uniform, low 0.2, high 0.4"
    assert spread_words(Choice((0.2, 0.4), (1.0, 1.0))) == "one of 0.2, 0.4"
