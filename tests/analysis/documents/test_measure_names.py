"""Has every measure a short name that fits a line, with the names that readers know?"""

from __future__ import annotations

import pytest

from analysis.documents.measure_names import actor_names, measure_labels
from analysis.estimates import measures
from sim.files import list_scenarios, load_scenario
from sim.run import run_many


@pytest.mark.parametrize("name", list_scenarios())
def test_every_measure_of_a_run_has_a_short_name(name: str) -> None:
    scenario = load_scenario(name)
    labels = measure_labels(scenario)
    assert list(measures(run_many(scenario, runs=1).table(), scenario.mediators)) == list(labels)
    assert len(set(labels.values())) == len(labels)
    assert not [label for label in labels.values() if "{}" in label or "_" in label.partition(":")[0]]


def test_actors_go_by_their_names() -> None:
    scenario = load_scenario("us-china-2025")
    assert actor_names(scenario)["us"] == "United States"
    assert measure_labels(scenario)["trough_us"] == "Worst market fall: United States"
    assert measure_labels(scenario)["contact"] == "Contact by the horizon"
