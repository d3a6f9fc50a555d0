"""Turns made by hand for tests of policies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from sim.policies.protocol import Policy, Turn, decide


def turn(
    day: float = 0.0,
    leader: str = "us",
    options: tuple[str, ...] = ("hold", "escalate", "request_call"),
    about: str = "",
    luck: float = 0.5,
    before: int = 0,
) -> Turn:
    """A turn, or an answer when `about` is given; the last option is the likeliest."""
    kind: Literal["turn", "answer"] = "answer" if about else "turn"
    names = ("accept", "decline", "lapse") if about else options
    chances = {name: 2 * (place + 1) / (len(names) * (len(names) + 1)) for place, name in enumerate(names)}
    date = (dt.date(2025, 4, 18) + dt.timedelta(days=int(day))).isoformat()
    return Turn(leader, day, date, kind, about, chances, luck=luck, before=before)


def decided(policy: Policy, moments: Iterable[tuple[float, str]], leader: str = "us") -> list[str | None]:
    """What a policy decides in a run: at each moment (day, what is asked) one after the other."""
    return [
        decide(policy, turn(day, leader, about=about, before=before)) for before, (day, about) in enumerate(moments)
    ]
