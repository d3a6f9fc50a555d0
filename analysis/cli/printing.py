"""Putting lines on a terminal, whatever letters it knows."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable
from typing import Any


def say(lines: Iterable[str]) -> None:
    """Print lines; letters that the terminal's encoding lacks become question marks."""
    encoding = sys.stdout.encoding or "ascii"
    for line in lines:
        print(line.encode(encoding, "replace").decode(encoding))


def say_json(content: Any) -> None:
    """Print plain values as JSON; a missing number is null."""
    print(json.dumps(nulled(content), indent=2, ensure_ascii=True, allow_nan=False))


def only_ascii() -> bool:
    """Whether the terminal's encoding lacks block characters."""
    try:
        "▁█".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def nulled(content: Any) -> Any:
    """Plain values with null for every number that is missing or infinite, as JSON wants it."""
    if isinstance(content, dict):
        return {key: nulled(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [nulled(value) for value in content]
    return None if isinstance(content, float) and not math.isfinite(content) else content
