"""Does the class of a leader name the traits, what is recorded, and what the scenario sets?"""

from __future__ import annotations

from sim.state.fields import fields_of
from sim.state.sides import Leader, Public


def test_what_the_steps_table_shows_of_a_leader_comes_from_the_class() -> None:
    shown = [field.shown.column for field in fields_of(Leader) if field.shown is not None]
    assert shown[:3] == ["pressure", "pain", "face"]
    assert len(shown) == len(set(shown)) == 14
    assert {"sunk_face", "chill", "expects_ask"} < set(shown)


def test_the_public_at_rest_is_the_hostility_of_the_file() -> None:
    (baseline,) = [field for field in fields_of(Public) if field.name == "baseline"]
    assert baseline.path == "hostility"
