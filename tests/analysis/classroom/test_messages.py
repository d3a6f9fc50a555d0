"""Are all texts of the interface in one file, in order, each found by its id and with its values in place?"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

import pytest

from analysis.classroom.messages import FOLDER, LANGUAGE, message, messages

PLURALS = ("one", "other")
ID = re.compile(r"[a-z]+(?:\.[a-z0-9_]+)+")
TEXT = (FOLDER / f"{LANGUAGE}.json").read_text(encoding="utf-8")


def forms(name: str) -> list[str]:
    """The text of a message, or its two forms."""
    found = messages()[name]
    return list(found.values()) if isinstance(found, dict) else [found]


def test_ids_are_words_with_their_screen_before_them_and_stand_in_order_once_each() -> None:
    pairs: list[tuple[str, object]] = json.loads(TEXT, object_pairs_hook=lambda found: found)
    names = [name for name, _ in pairs]
    assert names == sorted(set(names))
    assert not [name for name in names if not ID.fullmatch(name)]


def test_a_message_is_a_text_or_has_both_forms_and_the_plural_one_its_number() -> None:
    for name, found in messages().items():
        assert isinstance(found, str) or tuple(found) == PLURALS, name
        if isinstance(found, dict):
            assert "{n}" in found["other"] or "{n" not in found["one"], name


def test_no_text_is_blank_or_broken() -> None:
    for name in messages():
        for text in forms(name):
            assert text.strip() == text != "", name
            assert not re.search(r"\s\s|\{[^a-z}]|\{[a-z_]*[^a-z_}]", text), name


def test_values_and_plurals_are_put_in() -> None:
    assert message("lesson.step", name="Watch", n=3) == "Watch, 3 min"
    assert message("start.broken", n=1).startswith("One lesson file")
    assert message("start.broken", n=2).startswith("2 lesson files")


def test_an_unknown_id_and_a_missing_value_are_errors() -> None:
    with pytest.raises(KeyError):
        message("nothing.of_the_kind")
    with pytest.raises(KeyError):
        message("lesson.step", name="Watch")


def calls() -> Iterator[tuple[str, set[str]]]:
    """Every message that Python puts together: its id and the values it is given, where both stand in the call."""
    for file in FOLDER.parents[1].rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "message"):
                continue
            given = {keyword.arg for keyword in node.keywords}
            if node.args and isinstance(node.args[0], ast.Constant) and None not in given:
                yield node.args[0].value, {name for name in given if name}


def test_texts_and_calls_agree_on_what_is_put_in() -> None:
    """A text that wants a value which nobody gives would take a whole picture with it."""
    found = list(calls())
    assert len(found) > 20
    for name, given in found:
        wanted = {gap for text in forms(name) for gap in re.findall(r"\{(\w+)\}", text)}
        assert wanted == given, name
