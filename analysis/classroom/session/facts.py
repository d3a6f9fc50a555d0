"""A fact: one thing that happened in class, as the log keeps it; and an act: what a browser asks for.

An act is a wish (`step`: show the next week). The server works out what it comes to and writes that down as a fact
(`shown` with the day and the decision that it stopped before), so that a session can be made again from its facts
without a single run. It holds all that the fold needs: where a step's sliders stand when it begins, how far a world is
shown, at which minute of the plan the clock begins.

Facts by kind, with their particulars:

=================== ===================================================================================
``opened``          ``{lesson, surface, luck, screen, settings}``: a lesson was opened at its first step
``names_set``       ``{real}``
``clock_started``   ``{minute, tentative}``: the minute of the plan at which the clock began; perhaps by looking ahead
``clock_reset``     ``{}``: the lesson had not begun after all
``clock_stopped``   ``{}``; ``clock_resumed`` ``{}``; ``minute_added`` ``{}``
``interrupted``     ``{since}``: the computer slept, or the server was away, since then (seconds)
``went``            ``{step, luck, screen, settings}``: a step of the lesson was shown
``dropped``         ``{step}``: a step was left out
``played``          ``{}``; ``halted`` ``{}``; ``speed_set`` ``{weeks}``; ``stops_set`` ``{on}``
``shown``           ``{day, stop, passed, over}``: a world was shown up to a day
``why_asked``       ``{decision}`` (None: the reasons were closed); ``flip_asked`` ``{}``; ``numbers_set`` ``{on}``
``slider_set``      ``{slider, value, world, file_value, day, stop, passed, over}``
``restarted``       ``{}``: the world began again, its sliders where they stood
``file_taken``      ``{world, day, stop, passed, over}``: all sliders went back to the file's values
``luck_taken``      ``{luck}``: another luck, from the first day
``compared``        ``{beside, settings, day, stop, passed, over}``: the other world was shown beside this one, or not
``chart_chosen``    ``{name}``; ``lucks_shown`` ``{on}``
``hands_counted``   ``{step, round, counts, phase}``: the phase that follows
``phase_begun``     ``{step, to}``; ``world_revealed`` ``{step, shown}``
``counted``         ``{step, runs, happened, low, high, firsts, endings, whole}``: by the worker
``count_called_off`` ``{step}``; ``count_asked`` ``{step, runs}``
``debrief_moved``   ``{to, card}``; ``noted`` ``{text}``; ``ended`` ``{}``
``undone``          ``{kind}``: what was undone
=================== ===================================================================================
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
