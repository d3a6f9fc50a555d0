"""The page to watch a run: buttons are there, steps work, nothing is fetched elsewhere, browsers share no model."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.architecture.source_tree import ROOT
from tests.browser.browsing import browser, errors, hosts, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HARMLESS = ("favicon",)
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Solara server on a free port, stopped at the end."""
    pytest.importorskip("solara")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "solara", "run", "analysis.viz.app", "--production", "--no-open"]
    log = tmp_path_factory.mktemp("solara") / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)], cwd=ROOT, stdout=output, stderr=output
        )
        try:
            url = f"http://127.0.0.1:{port}/"
            until(lambda: server.poll() is not None or answers(url), "a server that answers")
            assert server.poll() is None, log.read_text()
            yield url
        finally:
            server.terminate()
            server.wait(20)


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


def button(driver: Any, words: str) -> Any:
    """The button that says so, once it is visible."""
    path = f"//button[contains(translate(., 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), '{words}')]"
    return until(lambda: next((b for b in driver.find_elements("xpath", path) if b.is_displayed()), None), words)


def day(driver: Any) -> int:
    """The day that the page says it is; -1 before it says anything."""
    found = re.search(r"Day (\d+) of \d+", driver.find_element("tag name", "body").text)
    return int(found.group(1)) if found else -1


def test_a_run_can_be_watched_and_browsers_share_no_model(address: str, tmp_path: Path) -> None:
    with browser(tmp_path / "one") as one, browser(tmp_path / "two") as two:
        for driver in (one, two):
            driver.get(address)
            until(lambda driver=driver: day(driver) == 0, "the page")
        for words in ("RESET", "STEP"):
            assert button(one, words).is_displayed()
        for steps in (1, 2, 3):
            button(one, "STEP").click()
            until(lambda steps=steps: day(one) == steps, f"day {steps}")
        assert day(two) == 0
        button(two, "STEP").click()
        until(lambda: day(two) == 1, "the other browser's day 1")
        assert day(one) == 3
        page = one.find_element("tag name", "body").text
        for words in ("Latest events", "Case", "first leader: ego"):
            assert words in page
        assert len([image for image in one.find_elements("css selector", "img, svg") if image.is_displayed()]) >= 3
        button(one, "RESET").click()
        until(lambda: day(one) == 0, "day 0 after a reset")
        for driver in (one, two):
            assert not [line for line in errors(driver) if not any(word in line for word in HARMLESS)]
            assert hosts(driver) <= {"127.0.0.1"}


OVER_EACH_OTHER = """
const leaves = [...document.querySelectorAll('.board p, .board h2, .board li, .board svg text')];
const boxes = leaves.map(e => [e.textContent, e.getBoundingClientRect()]);
return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
    p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1).map(([b]) => [a, b]));
"""
LETTERS = """
return Math.min(...[...document.querySelectorAll('.board svg')].map(e => 10 * e.getBoundingClientRect().width / 288));
"""


def test_nothing_prints_over_anything_on_a_desk_and_on_a_telephone(address: str, tmp_path: Path) -> None:
    with browser(tmp_path / "one") as one:
        one.get(address)
        until(lambda: day(one) == 0, "the page")
        for steps in range(1, 10):
            button(one, "STEP").click()
            until(lambda steps=steps: day(one) == steps, f"day {steps}")
        until(lambda: len(one.find_elements("css selector", ".board svg")) == 3, "three figures")
        events = [event.text for event in one.find_elements("css selector", ".board li")]
        assert len(events) >= 2
        assert all(event[:10] == found for event in events for found in DATE.findall(event)), "one event a line"
        assert "This website runs on" not in one.find_element("tag name", "body").text
        for width, height in ((1280, 720), (390, 844)):
            size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
            one.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            assert until(lambda: one.execute_script(LETTERS) >= 12, "letters of 12 pixels or more")
            assert one.execute_script(OVER_EACH_OTHER) == []
            assert one.execute_script("return document.documentElement.scrollWidth - innerWidth") <= 0
