"""Every kind of event has a clause, made of the words of the case and of values that a scene has."""

from __future__ import annotations

from string import Formatter

import pytest

from sim.narrative.case_words import CaseWords
from sim.narrative.scene_words import ANSWERED, BROUGHT_BACK, CAME_OF_IT, OPENING
from sim.vocabulary import events as e

VALUES = {"actor", "target", "country", "both", "person", "mediator", "under", "meeting", "fixed", "by", "to", "share"}
VALUES |= {"fall", "ago"}


def test_every_kind_has_a_clause() -> None:
    assert set(OPENING) == set(range(e.COUNT))


@pytest.mark.parametrize("table", [OPENING, CAME_OF_IT, BROUGHT_BACK, ANSWERED])
def test_gaps_are_words_of_the_case_or_values(table: dict[int, str]) -> None:
    for template in table.values():
        gaps = {name.partition(".")[0] for _, name, _, _ in Formatter().parse(template) if name}
        assert gaps <= VALUES | set(CaseWords())
