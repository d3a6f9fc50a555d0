"""Is every way a command can fail told in words, with the code that says whose fault it is?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.errors import EXTRA_OF, FAULT, INPUT, INTERRUPTED, PIPE_CLOSED, REFUSALS, UserError, describe

SURPRISES = [ValueError, KeyError, RuntimeError, ZeroDivisionError, RecursionError, AssertionError, OSError]


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


@pytest.mark.parametrize("number", [2, 13, 21, 28, 122])
def test_a_path_is_named_with_what_the_system_says(number: int) -> None:
    assert describe(OSError(number, "so it is", "some/file")) == (INPUT, "some/file: so it is")
    assert describe(OSError(number, "so it is", b"some/\xff")) == (INPUT, "some/\udcff: so it is")


@pytest.mark.parametrize("number", sorted(REFUSALS))
def test_a_machine_that_has_no_more_to_give_is_no_fault_of_ours(number: int) -> None:
    assert describe(OSError(number, "so it is")) == (INPUT, "a file or the output: so it is")


def test_too_little_memory_is_said() -> None:
    assert describe(MemoryError("Unable to allocate 9 EiB"))[0] == INPUT
