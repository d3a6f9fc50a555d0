"""What every number of a world may be at any moment of any run."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from sim.state.layout import COLLECTIONS, TRAITS
from sim.state.world import World
from sim.vocabulary.codes import NEVER_WAS

ROUNDING = 1e-9
FREE = (-math.inf, math.inf)
SHARE, BALANCE, POSITIVE, UP_TO_TWO, COUNT = (0.0, 1.0), (-1.0, 1.0), (0.0, math.inf), (0.0, 2.0), (0.5, 50.0)

Range = tuple[float, float]


def _all(span: Range, names: str) -> dict[str, Range]:
    return dict.fromkeys(names.split(), span)


RANGES: dict[str, dict[str, Range]] = {
    "leaders": {
        **dict.fromkeys(TRAITS, SHARE),
        **dict.fromkeys((f"bias_{trait}" for trait in TRAITS), BALANCE),
        **_all(SHARE, "decisiveness coercion_works learning_rate outside_option provocation easing overture lesson"),
        **_all(SHARE, "burned warmed blocked recent openness gate exposed fear hope cover chill sunk"),
        **_all(SHARE, "call_belief summit_belief ask_belief host_belief spread"),
        **_all(BALANCE, "face stance"),
        **_all(COUNT, "accepted refused asked silent"),
        **_all(UP_TO_TWO, "pain face_exposure ripeness"),
        **_all((0.0, 1000.0), "points peak_points"),
        "ceiling": (1.0, 1000.0),
        "rung": (0.5, 500.0),
        "precision": (1.0, 16.0),
    },
    "publics": {
        **_all(SHARE, "baseline reactivity defiance_pays approval win_set hostility"),
        "half_life_days": (1.0, 1000.0),
        "kept": SHARE,
    },
    "markets": {
        **_all(SHARE, "exposure rebound start_drawdown lobby drawdown trough"),
        **_all((-20.0, 20.0), "index ordinary peak"),
        "burden": POSITIVE,
        "volatility": (0.0, 0.1),
    },
    "advisers": {**_all(SHARE, "influence openness market_sensitivity voice"), "stance": BALANCE},
    "envoys": _all(SHARE, "skill standing"),
    "mediators": {
        **_all(SHARE, "acceptability stake face_formula standing reluctance fatigue"),
        "record": BALANCE,
        "failed_age": (-1.0, math.inf),
        "to_wait": POSITIVE,
    },
    "issues": {
        **_all(SHARE, "share red_line"),
        "weight": (0.0, 100.0),
        "settled": (-1.0, 1.0),
        **_all(POSITIVE, "lean lean_worth"),
    },
    "precedents": {
        **_all(SHARE, "salience weight vivid"),
        "half_life_days": (30.0, 10000.0),
        "age_days": POSITIVE,
        "kept": SHARE,
    },
    "dyad": {
        **_all(SHARE, "groundwork rapport tension spent"),
        "touch_day": (NEVER_WAS, math.inf),
        **_all(POSITIVE, "now stands_since truce_until suspended"),
        **_all((-1.0, math.inf), "first_day truce_day deal_day"),
        "truce_started": FREE,  # before the first day where one was in force on it
    },
}
"""Every float field of every collection whose numbers move, with its range."""


def unlisted() -> list[str]:
    """Float fields of these collections that the table forgets."""
    return [
        f"{name}.{field.name}"
        for name, ranges in RANGES.items()
        for field in COLLECTIONS[name]
        if field.kind == "f" and field.name not in ranges
    ]


def violations(world: World) -> list[str]:
    """Numbers of a world that are outside their range now, in words."""
    found = [
        f"{name}.{row}.{field} is {number!r}, outside {span}"
        for name, ranges in RANGES.items()
        for row, record in enumerate(getattr(world, name))
        for field, span in ranges.items()
        for number in _numbers(getattr(record, field))
        if not span[0] - ROUNDING <= number <= span[1] + ROUNDING or math.isinf(number)
    ]
    over = [f"side {k} is over its ceiling" for k, leader in enumerate(world.leaders) if leader.points > leader.ceiling]
    shares = [sum(a.voice for a in world.advisers if a.side == side) for side in range(2)]
    return found + over + [f"voices sum to {total}" for total in shares if min(abs(total), abs(total - 1)) > ROUNDING]


def _numbers(value: Any) -> Iterator[float]:
    yield from value if isinstance(value, list) else (value,)
