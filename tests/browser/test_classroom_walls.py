"""The shipped lessons on a wall as their own server shows them: every step and phase, measured in both sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("axe_core_python")

from analysis.classroom.lessons.reading import list_lessons
from tests.analysis.classroom.running import Server, running, wait_for
from tests.browser.browsing import browser
from tests.browser.conftest import Reader
from tests.browser.measuring import wrong_with_the_wall
from tests.browser.visiting import WALLS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OF_EVERY_PUSH = "host"
"""Its lesson has a step of every kind; the others wait for the night."""

WATCHED: list[tuple[str, dict[str, Any]]] = [
    ("step", {}), ("step", {}), ("why", {"decision": 0}), ("numbers", {"on": True}), ("flip", {}),
    ("numbers", {"on": False}), ("why", {"decision": None}), ("event", {"to": "next"}), ("step", {}),
]  # fmt: skip
FORECAST: list[tuple[str, dict[str, Any]]] = [
    ("hands", {"round": "first", "counts": [1, 4, 6, 3, 2]}), ("hands", {"round": "second", "counts": [0, 3, 8, 3, 2]}),
    ("phase", {"to": "ten"}), ("reveal", {}), ("phase", {"to": "hundred"}), ("phase", {"to": "scores"}),
]  # fmt: skip
COMPARED: list[tuple[str, dict[str, Any]]] = [
    *[("step", {})] * 4,
    ("chart", {"name": "markets"}),
    ("lucks", {"on": True}),
]
DEBRIEFED: list[tuple[str, dict[str, Any]]] = [("debrief", {"to": step}) for step in ("happened", "why", "so_what")]
PLAYED = {"watch": WATCHED, "predict": FORECAST, "compare": COMPARED, "debrief": DEBRIEFED}


class Wall(Reader):
    """The wall of a real server."""

    def __init__(self, driver: Any, server: Server) -> None:
        super().__init__(driver, cut_off=False)
        self.server = server
        driver.get(server.link)

    def act(self, word: str, /, **what: Any) -> None:
        """Do an act as soon as the worlds are counted that it needs, and wait until the wall shows what it came to."""
        wait_for(lambda: self.server.post(word, what).json().get("message") != "refused.not_counted")
        number = self.server.state()["number"]
        self.wait(f"Number(document.body.dataset.drawn) >= {number}")

    def measure(self, place: str) -> None:
        """Measure the wall in all its sizes."""
        for size in WALLS:
            self.resize(*size)
            assert wrong_with_the_wall(self) == {}, (place, size)


@pytest.fixture(scope="module")
def wall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wall]:
    folder: Path = tmp_path_factory.mktemp("classroom")
    with running(folder / "sessions") as server, browser(folder / "profile") as driver:
        yield Wall(driver, server)


def lessons() -> list[Any]:
    return [
        pytest.param(name, marks=[] if name == OF_EVERY_PUSH else [pytest.mark.nightly])
        for name in sorted(list_lessons())
    ]


@pytest.mark.parametrize("lesson", lessons())
def test_every_step_of_a_shipped_lesson_fits_the_wall(lesson: str, wall: Wall) -> None:
    wall.resize(*WALLS[0])
    wall.act("open", lesson=lesson, surface="mirrored")
    steps = wall.server.state()["lesson"]["steps"]
    for place, step in enumerate(steps):
        wall.act("go", step=place)
        wall.measure(f"{place} {step['screen']}")
        for word, what in PLAYED.get(step["screen"], []):
            wall.act(word, **what)
            wall.measure(f"{place} {word} {what}")
    assert wall.complaints() == []
    wall.act("end")
    wall.measure("end")
