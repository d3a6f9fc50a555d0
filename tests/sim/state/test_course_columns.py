"""Do the columns of a picture name its numbers?"""

from __future__ import annotations

from sim.state.course_columns import N_PICTURE, picture_columns


def test_there_is_a_name_for_every_number() -> None:
    columns = picture_columns(("east", "west"))
    assert len(columns) == len(set(columns)) == N_PICTURE
    assert columns[0] == "east.pressure"
    assert columns[-1] == "tension"
