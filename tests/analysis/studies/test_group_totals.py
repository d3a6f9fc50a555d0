"""Are groups of runs the same read in one piece or in many, each luck in one place?"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import measure
from analysis.studies import StudyFolder, group_totals, sweep
from analysis.studies.group_totals import group_totals as totals_of
from analysis.studies.group_totals import pieces
from tests.analysis.studies.made import SMALL, write
from tests.analysis.synthetic import runs_table

CONTACT = measure(runs_table(3), "contact")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    folder = tmp_path_factory.mktemp("totals")
    return sweep(write(folder, SMALL.replace("replications: 60", "replications: 7")), folder / "out").folder


@given(st.lists(st.integers(1, 59), max_size=5), st.integers(0, 99))
def test_pieces_add_up_to_the_whole(cuts: list[int], seed: int) -> None:
    rows = runs_table(60, seed).assign(run=np.arange(60) % 7, group=np.arange(60) % 3)
    edges = [0, *sorted(set(cuts)), 60]
    parts = [rows.iloc[start:stop] for start, stop in pairwise(edges)]

    def groups(piece: pd.DataFrame) -> list[np.ndarray]:
        return [(piece["group"] == number).to_numpy() for number in range(3)]

    whole, made = totals_of([rows], CONTACT, groups), totals_of(parts, CONTACT, groups)
    for one, other in zip(whole, made, strict=True):
        assert sorted(zip(*one, strict=True)) == sorted(zip(*other, strict=True))
    assert sum(total.total for total in made) == 60
    assert sum(total.sums.sum() for total in made) == CONTACT.values(rows).sum()


def test_a_folder_is_read_in_pieces_of_the_columns_asked_for(
    small: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_totals, "PIECE", 50)
    found = list(pieces(small, ["ego", "help", "first_contact_day", "no.such"]))
    assert max(map(len, found)) <= 50
    assert sum(map(len, found)) == 60 * 7
    assert set(found[0]) == {
        "ego", "help", "first_contact_day", "horizon_days", "row", "replication", "seed", "run", "status",
    }  # fmt: skip
    assert {"outcome", "ever_call"} <= set(next(pieces(small)))
    assert "ego" not in next(pieces(small)), "factors only when asked for"


def test_a_run_may_be_in_several_groups_or_in_none() -> None:
    rows = runs_table(10)
    every = np.ones(10, dtype=bool)
    whole, again, nothing = totals_of([rows], CONTACT, lambda _: [every, every, ~every])
    assert whole.total == again.total == 10
    assert nothing.total == 0
