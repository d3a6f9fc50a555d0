"""What a figure holds, read from its specification, and that it can be drawn without a network."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

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
