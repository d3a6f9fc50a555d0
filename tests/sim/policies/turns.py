"""Turns made by hand for tests of policies."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sim.policies.protocol import Turn


def turn(
    day: float = 0.0,
    leader: str = "us",
    options: tuple[str, ...] = ("hold", "escalate", "request_call"),
    about: str = "",
    luck: float = 0.5,
) -> Turn:
    """A turn, or an answer when `about` is given; the last option is the likeliest."""
    kind: Literal["turn", "answer"] = "answer" if about else "turn"
    names = ("accept", "decline", "lapse") if about else options
    chances = {name: 2 * (place + 1) / (len(names) * (len(names) + 1)) for place, name in enumerate(names)}
    date = (dt.date(2025, 4, 18) + dt.timedelta(days=int(day))).isoformat()
    return Turn(leader, day, date, kind, about, chances, luck=luck)
