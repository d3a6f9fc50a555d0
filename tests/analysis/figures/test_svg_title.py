"""The finding is written above a figure and is its name for those who hear it."""

from __future__ import annotations

from xml.etree import ElementTree

from analysis.figures.svg_title import titled_svg


def test_a_long_title_takes_lines_and_room() -> None:
    short, long = (
        titled_svg(title, 100, ['<path d="M0 0"/>']) for title in ("One & two", "one word after another " * 9)
    )
    roots = [ElementTree.fromstring(drawn) for drawn in (short, long)]
    assert [root.get("aria-label") for root in roots] == ["One & two", "one word after another " * 9]
    heights = [float(root.get("viewBox", "").split()[3]) for root in roots]
    assert heights[1] > heights[0] > 100
    assert len([node for node in roots[1].iter() if node.tag.endswith("text")]) > 1
