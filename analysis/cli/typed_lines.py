"""Lines that somebody types, or that are piped in: read one by one, odd bytes and all."""

from __future__ import annotations

import io
import sys

from analysis.cli.printing import say, show


def accept_any_bytes() -> None:
    """Let bytes that are no text come through as a mark, before the first line is read: they are no answer."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def typed_line(prompt: str) -> str:
    """Show a prompt and return the line typed; one that is piped in is shown, so that the talk can be read later.

    Raises
    ------
    EOFError
        When there is no more input.
    """
    show(prompt, sys.stdout, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    if not sys.stdin.isatty():
        say([line.rstrip("\n")])
    return line
