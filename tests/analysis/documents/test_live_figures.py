"""A figure in a page: a still picture that is itself, and a specification that a script cannot break out of."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.documents.document import Picture, Table
from analysis.documents.live_figures import FEW_ROWS, ROOMS, draw, live_figure, script, specification
from analysis.figures.figure import Figure, ShareBars
from analysis.figures.style import Room
from analysis.figures.vega import vega_chart
from tests.analysis.figures.examples import PLAIN, VEGA_ONLY

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
    assert "<" not in drawing.specifications
    found = json.loads(drawing.specifications)
    assert {found[room]["description"] for room in ROOMS} == {drawing.told}
    assert "</script><b>" in json.dumps(found["datasets"])
    assert max(len(repr(row["share"])) for table in found["datasets"].values() for row in table if "share" in row) <= 8


def test_a_phone_has_a_layout_of_its_own_and_the_numbers_stand_once() -> None:
    found = json.loads(draw(ShareBars(SHARES, "How?"), "So.").specifications)
    assert found["wide"] != found["narrow"]
    assert all("datasets" not in found[room] for room in ROOMS)
    named = [
        one["data"]["name"] for room in ROOMS for one in (found[room], *found[room].get("layer", ())) if "data" in one
    ]
    assert set(named) == set(found["datasets"])
    assert len(named) > len(found["datasets"])


@pytest.mark.parametrize("room", ROOMS.values())
@pytest.mark.parametrize("figure", [*PLAIN, *VEGA_ONLY], ids=lambda figure: type(figure).__name__)
def test_what_is_not_checked_is_what_the_schema_allows(figure: Figure, room: Room) -> None:
    checked = json.loads(json.dumps(vega_chart(figure, room).to_dict()))
    drawn = specification(figure, room)
    names = [set(one.pop("datasets", {})) for one in (checked, drawn)]
    assert len(names[0]) == len(names[1])
    assert json.dumps(drawn)[:3000].count("mark") == json.dumps(checked)[:3000].count("mark")
    assert drawn.keys() == checked.keys()


def test_the_code_of_the_figures_is_text_until_one_is_reached() -> None:
    code = script()
    assert code.startswith('<script type="text/plain" id="vega">')
    assert code.count("</script") == 2
    assert "vegaEmbed" in code
    assert len(code) < 1_200_000


def test_numbers_are_folded_away_and_can_be_saved() -> None:
    few = Table.of("", SHARES)
    text = "".join(live_figure(Picture(ShareBars(SHARES, "How?"), "So.", few), 3))
    assert "<summary>The numbers behind figure 3</summary>" in text
    assert "<table>" in text
    assert 'download="figure-3.csv"' in text
    many = few._replace(rows=few.rows * FEW_ROWS)
    assert "<table>" not in "".join(live_figure(Picture(ShareBars(SHARES, "How?"), "So.", many), 3))
