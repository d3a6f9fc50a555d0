"""The text of a file, or a plain word on why it cannot be had: missing, a folder, too large, not UTF-8."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from sim.files.problems import Findings, Spot, fail

LARGEST_FILE = 1_000_000
"""Bytes; the richest shipped scenario is a tenth of it."""

TABS_SHOWN = 10

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "starts with a byte-order mark; save it as UTF-8 without BOM",
    b"\xff\xfe": "is saved as UTF-16; save it as UTF-8",
    b"\xfe\xff": "is saved as UTF-16; save it as UTF-8",
}
_UNPRINTABLE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_REFUSED = re.compile(
    "[^\x09\x0a\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no text may hold once its escapes are undone: controls but newline and tab, and marks that turn the reading
direction of what follows, so that a text would look otherwise than it is. Joiners stay: scripts and emoji need them."""


def read_text(path: Path, name: str, noun: str = "scenario") -> str:
    """Return the text of a file.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    name : str
        What messages call it.
    noun : str
        What kind of file it is.

    Raises
    ------
    ScenarioError
        When it cannot be opened, is no regular file, exceeds `LARGEST_FILE`, or is not UTF-8 text without tabs.
    """
    return decode(_read_bytes(path, name, noun), name)


def _read_bytes(path: Path, name: str, noun: str) -> bytes:
    if wrong := unreadable(path, "YAML"):
        raise fail(Spot(name), wrong)
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise fail(Spot(name), f"is larger than {LARGEST_FILE:,} bytes; a {noun} is a few thousand lines at most")
    return data


def unreadable(path: Path, sort: str) -> str:
    """Return why a path cannot be read as a file of a sort (``YAML``, ``CSV``), or nothing: ``there is no such file``.

    Only regular files are opened, since to open a pipe may take for ever.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return f"is a folder; give the {sort} file in it"
        if not stat.S_ISREG(mode):
            return f"is not a regular file; give a {sort} file"
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        return "there is no such file"
    except PermissionError:
        return "may not be read (no permission); change its permissions or copy it"
    except (OSError, ValueError) as error:
        return f"cannot be read: {getattr(error, 'strerror', None) or error}"
    return ""


def decode(data: bytes, name: str) -> str:
    """Return bytes as text; the errors are those of :func:`read_text`."""
    for mark, message in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            raise fail(Spot(name, 1, 1), f"the file {message}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8"))
        advice = "the file is not UTF-8 (perhaps Latin-1 or Windows-1252); save it as UTF-8"
        raise fail(Spot(name, line, column), f"byte 0x{data[error.start]:02x}: {advice}") from None
    _check_characters(text, name)
    return text


def _check_characters(text: str, name: str) -> None:
    findings = Findings()
    if match := _UNPRINTABLE.search(text):
        findings.add(
            Spot(name, *_place(text[: match.start()])), f"an unprintable character (U+{ord(match[0]):04X}); remove it"
        )
    if "\t" in text:
        lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if "\t" in line)
        for (number, line), _ in zip(lines, range(TABS_SHOWN), strict=False):
            findings.add(
                Spot(name, number, line.index("\t") + 1), "a tab; allowed are spaces (set the editor to insert spaces)"
            )
    findings.stop()


def refused_character(text: str) -> str:
    """Return what stands in a decoded text and may not, in words, or nothing: ``an unprintable character (U+0007)``."""
    match = _REFUSED.search(text)
    if match is None:
        return ""
    turns = "\u202a" <= match[0] <= "\u202e" or "\u2066" <= match[0] <= "\u2069"
    what = "a character that turns the reading direction" if turns else "an unprintable character"
    return f"{what} (U+{ord(match[0]):04X})"


LONGEST_LABEL = 200
LABEL_RULE = f"allowed: one line of text, at most {LONGEST_LABEL} characters, without spaces around it"


def wrong_label(text: str, longest: int = LONGEST_LABEL) -> str:
    """Return why a text can be no name of a column, a factor or a choice, or nothing: ``is empty``.

    Parameters
    ----------
    text : str
        As it was given.
    longest : int
        Characters that it may have; a longer one fills a page and stops the drawing of figures.

    Examples
    --------
    >>> wrong_label("as it is")
    ''
    >>> wrong_label("ego ")
    'has white space around it'
    """
    if not text:
        return "is empty"
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        return "is blank"
    if "\t" in text or len(text.splitlines()) > 1:
        return "has a tab or a line break in it"
    if len(text) > longest:
        return f"is {len(text)} characters long"
    return "has white space around it" if text != text.strip() else ""


def printable(text: str) -> bool:
    """Tell whether a text may stand in a file once its escapes are undone."""
    return not _REFUSED.search(text)


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
