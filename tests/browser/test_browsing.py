"""Is a test without its browser skipped where somebody sees it, and failed where nobody would?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import browsing

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing.shutil, "which", lambda name: None)


def test_it_is_skipped_at_a_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="chromium"), browsing.browser(tmp_path):
        pass


def test_it_fails_in_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="chromium"), browsing.browser(tmp_path):
        pass


def test_the_script_of_ci_says_that_it_is_ci() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    exported = next(place for place, line in enumerate(lines) if line.startswith("export CI="))
    assert exported < lines.index("make test")
