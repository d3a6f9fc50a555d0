"""Are two worlds shown side by side under one luck: what differs, where they part and why, and other lucks?"""

from __future__ import annotations

from typing import Any

import pytest

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.views.compare import FEWEST_HALVED, OTHER_LUCKS, column_names
from analysis.classroom.views.deeds import LONGEST
from analysis.classroom.views.sliders import Differing
from sim.results.parting import parting
from sim.results.record_rows import events
from tests.analysis.classroom.views.watched import COMPARE, WORLDS, Watched, shipped


def comparing(lesson: Lesson | None = None) -> Watched:
    """A class before two worlds on their first day."""
    watched = Watched(lesson)
    place = next(place for place, step in enumerate(watched.lesson.steps) if step.screen == "compare")
    return watched.act("go", step=place)


def played(watched: Watched) -> list[dict[str, Any]]:
    """All views of a comparison from the first day to the end."""
    views = [watched.view()]
    while not watched.session.watching.over:
        views.append(watched.act("step").view())
    return views


def test_what_differs_is_the_name_of_each_world() -> None:
    view = comparing().view()
    assert view["difference"] == "Only difference: A host; as it is in the first world, none in the second."
    assert [column["name"] for column in view["columns"]] == ["A host: as it is", "A host: none"]


def test_several_differences_make_no_name() -> None:
    assert column_names([Differing("a", "1", "2"), Differing("b", "3", "4")]) == ("This world", "The other world")


@pytest.mark.parametrize("lesson", shipped(), ids=lambda lesson: lesson.id)
def test_where_they_part_is_said_from_that_day_on_with_both_reasons(lesson: Lesson) -> None:
    watched = comparing(lesson)
    session = watched.session
    records = [WORLDS.trajectory(lesson, choice, True) for choice in (session.world, session.other)]
    found = parting(*(events(record) for record in records))
    assert found is not None, "a comparison of a lesson has something to show"
    views = played(watched)
    for view in views:
        parted = view["day"] >= found.day
        assert bool(view["parting"]) is parted
        told = found.day <= view["day"] < found.day + 7 or view is views[-1]
        assert [bool(column["reason"]) for column in view["columns"]] == [told, told]
        assert all(len(column["reason"]) <= LONGEST for column in view["columns"])
        assert not view["identical"]


def test_worlds_that_never_part_are_said_to_be_alike_at_the_end_and_not_before() -> None:
    watched = comparing()
    watched.act("set", slider="host", value="as it is", world="other")
    watched.act("set", slider="pride", value=0.65, world="other")
    while not _alike(watched):
        watched.act("luck")
    views = played(watched)
    assert [view["identical"] for view in views] == [False] * (len(views) - 1) + [True]
    assert {view["parting"] for view in views} == {""}


def _alike(watched: Watched) -> bool:
    choices = (watched.session.world, watched.session.other)
    logs = [events(WORLDS.trajectory(watched.lesson, choice, True)) for choice in choices]
    return parting(*logs) is None


def test_the_same_settings_are_no_finding() -> None:
    watched = comparing().act("set", slider="host", value="as it is", world="other")
    views = played(watched)
    assert {view["difference"] for view in views} == {"Both worlds are the same so far: move a slider of the second."}
    assert not any(view["identical"] for view in views)


def test_each_world_ends_for_itself() -> None:
    watched = comparing()
    last = played(watched)[-1]
    assert all(column["ending"].startswith("Where it stands") for column in last["columns"])


def test_axes_are_those_of_both() -> None:
    watched = comparing().act("jump", day=60)
    one, other = (column["ladder"]["svg"] for column in watched.view()["columns"])
    assert one.count('class="grid"') == other.count('class="grid"')


def test_one_chart_of_each_is_chosen() -> None:
    watched = comparing().act("jump", day=60)
    titles = {one["name"]: one["title"] for one in watched.view()["charts"]}
    for name, title in titles.items():
        view = watched.act("chart", name=name).view()
        assert [one["name"] for one in view["charts"] if one["chosen"]] == [name]
        assert all(title in column["chart"]["text"] for column in view["columns"])
        pressed = [one["what"]["name"] for one in view["more"] if one["act"] == "chart" and one["pressed"]]
        assert pressed == [name]


def test_other_lucks_are_ten_of_each_and_not_the_one_that_is_watched() -> None:
    watched = comparing().act("jump", day=14)
    assert watched.view()["lucks"] == []
    asked: list[int] = []

    class Asked:
        """Worlds that say which lucks are asked for."""

        scenario, flip = WORLDS.scenario, WORLDS.flip

        def trajectory(self, lesson: Lesson, choice: Any, names: bool) -> Any:
            """The world."""
            asked.append(choice.luck)
            return WORLDS.trajectory(lesson, choice, names)

    view = watched.act("lucks", on=True).snapshot(runs=Asked())["view"]
    luck = watched.session.world.luck
    assert [asked.count(further) for further in range(luck, luck + OTHER_LUCKS + 1)] == [2] * (OTHER_LUCKS + 1)
    assert len(view["lucks"]) == 2
    assert len(view["lucks"][0]["drawing"]["rows"]) == OTHER_LUCKS
    assert "Of ten other lucks" in view["lucks_told"]


def test_how_often_they_spoke_is_counted_in_each_and_by_when_half_of_these_had() -> None:
    watched = comparing().act("lucks", on=True)
    told = watched.view()["lucks_told"]
    for choice in (watched.session.world, watched.session.other):
        lucks = [type(choice)(choice.luck + more, choice.settings) for more in range(1, OTHER_LUCKS + 1)]
        firsts = [WORLDS.trajectory(watched.lesson, luck, True).outcome.first_voice for luck in lucks]
        weeks = sorted(int(first.day // 7) + 1 for first in firsts if first)
        by = f" (half of these by week {weeks[(len(weeks) - 1) // 2]})" if len(weeks) >= FEWEST_HALVED else ""
        assert f"in {len(weeks)}{by} with" in told


def test_a_comparison_is_left_by_one_button() -> None:
    watched = comparing()
    assert watched.session.watching.beside
    button = next(one for one in watched.view()["controls"] if one["act"] == "compare")
    assert watched.act(button["act"]).snapshot()["screen"] == "watch"
    assert watched.lesson.steps[COMPARE].screen == "compare"
