"""Without a contrast, does the answer say what the design can tell, and nothing of what chance makes?"""

from __future__ import annotations

import re

import pandas as pd
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.design_answer import design_sentence, needed
from analysis.estimates import measure
from analysis.studies.study import Study
from sim.luck import generator
from tests.analysis.documents.made import CHOICE, FACTORS, MadeFolder, made_study


def told(folder: MadeFolder, name: str = "first_contact_days", rows: pd.DataFrame | None = None) -> str:
    rows = folder.table_of_rows if rows is None else rows
    return design_sentence(folder.study, measure(rows, name), lambda _: [rows], {})


def shuffled(folder: MadeFolder, number: int) -> pd.DataFrame:
    """The same runs with what happened exchanged under each luck, so that nothing in the settings matters."""
    rows = folder.table_of_rows.copy()
    order = generator(number, "test/shuffled").permutation(len(rows))
    rows["first_contact_day"] = rows["first_contact_day"].to_numpy()[order]
    return rows


def test_a_grid_tells_which_settings_differ_from_all() -> None:
    sentence = told(made_study("grid", replications=40))
    assert sentence.startswith("First contact came after ")
    assert "with ego of Teodor Vask at 1 and caution of Teodor Vask at" in sentence
    assert "with ego of Teodor Vask at 0 and caution of Teodor Vask at" in sentence
    assert sentence.endswith("intervals hold for all settings at once.")
    high, low = (float(text) for text in re.findall(r"after (\d+) days", sentence))
    more, less = (float(text) for text in re.findall(r" (\d+) days \(", sentence))
    assert high > low
    assert abs((high - more) - (low + less)) <= 1, "both from the same whole"


@pytest.mark.parametrize(("kind", "options"), [("grid", {}), ("lhs", {"points": 40})])
def test_nothing_is_found_in_nothing(kind: str, options: dict[str, int]) -> None:
    folder = made_study(kind, replications=20, **options)
    same = sum(
        told(folder, rows=shuffled(folder, number)).startswith("The study cannot tell its ") for number in range(40)
    )
    assert same >= 37


@pytest.mark.parametrize(("kind", "options"), [("lhs", {"points": 120}), ("sobol", {"points": 128})])
def test_a_sample_tells_which_factor_moves_it_most(kind: str, options: dict[str, int]) -> None:
    sentence = told(made_study(kind, replications=8, **options))
    assert sentence.startswith("Ego of Teodor Vask moves it most: first contact came after ")
    assert "in its lowest fifth" in sentence
    assert "in its highest fifth" in sentence
    assert "ends of 2 factors at once" in sentence


@pytest.mark.parametrize(("kind", "options"), [("saltelli", {"base": 128}), ("morris", {"trajectories": 30})])
def test_a_design_for_sensitivity_tells_which_inputs_it_comes_from(kind: str, options: dict[str, int]) -> None:
    sentence = told(made_study(kind, replications=8, **options))
    assert sentence.startswith("The mean number of days to the first contact is moved most by ego, Teodor Vask (")
    assert "of 2 inputs" in sentence


def test_what_cannot_be_apportioned_is_said() -> None:
    folder = made_study("saltelli", base=8)
    rows = folder.table_of_rows[folder.table_of_rows["row"] > 0]
    assert "cannot" in told(folder, rows=rows)


def test_a_question_that_never_arises_is_not_answered() -> None:
    folder = made_study("grid")
    rows = folder.table_of_rows.assign(first_contact_day=float("nan"))
    sentence = told(folder, "asks_first_us", rows)
    assert sentence.startswith("The study cannot tell: too few of its runs say anything of who asks first")


def test_names_stand_for_themselves_in_a_grid_of_names() -> None:
    sentence = told(made_study("grid", (FACTORS[0], CHOICE), replications=40))
    assert re.search(r"ego of Teodor Vask at 1 and host: (nobody|one|all)", sentence)


def test_only_what_is_read_is_asked_for() -> None:
    study: Study = made_study("grid").study
    found = measure(made_study("grid").table_of_rows, "first_contact_days")
    assert needed(study, found) == ["ego", "caution", "first_contact_day"]


def test_what_is_told_apart_is_never_said_to_reach_nothing() -> None:
    """Fault: an interval from 0.1 to 29 in 100 runs was written as 0 to 29, beside the word that it moves it most."""
    folder = made_study("lhs", points=64)
    said = told(folder, "outcome_deal")
    (low,) = re.findall(r"17\.0 \(([\d.]+) to 33\.8\) more in 100 runs", said)
    assert float(low) > 0
