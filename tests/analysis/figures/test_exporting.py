"""Figures as files, made without a network."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pandas as pd
import pytest

pytest.importorskip("vl_convert")

from analysis.figures import FigureError, save_figure, tornado
from tests.analysis.figures.examples import SWINGS

CHART = tornado(pd.DataFrame(SWINGS), "Which?", "days")


def test_svg_png_and_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a figure asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert save_figure(CHART, tmp_path / "a.svg").read_text().startswith("<svg")
    assert save_figure(CHART, tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"
    assert json.loads(save_figure(CHART, str(tmp_path / "a.json")).read_text())["$schema"].endswith(".json")
    svg = (tmp_path / "a.svg").read_text()
    assert "href" not in svg.replace("xlink", "")


def test_other_formats_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match=r"not '\.gif'"):
        save_figure(CHART, tmp_path / "a.gif")
    with pytest.raises(FigureError, match="no folder"):
        save_figure(CHART, tmp_path / "none" / "a.svg")
