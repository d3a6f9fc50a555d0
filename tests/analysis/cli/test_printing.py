"""Lines reach a terminal of any encoding; JSON holds no number that JSON does not know."""

from __future__ import annotations

import ast
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import analysis.cli
from analysis.cli.errors import OutputError
from analysis.cli.printing import (
    UNSAFE,
    canvas,
    finish,
    only_ascii,
    safe,
    say,
    say_json,
    say_json_lines,
    show,
    tell,
    width,
)
from sim.narrative.painted import Role, painted


@pytest.mark.parametrize(("encoding", "plain"), [("utf-8", False), ("ascii", True), ("latin-1", True)])
def test_letters_that_a_terminal_lacks(encoding: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stdout", stream)
    say(["Wáng Yì ▁█"])
    assert only_ascii() == plain
    stream.flush()
    assert stream.buffer.getvalue()


def test_missing_numbers_are_null(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"a": [float("nan"), 1.5], "b": {"c": float("inf")}, "d": (1, "x", None, True)})
    assert json.loads(capsys.readouterr().out) == {"a": [None, 1.5], "b": {"c": None}, "d": [1, "x", None, True]}


def steers(letter: str) -> bool:
    """Whether a terminal would obey a letter: by what Unicode says of it, not by our list."""
    control = unicodedata.category(letter) == "Cc" and letter not in "\n\t"
    return control or unicodedata.bidirectional(letter) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


def test_all_that_steers_is_unsafe_and_nothing_else() -> None:
    assert all(steers(chr(code)) == bool(UNSAFE.match(chr(code))) for code in range(0x20000))


@given(st.text() | st.text(st.characters(max_codepoint=0x9F)) | st.text("\u202a\u202e\u2066\u2069\u200d\x1b\x9b\n\ta"))
def test_whatever_is_said_steers_nothing(text: str) -> None:
    for way in (
        lambda stream: show(text, stream),
        lambda stream: stream.write(safe(text)),
    ):
        stream = io.StringIO()
        way(stream)
        assert not any(map(steers, stream.getvalue()))
    kept = "".join(letter for letter in text if not steers(letter))
    assert len(safe(text)) >= len(kept)
    assert safe(kept) == kept


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=5) | st.text("\x7f\x1b\u202e"), max_size=3))
def test_json_says_the_same_and_steers_nothing(content: dict[str, str]) -> None:
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", stream)
        say_json(content)
    assert json.loads(stream.getvalue()) == content
    assert not any(map(steers, stream.getvalue()))


@given(st.lists(st.dictionaries(st.text(max_size=3), st.integers() | st.none() | st.lists(st.booleans()))))
def test_json_entry_by_entry_is_json_all_at_once(records: list[dict[str, object]]) -> None:
    said = []
    for way in (say_json, say_json_lines):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdout", io.StringIO())
            way(iter(records) if way is say_json_lines else records)
            import sys

            said.append(sys.stdout.getvalue())  # type: ignore[attr-defined]
    assert said[0] == said[1]


class Full(io.StringIO):
    """A stream that takes nothing."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_an_output_that_takes_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Full())
    monkeypatch.setattr("sys.stderr", Full())
    with pytest.raises(OutputError, match="the output cannot be written: No space left"):
        say(["a"])
    with pytest.raises(OutputError):
        finish()
    tell("not said, and no reason to fail")


def test_nothing_in_the_command_line_speaks_in_any_other_way() -> None:
    """Print, echo and the streams' own write are called in no other module; bars and spinners show our own words."""
    for path in Path(analysis.cli.__path__[0]).glob("*.py"):
        if path.name == "printing.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "typer.echo", "typer.secho"}, f"{path.name}:{node.lineno}: {called}"
                assert not called.endswith(("stdout.write", "stderr.write", "_stream.write", "print_exception"))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


LINES = st.lists(
    st.text(max_size=8) | st.tuples(st.text("ab \x1b\u202e█", max_size=8), st.sampled_from(Role)), max_size=6
)
CODES = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.usefixtures("coloured")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_with_the_colours_taken_away_the_text_is_the_same(parts: list[str | tuple[str, Role]]) -> None:
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        show(painted(*parts), stream)
    assert CODES.sub("", terminal.getvalue()) == pipe.getvalue()
    assert not any(map(steers, CODES.sub("", terminal.getvalue())))
    has_parts = any(isinstance(part, tuple) and part[0] for part in parts)
    assert ("\x1b" in terminal.getvalue()) == has_parts


@pytest.mark.usefixtures("coloured")
def test_a_heading_is_coloured_where_a_terminal_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(stream: io.StringIO) -> str:
        show(painted(("a", Role.heading)), stream)
        return stream.getvalue()

    assert shown(Terminal()) == "\x1b[1ma\x1b[0m\n"
    assert shown(io.StringIO()) == "a\n"
    with monkeypatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        assert shown(Terminal()) == "a\n"
    monkeypatch.setenv("TERM", "dumb")
    assert shown(Terminal()) == "a\n"


@pytest.mark.parametrize(("columns", "used"), [(20, 80), (80, 80), (93, 93), (120, 120), (200, 120)])
def test_the_width_is_the_terminals_from_80_to_120(columns: int, used: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout", Terminal())
    assert width() == canvas().width == used
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert width() == 80


def test_a_long_message_is_broken_for_a_person_and_one_line_for_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    message = "file.yaml:1:2: " + "a word and another-one " * 8 + "\nsecond"
    said = []
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stderr", stream)
        tell(message)
        said.append(stream.getvalue().splitlines())
    assert said[1] == message.splitlines()
    assert max(map(len, said[0])) <= 80
    assert " ".join(line.strip() for line in said[0]).split() == message.split()
