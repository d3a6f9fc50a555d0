"""The picture of one run: an SVG with both sides' ladders and who asked, the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from analysis.evidence.picture import MOST_DAYS, chosen_run, story_block, write_picture


def test_the_picture_is_a_picture_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = write_picture(tmp_path / "images"), write_picture(tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()
    words = " ".join(text for text in ElementTree.parse(first).getroot().itertext())
    for word in (
        "China",
        "United States",
        "points of tariffs",
        "us-china-2025: tariffs",
        "asks",
        "together",
        "truce",
        "deal",
    ):
        assert word in words


def test_the_story_is_that_of_a_short_run_and_names_its_command() -> None:
    run = chosen_run()
    assert run.outcome.day is not None
    assert run.outcome.day <= MOST_DAYS
    assert run.outcome.ever["truce"]
    assert all(counts["escalate"] for counts in run.outcome.actions.values())
    assert story_block()[1] == f"climbdown run us-china-2025 --run {run.run} --plain"
