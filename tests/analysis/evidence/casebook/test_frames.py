"""Are the development cases of three kinds of list, as many as were taken from each?"""

from __future__ import annotations

from collections import Counter

from analysis.evidence.casebook.frames import FrameKind, frame_kind
from tests.analysis.evidence.casebook.shipped_cases import development


def test_the_development_cases_by_kind_of_list() -> None:
    found = Counter(frame_kind(case.selection_frame) for case in development().cases)
    assert found == {FrameKind.fame: 41, FrameKind.coercion: 37, FrameKind.random: 20}


def test_a_frame_that_nobody_knows_is_a_kind_of_its_own() -> None:
    assert frame_kind("my_own_list") is FrameKind.other
