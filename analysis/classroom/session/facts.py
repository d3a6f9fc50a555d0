"""A fact: one thing that happened in class, as the log keeps it; and an act: what a browser asks for.

An act is a wish (`step`: show the next week). The server works out what it comes to and writes that down as a fact
(`shown` with the day and the decision that it stopped before), so that a session can be made again from its facts
without a single run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Fact(NamedTuple):
    """One row of the log.

    Attributes
    ----------
    number : int
        Its place in the one ordered list, from 1.
    at : float
        Seconds since the session began.
    kind : str
        What happened.
    what : mapping
        The particulars, as JSON has them.
    key : str
        The key of the act that brought it about, so that the same act is not done twice; empty for the server's own.
    """

    number: int
    at: float
    kind: str
    what: Mapping[str, Any]
    key: str = ""


class Act(NamedTuple):
    """What a browser asks for: a word, its particulars, and a key of its own (8 to 64 letters, digits and hyphens)."""

    word: str
    what: Mapping[str, Any]
    key: str


class Refused(ValueError):
    """An act that cannot be done.

    Parameters
    ----------
    status : int
        Of the answer: 409 for an act that comes too late or too early, 422 for one that says what it may not.
    message : str
        Id of the message that says so (:mod:`analysis.classroom.messages`).
    values : mapping of str to object
        What the message names.
    """

    def __init__(self, status: int, message: str, **values: Any) -> None:
        self.status, self.message, self.values = status, message, values
        super().__init__(message)
