"""What a study file says will answer its question: a measure that the study keeps, and what is set against what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.estimates.catalogue import measures_of
from analysis.estimates.measure_estimates import can_be_read
from analysis.studies.contrast import HIGHEST, LOWEST, AskedContrast, Side
from analysis.studies.contrast_rows import in_settings, same_number, takes_range
from analysis.studies.designs import Factor
from analysis.studies.study import Study, as_label, plain
from analysis.studies.study_columns import HORIZON, measure_types
from analysis.studies.study_form import StudyFile
from sim.files.reading import Reading
from sim.files.slots import Path
from sim.files.source_text import LABEL_RULE, wrong_label
from sim.files.suggestions import did_you_mean, one_of, shown

BETWEEN: Path = ("contrast", "between")
WHERE: Path = ("contrast", "where")
MOST_TRIED = 100_000
"""Rows of a design that are looked through for a side's settings."""

Readings = Reading[StudyFile]


def with_answer(study: Study, reading: Readings) -> Study:
    """The study with what answers its question.

    Parameters
    ----------
    study : Study
        All else that the file says.
    reading : Reading of StudyFile
        The file; receives what is wrong, each at its place.
    """
    found = study._replace(measure=_measure(study, reading))
    if not reading.says("contrast") or not reading.is_sound("contrast"):
        return found
    return found._replace(contrast=_contrast(study, reading))


def _measure(study: Study, reading: Readings) -> str:
    name: str = reading.value("measure")
    if not name:
        if reading.says("measure") and reading.is_sound("measure"):
            reading.add(("measure",), "the name of the measure is empty; leave the key out where none is meant")
        return ""
    known = measures_of(study.recipe.scenario)
    if name not in known:
        said = f"no measure {shown(name)}; allowed: {one_of(known, 80)}{did_you_mean(name, known)}"
        reading.add(("measure",), said)
        return ""
    kept = pd.DataFrame(columns=[*measure_types(study.recipe), HORIZON])
    if not can_be_read(known[name], kept):
        said = (
            f"measure {shown(name)} is read from what this study does not keep; outputs has "
            f"{one_of(study.recipe.outputs)}: add {shown(name)} to it, or leave outputs out to keep all"
        )
        reading.add(("measure",), said)
    return name


def _contrast(study: Study, reading: Readings) -> AskedContrast | None:
    before = len(reading.findings)
    sides = [_side(study, reading, (*BETWEEN, label)) for label in reading.names(*BETWEEN)]
    where = [_side(study, reading, (*WHERE, label)) for label in reading.names(*WHERE)]
    for wrong, path in _wrong_counts(len(sides), len(where)):
        reading.add(path, wrong, key=True)
    if len(reading.findings) > before:
        return None
    asked = AskedContrast(sides[0], sides[1], where[0] if where else Side("", {}))
    for wrong, path in _wrong_together(study, asked):
        reading.add(path, wrong, key=True)
    return asked


def _wrong_counts(sides: int, where: int) -> Iterator[tuple[str, Path]]:
    if sides != 2:
        yield f"between has {sides} side{'s' * (sides != 1)}, not two; more than two make a grid's map", BETWEEN
    if where > 1:
        yield f"where has {where} entries; at most one, with all the settings that hold for both sides", WHERE


def _side(study: Study, reading: Readings, at: Path) -> Side:
    label = str(at[-1])
    if wrong := wrong_label(label):
        reading.add(at, f"the words for a side, {shown(label)}, {wrong}; {LABEL_RULE}", key=True)
    given: Mapping[str, Any] = reading.value(*at) or {}
    if not given:
        reading.add(at, f"{shown(label)} holds no setting; give at least one: the name of a factor and its value")
    return Side(label, {name: _value(study, reading, (*at, name), given[name]) for name in given})


def _value(study: Study, reading: Readings, at: Path, given: Any) -> Any:
    """A setting as the design has it; what it does not have is said."""
    factors = {factor.name: factor for factor in study.design.factors}
    name = str(at[-1])
    if name not in factors:
        if name not in reading.names("factors"):  # one that was refused is told at its own place
            said = f"no factor {shown(name)} in this study; it has {one_of(factors)}{did_you_mean(name, factors)}"
            reading.add(at, said, key=True)
        return given
    levels = _levels(study, factors[name])
    if levels is None:
        if given not in (LOWEST, HIGHEST):
            reading.add(at, _no_end(factors[name], given))
        return given
    found = _among(given, levels)
    if found is None:
        reading.add(at, _no_level(name, given, levels))
    return given if found is None else found


def _no_end(factor: Factor, given: Any) -> str:
    return (
        f"{shown(given)} is no end of {shown(factor.name)}, which takes any number from {factor.low:g} to "
        f"{factor.high:g} in this design; write {LOWEST} or {HIGHEST}, for its lowest or highest fifth"
    )


def _no_level(name: str, given: Any, levels: list[Any]) -> str:
    words = [as_label(level) if not isinstance(level, float) else f"{level:g}" for level in levels]
    ends = f", or {LOWEST} or {HIGHEST}" if _numeric(levels) else ""
    hint = did_you_mean(as_label(given), words) if isinstance(given, str) else ""
    return f"{shown(name)} is never {shown(given)} in this design; it has {one_of(words)}{ends}{hint}"


def _levels(study: Study, factor: Factor) -> list[Any] | None:
    """The values that a factor takes one by one; None where it takes a range."""
    if study.design.kind == "list":
        seen = (plain(value) for rows in study.design.chunks() for value in rows[factor.name].unique())
        return list(dict.fromkeys(seen))
    return None if takes_range(factor) else list(factor.levels)


def _among(given: Any, levels: list[Any]) -> Any:
    """The level that a value or an end means, or None."""
    exact = next((level for level in levels if _same(given, level)), None)
    if exact is None and given in (LOWEST, HIGHEST) and _numeric(levels):
        return min(levels) if given == LOWEST else max(levels)
    return exact


def _same(given: Any, level: Any) -> bool:
    if _is_number(given) and _is_number(level):
        return bool(same_number(level, float(given)))
    return type(given) is not float and as_label(given) == as_label(level)


def _numeric(levels: list[Any]) -> bool:
    return all(map(_is_number, levels))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _wrong_together(study: Study, asked: AskedContrast) -> Iterator[tuple[str, Path]]:
    """What is wrong with sides of which each is right by itself."""
    for side in (asked.first, asked.second):
        twice = sorted(set(side.settings) & set(asked.where.settings))
        if twice:
            yield f"{shown(twice[0])} stands under where already, for both sides", (*BETWEEN, side.label, twice[0])
    first, second = asked.settings_of(asked.first), asked.settings_of(asked.second)
    if first == second:
        yield "both sides hold the same settings, so there is nothing to tell apart", (*BETWEEN, asked.second.label)
    elif study.design.size <= MOST_TRIED:
        yield from _empty(study, asked)


def _empty(study: Study, asked: AskedContrast) -> Iterator[tuple[str, Path]]:
    """Sides of which the design has no row, and rows that are on both."""
    factors = {factor.name: factor for factor in study.design.factors}
    rows = study.design.values()
    there = [in_settings(rows, factors, asked.settings_of(side)) for side in (asked.first, asked.second)]
    for side, chosen in zip((asked.first, asked.second), there, strict=True):
        if not chosen.any():
            yield f"no row of this design has all the settings of {shown(side.label)}", (*BETWEEN, side.label)
    first, second = there
    if both := int((first & second).sum()):
        are = "row of this design is" if both == 1 else "rows of this design are"
        yield f"{both} {are} on both sides; give either a factor that differs", (*BETWEEN, asked.second.label)
