"""A real Chromium that can reach nothing but this machine, and an eye on everything it asks for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--force-color-profile=srgb", "--window-size=1280,900", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
"""The last one leaves the browser without any host but this machine, whatever a page asks for."""

LOCAL = ("file:", "data:", "blob:", "about:", "chrome:", "http://127.0.0.1", "ws://127.0.0.1")


class Browser:
    """A browser for tests: opens pages, and knows what they asked for and complained of."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self._messages: list[dict[str, Any]] = []

    def open(self, address: str | Path) -> None:
        """Open a page, a local file by its path."""
        self.requested()
        self._messages.clear()
        self.driver.get(address.resolve().as_uri() if isinstance(address, Path) else address)

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page and return what it returns."""
        return self.driver.execute_script(script, *values)

    def wait(self, condition: str, seconds: float = 30.0) -> None:
        """Wait until an expression is true in the page."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, seconds, 0.1).until(lambda _: self.run(f"return Boolean({condition})"))

    def resize(self, width: int, height: int) -> None:
        """Make the visible part of the page that size, smaller than a window may be if need be."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def requested(self) -> list[str]:
        """Addresses that the page asked for since it was opened."""
        for entry in self.driver.get_log("performance"):
            self._messages.append(json.loads(entry["message"])["message"])
        sent = [found["params"] for found in self._messages if found["method"] == "Network.requestWillBeSent"]
        return [params["request"]["url"] for params in sent]

    def strangers(self) -> list[str]:
        """Addresses beyond this machine that the page asked for."""
        return [address for address in self.requested() if not address.startswith(LOCAL)]

    def complaints(self) -> list[str]:
        """Errors that the browser noted: failing scripts, and what the page's policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def photograph(self, file: Path, whole: bool = True) -> Path:
        """Save what is to be seen as PNG, by default the whole page."""
        import base64

        size = self.run("return [document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1}
        options: dict[str, Any] = {"captureBeyondViewport": True, "clip": clip} if whole else {}
        found = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", **options})
        file.write_bytes(base64.b64decode(found["data"]))
        return file

    def print_pdf(self, width_inches: float, height_inches: float) -> bytes:
        """The page as it is printed, on paper of that size."""
        import base64

        paper = {"paperWidth": width_inches, "paperHeight": height_inches, "preferCSSPageSize": False}
        found = self.driver.execute_cdp_cmd("Page.printToPDF", {**paper, "printBackground": True})
        return base64.b64decode(found["data"])

    def accessibility_faults(self, least: tuple[str, ...] = ("serious", "critical")) -> list[str]:
        """What axe-core finds wrong, from that impact up, each with the first place where it is so."""
        code = Path(pytest.importorskip("axe_core_python").__file__).with_name("axe.min.js")
        self.run(code.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']}).then(done, (e) => done({error: String(e)}))"
        )
        assert "error" not in found, found
        return [
            f"{one['impact']}: {one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])} places)"
            for one in found["violations"]
            if one["impact"] in least
        ]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for all tests of a process, with a profile of its own."""
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver_path is None:
        pytest.skip("needs Chromium and its driver (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(driver_path))
    driver.set_script_timeout(120)
    try:
        yield Browser(driver)
    finally:
        driver.quit()
