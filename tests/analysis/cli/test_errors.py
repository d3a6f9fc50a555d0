"""Is every way a command can fail told in words, with the code that says whose fault it is?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.errors import EXTRA_OF, FAULT, INPUT, INTERRUPTED, PIPE_CLOSED, UserError, describe

SURPRISES = [ValueError, KeyError, RuntimeError, ZeroDivisionError, RecursionError, MemoryError, AssertionError]


@given(st.sampled_from(SURPRISES), st.text(max_size=200))
def test_a_surprise_is_our_fault_and_says_what_to_report(kind: type[Exception], text: str) -> None:
    code, told = describe(kind(text))
    assert code == FAULT
    assert kind.__name__ in told
    assert "Python 3." in told
    assert "--debug" in told


@given(st.text(min_size=1, max_size=200))
def test_a_users_error_is_said_as_it_is(text: str) -> None:
    assert describe(UserError(text)) == (INPUT, text)


@pytest.mark.parametrize("module", EXTRA_OF)
def test_a_missing_extra_names_the_line_that_installs_it(module: str) -> None:
    code, told = describe(ModuleNotFoundError(f"No module named {module!r}", name=f"{module}.part"))
    assert code == INPUT
    assert told.endswith(f"pip install 'climbdown[{EXTRA_OF[module]}]'")
    assert "\n" not in told


def test_the_extras_exist() -> None:
    project = tomllib.loads(Path(__file__).parents[3].joinpath("pyproject.toml").read_text())["project"]
    assert {*EXTRA_OF.values()} <= {*project["optional-dependencies"]}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), INTERRUPTED),
        (typer.Abort(), INTERRUPTED),
        (BrokenPipeError(32, "Broken pipe"), PIPE_CLOSED),
    ],
)
def test_endings_that_are_nobodys_fault(error: BaseException, code: int) -> None:
    assert describe(error)[0] == code


@pytest.mark.parametrize(("number", "code"), [(2, INPUT), (13, INPUT), (21, INPUT), (28, FAULT), (122, FAULT)])
def test_a_path_is_named_and_a_full_disk_is_not_the_users_input(number: int, code: int) -> None:
    assert describe(OSError(number, "so it is", "some/file")) == (code, "some/file: so it is")
