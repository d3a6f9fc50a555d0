"""A lesson in a real browser at a real server, by what the page offers to hand and eye, cut off from any network."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
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
from tests.analysis.classroom.running import ROOT, Server, running
from tests.browser.browsing import browser, hosts
from tests.browser.conftest import Reader

LESSON = "waiting"
WORLD = "scenarios/lessons/worlds/harbour.yaml"

NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing is found but this machine: what a page asks for elsewhere fails, as on a ship."""

FIRST_PAGE_REQUESTS = 40


class Hall(Reader):
    """A teacher's browser: presses keys and buttons, and waits for what they come to."""

    def __init__(self, driver: Any, server: Server) -> None:
        super().__init__(driver, cut_off=False)
        self.server = server
        self.resize(1280, 720)
        hosts(driver)  # what was asked for before this hall is none of its business

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
        """Press the button that is to be pressed next."""
        self.click(".controls .primary")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def text(self, selector: str) -> str:
        """What stands in the first element that a selector finds."""
        return str(self.driver.find_element("css selector", selector).text)

    def week(self) -> int:
        """The week that the heading names; 0 where it names none."""
        found = self.run("return document.querySelector('.when strong')?.textContent ?? ''")
        return int("".join(letter for letter in found.partition(" of ")[0] if letter.isdigit()) or 0)


@contextmanager
def a_lesson(folder: Path, driver: Any) -> Iterator[Hall]:
    """A server of its own with nothing begun, and the browser at its start."""
    with running(folder, "--lesson", LESSON) as server:
        hall = Hall(driver, server)
        hall.enter()
        yield hall
        assert hall.complaints() == []
        assert hosts(driver) == {"127.0.0.1"}


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
    hall.press(" ")
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
    """Type two counts, see ten worlds one by one, all of them, and three scores."""
    for counts in ("24851", "13871"):
        hall.there(".hands-form")
        for field, count in zip(hall.driver.find_elements("css selector", ".hands-form input"), counts, strict=True):
            field.clear()
            field.send_keys(count)
        hall.click(".hands-form button.primary")
        hall.gone(".hands-form")
        assert hall.driver.find_elements("css selector", ".worlds") == []
        if counts.startswith("2"):
            hall.go_on()
    hall.go_on()
    for world in range(SINGLE_WORLDS + 1):
        hall.wait(f"document.querySelectorAll('.worlds tbody tr').length === {world}")
        hall.press(RIGHT)
    hall.there(".share")
    hall.press(RIGHT)
    hall.there(".scores section", 3)
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
    while hall.run("return document.body.dataset.screen") == "debrief" and len(seen) < 2 * len(DEBRIEF):
        seen.append(hall.text("[aria-current='step'] strong"))
        if lesson.theory in hall.text("main"):
            seen.append("theory")
        drawn = hall.run("return document.body.dataset.drawn")
        hall.go_on()
        hall.wait(f"document.body.dataset.drawn !== '{drawn}'")
    assert len(dict.fromkeys(seen)) == len(DEBRIEF) + 1, seen
    assert hall.driver.find_elements("css selector", "main b") == []


RIGHT, ESCAPE = "\ue014", "\ue00c"


def test_what_was_changed_is_kept_when_a_world_starts_again_and_is_the_run_of_the_command_line(
    driver: Any, tmp_path: Path
) -> None:
    """Row 26: change, start again twice, play: the value is kept, the run restarts, and it is the CLI's to the digit."""
    lesson = read_lesson(LESSON)
    slider = lesson.slider("hope")
    with a_lesson(tmp_path / "class", driver) as hall:
        hall.begin()
        hall.press("m")
        field = hall.driver.find_element("css selector", ".slider input[type=number]")
        field.clear()
        field.send_keys("2\t")
        hall.wait("document.querySelector('.slider input[type=range]').value === '2'")
        hall.press(ESCAPE)
        hall.gone(".drawer")
        for _ in range(2):
            hall.press("s") if hall.week() <= 1 and stops(hall) else None
            hall.press(RIGHT)
            hall.wait("document.querySelector('.card h2, .ending h2') !== null && !document.querySelector('.stop')")
            hall.server.until(lambda picture: picture["view"]["day"] >= 7)
            hall.press("r")
            hall.server.until(lambda picture: picture["view"]["day"] == 0)
        hall.press(" ")
        hall.there(".ending")
        hall.press("m")
        assert hall.run("return document.querySelector('.slider input[type=number]').value") == "2"
        seen = hall.server.state("wall")["view"]
    assert [one["value"] for one in seen["sliders"] if one["id"] == slider.id] == [2.0]
    record = of_the_command_line(lesson, f"{slider.paths[0]}=2", tmp_path / "record")
    day = record.columns["steps"]["day"][-1]
    assert seen["day"] == day
    assert seen["ladder"]["rows"] == ladder(record, day)["rows"]
    assert [one["rows"] for one in seen["charts"]] == [chart(record, name, day)["rows"] for name in CHARTS]
    unchanged = of_the_command_line(lesson, f"{slider.paths[0]}={slider.file_value}", tmp_path / "unchanged")
    assert seen["ladder"]["rows"] != ladder(unchanged, day)["rows"]


def stops(hall: Hall) -> bool:
    """Whether the world halts before decisions."""
    return bool(hall.server.state("wall")["view"]["stops"])


def of_the_command_line(lesson: Lesson, change: str, folder: Path) -> Trajectory:
    """The record that `climbdown run` keeps of the lesson's first world with a change."""
    address = ("--seed", str(lesson.seed), "--run", str(lesson.first_luck))
    command = [sys.executable, "-m", "analysis.cli.main", "run", WORLD, *address, "--set", change, "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return Trajectory.load(folder)
