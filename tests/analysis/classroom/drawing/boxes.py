"""What is looked at in every drawing: its elements, the boxes of its words, and that no box lies on another."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree

from analysis.classroom.drawing.canvas import Drawing
from analysis.figures.lettering import width_of

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {"class", "viewBox", "role", "aria-label", "font-size", "stroke-width"},
    "text": {"x", "y", "class", "text-anchor"},
    "path": {"class", "d", "stroke-width", "stroke-dasharray"},
    "rect": {"class", "x", "y", "width", "height"},
    "g": {"transform"},
}
"""Everything that a drawing may hold: no style, no script, no address."""


class Box(NamedTuple):
    """The box of a line of words, rather too wide than too narrow."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def lies_on(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 1
        )


def parsed(drawing: Drawing) -> ElementTree.Element:
    """Return the element of a drawing, after seeing that it holds what it may."""
    root = ElementTree.fromstring(drawing["svg"])
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert element.attrib.keys() <= ALLOWED[name], f"<{name} {' '.join(element.attrib)}>"
    return root


def word_boxes(drawing: Drawing) -> list[Box]:
    """Return the boxes of all words, those of a shifted group where they are shown."""
    root = parsed(drawing)
    size = float(root.attrib["font-size"])
    found = [_box(text, size, 0.0) for text in root.findall(f"{SVG}text")]
    for group in root.findall(f"{SVG}g"):
        shift = float(group.attrib["transform"].removeprefix("translate(0 ").removesuffix(")"))
        found += [_box(text, size, shift) for text in group.findall(f"{SVG}text")]
    return found


def _box(element: ElementTree.Element, size: float, shift: float) -> Box:
    x, y = float(element.attrib["x"]), float(element.attrib["y"]) + shift
    text = element.text or ""
    width = width_of(text, size)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib.get("text-anchor", "start")] * width
    return Box(text, left, y - 0.72 * size, left + width, y + 0.2 * size)


def assert_readable(drawing: Drawing) -> None:
    """See that words stand within the drawing and not on one another."""
    width, height = map(float, parsed(drawing).attrib["viewBox"].split()[2:])
    boxes = word_boxes(drawing)
    for place, box in enumerate(boxes):
        assert box.left >= -1 and box.right <= width + 1 and box.top >= -1 and box.bottom <= height + 1, box
        for other in boxes[:place]:
            assert not box.lies_on(other), f"{box} lies on {other}"


def assert_told(drawing: Drawing) -> None:
    """See that a drawing is told in words and numbers too."""
    assert drawing["text"]
    assert drawing["columns"]
    assert all(len(row) == len(drawing["columns"]) for row in drawing["rows"])
