"""A figure as a file: SVG and PNG for papers and slides, JSON for the web; no network needed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from analysis.figures.figure import FigureError
from sim.results.whole_files import write_whole, written_whole

SUFFIXES = (".svg", ".png", ".json")
SCALE = 2.0


def save_figure(chart: Any, path: str | Path, scale: float = SCALE) -> Path:
    """Write a figure in the format that its suffix names.

    Parameters
    ----------
    chart : altair chart
        Any figure of this package.
    path : str or Path
        Ends in .svg, .png or .json; the folder must exist.
    scale : float
        Pixels a point, for PNG.

    Raises
    ------
    FigureError
        On another suffix or a missing folder.
    """
    place = Path(path)
    if place.suffix.lower() not in SUFFIXES:
        raise FigureError(f"a figure is written as {', '.join(SUFFIXES)}, not '{place.suffix}'")
    if not place.parent.is_dir():
        raise FigureError(f"there is no folder {place.parent}")
    if place.suffix.lower() == ".json":
        write_whole(place, chart.to_json())
        return place
    drawn = io.BytesIO() if place.suffix.lower() == ".png" else io.StringIO()
    chart.save(drawn, format=place.suffix.lower()[1:], scale_factor=scale)
    content = drawn.getvalue()
    with written_whole(place) as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return place
