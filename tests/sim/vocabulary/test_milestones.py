"""Does a run remember each milestone, and can each be spoken of?"""

from __future__ import annotations

from sim.state.between import Dyad
from sim.state.fields import fields_of
from sim.vocabulary.milestones import EVER, ROWS


def test_the_dyad_has_a_field_for_each_in_the_same_order() -> None:
    names = [field.name for field in fields_of(Dyad)]
    assert [name for name in names if name.startswith("ever_")] == [f"ever_{word}" for word in EVER]


def test_each_is_spoken_of() -> None:
    assert all(row.sentence and row.phrase for row in ROWS)
