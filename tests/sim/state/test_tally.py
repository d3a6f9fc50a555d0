"""Does a run begin with nothing counted?"""

from __future__ import annotations

from sim.state.fields import fields_of
from sim.state.tally import Tally
from sim.vocabulary import events
from tests.sim.rules.worlds import world_of


def test_nothing_is_counted_before_anything_happens() -> None:
    tally = world_of().tally[0]
    assert list(tally.happened) == [0] * events.COUNT
    assert list(tally.first_ask) == [-1, -1]
    assert (tally.rupture_day, tally.ask_after_rupture, tally.break_day, tally.ask_after_break, tally.lead) == (-1,) * 5
    assert (tally.asks_to_yes, tally.table, tally.agreed_at) == (-1, -1, -1)
    assert (tally.yeses, tally.noes, tally.ahead_announced, tally.ahead_held, tally.opening_held) == (0,) * 5


def test_no_number_of_it_is_set_or_shown_by_a_scenario() -> None:
    assert all(field.path is None and field.shown is None for field in fields_of(Tally))
