"""Which moves a leader can make, and which events a run can record."""

from __future__ import annotations

from collections.abc import Mapping

from sim.vocabulary import actions, answers, events

ACTIONS: Mapping[str, str] = {row.word: row.meaning for row in actions.ROWS}
"""The moves of a leader, each in a few words."""

ANSWERS: Mapping[str, str] = {row.word: row.meaning for row in answers.ROWS}
"""What a leader may say to a request."""

EVENT_KINDS: Mapping[str, str] = {row.word: row.meaning for row in events.ROWS}
"""Every kind of event, what happened, and what its `amount` measures if it has one."""
