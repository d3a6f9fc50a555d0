"""The rows of a list tried out on the scenario: every word, and the ends of every column of numbers, at its cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from analysis.studies.designs import ROW, Factor
from analysis.studies.designs.listed import Listed
from analysis.studies.factor_reading import UNKNOWN, refusals
from analysis.studies.study import Changes, Recipe, as_label, changes_of, plain
from analysis.studies.taken_names import NamesTaken, PathsTaken
from sim.files.problems import Findings, Spot

MOST_TRIED = 200
"""Different numbers of a column that are tried once its smallest or largest is refused."""


class _Told(NamedTuple):
    """A value of a column, and the first row that has it."""

    value: Any
    row: int


def try_list(
    recipe: Recipe,
    design: Listed,
    findings: Findings,
    held: Changes | None = None,
    refused: Collection[str] = (),
) -> None:
    """Note what the scenario refuses of a list, at the cell; and headings whose name or place is taken.

    Parameters
    ----------
    recipe, design : Recipe, Listed
        The study, and its list.
    findings : Findings
        Receives what is refused.
    held : mapping, optional
        What the study sets for every row: value by path.
    refused : collection of str, optional
        Factors that the study file was told about already; nothing more is said about their columns.
    """
    names, paths = NamesTaken(recipe.scenario, recipe.choices), PathsTaken(held)
    for factor in (factor for factor in design.factors if factor.name not in refused):
        clash = paths.take(factor, recipe.choices.get(factor.name))
        said = names.take(factor) or (clash.message if clash is not None else "")
        if said:
            findings.add(design.heading_spot(factor.name), said)
            continue
        _try_column(recipe, design, factor, findings)


def _try_column(recipe: Recipe, design: Listed, factor: Factor, findings: Findings) -> None:
    ends, words = _ends_and_words(design, factor)
    refused = [_tried(recipe, design, factor, told, findings) for told in ends]
    if any(refused):
        for told in _numbers(design, factor):
            _tried(recipe, design, factor, told, findings)
    for told in words:
        _tried(recipe, design, factor, told, findings)


def _tried(recipe: Recipe, design: Listed, factor: Factor, told: _Told, findings: Findings) -> bool:
    """Whether a value is refused, which is then noted."""
    messages = list(_against(recipe, factor, told.value))
    for message in messages:
        findings.add(_spot(design, factor, told, message), message)
    return bool(messages)


def _spot(design: Listed, factor: Factor, told: _Told, message: str) -> Spot:
    return design.heading_spot(factor.name) if UNKNOWN in message else design.value_spot(told.row, factor.name)


def _against(recipe: Recipe, factor: Factor, value: Any) -> Iterator[str]:
    try:
        changes = changes_of(recipe, factor, value)
    except KeyError as error:
        yield str(error.args[0])
        return
    yield from refusals(recipe.scenario, changes)


def _ends_and_words(design: Listed, factor: Factor) -> tuple[list[_Told], list[_Told]]:
    """The smallest and largest number of a column, and every word in it, each with the first row that has it."""
    ends: list[_Told] = []
    words: dict[str, _Told] = {}
    for told in _column(design, factor):
        if _is_number(told.value):
            ends = [min([*ends, told], key=lambda t: t.value), max([*ends, told], key=lambda t: t.value)]
        else:
            words.setdefault(as_label(told.value), told)
    return list(dict.fromkeys(ends)), list(words.values())


def _numbers(design: Listed, factor: Factor) -> list[_Told]:
    found: dict[Any, _Told] = {}
    for told in _column(design, factor):
        if _is_number(told.value) and len(found) < MOST_TRIED:
            found.setdefault(told.value, told)
    return list(found.values())


def _column(design: Listed, factor: Factor) -> Iterator[_Told]:
    """The values of a column with the rows that have them, each value once a chunk."""
    for table in design.chunks():
        if table[factor.name].dtype != object:  # in a mixed column 1 and true would count as the same
            table = table.drop_duplicates(factor.name)  # noqa: PLW2901 - the same rows, fewer
        rows = table[ROW].tolist()
        yield from (_Told(plain(value), row) for row, value in zip(rows, table[factor.name].tolist(), strict=True))


def _is_number(value: Any) -> bool:
    return type(value) in (int, float)
