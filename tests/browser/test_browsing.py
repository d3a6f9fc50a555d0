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


def test_the_script_of_ci_says_that_it_is_ci() -> None:
    lines = (Path(__file__).parents[2] / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    said = next(place for place, line in enumerate(lines) if line.startswith("export CI="))
    assert said < lines.index("make test")
