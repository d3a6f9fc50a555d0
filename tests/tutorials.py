"""Runs the tutorials and keeps what they show: ``python -m tests.tutorials`` writes docs/tutorials anew.

A reader on the web sees what is kept, so it must be what a run gives: tests/test_tutorials.py compares the two.
"""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "tutorials"
BOOKS = tuple(sorted(FOLDER.glob("*.ipynb")))
PICTURE = "image/png"
COLOURS = 64
"""Colours that a picture is kept in: a fifth of the bytes, and no difference to be seen."""

FONTS_APART = 4.0
"""How far (0 to 255, on the mean) two drawings of one figure may be apart that were set in other fonts."""


def fresh(book: Path) -> Any:
    """The notebook with what it shows when it is run from top to bottom, and nothing that tells when or where."""
    content = nbformat.read(book, as_version=4)
    metadata = content.metadata.copy()
    client = nbclient.NotebookClient(
        content, timeout=300, record_timing=False, coalesce_streams=True, resources={"metadata": {"path": str(FOLDER)}}
    )
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT)})
    content.metadata = metadata  # the kernel's version is not ours to keep
    for cell in code(content):
        cell.outputs = [tidied(output) for output in cell.outputs if output.get("name") != "stderr"]
    return content


def code(content: Any) -> list[Any]:
    """The cells that are run."""
    return [cell for cell in content.cells if cell.cell_type == "code"]


def tidied(output: Any) -> Any:
    """An output with its picture made small; no warning that fast code is compiled the first time is among them."""
    data = output.get("data", {})
    if PICTURE in data:
        output.data = nbformat.from_dict({PICTURE: small(data[PICTURE])})
    return output


def small(picture: str) -> str:
    """A picture (PNG, base64) in few colours."""
    kept = io.BytesIO()
    opened(picture).quantize(COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return base64.b64encode(kept.getvalue()).decode() + "\n"


def opened(picture: str) -> Any:
    """A picture (PNG, base64) in red, green and blue."""
    return Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB")


def differences(kept: Any, made: Any) -> Iterator[str]:
    """Where a notebook shows something else than it shows when it is run."""
    for place, (here, there) in enumerate(zip(code(kept), code(made), strict=True), 1):
        if here.execution_count != there.execution_count:
            yield f"code cell {place} has the number {here.execution_count}, run {there.execution_count}"
        if len(here.outputs) != len(there.outputs) or not all(map(alike, here.outputs, there.outputs)):
            yield f"code cell {place} shows something else when it is run:\n{here.source}"


def alike(one: Any, other: Any) -> bool:
    """Whether two outputs show the same; pictures may differ by the fonts of a machine."""
    pictures = [output.get("data", {}).get(PICTURE) for output in (one, other)]
    return same_picture(pictures) if all(pictures) else bool(one == other)


def same_picture(pictures: Sequence[str]) -> bool:
    """Whether two pictures are one figure: the same bytes, or nearly the same drawing."""
    first, second = pictures
    if first == second:
        return True
    here, there = opened(first), opened(second)
    if any(abs(a - b) > max(a, b) / 50 for a, b in zip(here.size, there.size, strict=True)):
        return False
    apart = ImageStat.Stat(ImageChops.difference(here.convert("L"), there.resize(here.size).convert("L")))
    return bool(apart.mean[0] < FONTS_APART)


if __name__ == "__main__":
    for book in BOOKS:
        nbformat.write(fresh(book), book)
