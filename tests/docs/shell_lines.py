"""Shell lines and Python blocks of a Markdown page, and how they are carried out in a folder of their own."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.cli.main import main
from tests.architecture.source_tree import ROOT

FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
IN_TABLE = re.compile(r"^\| `(climbdown [^`]+)` \|", re.MULTILINE)
BY_HAND = (
    "make ",
    ". .venv",
    "pip ",
    "python -m analysis.evidence",
    "python -m solara",
    "solara ",
    "#",
    "cd ",
    "git ",
)
"""Lines that a test does not carry out: they make environments, take minutes, or run until stopped."""
ANSWERS = "hold\nq\n"
"""What is typed when a command asks."""


class Done(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    said: str


def blocks(page: str, language: str) -> list[str]:
    """Fenced blocks of a page in one language."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [content for found, content in FENCED.findall(text) if found == language]


def shell_lines(page: str) -> Iterator[str]:
    """Lines of the bash blocks of a page that a test carries out, continued lines joined."""
    for block in blocks(page, "bash"):
        for line in block.replace("\\\n", " ").splitlines():
            if line.strip() and not line.startswith(BY_HAND):
                yield line.partition("  #")[0].strip()


def carry_out(line: str, monkeypatch: pytest.MonkeyPatch) -> Done:
    """Carry out one `climbdown` line in this process, in the present folder."""
    program, *words = shlex.split(line)
    assert program == "climbdown", f"a test cannot carry out: {line}"
    monkeypatch.setattr(sys, "stdin", io.StringIO(ANSWERS))
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(words)
    return Done(code, said.getvalue())


def write_files(page: str, folder: Path) -> None:
    """Write the YAML blocks of a page that begin with a file's name, as ``# history.yaml``."""
    for block in blocks(page, "yaml"):
        named = re.match(r"# ([\w-]+\.yaml)\n", block)
        if named:
            (folder / named.group(1)).write_text(block, encoding="utf-8")


def carry_out_page(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Carry out every shell line and every Python block of a page, in order, in a folder; what the lines said."""
    monkeypatch.chdir(folder)
    write_files(page, folder)
    said = ""
    for line in shell_lines(page):
        done = carry_out(line, monkeypatch)
        assert done.code == 0, f"{page}: {line}\n{done.said}"
        said += done.said
    known: dict[str, object] = {"__name__": "page"}
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), known)
    return said
