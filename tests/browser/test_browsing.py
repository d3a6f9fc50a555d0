"""Is a missing browser noticed where nobody looks: in continuous integration?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browsing import browser


@pytest.mark.parametrize(("unattended", "ending"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)])
def test_a_missing_browser_skips_at_home_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unattended: str, ending: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", unattended)
    with pytest.raises(ending, match="chromium-driver"), browser(tmp_path):
        pass
