"""A study of format 1 as the present format has it: the one place where its names and its scenario are mapped.

It is read from its manifest, whose digest says that nobody changed it, and never run again or written to: the rules are
others now. Its files stay as they are; a column that has another name now is read under the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from analysis.studies.designs import Design, DesignError, design_from
from analysis.studies.study import Recipe, Study, StudyError
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_writing import SETTINGS, STUDY
from sim.files import ScenarioError
from sim.files.format_changes import new_names, renewed_path
from sim.files.format_conversion import convert
from sim.files.problems import Findings
from sim.files.scenario_reading import scenario_of
from sim.files.scenario_writing import tree_yaml
from sim.files.source_text import read_text
from sim.files.yaml_nodes import compose
from sim.scenario import Scenario


def opened_old(folder: Path, manifest: Mapping[str, Any]) -> StudyFolder:
    """Return the study of a folder whose manifest, read and checked, is one of format 1.

    Raises
    ------
    StudyError
        When its scenario or its design cannot be had any more; names what is wrong.
    """
    content = manifest["identity"]
    try:
        scenario, design = _scenario(content["scenario"], folder), _design(content["design"], folder)
    except (ScenarioError, DesignError, OSError) as error:
        raise StudyError(f"{folder}: this study of format 1 cannot be read: {error}") from error
    about = _about(folder)
    recipe = Recipe(
        scenario, design.factors, content["choices"], content["replications"], content["parameters"], content["seed"],
        tuple(content["outputs"]),
    )  # fmt: skip
    study = Study(about["study"] or folder.name, about["title"], about["question"], recipe, design)
    names = _names((*manifest["measures"], "design_index"), taken=manifest["factors"])
    measures = {names[name]: kind for name, kind in manifest["measures"].items()}
    stored_as = {new: old for old, new in names.items() if new != old}
    return StudyFolder(folder, study, {**manifest, "measures": measures}, stored_as=stored_as)


def _names(stored: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """What stored columns are called now; one whose new name a factor has keeps its own."""
    names, taken = new_names("rows"), set(taken)
    return {old: old if names.get(old, old) in taken else names.get(old, old) for old in stored}


def _scenario(tree: Mapping[str, Any], folder: Path) -> Scenario:
    name, findings = f"the scenario of {folder}", Findings()
    root = compose(convert(tree_yaml(tree), name).text, name, findings)
    assert root is not None, "a converted scenario is empty"
    return scenario_of(root, findings)


def _design(described: Mapping[str, Any], folder: Path) -> Design:
    """The design with its factors' paths as they are now; a list's settings lie in the folder."""
    factors = [item | {"paths": [renewed_path(path) for path in item["paths"]]} for item in described["factors"]]
    options = dict(described["options"])
    if described["kind"] == "list":
        options["file"] = str(folder / SETTINGS)
    return design_from({**described, "factors": factors, "options": options})


def _about(folder: Path) -> dict[str, str]:
    """Name, title and question of the study, as far as its own file still tells them."""
    try:
        file = folder / STUDY
        top = compose(read_text(file, str(file), "study"), str(file), Findings())
    except ScenarioError:
        top = None
    entries = top.value if top is not None and isinstance(top.value, dict) else {}
    return {key: str(entries[key].value) if key in entries else "" for key in ("study", "title", "question")}
