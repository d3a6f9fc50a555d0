"""The picture of one run: an SVG with both sides and both panels, the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from analysis.first_look.picture import write_picture


def test_the_picture_is_a_picture_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = write_picture(tmp_path / "images"), write_picture(tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()
    words = " ".join(text for text in ElementTree.parse(first).getroot().itertext())
    for word in ("China", "United States", "Pressure in force", "Fall of the market", "us-china-2025"):
        assert word in words
