"""The texts of the interface, by id, from one file; texts about the world are not among them.

A message may hold ``{name}`` for a value, and be a block of plural forms (``one``, ``other``) chosen by ``{n}``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "static" / "messages"
LANGUAGE = "en"


@cache
def messages(language: str = LANGUAGE) -> dict[str, Any]:
    """Return all messages of a language, by id."""
    found: dict[str, Any] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return found


def message(name: str, /, **values: object) -> str:
    """Return a message with its values put in; KeyError for an id that is not there."""
    text = messages()[name]
    if isinstance(text, dict):
        text = text["one" if values.get("n") == 1 else "other"]
    return str(text).format_map(values)
