"""A comparison over many lucks as a page: what differs and how surely, in one picture and in every number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.documents.differing import forest_picture
from analysis.documents.document import Document, Prose, Section, Table
from analysis.documents.ensemble_document import CAVEAT
from analysis.documents.field_names import said_setting
from analysis.documents.pair_differences import pair_blocks, parting_sentence
from analysis.estimates.paired_runs import Parted
from sim.files import parse_setting
from sim.narrative.cast import Cast
from sim.scenario import Scenario

AS_IT_IS = "the scenario as it is"


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
        ``settings`` (of each, as they were typed: ``path=value``), ``runs``, ``asked``, ``seed``, ``parameters`` and
        ``version``.
    """
    opening, *rest = pair_blocks(found, medians, pair)
    answer = opening.paragraphs if isinstance(opening, Prose) else ()
    sections = (
        Section("What differs", (forest_picture(found, pair) or Prose(("No measure differs in any pair.",)),)),
        Section("Every measure", tuple(map(_unlaid, rest))),
    )
    title = f"{pair[0].title or pair[0].name}: two settings under {head['runs']:,} lucks"
    told = (*answer, parting_sentence(parted))
    question = " against ".join(settings_said(pair, head["settings"]))
    return Document("a comparison", title, question, told, sections, CAVEAT, _made(pair[0], head))


def settings_said(pair: tuple[Scenario, Scenario], typed: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield what each of the two is called, by the names of the case: ``A: ego of Donald Trump at 0.1``.

    What one of the two takes away has its name in the other, so each is named by the other's.
    """
    for letter, other, settings in zip("AB", reversed(pair), typed, strict=True):
        said = (said_setting(Cast(other), *parse_setting(one)) for one in settings)
        yield f"{letter}: {' and '.join(said) or AS_IT_IS}"


def _unlaid(block: Any) -> Any:
    """A table as a page has it, which is as wide as it needs to be."""
    return block._replace(layout=()) if isinstance(block, Table) else block


def _made(scenario: Scenario, head: Mapping[str, Any]) -> str:
    part = f", stopped early of {head['asked']:,} asked" if head["runs"] < head["asked"] else ""
    pairs = zip("AB", head["settings"], strict=True)
    typed = "; ".join(f"{letter} {', '.join(settings)}" for letter, settings in pairs if settings)
    return (
        f"Made by climbdown {head['version']}: scenario {scenario.name}, {head['runs']:,} lucks{part}, each under "
        f"both settings{f' ({typed})' if typed else ''}, seed {head['seed']}, parameters {head['parameters']}."
    )
