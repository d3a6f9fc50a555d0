"""Does a row's value become the changes that the file asks for?"""

from __future__ import annotations

import numpy as np
import pytest

from analysis.studies import StudyFolder
from analysis.studies.designs import Factor
from analysis.studies.study import Recipe, as_label, plain
from sim.files import load_scenario

RECIPE = Recipe(
    load_scenario("two-leaders"),
    (Factor(("a.b", "a.c"), low=0, high=1, name="both"), Factor(("who",), levels=("x", "y"))),
    {"who": {"x": {}, "y": {"mediators": {}, "a.b": 5}}},
)


def test_ranges_go_to_every_path_and_choices_change_what_they_say() -> None:
    assert RECIPE.changes({"both": 0.5, "who": "x"}) == {"a.b": 0.5, "a.c": 0.5}
    assert RECIPE.changes({"both": 0.5, "who": "y"}) == {"a.b": 5, "a.c": 0.5, "mediators": {}}


def test_an_unknown_choice_names_those_that_there_are() -> None:
    with pytest.raises(KeyError, match="no choice 'z'; it has x, y"):
        RECIPE.changes({"both": 0.5, "who": "z"})


def test_labels_and_plain_values() -> None:
    assert [as_label(value) for value in (True, np.bool_(False), "x", 3)] == ["true", "false", "x", "3"]
    assert type(plain(np.float64(1))) is float
    assert plain("x") == "x"


def test_a_study_knows_its_runs_and_rows(small: StudyFolder) -> None:
    study = small.study
    assert study.runs == 3600
    assert set(study.values(3)) == {"ego", "pride", "help"}
    assert len(study.settings(3)) in (3, 4)
