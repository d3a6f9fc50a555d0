"""The chapters of docs/explanation: which rule files each covers, and its table of numbers, written from the types.

``python -m tests.claims.chapters`` fills the table between ``<!-- numbers: ... -->`` and ``<!-- end -->`` in each.
"""

from __future__ import annotations

import re
from pathlib import Path

from sim.files.scenario_slots import slot_at
from sim.files.slots import Slot
from sim.scenario.weights import WEIGHTS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "explanation"
BLOCK = re.compile(r"<!-- numbers: (.*?) -->\n.*?<!-- end -->", re.DOTALL)
COVERED = re.compile(r"^Rules: (.*)$", re.MULTILINE)
RULE_FILE = re.compile(r"`sim/rules/([\w/]+)\.py`")
BY_NAME = {weight.name: weight for weight in WEIGHTS}


def chapters() -> list[Path]:
    """Every chapter, the index and the worked example left out."""
    return [path for path in sorted(FOLDER.glob("*.md")) if path.name not in ("README.md", "one-decision.md")]


def covered(chapter: str) -> list[str]:
    """The rule files that a chapter says it is about."""
    head = COVERED.search(chapter)
    return [name.rpartition("/")[2] for name in RULE_FILE.findall(head.group(1))] if head else []


def paths_of(chapter: str) -> list[str]:
    """The scenario fields and weights that a chapter lists."""
    return [path for block in BLOCK.finditer(chapter) for path in block.group(1).split()]


def number_line(path: str) -> str:
    """One row of a table of numbers: what it means, its range, and the meaning of both ends."""
    if path.startswith("weights."):
        weight = BY_NAME[path.partition(".")[2]]
        ends = f"{weight.low:g} ({weight.at_low}) to {weight.high:g} ({weight.at_high})"
        return f"| `{path}` | {weight.meaning} | {ends} |\n"
    slot = slot_at(tuple(path.split(".")))
    assert slot is not None, path
    return f"| `{path}` | {slot.description.rstrip('.')} | {range_of(slot)} |\n"


def range_of(slot: Slot) -> str:
    """What may stand in a field."""
    return slot.allowed.removeprefix("allowed: ").replace("|", "or")


def filled(chapter: str) -> str:
    """A chapter with its tables of numbers as they follow from the types."""

    def table(block: re.Match[str]) -> str:
        lines = "".join(number_line(path) for path in block.group(1).split())
        return (
            f"<!-- numbers: {block.group(1)} -->\n\n| field | meaning | range |\n|---|---|---|\n{lines}\n<!-- end -->"
        )

    return BLOCK.sub(table, chapter)


if __name__ == "__main__":
    for path in chapters():
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
