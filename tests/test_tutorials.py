"""The tutorials show what a run of them shows, small enough for a web page; each asks a question and answers it."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
pytest.importorskip("nbclient")
pytest.importorskip("altair")
Image = pytest.importorskip("PIL.Image")

from tests.tutorials import BOOKS, PICTURE, alike, code, differences, fresh, opened, small  # noqa: E402 - extras first

EACH = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
MOST_BYTES = 200_000
INTERVAL = re.compile(r"\d+ .*\(-?\d[\d.]* to -?\d[\d.]*\)")
OF_A_MACHINE = re.compile(r"/(?:home|tmp|root|work|usr)/|0x[0-9a-f]{6}|\d+\.\d+\.\d+|\d\d:\d\d|seconds")
"""Paths, addresses in memory, versions, and times of day."""


def read(book: Path) -> Any:
    content = nbformat.read(book, as_version=4)
    nbformat.validate(content)
    return content


def text(output: Any) -> str:
    data = output.get("data", {})
    return str(output.get("text", "")) + str(data.get("text/plain", "")) + str(data.get("text/html", ""))


def test_there_are_three() -> None:
    assert [book.name for book in BOOKS] == ["01-first-run.ipynb", "02-a-sweep.ipynb", "03-a-counterfactual.ipynb"]


@EACH
def test_prose_leads_and_cells_are_short(book: Path) -> None:
    content = read(book)
    assert content.cells[0].cell_type == "markdown"
    assert all(len(cell.source.splitlines()) <= 30 for cell in code(content))
    assert max(len(line) for cell in content.cells for line in cell.source.splitlines()) <= 130


@EACH
def test_a_question_first_and_the_answer_with_its_interval_last(book: Path) -> None:
    content = read(book)
    assert content.cells[0].source.count("?**") == 1, "one question in the first cell"
    answer = text(content.cells[-1].outputs[-1])
    assert INTERVAL.search(answer), answer
    assert "## The answer" in content.cells[-2].source


@EACH
def test_what_is_kept_is_small_numbered_and_of_no_machine(book: Path) -> None:
    assert book.stat().st_size < MOST_BYTES
    cells = code(read(book))
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    shown = [output for cell in cells for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error" or output.get("name") == "stderr"]
    assert not [found for output in shown if (found := OF_A_MACHINE.search(text(output)))]
    assert not [output for output in shown if "<script" in text(output)]
    assert sum(PICTURE in output.get("data", {}) for output in shown) >= 2


@pytest.mark.slow
@EACH
def test_it_shows_what_a_run_of_it_shows(book: Path) -> None:
    assert list(differences(read(book), fresh(book))) == [], "python -m tests.tutorials writes them anew"


def pictured(picture: str) -> Any:
    return nbformat.v4.new_output("display_data", {PICTURE: picture})


def drawn(image: Any) -> str:
    made = io.BytesIO()
    image.save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


def test_another_number_is_told_apart_and_another_bar() -> None:
    kept = read(BOOKS[0])
    made = read(BOOKS[0])
    assert list(differences(kept, made)) == []
    code(made)[-1].outputs[0].text += "?"
    code(made)[0].execution_count = 7
    assert len(list(differences(kept, made))) == 2
    picture = next(one.data[PICTURE] for cell in code(kept) for one in cell.outputs if PICTURE in one.get("data", {}))
    image = opened(picture)
    assert alike(pictured(picture), pictured(drawn(image))), "other bytes, the same drawing"
    assert not alike(pictured(picture), pictured(drawn(image.resize((image.width, 2 * image.height)))))
    other = image.copy()
    other.paste("black", (0, 0, image.width, image.height // 5))
    assert not alike(pictured(picture), pictured(drawn(other)))
    assert not alike(pictured(picture), nbformat.v4.new_output("stream", text="a picture"))


def test_a_picture_is_made_small_without_looking_other() -> None:
    picture = drawn(Image.linear_gradient("L").resize((300, 300)).convert("RGBA"))
    assert len(small(picture)) < len(picture)
    assert alike(pictured(picture), pictured(small(picture)))
