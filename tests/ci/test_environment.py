"""Does setting up name what this machine lacks, and can an old Python read that far?"""

from __future__ import annotations

import ast
import builtins
import importlib.util
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PLACE = Path(__file__).parents[2] / ".ci" / "environment.py"
SPEC = importlib.util.spec_from_file_location("environment", PLACE)
assert SPEC is not None
assert SPEC.loader is not None
environment = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(environment)

SOURCE = Path(environment.__file__)


class Version(NamedTuple):
    """As much of sys.version_info as is asked for."""

    major: int
    minor: int


def test_this_python_lacks_nothing() -> None:
    assert environment.missing() == ""


@pytest.mark.parametrize("version", [Version(2, 7), Version(3, 6), Version(3, 10), Version(3, 14), Version(4, 0)])
def test_an_unsuitable_python_is_named(version: Version, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    told = environment.missing()
    assert f"this one is {version.major}.{version.minor}" in told
    assert "make PYTHON=" in told


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_missing_venv_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really_import = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == module:
            raise ImportError(name)
        return really_import(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "-venv" in environment.missing()


@pytest.mark.parametrize(
    ("pip_said", "advice"),
    [
        ("error: command 'gcc' failed: No such file or directory", "build-essential"),
        ("fatal error: Python.h: No such file or directory", "build-essential"),
        ("[Errno 28] No space left on device", "disk is full"),
        ("Could not find a version that satisfies the requirement", "package index"),
        ("", "package index"),
    ],
)
def test_a_failed_installation_says_what_would_help(pip_said: str, advice: str) -> None:
    assert advice in environment.advice(pip_said)


def test_a_folder_without_an_environment_is_not_usable(tmp_path: Path) -> None:
    assert not environment.usable(str(tmp_path / "nowhere"))


def test_python_2_could_read_it() -> None:
    """No annotation, f-string, keyword-only argument or walrus: nothing that came with Python 3."""
    modern = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Nonlocal, ast.Starred, ast.Match)
    for node in ast.walk(ast.parse(SOURCE.read_text())):
        assert not isinstance(node, modern), node
        assert not (isinstance(node, ast.FunctionDef) and (node.returns or node.args.kwonlyargs)), node
        assert not (isinstance(node, ast.Raise) and node.cause), node
    assert SOURCE.read_bytes().isascii()
