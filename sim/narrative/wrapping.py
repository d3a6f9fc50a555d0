"""Text that fits 80 columns."""

from __future__ import annotations

import textwrap

WIDTH = 80


def wrapped(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> list[str]:
    """Return a text as lines of at most `width` columns.

    Parameters
    ----------
    text : str
        One paragraph.
    first : str
        What stands before the first line.
    rest : str, optional
        What stands before the others; blanks as wide as `first` by default.
    """
    following = " " * len(first) if rest is None else rest
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=following, break_on_hyphens=False)
    return lines or [first.rstrip()]


def columns(left: list[str], right: list[str], width: int = WIDTH) -> list[str]:
    """Return two columns of lines side by side, as wide as `width` together."""
    half = (width - 3) // 2
    height = max(len(left), len(right))
    padded = (lines + [""] * (height - len(lines)) for lines in (left, right))
    return [f"{one[:half]:<{half}} | {two[:half]}".rstrip() for one, two in zip(*padded, strict=True)]
