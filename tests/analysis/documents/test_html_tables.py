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

from analysis.documents.document import Table
from analysis.documents.html_tables import csv_link, html_table


def test_a_table_is_well_formed_and_escaped() -> None:
    table = pd.DataFrame({"a <name>": ["x & y", "<b>"], "share": [0.12345, np.nan], "who": ["us", "cn"]})
    drawn = ET.fromstring(html_table(Table.of("What & why", table, names=2)))
    assert drawn.attrib["tabindex"] == "0"
    assert [head.text for head in drawn.iter("th") if head.attrib["scope"] == "col"] == ["a <name>", "share", "who"]
    assert [head.text for head in drawn.iter("th") if head.attrib["scope"] == "row"] == ["x & y", "<b>"]
    assert [data.text for data in drawn.iter("td")] == ["0.123", "us", None, "cn"]


def test_a_heading_names_a_table_without_a_caption_and_is_not_said_twice() -> None:
    drawn = html_table(Table(("Deals", "share"), (("a", 0.5),)), "Deals")
    assert 'aria-label="Deals"' in drawn
    assert "<caption>" not in drawn
    assert ">Deals<" not in drawn


def test_a_table_without_rows_says_so() -> None:
    assert html_table(Table(("a",), (), empty="None & nothing.")) == "<p>None &amp; nothing.</p>"


def test_a_saved_table_comes_back_whole() -> None:
    table = pd.DataFrame({"name": ['a, "quoted"', "50% & more #1", "é\n"], "value": [0.1, 1e-9, 3.0]})
    link = csv_link(Table.of("", table), "figure-1.csv")
    assert 'download="figure-1.csv"' in link
    address = unescape(re.search(r'href="([^"]*)"', link).group(1))
    rows = list(csv.reader(io.StringIO(unquote(address.partition(",")[2]), newline="")))
    assert rows[1:] == [['a, "quoted"', "0.1"], ["50% & more #1", "1e-09"], ["é\n", "3"]]


def test_a_folded_table_is_opened_when_asked_for_and_says_on_paper_where_to_find_it() -> None:
    table = Table.of("Every measure", {"measure": ["a", "b"], "value": [1, 2]})
    text = html_table(table._replace(folded="climbdown show two-leaders"))
    whole = ET.fromstring(f"<div>{text}</div>")
    details, on_paper = whole
    assert details.tag == "details"
    assert details[0].text == "Every measure (2 rows)"
    assert ET.tostring(details[1]).decode().strip() == ET.tostring(ET.fromstring(html_table(table))).decode()
    assert on_paper.attrib["class"] == "on-paper"
    assert on_paper.text == "Every measure: 2 rows, left out on paper; climbdown show two-leaders gives them."
