"""A study as text again, complete and self-contained, and as what must not change while it is being run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.studies.designs import Design, Factor
from analysis.studies.study import Study
from sim.files.scenario_writing import plain_tree, scenario_yaml, tree_yaml
from sim.run import rules_digest
from sim.version import __version__

STUDY, SCENARIO, SETTINGS = "study.yaml", "scenario.yaml", "settings.csv"
TOLD = 6
"""Differences that are spelled out."""


def files_of(study: Study, folder: Path) -> dict[str, bytes]:
    """The files that together are the whole study, by their names in its folder.

    They are ``scenario.yaml``, for a list ``settings.csv``, and ``study.yaml``, which names the others. A list of
    settings that lies in the folder already is left as it is.
    """
    files = {}
    if study.design.kind == "list" and (folder / SETTINGS).resolve() != Path(_file(study.design)).resolve():
        files[SETTINGS] = Path(_file(study.design)).read_bytes()
    files[SCENARIO] = scenario_yaml(study.recipe.scenario).encode()
    return files | {STUDY: tree_yaml(study_tree(study)).encode()}


def _file(design: Design) -> str:
    return str(design.describe()["options"]["file"])


def study_tree(study: Study) -> dict[str, Any]:
    """A study as nested plain values, as its file has them."""
    recipe = study.recipe
    options = {name: value for name, value in study.design.describe()["options"].items() if name != "digest"}
    options |= {"file": SETTINGS} if "file" in options else {}
    tree: dict[str, Any] = {"study": study.name, "title": study.title, "question": study.question}
    tree |= {"scenario": SCENARIO}
    tree["factors"] = {factor.name: _factor_tree(study, factor) for factor in recipe.factors if _is_said(study, factor)}
    tree |= {"design": {"kind": study.design.kind, **options}, "replications": recipe.replications}
    tree |= {"parameters": recipe.parameters, "outputs": list(recipe.outputs), "seed": recipe.seed}
    return tree | _answered_by(study)


def _answered_by(study: Study) -> dict[str, Any]:
    """The keys that say what answers the question, as far as the study has them."""
    tree: dict[str, Any] = {"measure": study.measure} if study.measure else {}
    if study.contrast is None:
        return tree
    first, second, where = study.contrast
    sides = {"between": {side.label: dict(side.settings) for side in (first, second)}}
    return tree | {"contrast": sides | ({"where": {where.label: dict(where.settings)}} if where.settings else {})}


def _is_said(study: Study, factor: Factor) -> bool:
    """Whether a factor must be written down: a column of a list whose heading is its path says all by itself."""
    plain_column = factor.paths == (factor.name,) and factor.name not in study.recipe.choices and not factor.group
    return study.design.kind != "list" or not plain_column or factor.name in study.labels


def _factor_tree(study: Study, factor: Factor) -> dict[str, Any]:
    if factor.name in study.recipe.choices:
        alternatives = study.recipe.choices[factor.name]
        tree: dict[str, Any] = {"choices": {label: dict(changes) for label, changes in alternatives.items()}}
    elif factor.levels:
        tree = {"paths": list(factor.paths), "levels": list(factor.levels)}
    else:
        tree = {"paths": list(factor.paths), "low": factor.low, "high": factor.high, "steps": factor.steps}
    tree |= {"group": factor.group} if factor.group else {}
    return tree | ({"label": study.labels[factor.name]} if factor.name in study.labels else {})


def identity(study: Study) -> dict[str, Any]:
    """All that decides what a row of the study holds: the same identity, the same bytes."""
    design = study.design.describe()
    design["options"].pop("file", None)
    return {
        "version": __version__,
        "rules": rules_digest(),
        "scenario": json.loads(json.dumps(plain_tree(study.recipe.scenario, defaults=True), default=str)),
        "design": json.loads(json.dumps(design)),
        "choices": json.loads(json.dumps(study.recipe.choices, default=str)),
        "replications": study.recipe.replications,
        "parameters": study.recipe.parameters,
        "seed": study.recipe.seed,
        "outputs": list(study.recipe.outputs),
    }


def digest_of(identity: Mapping[str, Any]) -> str:
    """16 hex digits of an identity."""
    return hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()[:16]


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What differs between two identities, in a line each."""
    lines = list(_differences("", before, after))
    rest = len(lines) - TOLD
    return lines[:TOLD] + ([f"and {rest} more"] if rest > 0 else [])


def _differences(path: str, before: Any, after: Any) -> Iterator[str]:
    pairs = _pairs(before, after)
    if pairs is None:
        if before != after:
            yield f"{path}: {_short(before)} in the folder, {_short(after)} now"
        return
    for key, one, other in pairs:
        yield from _differences(f"{path}.{key}" if path else str(key), one, other)


def _pairs(before: Any, after: Any) -> list[tuple[object, Any, Any]] | None:
    """What two blocks, or two lists of one length, hold at each place; None for anything else."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return [(key, before.get(key), after.get(key)) for key in dict.fromkeys([*before, *after])]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [(place, one, other) for place, (one, other) in enumerate(zip(before, after, strict=True))]
    return None


def _short(value: Any) -> str:
    text = json.dumps(value)
    return "absent" if value is None else text if len(text) <= 40 else text[:37] + "..."
