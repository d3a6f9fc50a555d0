"""From a study file to a study: everything that is wrong told at once, each with its line and column."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis.studies.answer_reading import with_answer
from analysis.studies.designs import Design, DesignError, make_design
from analysis.studies.designs.listed import Listed
from analysis.studies.factor_reading import FactorsRead, read_factors, refusals
from analysis.studies.list_trials import try_list
from analysis.studies.study import Recipe, Study, StudyError
from analysis.studies.study_columns import chosen, measure_types
from analysis.studies.study_form import STUDY, StudyFile
from analysis.studies.study_manifest import MANIFEST, read_manifest, refuse_old
from analysis.studies.study_writing import STUDY as STUDY_NAME
from sim.files import ScenarioError, load_scenario, vary
from sim.files.complaints import NAME_RULE
from sim.files.problems import Findings, Spot, fail
from sim.files.reading import Reading, compose_form, read_form
from sim.files.shipped import FOLDER, list_scenarios
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import Node
from sim.scenario import Scenario
from sim.scenario.bounds import NAME_PATTERN

STUDIES = FOLDER / "studies"
ADVICE = "a block of `key: value` lines: study, scenario, factors, design"


def list_studies() -> list[str]:
    """Names of the shipped studies in alphabetical order."""
    return sorted(path.stem for path in STUDIES.glob("*.yaml"))


def find_study(name_or_path: str) -> Path:
    """The file of a study: a shipped name, or the path of a YAML file or of a study's folder.

    Raises
    ------
    ScenarioError
        When there is none.
    """
    if name_or_path in list_studies():
        return STUDIES / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if path.is_dir() and (path / "study.yaml").is_file():
        return path / "study.yaml"
    if not path.exists() and path.suffix not in (".yaml", ".yml"):
        names = list_studies()
        hint = did_you_mean(name_or_path, names)
        raise fail(
            Spot(shown(name_or_path)[1:-1]),
            f"there is no such study; shipped: {one_of(names)}; or give the path of a YAML file{hint}",
        )
    return path


def read_study(name_or_path: str | Path, is_known: bool = False) -> Study:
    """Read a study.

    Parameters
    ----------
    name_or_path : str or path
        A shipped name, or the path of a study file.
    is_known : bool
        Whether it was carried out before, so that what its rows set need not be tried out again: that takes some
        milliseconds for each level of each factor.

    Raises
    ------
    ScenarioError
        With every problem of the file and of the scenario it names.
    """
    path = find_study(str(name_or_path))
    _refuse_old(path)
    findings = Findings([str(path)], STUDY.noun)
    top = compose_form(read_text(path, str(path), STUDY.noun), str(path), STUDY, findings, ADVICE)
    if _is_scenario(top):
        raise fail(
            Spot(str(path), 1, 1), "this is a scenario: `climbdown check FILE`; a study names one as `scenario:`"
        )
    study = _StudyReading(path, read_form(top, STUDY, findings), is_known).study()
    findings.stop()
    assert study is not None, "no study although nothing was found wrong"
    return study


def _refuse_old(path: Path) -> None:
    """Refuse the file of a study that was carried out in an earlier format, whose scenario is in that format too."""
    if path.name != STUDY_NAME or not (path.parent / MANIFEST).is_file():
        return
    try:
        manifest = read_manifest(path.parent)
        if isinstance(manifest, dict):
            refuse_old(path.parent, manifest)
    except StudyError as error:
        raise fail(Spot(str(path)), str(error)) from None


def _is_scenario(top: Node) -> bool:
    return ("leaders" in top.value or "extends" in top.value) and not {"scenario", "design"} & set(top.value)


class _StudyReading:
    def __init__(self, path: Path, reading: Reading[StudyFile], is_known: bool) -> None:
        self.path = path
        self.is_known = is_known
        self.reading = reading
        self.findings = reading.findings

    def study(self) -> Study | None:
        value = self.reading.value
        scenario = self.scenario()
        read = read_factors(self.reading, scenario, self.is_known)
        design = self.design(read)
        name = self.name()
        if scenario is None or design is None:
            return None
        recipe = Recipe(
            scenario, design.factors, read.choices, value("replications"), value("parameters"), value("seed")
        )
        if isinstance(design, Listed) and not self.is_known:
            refused = set(self.reading.names("factors")) - {factor.name for factor in read.factors}
            try_list(recipe, design, self.findings, value("set"), refused)
        study = Study(name, value("title"), value("question"), self.with_outputs(recipe), design, read.labels)
        return with_answer(study, self.reading)

    def name(self) -> str:
        given = self.reading.value("study")
        name = self.path.stem if given is None else str(given)
        if given is None and self.reading.is_sound("study") and not re.fullmatch(NAME_PATTERN.strip("^$"), name):
            said = (
                f"{shown(name)}, the name of the file, cannot be the name of a study; give one as `study:`; {NAME_RULE}"
            )
            self.findings.add(Spot(str(self.path), 1, 1), said)
        return name

    def scenario(self) -> Scenario | None:
        """The scenario named, with what the study sets in it."""
        named = self.reading.value("scenario")
        if named is None:
            return None
        try:
            scenario = load_scenario(named if named in list_scenarios() else self.path.parent / named)
        except ScenarioError as error:
            self._pass_on(error, named)
            return None
        return self.varied(scenario)

    def _pass_on(self, error: ScenarioError, named: str) -> None:
        for problem in error.problems:
            if problem.line:
                self.findings.add(Spot(*problem[:3]), problem.message)
            else:
                hint = did_you_mean(named, list_scenarios())
                said = f"scenario {shown(named)}: {problem.message}; shipped: {one_of(list_scenarios())}{hint}"
                self.reading.add(("scenario",), said)

    def varied(self, scenario: Scenario) -> Scenario | None:
        changes: dict[str, Any] = self.reading.value("set")
        if not self.reading.is_sound("set"):
            return None
        before = len(self.findings)
        for path, value in changes.items():
            for message in refusals(scenario, {path: value}):
                self.reading.add(("set", path), message)
        if len(self.findings) > before:
            return None
        try:
            return vary(scenario, changes) if changes else scenario
        except ScenarioError as error:
            for problem in error.problems:
                self.reading.add(("set",), f"together: {problem.message}", key=True)
            return None

    def design(self, read: FactorsRead) -> Design | None:
        if not self.reading.is_sound("design"):
            return None
        options = dict(self.reading.value("design"))
        kind = options.pop("kind")
        if not read.factors and kind != "list":
            if not self.findings:
                said = "factors is missing; what varies: a path into the scenario, and a range or a list of values"
                self.reading.add(("factors",), said, key=True)
            return None
        if options.get("file"):
            options["file"] = str(self.path.parent / options["file"])
        try:
            return make_design(kind, read.factors, self.reading.value("seed"), **options)
        except DesignError as error:
            self._complain_of_design(error, list(options))
        return None

    def _complain_of_design(self, error: DesignError, options: list[str]) -> None:
        for problem in error.problems:
            if problem.line:
                self.findings.add(Spot(*problem[:3]), problem.message)
            else:  # the file itself cannot be had
                self.reading.add(("design", "file"), str(problem))
        if not error.problems:
            text = str(error)
            place = next((("design", name) for name in options if name in text), ("design",))
            self.reading.add(place, f"design: {text}")

    def with_outputs(self, recipe: Recipe) -> Recipe:
        asked: list[str] = self.reading.value("outputs")
        if not asked:
            return recipe
        known = measure_types(recipe)
        for place, name in enumerate(asked):
            if not chosen(known, [name]):
                hint = did_you_mean(name, known)
                said = f"no output {shown(name)}; allowed: {one_of(known, 80)}{hint}"
                self.reading.add(("outputs", place), said)
        return replace(recipe, outputs=tuple(dict.fromkeys(asked)))
