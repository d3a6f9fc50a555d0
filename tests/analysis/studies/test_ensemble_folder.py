"""Is an ensemble's folder there whole or not at all, and is nothing of anybody else's replaced?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.studies.ensemble_folder import KeepingError, keeping, refuse_foreign
from sim.files import load_scenario
from sim.run import run_many, stream_many

BASE = load_scenario("us-dprk-2019")


def keep(folder: Path, runs: int = 30, force: bool = False) -> None:
    with keeping(folder, BASE, force) as kept:
        for piece in stream_many(BASE, runs=runs, piece=20):
            kept.add(piece)
        kept.keep({"ensemble.json": "{}"})


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    keep(tmp_path / "kept")
    back = pd.read_csv(tmp_path / "kept" / "runs.csv", keep_default_na=True)
    table = run_many(BASE, runs=30).table()
    assert list(back) == list(table)
    assert back["outcome"].tolist() == table["outcome"].tolist()
    assert back["trough_us"].tolist() == table["trough_us"].tolist()
    assert load_scenario(str(tmp_path / "kept" / "scenario.yaml")).horizon_days == BASE.horizon_days


def test_an_earlier_ensemble_is_replaced_whole(tmp_path: Path) -> None:
    keep(tmp_path / "kept", 30)
    with pytest.raises(KeepingError, match="kept there already"):
        keep(tmp_path / "kept", 10)
    assert len(pd.read_csv(tmp_path / "kept" / "runs.csv")) == 30
    keep(tmp_path / "kept", 10, force=True)
    assert len(pd.read_csv(tmp_path / "kept" / "runs.csv")) == 10
    assert [entry.name for entry in tmp_path.iterdir()] == ["kept"]


def test_after_a_failure_what_was_there_is_untouched(tmp_path: Path) -> None:
    keep(tmp_path / "kept", 30)
    with pytest.raises(ZeroDivisionError), keeping(tmp_path / "kept", BASE, force=True):
        raise ZeroDivisionError
    assert len(pd.read_csv(tmp_path / "kept" / "runs.csv")) == 30
    assert [entry.name for entry in tmp_path.iterdir()] == ["kept"]


def test_what_came_to_lie_there_meanwhile_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "kept" / "notes.txt"
    place.parent.mkdir()
    with pytest.raises(KeepingError, match="notes"), keeping(place.parent, BASE, force=True):
        place.write_text("mine")
    assert [entry.name for entry in tmp_path.rglob("*")] == ["kept", "notes.txt"]


def test_what_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    for place, said in ((tmp_path, "thesis.txt"), (tmp_path / "thesis.txt", "is a file")):
        with pytest.raises(KeepingError, match=said):
            refuse_foreign(place)
    with pytest.raises(KeepingError, match="was not written"):
        keep(tmp_path / "thesis.txt" / "below")


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    with keeping(None, BASE) as kept:
        kept.add(run_many(BASE, runs=2))
        kept.keep({"ensemble.json": "{}"})
    assert list(tmp_path.iterdir()) == []
