"""Are the pictures well-formed, within their frame, and safe whatever the names are?"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from analysis.documents.ensemble_marks import HEIGHT, WIDTH, bars, curve

SHARES = {
    "deal & <truce>": {"share": 0.5, "low": 0.4, "high": 0.6},
    "never": {"share": 0.0, "low": 0.0, "high": 0.01},
    "unknown": {"share": float("nan"), "low": float("nan"), "high": float("nan")},
}
CURVE = {"day": [0.0, 3.0, 9.0], "reached": [0.0, 0.4, 1.0], "low": [0.0, 0.3, 0.9], "high": [0.0, 0.5, 1.0]}


def test_bars() -> None:
    root = ElementTree.fromstring(bars("A <title>", SHARES))
    assert root.get("aria-label") == "A <title>"
    widths = [float(mark.get("width", "nan")) for mark in root.iter("rect")]
    assert widths[1] == widths[2] == 0.0
    assert 0 < widths[0] < WIDTH


def test_curve() -> None:
    root = ElementTree.fromstring(curve("Contact", CURVE, 10.0))
    paths = [mark.get("d", "") for mark in root.iter("path")]
    assert len(paths) == 3
    for path in paths:
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
        assert all(0 <= number <= max(WIDTH, HEIGHT) for number in numbers)


def test_a_curve_that_never_rises() -> None:
    flat = {"day": [0.0], "reached": [0.0], "low": [0.0], "high": [0.0]}
    assert ElementTree.fromstring(curve("Contact", flat, 5.0)) is not None
