"""A comparison over many lucks as a page: what differs and how surely, in one picture and in every number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.documents.differing import forest_picture
from analysis.documents.document import Document, Prose, Section, Table
from analysis.documents.ensemble_document import CAVEAT
from analysis.documents.pair_differences import pair_blocks, parting_sentence
from analysis.documents.run_instead import said_setting
from analysis.estimates.paired_runs import Parted
from sim.files import parse_setting
from sim.narrative.cast import Cast
from sim.scenario import Scenario


def compared_document(
    found: pd.DataFrame,
    medians: Mapping[str, Mapping[str, Any]],
    parted: Parted,
    pair: tuple[Scenario, Scenario],
    head: Mapping[str, Any],
) -> Document:
    """Return a comparison as a document.

    Parameters
    ----------
    found : pandas.DataFrame
        From :func:`analysis.estimates.measure_differences.measure_differences`.
    medians : mapping
        From :func:`analysis.estimates.paired_runs.median_days`.
    parted : Parted
        Where pairs part.
    pair : tuple of Scenario
        Both settings.
    head : mapping
        ``settings`` (what each is called in a command), ``typed`` (the settings of each),
        ``runs``, ``asked``, ``seed``, ``parameters`` and ``version``.
    """
    opening, *rest = pair_blocks(found, medians, pair)
    answer = opening.paragraphs if isinstance(opening, Prose) else ()
    sections = (
        Section("What differs", (forest_picture(found, pair) or Prose(("No measure differs in any pair.",)),)),
        Section("Every measure", tuple(map(_unlaid, rest))),
    )
    title = f"{pair[0].title or pair[0].name}: two settings under {head['runs']:,} lucks"
    told = (*answer, parting_sentence(parted))
    sides = zip("AB", pair, head["typed"], strict=True)
    question = " against ".join(f"{letter}: {_called(scenario, typed)}" for letter, scenario, typed in sides)
    return Document("a comparison", title, question, told, sections, CAVEAT, _made(pair[0], head))


def _called(scenario: Scenario, typed: Sequence[str]) -> str:
    """What one of the two is called by the names of the case."""
    cast = Cast(scenario)
    return " and ".join(said_setting(cast, *parse_setting(one)) for one in typed) or "the scenario as it is"


def _unlaid(block: Any) -> Any:
    """A table as a page has it, which is as wide as it needs to be."""
    return block._replace(layout=()) if isinstance(block, Table) else block


def _made(scenario: Scenario, head: Mapping[str, Any]) -> str:
    part = f", stopped early of {head['asked']:,} asked" if head["runs"] < head["asked"] else ""
    return (
        f"Made by climbdown {head['version']}: scenario {scenario.name}, {head['runs']:,} lucks{part}, each under "
        f"both settings ({'; '.join(head['settings'])}), seed {head['seed']}, parameters {head['parameters']}."
    )
