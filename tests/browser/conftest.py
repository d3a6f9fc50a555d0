"""One Chromium for pages that must need no network: cut off from it, and watched for what it asks for."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from tests.browser.browsing import browser, errors

LOCAL = ("file:", "data:", "blob:", "about:", "chrome:")


FRAMES = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]));"
"""A page hears of another size with the next frame."""


class Reader:
    """Opens pages from the disk, and tells what they asked for, how they look and who is shut out."""

    def __init__(self, driver: Any, cut_off: bool = True) -> None:
        self.driver = driver
        driver.set_script_timeout(120)
        driver.get("about:blank")  # the page that a browser begins with asks for things of its own
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})  # as telephones have them
        if not cut_off:
            return
        nothing = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", nothing)

    def open(self, page: Path) -> None:
        """Open a page, read it through to its end, and wait until each figure on the way has come alive."""
        self.strangers()
        self.driver.get(page.resolve().as_uri())
        self.wait("document.readyState === 'complete'")  # figures are counted once all of them are there
        self.read_through()

    def read_through(self) -> None:
        """Scroll to each figure in turn and wait until it has come alive; then back to the beginning."""
        for place in range(self.run("return document.querySelectorAll('figure').length")):
            figure = f"document.querySelectorAll('figure')[{place}]"
            self.run(f"{figure}.scrollIntoView({{block: 'center'}})")
            self.wait(f"{figure}.classList.contains('is-live')")
        self.run("window.scrollTo(0, 0)")

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script, *values)

    def wait(self, condition: str, seconds: float = 60.0) -> None:
        """Wait until an expression is true in the page."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, seconds, 0.1).until(lambda _: self.run(f"return Boolean({condition})"))

    def resize(self, width: int, height: int) -> None:
        """Make the visible part of the page that size, smaller than a window may be if need be, and let it settle."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.execute_async_script(FRAMES)

    def strangers(self) -> list[str]:
        """Addresses outside the page and the disk that were asked for since this was last called."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [address for address in asked if not address.startswith(LOCAL)]

    def complaints(self) -> list[str]:
        """Errors that the browser noted: failing scripts, and what the page's policy refused."""
        return errors(self.driver)

    def print_pdf(self, width_inches: float, height_inches: float) -> bytes:
        """The page as it is printed on paper of that size."""
        paper = {"paperWidth": width_inches, "paperHeight": height_inches}
        for last in (False, False, True):
            try:
                found = self.driver.execute_cdp_cmd("Page.printToPDF", {**paper, "printBackground": True})
                break
            except WebDriverException as error:  # the browser's own printing fails now and then on a busy machine
                if last or "Printing failed" not in str(error):
                    raise
        return base64.b64decode(found["data"])

    def shut_out(self, impacts: tuple[str, ...] = ("serious", "critical")) -> list[str]:
        """What axe-core finds wrong with access to the page, of those impacts, each with the first place it is in."""
        code = Path(pytest.importorskip("axe_core_python").__file__).with_name("axe.min.js")
        self.run(code.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']}).then(done, (e) => done({error: String(e)}))"
        )
        assert "error" not in found, found
        return [
            f"{one['impact']}: {one['help']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])} places)"
            for one in found["violations"]
            if one["impact"] in impacts
        ]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A browser without a network, for the tests of one file."""
    with browser(tmp_path_factory.mktemp("chromium") / "profile") as driver:
        yield Reader(driver)
