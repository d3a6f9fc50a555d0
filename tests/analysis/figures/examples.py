"""One figure of each kind, with a small table."""

from __future__ import annotations

from analysis.figures.figure import (
    BoxPath,
    Course,
    EffectBars,
    FaceToFace,
    FanChart,
    Figure,
    HeatMap,
    IndexBars,
    PartingOfTheWays,
    Reach,
    ShareBars,
    SidesApart,
    SignedBars,
    TimeToContact,
    Tornado,
    Waterfall,
    WhoCallsWhom,
)
from analysis.figures.figures_of_runs import Forest, HundredDots, Standings, WaysTree

SHARES = {
    "title": ["deal & <truce>", "never", "unknown"],
    "share": [0.5, 0.0, float("nan")],
    "low": [0.4, 0.0, float("nan")],
    "high": [0.6, 0.01, float("nan")],
    "runs": [5, 0, 0],
}
CHANGES = {
    "title": ["honour & <face>", "markets", "hosts"],
    "value": [40.0, -12.5, 0.0],
    "low": [31.0, -20.0, -3.0],
    "high": [49.0, -5.0, 3.0],
}
CURVES = {
    "group": ["low"] * 3 + ["high"] * 3,
    "day": [0.0, 3.0, 9.0] * 2,
    "reached": [0.0, 0.4, 1.0, 0.0, 0.1, 0.2],
    "low": [0.0, 0.3, 0.9, 0.0, 0.0, 0.1],
    "high": [0.0, 0.5, 1.0, 0.0, 0.2, 0.3],
}
SERIES = {
    "side": ["China", "China", "Utopia", "Utopia"] * 2,
    "panel": ["Points"] * 4 + ["Falls"] * 4,
    "day": [0.0, 4.0] * 4,
    "value": [100.0, 120.0, 90.0, 95.0, 0.0, 0.1, 0.2, 0.05],
}
SWINGS = {
    "input": ["ego", "ego", "hosts", "hosts", "hosts"],
    "setting": ["0 to 0.2", "0.8 to 1", "none", "one & <two>", "all"],
    "end": ["low", "high", "name", "name", "name"],
    "estimate": [31.0, 52.0, 38.0, 40.0, 45.0],
    "difference": [-9.0, 12.0, -2.0, 0.0, 5.0],
    "low": [-12.0, 8.0, -6.0, -4.0, float("nan")],
    "high": [-6.0, 16.0, 2.0, 4.0, float("nan")],
    "runs": [100, 100, 150, 150, 150],
    "differs": [True, True, False, False, False],
}

_ENDS = {"low": [0.4, 0.3, 0.0], "high": [0.6, 0.5, 0.1], "runs": [50, 45, 5]}
DOTS = {
    "outcome": ["deal", "truce", "no_contact"],
    "title": ["deal & <done>", "truce", "no contact"],
    "hundred": [50, 45, 5],
    "share": [0.5, 0.45, 0.05],
    **_ENDS,
}
STANDINGS = {
    "day": [0.0] * 3 + [5.0] * 3 + [9.0] * 3,
    "state": ["deal", "nothing", "blow_up"] * 3,
    "title": ["deal & <done>", "nothing yet", "broken off"] * 3,
    "share": [0.0, 1.0, 0.0, 0.3, 0.6, 0.1, 0.5, 0.3, 0.2],
    "low": [0.0, 0.9, 0.0, 0.2, 0.5, 0.0, 0.4, 0.2, 0.1],
    "high": [0.1, 1.0, 0.1, 0.4, 0.7, 0.2, 0.6, 0.4, 0.3],
    "runs": [0, 100, 0, 30, 60, 10, 50, 30, 20],
}
WAYS = {
    "branch": ["contact", "contact/agreed", "contact/agreed/deal", "none"],
    "parent": ["", "contact", "contact/agreed", ""],
    "depth": [1, 2, 3, 1],
    "title": ["contact & <more>", "a truce is agreed", "deal", "no contact"],
    "hundred": [90, 90, 90, 10],
    "share": [0.9, 0.9, 0.9, 0.1],
    "low": [0.8, 0.8, 0.8, 0.05],
    "high": [0.95, 0.95, 0.95, 0.2],
    "runs": [90, 90, 90, 10],
}
DIFFERENCES = {
    "group": ["percentage points", "percentage points", "days"],
    "title": ["Ends in: deal & <done>", "Contact", "Days to contact"],
    "difference": [10.0, -2.0, 3.0],
    "low": [5.0, -4.0, -1.0],
    "high": [15.0, 0.0, 7.0],
    "joint_low": [2.0, -6.0, float("nan")],
    "joint_high": [18.0, 2.0, float("nan")],
    "told": ["+10 (5 to 15)", "-2 (-4 to 0)", "+3 (-1 to 7)"],
    "first": ["40%", "92%", "20"],
    "second": ["50%", "90%", "23"],
}

PLAIN: tuple[Figure, ...] = (
    ShareBars(SHARES, "How does it end?"),
    SignedBars(CHANGES, "What moves it?", "days"),
    TimeToContact(CURVES, "How soon?"),
    Course(SERIES, {"start": [1.0], "end": [3.0]}, "How did it go?", "2025-04-18", ("Falls",)),
    Standings(STANDINGS, "Where do they stand?", "2025-04-18"),
    HundredDots(DOTS, "How do a hundred end?"),
)
"""Figures that every renderer draws."""

NO_TERMINAL: tuple[Figure, ...] = (WaysTree(WAYS, "Which way?"), Forest(DIFFERENCES, "What differs?"))
"""Figures that pages draw, with scripts and without."""

_INDEX = {"input": ["ego"], "first": [0.2], "first_low": [0.1], "first_high": [0.3], "total": [0.4]}
_EFFECT = {"input": ["ego"], "mu_star": [0.2], "mu_star_low": [0.1], "mu_star_high": [0.3], "luck_floor": [0.1]}
_SIDES = {
    "side": ["with hosts", "with hosts", "with none", "with none"],
    "setting": ["0", "1"] * 2,
    "value": [0.9, 0.95, 0.8, 0.5],
    "low": [0.8, 0.9, 0.7, 0.4],
    "high": [0.95, 0.99, 0.9, 0.6],
    "runs": [60] * 4,
}
_FAN = {"series": ["us"] * 2, "day": [0, 1], "share": [0.5] * 2, "low": [1, 1], "high": [2, 3], "median": [1, 2]}
_SEARCH = {
    "half": ["where it was sought"] * 2 + ["held out"] * 2,
    "step": [0, 1] * 2,
    "coverage": [1.0, 0.6, 1.0, 0.5],
    "density": [0.2, 0.5, 0.2, 0.4],
    "low": [float("nan")] * 2 + [0.1, 0.3],
    "high": [float("nan")] * 2 + [0.3, 0.5],
}
_CHOSEN = {"coverage": [0.5], "density": [0.4], "low": [0.3], "high": [0.5]}
_NOTHING = {"coverage": [0.1, 1.0], "low": [0.2, 0.2], "high": [0.35, 0.2]}
_PAIR = {"setting": ["a", "b"] * 2, "panel": ["x"] * 4, "day": [0, 0, 1, 1], "value": [1.0, 1.0, 2.0, 3.0]}
_MARKS = {"day": [1.0], "lane": ["us"], "form": [Reach.asks], "label": ["call"], "told": ["19 April 2025: a call"]}
_LEVELS = {"side": ["us", "cn"], "day": [0.0, 0.0], "level": [145.0, 125.0]}
_RUNGS = {"us": 25.0, "cn": 25.0}
_TRUCES = {"start": [2.0], "end": [3.0]}
_PARTS = {"part": ["Face", "Markets"], "difference": [0.3, -0.1], "start": [0.0, 0.3], "end": [0.3, 0.2]}

VEGA_ONLY: tuple[Figure, ...] = (
    Tornado(SWINGS, "What moves it?", "days"),
    IndexBars({**_INDEX, "total_low": [0.3], "total_high": [0.5]}, "What moves it?"),
    EffectBars(_EFFECT, "What moves it?", "days"),
    FanChart({**_FAN, "runs": [9, 9]}, "Where?", "points"),
    HeatMap({"a": [0, 1], "b": [0, 0], "share": [0.1, 0.2]}, "a", "b", ("share", "share", ".0%"), "Where?"),
    HeatMap(
        {"a": [0, 1, 0, 1], "b": [0, 0, 0, 0], "c": ["x", "x", "y", "y"], "share": [0.1, 0.2, 0.3, 0.4]},
        "a",
        "b",
        ("share", "share", ".0%"),
        "Where?",
        "c",
    ),
    SidesApart(_SIDES, "With hosts more", "share of runs", "share", "need for face"),
    BoxPath(_SEARCH, "When?", _CHOSEN, _NOTHING),
    PartingOfTheWays(_PAIR, 1.0, "What if?"),
    WhoCallsWhom(_MARKS, "Who?", ["us", "cn"], "2025-04-18", 9.0),
    FaceToFace(_LEVELS, "How high?", _RUNGS, _MARKS, ["us", "cn"], _TRUCES, "2025-04-18", 9.0),
    Waterfall(_PARTS, "Why this?", "call", "wait"),
)
