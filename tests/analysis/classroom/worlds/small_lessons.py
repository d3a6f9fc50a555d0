"""A lesson that is quickly run: two leaders, some weeks, one slider with a number and one with choices."""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Lesson, Slider
from sim.files import load_scenario, vary
from sim.scenario import Scenario

SEED = 20


def small_lesson(scenario: Scenario | None = None) -> Lesson:
    """A lesson about a scenario; about the two leaders' first ten weeks unless told."""
    world = scenario or vary(load_scenario("two-leaders"), {"horizon_days": 70})
    side = min(world.leaders)
    sliders = (
        Slider(
            "face", "How much face counts", (f"leaders.{side}.face_need",), file_value=world.leaders[side].face_need
        ),
        Slider(
            "hosts",
            "Who would host",
            choices={"as it was": {}, "nobody": {"mediators": {}}},
            file_value="as it was",
        ),
    )
    nothing: tuple[str, ...] = ()
    return Lesson("small", "Small", nothing, world, SEED, 0, (), sliders, (), nothing, "", nothing, "", nothing, ())
