"""A figure in a page: a still picture that is itself, and a specification that a script cannot break out of."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.documents.document import Picture, Table
from analysis.documents.live_figures import FEW_ROWS, draw, live_figure, runtime
from analysis.figures.figure import ShareBars

SHARES = pd.DataFrame(
    {"title": ["</script><b>", 'a "deal" & 50%'], "share": [1 / 3, 2 / 3], "low": 0.1, "high": 0.9, "runs": 9}
)


def test_the_picture_is_the_figure() -> None:
    drawing = draw(ShareBars(SHARES, "How's it end?", "9 runs"), "A third, two thirds.")
    assert drawing.told == "How's it end? A third, two thirds."
    head, _, text = drawing.image.partition(",")
    assert head == "data:image/svg+xml;charset=utf-8"
    assert not {'"', "&", "#", "\n"} & set(text)
    picture = ET.fromstring(unquote(text))
    words = "".join(picture.itertext())
    assert "</script><b>" in words
    assert 'a "deal" & 50%' in words
    assert (float(picture.attrib["width"]), float(picture.attrib["height"])) == pytest.approx(
        (drawing.width, drawing.height), abs=1
    )


def test_the_specification_cannot_end_its_script() -> None:
    drawing = draw(ShareBars(SHARES, "How?"), "So.")
    assert "<" not in drawing.specification
    found = json.loads(drawing.specification)
    assert found["description"] == drawing.told
    assert "</script><b>" in json.dumps(found["datasets"])
    assert max(len(repr(row["share"])) for table in found["datasets"].values() for row in table) <= 8


def test_the_code_of_the_figures_is_inside_and_asks_for_nothing() -> None:
    code = runtime()
    assert "vegaEmbed" in code
    assert "</script" not in code
    assert len(code) < 1_200_000


def test_numbers_are_folded_away_and_can_be_saved() -> None:
    few = Table.of("", SHARES)
    text = "".join(live_figure(Picture(ShareBars(SHARES, "How?"), "So.", few), 3))
    assert "<summary>The numbers behind figure 3</summary>" in text
    assert "<table>" in text
    assert 'download="figure-3.csv"' in text
    many = few._replace(rows=few.rows * FEW_ROWS)
    assert "<table>" not in "".join(live_figure(Picture(ShareBars(SHARES, "How?"), "So.", many), 3))
