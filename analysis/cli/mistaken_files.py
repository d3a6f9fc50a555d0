"""Which kind of file stands where a scenario was asked for: a study, lesson or casebook is named, with its verb."""

from __future__ import annotations

from pathlib import Path

from analysis.classroom.lessons.reading import is_lesson
from analysis.studies.absent_study import how_to_make
from sim.files.problems import Findings, ScenarioError, Spot, fail
from sim.files.shipped import FOLDER
from sim.files.source_text import read_text
from sim.files.yaml_nodes import compose


def refuse_study(name_or_path: str) -> None:
    """Refuse a study, lesson or casebook, right or wrong, given as a scenario; the rest is left to whoever reads it.

    Raises
    ------
    ScenarioError
        Says what it is, or that no study is here, and which command takes it.
    """
    if (FOLDER / "studies" / f"{name_or_path}.yaml").is_file():
        raise fail(Spot(name_or_path), f"this is a study: `climbdown sweep {name_or_path} --plan`")
    if is_lesson(name_or_path):
        raise fail(Spot(name_or_path), f"this is a lesson: `climbdown check {name_or_path}`")
    path = Path(name_or_path)
    if path.suffix == ".study" and not path.exists():
        raise fail(Spot(name_or_path), f"there is no study here; {how_to_make(path)}")
    if path.is_dir() and (path / "study.yaml").is_file():
        raise fail(Spot(name_or_path), f"this is the folder of a study: `climbdown sweep {name_or_path} --plan`")
    _refuse_by_keys(path, name_or_path)


def _refuse_by_keys(path: Path, name: str) -> None:
    """Refuse a file by what stands at its top."""
    keys = _keys(path)
    if "leaders" in keys:
        return
    if "cases" in keys:
        raise fail(Spot(name, 1, 1), f"this is a casebook: `climbdown backtest --casebook {name}`")
    if keys & {"design", "factors", "study"}:
        raise fail(Spot(name, 1, 1), f"this is a study: `climbdown sweep {name} --plan`")


def _keys(path: Path) -> set[str]:
    """The keys at the top of a YAML file, none when it cannot be read as one."""
    try:
        top = compose(read_text(path, str(path)), str(path), Findings())
    except ScenarioError:
        return set()
    return set(top.value) if top is not None and isinstance(top.value, dict) else set()
