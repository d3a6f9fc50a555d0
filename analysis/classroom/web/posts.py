"""What a browser posts, taken apart and checked: an act of the right shape, or a refusal that says what is wrong."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from analysis.classroom.session.facts import Act, Refused

LARGEST = 4096
"""Bytes of a post; the longest note fits in well."""

DEEPEST = 4
"""Lists within lists of a post: no act needs more, and reading it never comes near the end of the stack."""

LARGEST_NUMBER = 1e9
"""Nothing in a classroom is larger, and what follows need not think of overflow."""

KEY = re.compile(r"[A-Za-z0-9-]{8,64}")
WORD = re.compile(r"[a-z_]{1,40}")
NEEDED, ALLOWED = {"word", "what", "key"}, {"word", "what", "key", "seen", "session"}


class Post(NamedTuple):
    """An act, and what its page showed when it was pressed: the number of its snapshot, and of which session."""

    act: Act
    seen: int | None
    session: str


def parsed(body: bytes) -> Post:
    """Take a post apart.

    Raises
    ------
    Refused
        With 400 for what is no JSON, 422 for JSON of another shape.
    """
    content = _decoded(body)
    if not isinstance(content, dict) or not NEEDED <= {*content} <= ALLOWED:
        raise Refused(422, "refused.shape")
    word, what, key = content["word"], content["what"], content["key"]
    if not (_is_like(word, WORD) and _is_like(key, KEY)):
        raise Refused(422, "refused.shape")
    if not isinstance(what, dict) or not _plain(what):
        raise Refused(422, "refused.values")
    return Post(Act(word, what, key), *_page(content))


def _is_like(value: Any, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _page(content: dict[str, Any]) -> tuple[int | None, str]:
    seen, session = content.get("seen"), content.get("session", "")
    if isinstance(seen, bool) or not isinstance(seen, int | None) or not isinstance(session, str):
        raise Refused(422, "refused.shape")
    return seen, session


def _decoded(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # among them: bytes that are no UTF-8, numbers of thousands of digits
        raise Refused(400, "refused.no_json") from None


def _plain(value: Any, depth: int = 0) -> bool:
    """Whether a value holds only what can be written down again: finite numbers, and text that is text."""
    if depth > DEEPEST:
        return False
    if isinstance(value, dict):
        return all(_is_text(key) and _plain(inner, depth + 1) for key, inner in value.items())
    if isinstance(value, list):
        return all(_plain(inner, depth + 1) for inner in value)
    if isinstance(value, str):
        return _is_text(value)
    if isinstance(value, int | float):
        return abs(value) <= LARGEST_NUMBER  # false for what is no number
    return value is None


def _is_text(value: str) -> bool:
    """Whether a string is text: no half of a surrogate pair, no control character but tab and line ends."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return not any(letter < " " and letter not in "\t\n\r" for letter in value)
