"""The one place through which text reaches a terminal: made safe, in its letters, its width and its colours."""

from __future__ import annotations

import json
import math
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from analysis.cli.errors import OutputError
from sim.narrative.painted import Painted, Role

if TYPE_CHECKING:
    from analysis.figures.characters import Canvas

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but newline and tab, and what turns the direction of the text around it: a terminal obeys them."""

NARROW, WIDE = 80, 120
"""Columns that every terminal has, and those beyond which lines get hard to read."""

LOOKS = {
    Role.heading: "bold",
    Role.bar: "cyan",
    Role.aside: "dim",
    Role.chosen: "bold green",
    Role.alert: "bold red",
}
"""How parts of a line look on a terminal with colours; nothing is said by the look alone."""


def safe(text: str) -> str:
    r"""Text as a terminal may have it: what would steer the terminal is shown escaped (``\x1b``, ``\u202e``)."""
    return UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def say(lines: Iterable[str]) -> None:
    """Print lines for a person; letters that the terminal's encoding lacks become question marks.

    Raises
    ------
    OutputError
        When the output takes nothing more (a full disk). A reader that went away is a BrokenPipeError.
    """
    for line in lines:
        show(line, sys.stdout)


def show(text: str, stream: TextIO, end: str = "\n", flush: bool = False) -> None:
    """Write a text to one of the two streams, made safe and coloured where it can be; errors as for :func:`say`."""
    coloured = isinstance(text, Painted) and text.spans and has_colours(stream)
    _write(_coloured(text) if coloured and isinstance(text, Painted) else safe(text), stream, end, flush)


def tell(text: str) -> None:
    """Write a line to the error stream. One that takes nothing is no reason to fail.

    On a terminal long lines are broken between words; a program that reads them finds one message a line.
    """
    with suppress(OSError, OutputError):
        for line in _broken(text, sys.stderr):
            show(line, sys.stderr, flush=True)


def width(stream: TextIO | None = None) -> int:
    """Columns for what is said to a person: as many as the terminal has, from 80 to 120; 80 where there is none."""
    if not (stream or sys.stdout).isatty():
        return NARROW
    return min(max(shutil.get_terminal_size((NARROW, 24)).columns, NARROW), WIDE)


def canvas() -> Canvas:
    """Where figures and tables are drawn: the terminal's width and letters."""
    from analysis.figures.characters import Canvas

    return Canvas(width(), only_ascii())


def has_colours(stream: TextIO) -> bool:
    """Whether a stream shows colours: a terminal that is able to, and nobody asked for none (``NO_COLOR``)."""
    if not stream.isatty():
        return False
    from rich.console import Console

    console = Console(file=stream)
    return console.color_system is not None and not console.no_color and not console.legacy_windows


def say_json(content: Any) -> None:
    """Print plain values as JSON; a missing number is null. Errors as for :func:`say`."""
    _write(as_json(content), sys.stdout)


def say_json_lines(records: Iterable[Any]) -> None:
    """Print a JSON list of any length, one entry after the other, as :func:`say_json` would print all of it."""
    between = "["
    for record in records:
        entry = as_json(record).replace("\n", "\n  ")
        _write(f"{between}\n  {entry}", sys.stdout, end="")
        between = ","
    _write("[]" if between == "[" else "\n]", sys.stdout)


def as_json(content: Any) -> str:
    """Plain values as JSON in plain letters, none of which steers a terminal."""
    return json.dumps(nulled(content), indent=2, ensure_ascii=True, allow_nan=False).replace("\x7f", "\\u007f")


def finish() -> None:
    """Hand what was said to the system; errors as for :func:`say`."""
    _write("", sys.stdout, end="", flush=True)


def only_ascii() -> bool:
    """Whether the terminal's encoding lacks block characters."""
    try:
        "▁█".encode(_encoding(sys.stdout))
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


def _coloured(line: Painted) -> str:
    """A line with the codes of its colours around its parts, each part made safe."""
    from rich.style import Style

    shown, place = "", 0
    for span in line.spans:
        shown += safe(line[place : span.start]) + Style.parse(LOOKS[span.role]).render(
            safe(line[span.start : span.end])
        )
        place = span.end
    return shown + safe(line[place:])


def _broken(text: str, stream: TextIO) -> list[str]:
    """A message as lines: on a terminal those too long for it are wrapped, painted ones are left as they are."""
    if not stream.isatty():
        return [text]
    room = width(stream)
    lines: list[str] = []
    for line in [text] if isinstance(text, Painted) else text.split("\n"):
        fits = len(line) <= room
        lines += [line] if fits else textwrap.wrap(line, room, subsequent_indent="    ", break_on_hyphens=False)
    return lines


def _encoding(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "ascii"


def _write(text: str, stream: TextIO, end: str = "\n", flush: bool = False) -> None:
    encoding = _encoding(stream)
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding) + end)
        if flush:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"the output cannot be written: {error.strerror or error}") from error
