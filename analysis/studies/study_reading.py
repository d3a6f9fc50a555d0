"""From a study file to a study: everything that is wrong told at once, each with its line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.studies.designs import DESIGNS, Design, DesignError, Factor, make_design
from analysis.studies.factors import Listed, read_factors, refusals
from analysis.studies.study import Recipe, Study, as_label, changes_of, plain
from analysis.studies.study_columns import chosen, measure_types
from analysis.studies.study_nodes import Block, plain_value
from sim.files import ScenarioError, load_scenario, vary
from sim.files.complaints import NAME_RULE
from sim.files.problems import Findings, Spot, fail
from sim.files.shipped import FOLDER, list_scenarios
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import Node, compose
from sim.scenario import Scenario

KEYS = (
    "study", "title", "question", "scenario", "set", "factors", "design", "replications", "parameters", "outputs",
    "seed",
)  # fmt: skip
NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}")
STUDIES = FOLDER / "studies"
LARGEST_SEED = 2**32 - 1
MOST_REPLICATIONS = 10**9


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


def read_study(name_or_path: str | Path) -> Study:
    """Read a study.

    Raises
    ------
    ScenarioError
        With every problem of the file and of the scenario it names.
    """
    path = find_study(str(name_or_path))
    findings = Findings()
    node = compose(read_text(path, str(path)), str(path), findings)
    if node is None or not isinstance(node.value, dict):
        findings.stop()
        raise fail(Spot(str(path), 1, 1), "a study is a block of `key: value` lines: study, scenario, factors, design")
    study = _Reading(path, Block("a study", node, findings), findings).study()
    findings.stop()
    assert study is not None, "no study although nothing was found wrong"
    return study


class _Reading:
    def __init__(self, path: Path, block: Block, findings: Findings) -> None:
        self.path = path
        self.block = block
        self.findings = findings

    def study(self) -> Study | None:
        block = self.block
        block.allow(KEYS)
        scenario = self.scenario()
        listed = self.factors(scenario)
        seed = block.whole("seed", 0, LARGEST_SEED, 0)
        replications = block.whole("replications", 1, MOST_REPLICATIONS, 1)
        parameters = block.word("parameters", ("central", "drawn"), "central")
        design = self.design(listed, seed)
        name = self.name()
        if scenario is None or design is None:
            return None
        recipe = Recipe(scenario, design.factors, listed.choices, replications, parameters, seed)
        if design.kind == "list":
            self.try_list(recipe, design)
        recipe = self.with_outputs(recipe)
        return Study(name, block.text("title"), block.text("question"), recipe, design)

    def name(self) -> str:
        found = self.block.text("study", self.path.stem)
        if NAME.fullmatch(found) is None:
            spot = self.block.entries["study"].spot if "study" in self.block.entries else self.block.node.spot
            self.findings.add(spot, f"{shown(found)} cannot be the name of a study; {NAME_RULE}")
        return found

    def scenario(self) -> Scenario | None:
        """The scenario named, with what the study sets in it."""
        if "scenario" not in self.block.entries:
            self.block.missing("scenario", f"a path, or one of {one_of(list_scenarios())}")
            return None
        named = self.block.text("scenario")
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
                self.findings.add(self.block.entries["scenario"].spot, said)

    def varied(self, scenario: Scenario) -> Scenario | None:
        node = self.block.entries.get("set")
        if node is None:
            return scenario
        changes = Block.at("set", node, self.findings).entries
        before = len(self.findings)
        for path, value in changes.items():
            for message in refusals(scenario, {path: plain_value(value)}):
                self.findings.add(value.spot, message)
        if len(self.findings) > before:
            return None
        try:
            return vary(scenario, {path: plain_value(value) for path, value in changes.items()})
        except ScenarioError as error:
            for problem in error.problems:
                self.findings.add(node.name_spot, f"together: {problem.message}")
            return None

    def factors(self, scenario: Scenario | None) -> Listed:
        node = self.block.entries.get("factors")
        return read_factors(node, scenario, self.findings) if node is not None else Listed((), {})

    def design(self, listed: Listed, seed: int) -> Design | None:
        if "design" not in self.block.entries:
            self.block.missing("design", f"one of {one_of(DESIGNS)}")
            return None
        node = self.block.entries["design"]
        options = {"kind": node} if isinstance(node.value, str) else Block.at("design", node, self.findings).entries
        if "kind" not in options:
            self.findings.add(node.name_spot, f"kind is missing in design; allowed: {one_of(DESIGNS)}")
            return None
        if not listed.factors and options["kind"].value != "list":
            if not self.findings:
                self.block.missing("factors", "what varies: a path into the scenario, and a range or a list of values")
            return None
        return self._made(node, options, listed.factors, seed)

    def _made(self, node: Node, options: Mapping[str, Node], factors: tuple[Factor, ...], seed: int) -> Design | None:
        given = {name: plain_value(value) for name, value in options.items() if name != "kind"}
        if isinstance(given.get("file"), str):
            given["file"] = str(self.path.parent / given["file"])
        try:
            return make_design(str(options["kind"].value), factors, seed, **given)
        except DesignError as error:
            text = str(error)
            place = next((options[name] for name in options if name != "kind" and name in text), None)
            self.findings.add(place.spot if place is not None else node.spot, f"design: {text}")
        except TypeError:  # a key that is no name at all
            self.findings.add(node.spot, "design: options are single words")
        return None

    def try_list(self, recipe: Recipe, design: Design) -> None:
        """Try out the extremes of every column of a list, and each of its words."""
        spot = self.block.entries["design"].spot
        for factor in design.factors:
            for value in _told(design, factor):
                try:
                    changes = changes_of(recipe, factor, value)
                except KeyError as error:
                    self.findings.add(spot, f"the list: {error.args[0]}")
                    continue
                for message in refusals(recipe.scenario, changes):
                    self.findings.add(spot, f"the list: {message}")

    def with_outputs(self, recipe: Recipe) -> Recipe:
        asked = self.block.words("outputs")
        if not asked:
            return recipe
        known = measure_types(recipe)
        for name, node in asked:
            if not chosen(known, [name]):
                hint = did_you_mean(name, known)
                self.findings.add(node.spot, f"no output {shown(name)}; allowed: {one_of(known, 80)}{hint}")
        names = tuple(dict.fromkeys(name for name, _ in asked))
        return Recipe(
            recipe.scenario, recipe.factors, recipe.choices, recipe.replications, recipe.parameters, recipe.seed, names
        )


def _told(design: Design, factor: Factor) -> list[Any]:
    """The smallest and largest number of a column of a list, and every word in it."""
    numbers: list[float] = []
    words: dict[str, Any] = {}
    for table in design.chunks():
        values = [plain(value) for value in table[factor.name].unique().tolist()]
        seen = [value for value in values if type(value) in (int, float)]
        numbers = [min([*numbers, *seen]), max([*numbers, *seen])] if seen or numbers else []
        words |= {as_label(value): value for value in values if type(value) not in (int, float)}
    return [*dict.fromkeys(numbers), *words.values()]
