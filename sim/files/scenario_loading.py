"""How a scenario is loaded by its shipped name or from a file of one's own."""

from __future__ import annotations

import os
from pathlib import Path

from sim.files.problems import Problem, Spot, fail
from sim.files.scenario_reading import read_origin
from sim.files.shipped import Origin, shipped_names, shipped_origin
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.scenario.scenario import Scenario


def load_scenario(name_or_path: str | os.PathLike[str], notes: list[Problem] | None = None) -> Scenario:
    """Load a scenario.

    Parameters
    ----------
    name_or_path : str or path
        A shipped name (see :func:`list_scenarios`), or the path of a YAML file. A text that is a shipped name is
        taken as one; write ``./name`` to mean a file.
    notes : list of Problem, optional
        Receives what is allowed and yet probably not meant.

    Returns
    -------
    Scenario

    Raises
    ------
    ScenarioError
        With everything that is wrong, each problem as ``file:line:column: what; what is allowed; did you mean``.
    """
    return read_origin(find_scenario(name_or_path), notes)


def find_scenario(name_or_path: str | os.PathLike[str]) -> Origin:
    """Return the file that a name or path means, without reading it; errors as for :func:`load_scenario`."""
    if isinstance(name_or_path, str):
        return _shipped_or_file(name_or_path)
    if isinstance(name_or_path, os.PathLike):
        return _file(os.fsdecode(name_or_path))
    raise fail(
        Spot("load_scenario"), f"takes the name of a shipped scenario or a path, not {type(name_or_path).__name__}"
    )


def _shipped_or_file(text: str) -> Origin:
    names = shipped_names()
    if text in names:
        return shipped_origin(text)
    origin = _file(text)
    if not _looks_like_path(text) and not os.path.lexists(text):
        known = f"shipped: {one_of(names)}" if names else "none are shipped"
        raise fail(
            Spot(text),
            f"there is no such scenario; {known}; or give the path of a YAML file{did_you_mean(text, names)}",
        )
    return origin


def _looks_like_path(text: str) -> bool:
    return text.endswith((".yaml", ".yml")) or os.sep in text


def _file(text: str) -> Origin:
    if "\0" in text or not text:
        raise fail(Spot(shown(text)), "is neither a shipped scenario nor a path")
    path = Path(text)
    return Origin(path, text, path.parent)
