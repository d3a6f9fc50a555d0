"""The brief of whoever takes a leader's seat: what you want, what you must not give, how it may end, who you are.

Everything is read from the scenario, and only from what the leader knows: the other side's aims and limits are not in
it. Templates stand in one place, over the words of the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sim.narrative.amounts import inside, listed
from sim.narrative.cast import Cast
from sim.narrative.wrapping import wrapped
from sim.scenario.leader import Leader

BULLET = "  - "
LITTLE, MUCH = 0.3, 0.7
"""A trait at or beyond these is told; what lies between them makes nobody's character."""

CHARACTER: Mapping[str, tuple[str, str]] = {
    "ego": (
        "You need not come out as the greater of the two.",
        "You want to be the greater of the two: to ask first hurts you.",
    ),
    "face_need": (
        "You can shrug off being seen to yield.",
        "You must not be seen to yield; somebody else's formula may help you.",
    ),
    "market_sensitivity": (
        "What the {market} says hardly moves you.",
        "You look at the {market} every morning: its falls hurt you.",
    ),
    "summit_appetite": ("You see no magic in meetings.", "You love the great moment, eye to eye."),
    "caution": ("You walk into a room unprepared.", "You want everything prepared before you meet anybody."),
    "resolve": (
        "Peace and quiet mean more to you than this matter.",
        "What is at stake is worth a long quarrel to you.",
    ),
    "patience": ("You have no time: you want it soon.", "You have time."),
}
"""By trait, what is said where there is little of it, and where there is much."""

ENDS = (
    "{deal.a} ends the matter for good, and the game at once.",
    "{truce.a} for {days:.0f} days: both suspend {cut:.0%} of the {pressure}. It must be renewed, and leaves all open.",
    "{blow_up}: {summit.a} ends in {rupture.a} or does not take place, or {truce.a} is broken. The next is harder.",
    "Nothing: what is in force stays in force, and both keep paying for it.",
)
"""What each ending means for whoever sits here."""


def seat_card(cast: Cast, side: str) -> list[str]:
    """Return the brief of a leader as lines of at most 80 columns."""
    leader = cast.scenario.leaders[side]
    lines: list[str] = []
    for heading, points in (
        ("What you want", list(_wants(cast, side))),
        ("What you must not give", list(_limits(cast, side))),
        ("How it may end, and what that means for you", list(_ends(cast))),
        ("Who you are", list(_character(cast, leader))),
        ("Around you", list(_around(cast, leader))),
    ):
        if points:
            lines += ["", heading]
            for point in points:
                lines += wrapped(point[:1].upper() + point[1:], first=BULLET)
    return lines


def _wants(cast: Cast, side: str) -> Iterator[str]:
    scenario, other = cast.scenario, cast.other(side)
    total = sum(issue.weight[side] for issue in scenario.issues.values()) or 1.0
    ranked = sorted(scenario.issues, key=lambda name: -scenario.issues[name].weight[side])
    if len(ranked) == 1:
        yield f"{cast.issue(ranked[0])}: all that is in dispute{_whole(cast, ranked[0])}."
    else:
        shares = (f"{cast.issue(name)} {100 * scenario.issues[name].weight[side] / total:.0f}" for name in ranked)
        yield f"Of 100 parts of what is at stake, to you: {listed(list(shares))}."
        yield from (
            f"{cast.issue(name)}{_whole(cast, name)}." for name in ranked if not scenario.issues[name].divisible
        )
    yield cast.fill(
        "relief from the {pressure} of {them}: {theirs:.0f} {points.plural} on you now, against {ours:.0f} of yours.",
        them=inside(cast.country(other)),
        theirs=scenario.leaders[other].pressure.points,
        ours=scenario.leaders[side].pressure.points,
    )


def _whole(cast: Cast, issue: str) -> str:
    return "" if cast.scenario.issues[issue].divisible else " cannot be shared: one gets all of it"


def _limits(cast: Cast, side: str) -> Iterator[str]:
    lines = {name: issue.red_line.get(side, 0.0) for name, issue in cast.scenario.issues.items()}
    for name, least in lines.items():
        if least > 0:
            yield f"Your red line: {spoken_part(least)} of {cast.issue(name)}. With less you sign nothing."
    if not any(lines.values()):
        yield "You have drawn no red line."
    win_set = cast.scenario.leaders[side].public.win_set
    if win_set > 0:
        text = "what brings less than {part} of all that is at stake may not pass {home}."
        yield cast.fill(text, part=spoken_part(win_set), home=to_you(cast.words["at_home"].noun))


def to_you(text: str) -> str:
    """Return words about a leader as they are said to that leader: ``among your own people``."""
    return re.sub(r"\bthem\b", "you", re.sub(r"\btheir\b", "your", text))


def spoken_part(share: float) -> str:
    """Return a share as a reader would say it: a third, half, 45%."""
    near = [words for part, words in PARTS if abs(share - part) < NEAR]
    return near[0] if near else f"{share:.0%}"


PARTS = ((0.1, "a tenth"), (0.2, "a fifth"), (0.25, "a quarter"), (1 / 3, "a third"), (0.5, "half"), (1.0, "all"))
NEAR = 0.005


def _ends(cast: Cast) -> Iterator[str]:
    truce = cast.scenario.truce
    for text in ENDS:
        yield cast.fill(text, days=truce.term_days, cut=truce.cut)
    yield "There is no score. What counts is how it stands in the end, and what it cost you."


def _character(cast: Cast, leader: Leader) -> Iterator[str]:
    for trait, (little, much) in CHARACTER.items():
        value = getattr(leader, trait)
        if value <= LITTLE or value >= MUCH:
            yield cast.fill(little if value <= LITTLE else much)


def _around(cast: Cast, leader: Leader) -> Iterator[str]:
    advisers = [f"{who.name} ({_leaning(who.stance)})" for who in leader.advisers.values()]
    if advisers:
        yield f"Who has your ear: {listed(_few(advisers))}."
    envoys = [str(envoy.name) for envoy in leader.envoys.values()]
    if envoys:
        yield f"Who can be sent: {listed(_few(envoys))}."
    hosts = [cast.mediator(name) for name in cast.scenario.mediators]
    if hosts:
        yield f"Who might bring the two of you together: {listed(_few(hosts))}."


def _leaning(stance: float) -> str:
    if abs(stance) < HARDLY:
        return "neither hawk nor dove"
    return ("a hawk" if stance > 0 else "a dove") if abs(stance) >= CLEARLY else _inclined(stance)


def _inclined(stance: float) -> str:
    return "leans to the hawks" if stance > 0 else "leans to the doves"


HARDLY, CLEARLY = 0.1, 0.5
MOST_NAMES = 6


def _few(names: Sequence[str]) -> list[str]:
    left = len(names) - MOST_NAMES
    return [*names[:MOST_NAMES], f"{left} more"] if left > 0 else list(names)
