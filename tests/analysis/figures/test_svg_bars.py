"""Inline bars are as long as their shares, stay in the frame and keep names harmless."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.figure import ShareBars, SignedBars
from analysis.figures.svg_bars import ENDS, LEFT, RIGHT, share_bars_svg, signed_bars_svg
from analysis.figures.svg_title import NARROW, WIDTH
from tests.analysis.figures.examples import CHANGES, SHARES

NAMES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]))


def test_bars() -> None:
    root = ElementTree.fromstring(share_bars_svg(ShareBars(SHARES, "A <title>")))
    assert root.get("aria-label") == "A <title>"
    widths = [float(mark.get("width", "nan")) for mark in root.iter("rect")]
    assert widths == [0.5 * (WIDTH - LEFT - RIGHT), 0.0, 0.0]
    assert {"0%", "50%", "100%"} <= {text.text for text in root.iter("text")}


@given(st.lists(st.tuples(NAMES, st.tuples(*[st.floats(0, 1)] * 3).map(sorted)), min_size=1, max_size=6))
def test_on_a_telephone_names_stand_whole_above_their_bars(bars: list[tuple[str, list[float]]]) -> None:
    low, share, high = ([shares[place] for _, shares in bars] for place in range(3))
    table = {"title": [name for name, _ in bars], "share": share, "low": low, "high": high}
    for drawn in (
        share_bars_svg(ShareBars(table, "x"), NARROW),
        signed_bars_svg(SignedBars({**table, "value": share}, "x", "days"), NARROW),
    ):
        root = ElementTree.fromstring(drawn)
        assert (root.get("viewBox") or "").split()[2] == str(NARROW)
        tops = [float(mark.get("y", "nan")) for mark in root.iter("rect")]
        names = {text.text or "": float(text.get("y", "nan")) for text in root.iter("text") if text.get("x") == "0.0"}
        assert all(name in names for name, _ in bars)
        assert all(0 < y < max(tops) for name, y in names.items() if name in {name for name, _ in bars})
        for mark in root.iter("rect"):
            assert float(mark.get("x", "nan")) + float(mark.get("width", "nan")) <= NARROW


@given(st.lists(st.tuples(NAMES, st.tuples(*[st.floats(0, 1)] * 3).map(sorted)), max_size=6))
def test_any_shares_stay_in_the_frame(bars: list[tuple[str, list[float]]]) -> None:
    low, share, high = ([shares[place] for _, shares in bars] for place in range(3))
    table = {"title": [name for name, _ in bars], "share": share, "low": low, "high": high}
    root = ElementTree.fromstring(share_bars_svg(ShareBars(table, "x")))
    for mark in root.iter("rect"):
        assert 0 <= float(mark.get("x", "nan")) + float(mark.get("width", "nan")) <= WIDTH
    assert [text.text for text in root.iter("text")][3::2] == [name[:30] or None for name, _ in bars]


def test_signed_bars_lie_on_their_side_of_nothing() -> None:
    root = ElementTree.fromstring(signed_bars_svg(SignedBars(CHANGES, "A <title>", "days")))
    half = (WIDTH - LEFT - ENDS) / 2
    zero = LEFT + half
    face, markets, hosts = (
        (float(mark.get("x", "nan")), float(mark.get("width", "nan"))) for mark in root.iter("rect")
    )
    assert face == (zero, round(half * 40 / 49, 1))
    assert markets[0] + markets[1] == zero and markets[1] == round(half * 12.5 / 49, 1)
    assert hosts == (zero, 0)
    assert [text.text for text in root.iter("text")][::2] == CHANGES["title"]


@given(st.lists(st.tuples(NAMES, st.tuples(*[st.floats(-400, 400)] * 3).map(sorted)), max_size=6))
def test_any_changes_stay_in_the_frame(bars: list[tuple[str, list[float]]]) -> None:
    low, value, high = ([ends[place] for _, ends in bars] for place in range(3))
    table = {"title": [name for name, _ in bars], "value": value, "low": low, "high": high}
    root = ElementTree.fromstring(signed_bars_svg(SignedBars(table, "x", "days")))
    for mark in root.iter("rect"):
        start, width = float(mark.get("x", "nan")), float(mark.get("width", "nan"))
        assert start >= LEFT - 0.1 and start + width <= WIDTH - ENDS + 0.1
