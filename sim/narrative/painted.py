"""Lines of text that remember which of their parts is a heading, a bar or an aside, for whoever shows them.

A painted line is a text like any other: equal to it, cut, wrapped and written as it. Only the command line's printing
looks at the parts, and gives them a colour where the terminal has colours. So no meaning can rest on a colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a part of a line is."""

    heading = "heading"
    bar = "bar"
    aside = "aside"
    chosen = "chosen"
    alert = "alert"


class Span(NamedTuple):
    """The part of a line from one letter to before another, and what it is."""

    start: int
    end: int
    role: Role


class Painted(str):
    """A line with its parts; whatever makes a new text of it, such as joining, makes plain text.

    Attributes
    ----------
    spans : tuple of Span
        From left to right, without overlap.
    """

    spans: tuple[Span, ...]

    def __new__(cls, text: str, spans: Iterable[Span] = ()) -> Painted:
        """Return a text as a painted line."""
        made = super().__new__(cls, text)
        made.spans = tuple(span for span in spans if span.start < span.end)
        return made

    def rstrip(self, letters: str | None = None, /) -> Painted:
        """Return the line without what stands blank at its end."""
        kept = super().rstrip(letters)
        return Painted(kept, (span._replace(end=min(span.end, len(kept))) for span in self.spans))


def painted(*parts: str | tuple[str, Role]) -> Painted:
    """Return parts joined to one line; a part is a text, itself painted or plain, or a text and its role."""
    text, spans = "", list[Span]()
    for part in parts:
        piece = part[0] if isinstance(part, tuple) else part
        if isinstance(part, tuple):
            spans.append(Span(len(text), len(text) + len(piece), part[1]))
        elif isinstance(part, Painted):
            spans += (Span(len(text) + span.start, len(text) + span.end, span.role) for span in part.spans)
        text += piece
    return Painted(text, spans)


def in_role(lines: Iterable[str], role: Role) -> list[Painted]:
    """Return lines painted as a whole; blanks before a line stay as they are."""
    return [painted(line[: len(line) - len(line.lstrip())], (line.lstrip(), role)) for line in lines]
