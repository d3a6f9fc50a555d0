"""Lines typed or piped in: shown when they were piped, odd bytes come through as a mark, an end is an end."""

from __future__ import annotations

import io
import sys

import pytest

from analysis.cli.typed_lines import accept_any_bytes, typed_line


def test_a_line_that_is_piped_in_is_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("first\n\x1b[31m"))
    assert typed_line("> ") == "first\n"
    assert typed_line("> ") == "\x1b[31m"
    assert capsys.readouterr().out == "> first\n> \\x1b[31m\n"
    with pytest.raises(EOFError):
        typed_line("> ")


def test_bytes_that_are_no_text_come_through_as_a_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\xff\nb\n"), encoding="utf-8"))
    accept_any_bytes()
    assert [typed_line(""), typed_line("")] == ["a\ufffd\n", "b\n"]
