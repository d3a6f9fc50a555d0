"""What the writer probably meant: the closest allowed word, and lists and values cut to a readable length."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST_SHOWN = 60


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the closest allowed word, capitals aside, or nothing when none is close."""
    import difflib

    words = {known.lower(): known for known in reversed(list(allowed))}
    close = difflib.get_close_matches(word[:LONGEST_SHOWN].lower(), words, n=1, cutoff=0.6)
    return f"; did you mean '{words[close[0]]}'?" if close else ""


def one_of(allowed: Iterable[str], most: int = 24) -> str:
    """Return the allowed words as a list in a sentence, cut when there are many."""
    words = list(allowed)
    if not words:
        return "nothing"
    tail = f", ... ({len(words)} in all)" if len(words) > most else ""
    return ", ".join(words[:most]) + tail


def shown(value: object) -> str:
    """Return a value as it may stand in a message: quoted when text, in one line, without control characters, short."""
    text = ascii_free_repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."


def ascii_free_repr(text: str) -> str:
    """Return text in quotes with everything unprintable escaped, so that a file cannot drive the terminal."""
    return repr(text[: 2 * LONGEST_SHOWN])
