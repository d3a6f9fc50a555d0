"""Do the columns of a summary name its numbers?"""

from __future__ import annotations

from sim.state.summary_columns import FIRST_SIDE, INNER, N_HEAD, N_PER_SIDE, summary_columns
from sim.vocabulary import actions as a


def test_there_is_a_name_for_every_number() -> None:
    columns = summary_columns(("east", "west"), ("tolls", "fish"))
    assert len(columns) == len(set(columns)) == FIRST_SIDE + 2 * N_PER_SIDE + 2
    assert list(columns[N_HEAD:FIRST_SIDE]) == INNER
    assert columns[0] == "outcome"
    assert columns[-1] == "settlement_fish"
    assert [f"{action}_count_west" for action in a.WORDS] == list(columns[-2 - len(a.WORDS) : -2])
