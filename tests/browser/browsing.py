"""A headless Chromium with a fresh profile, and what it complained about."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--window-size=1400,1600",
)  # fmt: skip
PATIENCE_SECONDS = 120.0


@contextmanager
def browser(profile: Path, *more: str) -> Iterator[Any]:
    """A browser of its own, closed at the end. Where there is none, the test is skipped; in CI it fails.

    Parameters
    ----------
    profile : Path
        A folder that is its own.
    *more : str
        Flags besides those that every test wants.
    """
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        without_browser()
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, *more, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def without_browser() -> None:
    """Skip the test at hand, or fail it where nobody would notice that it was skipped."""
    missing = "needs Debian's chromium and chromium-driver"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


def until(test: Callable[[], Any], what: str) -> Any:
    """Wait until a test gives something, or fail saying what was waited for."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = test()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited {PATIENCE_SECONDS:.0f} seconds in vain: {what}")


def press(driver: Any, *keys: str) -> None:
    """Press keys, one after the other."""
    from selenium.webdriver import ActionChains

    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def errors(driver: Any) -> list[str]:
    """Errors in the browser's console."""
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]


def hosts(driver: Any) -> set[str]:
    """Hosts that the browser sent requests to."""
    import json
    from urllib.parse import urlsplit

    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return {urlsplit(url).hostname or "" for url in asked if url.startswith(("http", "ws"))}
