"""Are the pages what a strict server and a small download need: nothing inline, nothing from elsewhere, short files?"""

from __future__ import annotations

import gzip
import re

import pytest

from analysis.classroom.messages import FOLDER

STATIC = FOLDER.parent
FILES = sorted(file for file in STATIC.rglob("*") if file.is_file())
PAGES = [file for file in FILES if file.suffix == ".html"]
MOST_LINES = 300
LARGEST_DOWNLOAD = 60_000
"""Bytes of everything that the first page needs, packed."""

ADDRESSED = re.compile(r'(?:src|href)="([^"]+)"')
IMPORTED = re.compile(r'from "(\.[^"]+)"')
RULES = re.compile(r"\bMath\.random|\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write")


def test_files_are_short() -> None:
    lengths = {
        file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in FILES if file.suffix != ".json"
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_script_says_what_it_is_for() -> None:
    assert [file.name for file in FILES if file.suffix == ".js" and not file.read_text().startswith("// ")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_files_that_are_there_and_holds_no_script_or_style_of_its_own(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    addresses = ADDRESSED.findall(text)
    assert addresses
    assert all((STATIC / address.removeprefix("/static/")).is_file() for address in addresses)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", text)


def test_scripts_import_what_is_there_and_reach_for_nothing_elsewhere() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert all((file.parent / wanted).resolve().is_file() for wanted in IMPORTED.findall(text)), file.name
        assert "http:" not in text.replace("http://www.w3.org/", ""), file.name
        assert "https:" not in text, file.name
        assert "url(" not in text, file.name


def test_what_comes_from_elsewhere_is_text_and_never_markup() -> None:
    assert [file.name for file in FILES if file.suffix == ".js" and RULES.search(file.read_text())] == []


def test_the_whole_of_it_is_a_small_download() -> None:
    assert sum(len(gzip.compress(file.read_bytes())) for file in FILES) < LARGEST_DOWNLOAD
