"""Does every message that pages and views name exist, once, on a line of its own, and is no text hidden in a script?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from analysis.classroom.messages import FOLDER, LANGUAGE, messages

STATIC = FOLDER.parent
CODE = FOLDER.parents[1]
SCRIPTS = sorted(STATIC.rglob("*.js"))
NAMED_BY_SCRIPTS = re.compile(r"""(?:text\(|id: |, |\[)["'`]([a-z]+(?:\.[a-z0-9_]+)+)["'`]""")
NAMED_BY_VIEWS = re.compile(
    r'"((?:app|brief|compare|debrief|lesson|predict|start|ticket|watch|why)\.(?!html|css|csv)[a-z0-9_]+)"'
)
PLACE = re.compile(r"\{(\w+)\}")


def test_every_message_that_a_script_names_is_there() -> None:
    missing = {
        f"{file.name}: {name}"
        for file in SCRIPTS
        for name in NAMED_BY_SCRIPTS.findall(file.read_text(encoding="utf-8"))
        if name not in messages()
    }
    assert missing == set()


def test_every_message_that_a_view_names_is_there() -> None:
    missing = {
        f"{file.name}: {name}"
        for file in sorted(CODE.rglob("*.py"))
        for name in NAMED_BY_VIEWS.findall(file.read_text(encoding="utf-8"))
        if name not in messages()
    }
    assert missing == set()


def test_the_file_is_sorted_and_holds_each_message_once() -> None:
    text = (FOLDER / f"{LANGUAGE}.json").read_text(encoding="utf-8")
    names = [name for name, _ in json.loads(text, object_pairs_hook=list)]
    assert names == sorted(set(names))


@pytest.mark.parametrize("name", sorted(name for name, told in messages().items() if isinstance(told, dict)))
def test_a_message_that_counts_has_the_forms_of_its_language_and_the_same_places(name: str) -> None:
    forms = messages()[name]
    assert {*forms} == {"one", "other"}
    assert {*PLACE.findall(forms["one"])} <= {*PLACE.findall(forms["other"])} | {"n"}


def test_the_scripts_are_seen() -> None:
    assert {"app.js", "watch.js"} <= {file.name for file in SCRIPTS}
    assert NAMED_BY_SCRIPTS.findall('text("watch.week", { n })') == ["watch.week"]
    assert isinstance(STATIC, Path)
