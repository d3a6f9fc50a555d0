"""Does every rule file have a chapter, and does every chapter name only what exists?"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

from sim.files.scenario_slots import slot_at
from sim.rule import RULES
from tests.claims.chapters import BY_NAME, FOLDER, ROOT, chapters, covered, filled, paths_of
from tests.sim.rules.finding import MODULES

PAGES = [pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in chapters()]
QUOTED = re.compile(r"`([^`\n]+)`")
SECTIONS = ("**Question.**", "**Source.**", "**Set by.**", "**Left out.**", "**Shown by.**")
TEST_NAMES = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_rule_file_has_exactly_one_chapter() -> None:
    counted = Counter(name for page in chapters() for name in covered(page.read_text(encoding="utf-8")))
    assert set(counted) == set(MODULES)
    assert max(counted.values()) == 1


@pytest.mark.parametrize("page", PAGES)
def test_it_has_all_its_parts(page: str) -> None:
    assert [part for part in SECTIONS if part not in page] == []
    assert covered(page) and paths_of(page)


def is_rule(name: str) -> bool:
    file, _, function = name.partition(".")
    return file in MODULES and getattr(importlib.import_module(MODULES[file]), function, None) in RULES


@pytest.mark.parametrize("page", PAGES)
def test_it_names_only_rules_and_fields_that_exist(page: str) -> None:
    named = [word for word in QUOTED.findall(page) if re.fullmatch(r"[a-z]+\.[a-z_]+", word) and word != "targets.csv"]
    assert [name for name in named if not is_rule(name) and slot_at(tuple(name.split("."))) is None] == []


@pytest.mark.parametrize("page", PAGES)
def test_it_names_only_fields_that_exist(page: str) -> None:
    for path in paths_of(page):
        assert slot_at(tuple(path.split("."))) is not None, path


@pytest.mark.parametrize("page", PAGES)
def test_it_names_only_tests_that_exist(page: str) -> None:
    shown = page.partition("**Shown by.**")[2]
    assert shown.strip()
    for name in QUOTED.findall(shown):
        if name.startswith("test_"):
            assert name in TEST_NAMES, name
    for path in re.findall(r"tests/[\w/]+(?:\.py)?", shown):
        assert (ROOT / path.rstrip("/")).exists(), path


@pytest.mark.parametrize("page", PAGES)
def test_its_numbers_are_those_of_the_types(page: str) -> None:
    assert page == filled(page), "run: python -m tests.claims.chapters"


def test_the_index_names_every_chapter() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    linked = {Path(target).name for target in re.findall(r"\]\(([\w-]+\.md)\)", index)}
    assert linked == {path.name for path in FOLDER.glob("*.md")} - {"README.md"}


def test_every_weight_is_told_somewhere() -> None:
    told = {path for page in chapters() for path in paths_of(page.read_text(encoding="utf-8"))}
    assert {f"weights.{name}" for name in BY_NAME} <= told
