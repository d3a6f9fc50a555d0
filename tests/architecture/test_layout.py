"""Do the tables of docs/architecture.md name the folders that are there, all of them, and modules where they stand?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, python_files, report, text

PAGE = text(Path("docs/architecture.md"))
QUOTED = re.compile(r"`([a-z_/]+(?:\.py|\.csv)?)`")


def rows_of(package: str) -> dict[str, str]:
    """What stands in the first and second column of a package's table, line by line."""
    section = PAGE.partition(f"`{package}/`\n")[2].partition("\n## ")[0]
    lines = [line.split("|")[1:3] for line in section.splitlines() if line.startswith("| `")]
    return {first.strip(): second.strip() for first, second in lines}


def is_there(base: Path, name: str) -> bool:
    return (base / name).exists() or any(base.rglob(f"{name}.py"))


@pytest.mark.parametrize("package", ["sim", "analysis"])
def test_the_table_has_every_folder_and_no_other(package: str) -> None:
    named = {name for first in rows_of(package) for name in QUOTED.findall(first)}
    folders = {f"{path.parts[1]}/" for path in python_files(package) if len(path.parts) > 2}
    assert {name for name in named if name.endswith("/")} == folders


@pytest.mark.parametrize("package", ["sim", "analysis"])
def test_modules_stand_in_the_folder_that_is_said_to_hold_them(package: str) -> None:
    problems = []
    for first, second in rows_of(package).items():
        bases = [ROOT / package / name for name in QUOTED.findall(first) if name.endswith("/")]
        named = QUOTED.findall(second) if bases else []
        lost = [name for name in named if not any(is_there(base, name) for base in bases)]
        problems += [f"{first}: there is no {name}" for name in lost]
    assert not problems, report(problems)


def test_layers_are_told_as_the_contract_has_them() -> None:
    contracts = tomllib.loads(text(Path("pyproject.toml")))["tool"]["importlinter"]["contracts"]
    for package in ("sim", "analysis"):
        layers = next(one["layers"] for one in contracts if one.get("containers") == [package])
        wanted = [set(re.findall(r"\w+", layer)) for layer in reversed(layers)]
        section = PAGE.partition(f"`{package}/`\n")[2].partition("\n## ")[0]
        told = re.search(r"Low to high: (.+?)\.(?:\s|$)", section)
        assert told is not None
        found = [set(re.findall(r"`(\w+)`", layer)) for layer in told[1].split(" < ")]
        assert found == [layer - {"version", "processors"} for layer in wanted]
