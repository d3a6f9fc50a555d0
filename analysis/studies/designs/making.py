"""A design by its name, from a study file or from the manifest of a study already begun."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from analysis.studies.designs.design import Design
from analysis.studies.designs.factor import DesignError, Factor
from analysis.studies.designs.grid import Grid
from analysis.studies.designs.lhs import LatinHypercube
from analysis.studies.designs.listed import Listed
from analysis.studies.designs.morris import Morris
from analysis.studies.designs.saltelli import Saltelli
from analysis.studies.designs.sobol import Sobol

DESIGNS: dict[str, type[Design]] = {
    design.kind: design for design in (Grid, LatinHypercube, Sobol, Saltelli, Morris, Listed)
}
"""Designs by the name that a study file uses."""


def make_design(kind: str, factors: Sequence[Factor], seed: int = 0, **options: Any) -> Design:
    """Make a design by name.

    Parameters
    ----------
    kind : str
        ``grid``, ``lhs``, ``sobol``, ``saltelli``, ``morris`` or ``list``.
    factors : sequence of Factor
        What varies; may be empty for a list, whose heading then names the paths.
    seed : int
        0 to 2**32 - 1.
    **options
        ``points`` (lhs, sobol), ``base`` and ``second_order`` (saltelli), ``trajectories`` and ``grid_levels``
        (morris), ``file`` (list).

    Raises
    ------
    DesignError
        On an unknown design or option, or a value that makes no design.
    """
    if kind not in DESIGNS:
        raise DesignError(f"no design '{kind}'; there are {', '.join(DESIGNS)}{_near(kind, DESIGNS)}")
    made = DESIGNS[kind]
    types = _option_types(made)
    for name, value in options.items():
        if name not in types:
            takes = ", ".join(name for name in types if name != "digest") or "no options"
            raise DesignError(f"design '{kind}' takes {takes}, not '{name}'{_near(name, types)}")
        _refuse_type(kind, name, value, types[name])
    return made(tuple(factors), seed, **options)


def _option_types(design: type[Design]) -> dict[str, type]:
    return {item.name: type(item.default) for item in fields(design) if item.name not in ("factors", "seed")}


def _refuse_type(kind: str, name: str, value: Any, wanted: type) -> None:
    if type(value) is not wanted:
        raise DesignError(f"design '{kind}': {name} must be {_WORDS[wanted]}, not {value!r}")


def design_from(description: Mapping[str, Any]) -> Design:
    """Make the design that :meth:`Design.describe` described."""
    factors = [Factor(**{**item, "paths": tuple(item["paths"])}) for item in description["factors"]]
    return make_design(description["kind"], factors, description["seed"], **description["options"])


_WORDS: dict[type, str] = {int: "a whole number", bool: "true or false", str: "text"}


def _near(name: str, known: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else ""
