"""Lines reach a terminal of any encoding; JSON holds no number that JSON does not know."""

from __future__ import annotations

import ast
import io
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis.cli
from analysis.cli.errors import OutputError
from analysis.cli.printing import UNSAFE, finish, only_ascii, safe, say, say_json, say_json_lines, show, tell


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
