"""Does a change to a text change what it names and nothing else, wherever it stands?"""

from __future__ import annotations

import pytest

from sim.files.yaml_edits import Entry, Tree, entry_at, with_entry, with_value, without_entry, without_item

TEXT = """\
# head
a: 1  # one
b:
  c: "two"  # two

  # about d
  d: {e: 5, f: [6,
      7], g: 2020-01-01}
last: |
  lines

"""


def _at(text: str, *path: str) -> Entry:
    entry = entry_at(Tree(text), path)
    assert entry is not None
    return entry


def test_entries_know_their_place() -> None:
    paths = [".".join(entry.path) for entry in Tree(TEXT).entries()]
    assert paths == ["a", "b", "b.c", "b.d", "b.d.e", "b.d.f", "b.d.f.0", "b.d.f.1", "b.d.g", "last"]
    assert entry_at(Tree(TEXT), ("b", "x")) is None
    assert (_at(TEXT, "b", "c").source, _at(TEXT, "b", "c").line) == ('"two"', 4)
    assert _at(TEXT, "b", "d").in_one_line == "{e: 5, f: [6, 7], g: 2020-01-01}"
    assert _at('x: {y: "no"}', "x").in_one_line == '{y: "no"}'


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("a",), "a: 1  # one\n"),
        (("b", "c"), '  c: "two"  # two\n'),
        (("b", "d", "e"), "e: 5, "),
        (("b", "d", "f"), "f: [6,\n      7], "),
        (("b", "d", "g"), ", g: 2020-01-01"),
        (("b", "d"), "  d: {e: 5, f: [6,\n      7], g: 2020-01-01}\n"),
        (("last",), "last: |\n  lines\n"),
    ],
)
def test_an_entry_is_taken_out(path: tuple[str, ...], gone: str) -> None:
    assert TEXT.count(gone) == 1
    assert without_entry(TEXT, _at(TEXT, *path)) == TEXT.replace(gone, "")


def test_a_block_that_would_be_empty_goes_too() -> None:
    text = "a: 1\nb:\n  c:\n    d: 2\ne: {f: {g: 1}, h: 2}\n"
    assert without_entry(text, _at(text, "b", "c", "d")) == "a: 1\ne: {f: {g: 1}, h: 2}\n"
    assert without_entry(text, _at(text, "e", "f", "g")) == "a: 1\nb:\n  c:\n    d: 2\ne: {h: 2}\n"
    assert without_entry("{a: 1}", _at("{a: 1}", "a")) == "{}"


def test_items_of_lists() -> None:
    text = "l:\n  - path: x\n    value: 1\n  - {path: y}\n"
    assert without_item(text, _at(text, "l", "0", "path")) == "l:\n  - {path: y}\n"
    assert without_item(text, _at(text, "l", "1", "path")) == "l:\n  - path: x\n    value: 1\n"
    assert without_entry(text, _at(text, "l", "0", "path")) == "l:\n  - value: 1\n  - {path: y}\n"


def test_a_value_is_replaced() -> None:
    assert with_value(TEXT, _at(TEXT, "b", "c"), "3") == TEXT.replace('"two"', "3")


def test_an_entry_is_added() -> None:
    text = "a: 1\nb:\n  c: 2  # two\n# foot"
    assert with_entry(text, (), "x", "9", first=True) == "x: 9\n" + text
    assert with_entry(text, ("b",), "x", "9") == "a: 1\nb:\n  c: 2  # two\n  x: 9\n# foot"
    assert with_entry(text, ("new", "deep"), "x", "9") == "a: 1\nb:\n  c: 2  # two\nnew:\n  deep:\n    x: 9\n# foot"
    assert with_entry(text, ("new",), "x", "9", after="a") == "a: 1\nnew:\n  x: 9\nb:\n  c: 2  # two\n# foot"
    assert with_entry("a: 1", (), "x", "9") == "a: 1\nx: 9\n"
    assert with_entry("{a: {b: 1}}", ("a", "c"), "x", "9") == "{a: {b: 1, c: {x: 9}}}"
    assert with_entry("{a: 1}", (), "x", "9", first=True) == "{x: 9, a: 1}"
