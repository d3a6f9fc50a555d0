"""Can the shipped studies be carried out, every row of a small design of each, and compare like with like?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("SALib")

from analysis.studies import list_studies, read_study, sweep
from sim.files.shipped import FOLDER

SMALL = {"grid": {}, "sobol": {"points": 64}, "saltelli": {"base": 2}}
"""By kind of design, what makes it small."""


def small(name: str, folder: Path) -> Path:
    """A study like the shipped one, with one run of each row of a small design."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / "studies" / f"{name}.yaml").read_text(encoding="utf-8"))
    if isinstance(content["design"], dict):
        content["design"] |= SMALL[content["design"]["kind"]]
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(content | {"replications": 1}, sort_keys=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", list_studies())
def test_every_row_of_a_small_one_runs(name: str, tmp_path: Path) -> None:
    folder = sweep(small(name, tmp_path), tmp_path / "out").folder
    rows = folder.rows()
    assert len(rows) == read_study(tmp_path / f"{name}.yaml").runs
    assert set(rows["status"]) == {"done"}, folder.failures[:1]
    for factor in folder.design.factors:
        assert rows[factor.name].nunique() > 1, factor.name
    assert rows["trough_us"].nunique() > 1, "one luck under many settings: only they make a difference"


@pytest.mark.parametrize("name", list_studies())
def test_each_says_by_what_its_question_is_answered(name: str) -> None:
    study = read_study(name)
    assert study.question.endswith("?")
    assert study.measure
    assert study.contrast is not None or study.design.kind == "saltelli"


def test_one_has_three_factors_side_by_side() -> None:
    assert any(
        len(study.design.factors) == 3 for study in map(read_study, list_studies()) if study.design.kind == "grid"
    )
