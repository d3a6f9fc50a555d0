"""How wide words are in a figure, and where their lines break: nothing that draws a figure here can be asked."""

from __future__ import annotations

_WIDTHS = {
    238: "'", 278: " !,./IJijl|[]:;", 333: "()-ft`{}", 389: "*r", 474: '"', 500: "z", 556: "#$0123456789aceksvxy_?",
    584: "+<=>~^", 611: "FLTZbdghnopqu", 667: "EPSVXYJ", 722: "ABCDHKNRU&", 778: "GOQw", 833: "M", 889: "%m", 944: "W",
    975: "@",
}  # fmt: skip
"""Thousandths of the size that letters of the bold face take (Helvetica's, which Arial and Liberation share)."""

_OF_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_ELSE = 700
_IDEOGRAM, _FIRST_IDEOGRAM = 1000, 0x2E80


def width_of(text: str, size: float) -> float:
    """Pixels that a line takes at a size of letters, rather too many than too few."""
    return sum(_width(letter) for letter in text) * size / 1000


def _width(letter: str) -> int:
    return _OF_LETTER.get(letter, _IDEOGRAM if ord(letter) >= _FIRST_IDEOGRAM else _ELSE)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """A text in lines that fit, broken between words; a word that is too long for a line is broken within.

    Parameters
    ----------
    text : str
        What is written; its own line breaks stay.
    size : float
        Size of its letters in pixels.
    room : float
        Pixels that a line may take.
    """
    return [line for part in text.split("\n") for line in _lines(part, size, room)]


def _lines(text: str, size: float, room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, room)
    return lines if lines[0] or not lines[1:] else lines[1:]


def _pieces(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
