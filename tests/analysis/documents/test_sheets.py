"""Tables hold what they are given, escaped, with headings that a screen reader finds."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import unquote

import numpy as np
import pandas as pd
import pytest

from analysis.documents.document import Sheet
from analysis.documents.sheets import cell, csv_link, sheet


def test_a_table_is_well_formed_and_escaped() -> None:
    table = pd.DataFrame({"a <name>": ["x & y", "<b>"], "share": [0.12345, np.nan], "who": ["us", "cn"]})
    drawn = ET.fromstring(sheet(Sheet("What & why", table, names=2)))
    assert drawn.attrib["tabindex"] == "0"
    assert [head.text for head in drawn.iter("th") if head.attrib["scope"] == "col"] == ["a <name>", "share", "who"]
    assert [head.text for head in drawn.iter("th") if head.attrib["scope"] == "row"] == ["x & y", "<b>"]
    assert [data.text for data in drawn.iter("td")] == ["0.123", "us", None, "cn"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (np.float64(12345.0), "12,345"), (np.int64(3), "3"), (True, "yes"), (None, ""), (0.0417, "0.0417")],
)
def test_cells(value: object, text: str) -> None:
    assert cell(value) == text


def test_a_saved_table_comes_back_whole() -> None:
    table = pd.DataFrame({"name": ['a, "quoted"', "50% & more #1", "é\n"], "value": [0.1, 1e-9, 3.0]})
    link = csv_link(table, "figure-1.csv")
    assert 'download="figure-1.csv"' in link
    address = unescape(re.search(r'href="([^"]*)"', link).group(1))
    rows = list(csv.reader(io.StringIO(unquote(address.partition(",")[2]), newline="")))
    assert rows[1:] == [['a, "quoted"', "0.1"], ["50% & more #1", "1e-09"], ["é\n", "3"]]
