"""A lesson in a real browser at a real server, by what the page offers to hand and eye, cut off from any network."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from analysis.classroom.drawing.charts import chart
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import read_lesson
from analysis.classroom.session.state import CHARTS, DEBRIEF, SINGLE_WORLDS
from sim.results.trajectory import Trajectory
from sim.run import run_one
from tests.analysis.classroom.running import ROOT, Server, running
from tests.browser.browsing import browser, hosts, press
from tests.browser.conftest import Reader

LESSON = "waiting"
WORLD = "scenarios/lessons/worlds/harbour.yaml"

NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing is found but this machine: what a page asks for elsewhere fails, as on a ship."""

FIRST_PAGE_REQUESTS = 40

DOUBLE_CLICK_SECONDS = 0.4
"""A second click on the same place within less than this means nothing."""


class Hall(Reader):
    """A teacher's browser: presses keys and buttons, and waits for what they come to."""

    def __init__(self, driver: Any, server: Server) -> None:
        super().__init__(driver, cut_off=False)
        self.server = server
        self.resize(1280, 720)
        hosts(driver)  # what was asked for before this hall, and went wrong there, is none of its business
        self.complaints()

    def enter(self) -> None:
        """Open the link and wait for a picture."""
        self.driver.get(self.server.link)
        self.wait("document.body.dataset.screen === 'start'")

    def begin(self) -> None:
        """Begin the lesson that is offered first, and go on to its first world."""
        self.click(".first .primary")
        self.on("brief")
        self.go_on()
        self.on("watch")

    def on(self, screen: str) -> None:
        """Wait until a screen is shown."""
        self.wait(f"document.body.dataset.screen === '{screen}'")

    def there(self, selector: str, number: int | None = None) -> None:
        """Wait until something is on the page; `number` of it where that is given."""
        count = f"document.querySelectorAll({selector!r}).length"
        self.wait(f"{count} > 0" if number is None else f"{count} === {number}")

    def gone(self, selector: str) -> None:
        """Wait until something is no longer on the page."""
        self.there(selector, 0)

    def click(self, selector: str) -> None:
        """Click what a selector finds first, as soon as it is there and can be pressed."""
        self.there(f"{selector}:not([disabled])")
        self.driver.find_element("css selector", selector).click()

    def go_on(self) -> None:
        """Press the button that is to be pressed next, not so soon after another that it seems a double click."""
        time.sleep(DOUBLE_CLICK_SECONDS)
        self.click(".controls .primary")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        press(self.driver, *keys)

    def shows(self, condition: Callable[[dict[str, Any]], bool]) -> None:
        """Wait until the server shows something, and the page has drawn it."""
        number = self.server.until(lambda picture: condition(picture["view"]))["number"]
        self.wait(f"Number(document.body.dataset.drawn) >= {number}")

    def text(self, selector: str) -> str:
        """What stands in the first element that a selector finds."""
        return str(self.driver.find_element("css selector", selector).text)


@contextmanager
def a_lesson(folder: Path, driver: Any) -> Iterator[Hall]:
    """A server of its own with nothing begun, and the browser at its start."""
    with running(folder, "--lesson", LESSON) as server:
        hall = Hall(driver, server)
        hall.enter()
        yield hall
        assert hall.complaints() == []
        assert hosts(driver) == {"127.0.0.1"}
        driver.get("about:blank")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser to which there is no network."""
    with browser(tmp_path_factory.mktemp("chromium") / "profile", NO_NETWORK) as found:
        yield found


def test_a_lesson_is_led_from_its_beginning_to_its_end_without_a_network(driver: Any, tmp_path: Path) -> None:
    """Row 28: whatever is not on this machine cannot be reached, and nothing is missed."""
    lesson = read_lesson(LESSON)
    with a_lesson(tmp_path, driver) as hall:
        loaded = hall.run("return performance.getEntriesByType('resource').map((one) => one.name)")
        assert len(loaded) <= FIRST_PAGE_REQUESTS
        hall.begin()
        watch(hall)
        hall.press("n")
        hall.on("predict")
        predict(hall)
        hall.on("compare")
        compare(hall)
        hall.on("debrief")
        debrief(hall, lesson)
        hall.on("ticket")
        assert all(item.question in hall.text("main") for item in lesson.ticket)
        hall.driver.refresh()
        hall.on("ticket")
        hall.go_on()
        hall.on("start")


def watch(hall: Hall) -> None:
    """Play until it stops before a decision; what was decided, why, and what would have turned it."""
    hall.go_on()
    hall.there(".stop .chips li")
    assert hall.text(".stop h2").endswith("?")
    assert hall.driver.find_elements("css selector", ".why") == []
    hall.press(RIGHT)
    hall.gone(".stop")
    hall.there("section.card p")
    hall.press("w")
    hall.there("section.why p")
    hall.click(".why .quiet")
    hall.there(".why .flip p")
    hall.press("w")
    hall.gone("section.why")
    hall.press("?")
    hall.there("dialog[open] kbd")
    hall.press(ESCAPE)
    hall.gone("dialog")


def predict(hall: Hall) -> None:
    """Type two counts, see ten worlds one by one, all of them, and two scores: an invented world has no third."""
    for counts in ("24851", "13871"):
        hall.there(".hands-form")
        for field, count in zip(hall.driver.find_elements("css selector", ".hands-form input"), counts, strict=True):
            field.send_keys(count)
        hall.click(".hands-form button.primary")
        hall.gone(".hands-form")
        assert hall.driver.find_elements("css selector", ".worlds") == []
        if counts.startswith("2"):
            hall.go_on()
    hall.go_on()
    hall.there(".worlds")
    for world in range(SINGLE_WORLDS + 1):
        hall.wait(f"document.querySelectorAll('.worlds tbody tr').length === {world}")
        hall.press(RIGHT)
    hall.there(".share")
    hall.press(RIGHT)
    hall.there(".scores section", 2)
    hall.go_on()


def compare(hall: Hall) -> None:
    """Two worlds beside each other, and ten small ones of each."""
    hall.there(".world-column", 2)
    for week in (1, 2):
        hall.press(RIGHT)
        hall.wait(f"document.querySelector('.when strong').textContent.includes('{week}')")
    hall.press("t")
    hall.there(".lucks section", 2)
    hall.press("t")
    hall.gone(".lucks")
    hall.press("n")


def debrief(hall: Hall, lesson: Lesson) -> None:
    """Its four steps, the theory among them, and a note with what looks like code."""
    hall.driver.find_element("css selector", ".note-form input").send_keys("<b>bold</b> & loud")
    hall.click(".note-form button")
    hall.there(".note-form details")
    seen = []
    while True:
        seen += [hall.text("[aria-current='step'] strong"), "theory" if lesson.theory in hall.text("main") else ""]
        drawn, onward = hall.run(
            "return [document.body.dataset.drawn, document.querySelector('.controls .primary').ariaKeyShortcuts]"
        )
        if onward == "n":
            break
        hall.press(RIGHT)
        hall.wait(f"document.body.dataset.drawn !== '{drawn}'")
    assert len({*seen} - {"", "theory"}) == len(DEBRIEF)
    assert "theory" in seen
    assert hall.driver.find_elements("css selector", "main b") == []
    hall.press("n")


RIGHT, ESCAPE, CONTROL, RELEASE = "\ue014", "\ue00c", "\ue009", "\ue000"
"""Keys without a letter, as the driver of a browser is told of them."""


def test_what_was_changed_is_kept_when_a_world_starts_again_and_is_the_run_of_the_command_line(
    driver: Any, tmp_path: Path
) -> None:
    """Row 26: change, start again twice, play: the value is kept, the run begins again, and it is that of the CLI."""
    lesson = read_lesson(LESSON)
    slider = lesson.slider("hope")
    with a_lesson(tmp_path / "class", driver) as hall:
        hall.begin()
        hall.press("m")
        hall.there(".slider input[type=number]")
        field = hall.driver.find_element("css selector", ".slider input[type=number]")
        field.send_keys(CONTROL + "a" + RELEASE, "2\t")
        hall.shows(lambda view: value_of(view, slider.id) == 2)
        hall.press(ESCAPE)
        hall.gone(".drawer")  # while a field has the focus, letters are its own
        hall.press("s")
        hall.shows(lambda view: not view["stops"])
        for _ in range(2):
            hall.press(RIGHT, RIGHT)
            hall.shows(lambda view: view["day"] == 14)
            hall.press("r")
            hall.shows(lambda view: view["day"] == 0)
        hall.server.act("speed", weeks=2.0)
        hall.go_on()
        hall.there(".ending")
        hall.press("m")
        hall.there(".slider")
        assert hall.run("return document.querySelector('.slider input[type=number]').value") == "2"
        seen = hall.server.state("wall")["view"]
    assert value_of(seen, slider.id) == 2
    record = of_the_command_line(lesson, f"{slider.paths[0]}=2", tmp_path / "record")
    day = record.columns["steps"]["day"][-1]
    assert seen["day"] == day
    assert seen["ladder"]["rows"] == ladder(record, day)["rows"]
    assert [one["rows"] for one in seen["charts"]] == [chart(record, name, day)["rows"] for name in CHARTS]
    unchanged = run_one(lesson.scenario, lesson.seed, lesson.first_luck)
    assert seen["ladder"]["rows"] != ladder(unchanged, day)["rows"]


def value_of(view: dict[str, Any], name: str) -> float:
    """Where a slider stands."""
    return float(next(one["value"] for one in view["sliders"] if one["id"] == name))


def of_the_command_line(lesson: Lesson, change: str, folder: Path) -> Trajectory:
    """The record that `climbdown run` keeps of the lesson's first world with a change."""
    address = ("--seed", str(lesson.seed), "--run", str(lesson.first_luck))
    command = [sys.executable, "-m", "analysis.cli.main", "run", WORLD, *address, "--set", change, "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return Trajectory.load(folder)
