"""The known answers, each with its source, as read from ``expected.json``."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

EXPECTED: dict[str, Any] = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))


def number(text: str) -> float:
    """A fraction as written down, as a number."""
    return float(Fraction(text))
