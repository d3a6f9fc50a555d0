"""Names for readers: those of the scenario's actors and issues, and of the study's factors."""

from __future__ import annotations

from analysis.documents.readers_names import THEMSELVES, ReadersNames
from tests.analysis.documents.made import CHOICE, FACTORS, made_study


def test_factors_and_actors_have_names() -> None:
    study = made_study("grid", (FACTORS[0], CHOICE)).study
    names = ReadersNames.of_study(study)
    assert names.factors.of("ego").startswith("ego, ")
    assert set(study.recipe.scenario.leaders) <= set(names.actors)
    assert set(study.recipe.scenario.issues) <= set(names.actors)


def test_what_has_no_name_speaks_for_itself() -> None:
    assert THEMSELVES.factors.of("ego") == "ego"
    assert not THEMSELVES.actors
