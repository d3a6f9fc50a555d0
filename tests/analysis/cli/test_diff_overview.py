"""Of many differences come first the frame, the numbers furthest apart, and who is only in one."""

from __future__ import annotations

import pytest

from analysis.cli.diff_overview import ABSENT, Difference, in_words, overview
from analysis.documents.document import Prose, Table


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0.6", "0.6"),
        ("245.0", "245"),
        ("-3.0", "-3"),
        ("trade", "trade"),
        ("distribution normal mean 0.6 sd 0.15 low 0.0 high 1.0", "0.6 (sd 0.15)"),
        ("distribution triangular low 0.1 mode 0.3 high 0.4", "0.3 (triangular)"),
        ("distribution uniform low 0.1 high 0.4", "0.1 to 0.4"),
        ("distribution choice", "choice"),
    ],
)
def test_a_distribution_is_told_by_its_middle_or_its_ends(text: str, told: str) -> None:
    assert in_words(text) == told


FOUND = [
    Difference("name", "one", "two"),
    Difference("horizon_days", "60", "90"),
    Difference("leaders.us.ego", "0.1", "0.9"),
    Difference("leaders.us.caution", "0.5", "distribution normal mean 0.6 sd 0.1"),
    Difference("leaders.us.pressure.points", "10.0", "20.0"),
    Difference("leaders.us.advisers.hawk.name", "Hawk", ABSENT),
    Difference("leaders.us.advisers.hawk.stance", "0.9", ABSENT),
    Difference("mediators.oslo.name", ABSENT, "Oslo"),
]


def test_frame_numbers_and_entries_each_have_a_table() -> None:
    answer, frame, numbers, only_one, only_two, blocks = overview(FOUND, ("one", "two"))
    assert isinstance(answer, Prose)
    assert "8 fields. 5 that both have, 2 that only one has, 1 that only two has." in answer.paragraphs[0]
    assert isinstance(frame, Table)
    assert frame.rows == (("  horizon_days", "60", "90"),)
    assert isinstance(numbers, Table)
    assert [row[0].strip() for row in numbers.rows[:2]] == ["leaders.us.ego", "leaders.us.caution"]
    assert isinstance(only_one, Table)
    assert only_one.rows == (("  leaders.us.advisers", "hawk"),)
    assert isinstance(only_two, Table)
    assert only_two.rows == (("  mediators", "oslo"),)
    assert isinstance(blocks, Prose)
    assert "leaders.us 5" in blocks.paragraphs[0]
