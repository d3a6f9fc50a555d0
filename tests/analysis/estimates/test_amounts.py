"""Do quantities of either side and of every issue come with the words they are told in?"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates.amounts import parts_of_issues, side_amounts, sides
from sim.narrative.case_words import CaseWords
from sim.vocabulary.wording import Wording

TABLE = pd.DataFrame(
    {"trough_us": [0.1, 0.2], "trough_china": [0.0, 0.3], "settlement_taiwan": [0.5, None], "escalate_count_us": [3, 4]}
)


def test_sides_are_known_by_their_columns() -> None:
    assert sides(TABLE) == ["china", "us"]
    assert sides(pd.DataFrame({"outcome": []})) == []


def test_a_quantity_is_read_from_its_column_and_told_with_the_side() -> None:
    found = {measure.name: measure for measure in side_amounts(TABLE)}
    assert found["trough_us"].values(TABLE).tolist() == [0.1, 0.2]
    fell = found["trough_us"].said_with(CaseWords(given={"market": Wording("bourse")}).fill)
    assert fell.said("12% (10% to 14%)", {"us": "Aldmark"}) == (
        "the bourse of Aldmark fell by 12% (10% to 14%) at worst on average"
    )
    assert (found["trough_us"].most, found["escalate_count_us"].most) == (1.0, 1000.0)


def test_a_part_of_an_issue_is_not_asked_where_nothing_was_settled() -> None:
    (part,) = parts_of_issues(TABLE)
    assert np.isnan(part.values(TABLE)[1])
    said = part.said_with(CaseWords(given={"issue": Wording("matter")}).fill)
    assert (
        said.happens({"china": "China", "taiwan": "Words on Taiwan"})
        == "China's part of the matter 'Words on Taiwan' came"
    )
