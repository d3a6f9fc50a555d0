"""Are there controls where the teacher works: at the desk, and at the wall where it is the only screen?"""

from __future__ import annotations

import pytest

from analysis.classroom.views.showing import Runs
from tests.analysis.classroom.views.watched import WORLDS, Watched


@pytest.mark.parametrize(
    ("surface", "page", "has"),
    [("mirrored", "wall", True), ("mirrored", "desk", True), ("second", "wall", False), ("second", "desk", True)],
)
def test_where_there_are_controls(surface: str, page: str, has: bool) -> None:
    assert Watched(surface=surface).showing(page).has_controls is has


def test_the_worlds_of_a_class_answer_what_views_ask() -> None:
    runs: Runs = WORLDS
    watched = Watched()
    assert runs.scenario(watched.lesson, watched.session.world, True) is watched.lesson.scenario
