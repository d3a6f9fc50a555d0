"""What a figure holds, read from its specification, and that it can be drawn without a network."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

import pytest

from analysis.figures.lettering import width_of

vl_convert = pytest.importorskip("vl_convert")


def values(chart: Any) -> list[list[dict[str, Any]]]:
    """Every table inside a figure; the specification is checked against Vega-Lite's schema on the way."""
    whole = chart.to_dict()
    assert '"url"' not in json.dumps(whole)
    return list(whole["datasets"].values())


def words(chart: Any) -> str:
    """All text of the figure as drawn."""
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    drawing = ET.fromstring(svg)
    assert not [node for node in drawing.iter() if "NaN" in "".join(node.attrib.values())]
    return " | ".join(text for node in drawing.iter() if (text := (node.text or "").strip()))


class Box(NamedTuple):
    """A line of text where it is drawn, in pixels; ``turned`` where it does not run from left to right."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turned: bool = False

    def meets(self, other: Box) -> bool:
        """Whether two texts lie on one another; what only touches does not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > SLACK and min(self.bottom, other.bottom) - max(self.top, other.top) > SLACK


SLACK = 1.5
"""Pixels by which two boxes may overlap: letters seldom fill theirs."""
ASCENT, DESCENT = 0.74, 0.2
"""Parts of a letter's size above and below its line."""
REGULAR = 0.94
"""Width of regular letters, as a part of that of bold ones."""
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Drawn(NamedTuple):
    """A figure as it is drawn: how wide it is in pixels, and where its texts are."""

    width: float
    boxes: list[Box]

    @property
    def overprinted(self) -> list[tuple[str, str]]:
        """Pairs of texts that lie on one another."""
        found = [box for box in self.boxes if not box.turned]
        return [(one.text, other.text) for one, other in combinations(found, 2) if one.meets(other)]

    @property
    def smallest(self) -> float:
        """The size of the smallest letters."""
        return min(box.size for box in self.boxes)


def drawn(chart: Any) -> Drawn:
    """Draw a figure and read where every line of text is; widths are estimated by the size of letters."""
    drawing = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))
    return Drawn(float(drawing.attrib["width"]), list(dict.fromkeys(_boxes_below(drawing, (0.0, 0.0), False))))


def overprinted(chart: Any) -> list[tuple[str, str]]:
    """Pairs of texts of a figure that lie on one another."""
    return drawn(chart).overprinted


def _boxes_below(node: ET.Element, origin: tuple[float, float], turned: bool) -> Iterator[Box]:
    if node.attrib.get("opacity") == "0" or node.attrib.get("fill-opacity") == "0":
        return
    moved = node.attrib.get("transform", "")
    for x, y in re.findall(r"translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)", moved):
        origin = (origin[0] + float(x), origin[1] + float(y))
    turned = turned or bool(re.search(r"rotate\((?!0\))", moved))
    if node.tag.endswith("}text"):
        yield from _lines_of(node, origin, turned)
        return
    for child in node:
        yield from _boxes_below(child, origin, turned)


def _lines_of(node: ET.Element, origin: tuple[float, float], turned: bool) -> Iterator[Box]:
    """A box for each line of one text: its own, or one for each span within it."""
    size = float(node.attrib.get("font-size", "11px").removesuffix("px"))
    weight = 1.0 if node.attrib.get("font-weight") == "bold" else REGULAR
    x, y = (start + float(node.attrib.get(name, 0)) for start, name in zip(origin, "xy", strict=True))
    for place, line in enumerate([span.text or "" for span in node] or [node.text or ""]):
        if place:
            y += float(list(node)[place].attrib.get("dy", 0))
        across = width_of(line, size) * weight
        left = x - across * _ANCHORS[node.attrib.get("text-anchor", "start")]
        if line.strip():
            yield Box(line, left, y - ASCENT * size, left + across, y + DESCENT * size, size, turned)
