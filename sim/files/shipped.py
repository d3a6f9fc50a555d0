"""Which scenarios come with the program, and where their files are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
"""Beside the package, in a checkout as in an installed wheel; an import could find another folder of that name."""


@dataclass(frozen=True)
class Origin:
    """A scenario file, what messages call it, and the folder that its relative ``extends`` may not leave."""

    path: Path
    name: str
    folder: Path


def list_scenarios() -> list[str]:
    """Return the names of the shipped scenarios in alphabetical order."""
    return shipped_names()


def shipped_names() -> list[str]:
    """Return the names that ``extends`` and the commands accept."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def shipped_origin(name: str) -> Origin:
    """Return the file behind a shipped name."""
    path = FOLDER / f"{name}.yaml"
    return Origin(path, _readable(path), FOLDER)


def _readable(path: Path) -> str:
    """Return a path as short as it can be written from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
