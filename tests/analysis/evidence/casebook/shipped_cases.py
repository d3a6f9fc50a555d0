"""The development cases for tests: read once, single ones by name, and files of a few of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from analysis.evidence.casebook import SHIPPED, Case, CasebookFile, read_casebook

CASE = "\n  - id: "


@cache
def development() -> CasebookFile:
    return read_casebook()


@cache
def case(name: str) -> Case:
    return next(one for one in development().cases if one.id == name)


def text_of(names: Sequence[str]) -> str:
    """The text of a casebook with a few of the development cases, in their order."""
    beginning, *cases = SHIPPED.read_text(encoding="utf-8").split(CASE)
    return CASE.join([beginning, *(text for text in cases if text.partition("\n")[0] in names)])


def file_of(folder: Path, names: Sequence[str]) -> Path:
    path = folder / "few.yaml"
    path.write_text(text_of(names), encoding="utf-8")
    return path
