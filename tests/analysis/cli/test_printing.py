"""Lines reach a terminal of any encoding; JSON holds no number that JSON does not know."""

from __future__ import annotations

import io
import json

import pytest

from analysis.cli.printing import only_ascii, say, say_json


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
