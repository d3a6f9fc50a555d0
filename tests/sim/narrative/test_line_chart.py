"""A drawing is well-formed SVG within its frame, whatever the numbers and names."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.line_chart import HEIGHT, WIDTH, Series, drawing


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 1000), st.booleans()), min_size=1, max_size=900), st.text())
@settings(max_examples=60, deadline=None)
def test_any_series_stay_in_the_frame(steps: list[tuple[float, float, bool]], name: str) -> None:
    printable = "".join(letter for letter in name if letter.isprintable())
    one, two, truce = zip(*steps, strict=True)
    lines = [Series(printable, "var(--one)", one), Series("other", "var(--two)", two)]
    svg = ElementTree.fromstring(drawing("Points", lines, ["2025-04-18"] * len(steps), [int(t) for t in truce]))
    for path in svg.iter("path"):
        if "stroke" in (path.get("style") or ""):
            for x, y in re.findall(r"([\d.]+) ([\d.]+)", path.get("d") or ""):
                assert 0 <= float(x) <= WIDTH
                assert 0 <= float(y) <= HEIGHT


def test_each_truce_is_shaded_once() -> None:
    svg = drawing("Points", [Series("a", "red", [1.0] * 6)], ["2025-04-18"] * 6, [0, 1, 1, 0, 1, 1])
    assert svg.count("<rect") == 2
