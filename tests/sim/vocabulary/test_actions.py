"""Are the nests stretches of the list of moves?"""

from __future__ import annotations

from sim.vocabulary import actions as a


def test_nests_follow_one_another_and_hold_every_move_once() -> None:
    held = [k for nest in range(a.N_NESTS) for k in range(a.NEST_FIRST[nest], a.NEST_END[nest])]
    assert held == list(range(a.COUNT))
    assert all(a.NEST_FIRST[row.nest] <= row.code < a.NEST_END[row.nest] for row in a.ROWS)


def test_every_move_can_be_spoken_of() -> None:
    assert all(row.meaning and row.wording.noun and row.wording.infinitive and row.wording.past for row in a.ROWS)
