"""From a case to a scenario: codes become traits, known events become pressure and start, the rest stays a wide prior.

| casebook | scenario |
|---|---|
| ``ego``, ``face_need``, ``market_sensitivity`` | the same traits |
| ``nationalism`` | the public's hostility at rest |
| 1 - ``time_pressure`` | patience |
| ``trust`` | six remembered answers split into accepted and refused; the mean of both sides is the rapport |
| known events | pressure, groundwork, a third party, what was under way |
| domain | tension, exposure of markets |
| kind of list | taste for meetings |
| ``horizon_end`` | the horizon, counted from the origin |
| everything that is not coded | a wide distribution around the middle |

Every number is a distribution where a range has room for one; runs with drawn parameters therefore carry the noise of
coding and the ignorance of everything else. Nothing is fitted, but :data:`APPETITE` was chosen beside the development
cases.
"""

from __future__ import annotations

import re
from typing import Any

from analysis.evidence.casebook.casebook_form import EventType
from analysis.evidence.casebook.frames import FrameKind, frame_kind
from analysis.evidence.casebook.known import Known
from analysis.evidence.casebook.pressure_levels import level_of, pressure_of
from analysis.evidence.casebook.quantities import WIDE, coded, plain, prior, within
from analysis.evidence.casebook.start_states import in_force, start_blocks, start_state
from analysis.evidence.casebook.third_parties import mediators_of
from sim.files import scenario_from
from sim.scenario import Scenario
from sim.scenario.scenario import FORMAT
from sim.vocabulary.domains import Domain

MEMORY = 6
"""Remembered answers of the other leader, split by trust."""

FEWEST = 0.5
"""Least of a Beta count."""

TENSION = {Domain.trade: 0.2, Domain.normalization: 0.3, Domain.peace: 0.4, Domain.security: 0.5}
EXPOSURE = {Domain.trade: 0.5, Domain.normalization: 0.3, Domain.peace: 0.4, Domain.security: 0.3}
"""How far the confrontation hurts at home; outside trade the market stands for losses of other kinds as well."""
APPETITE = {FrameKind.random: 0.2, FrameKind.coercion: 0.45, FrameKind.fame: 0.85, FrameKind.other: 0.5}
"""Taste for leader-to-leader moments: who becomes famous for a confrontation likes them more than a leader at random.

Chosen with an eye on how often leaders speak and meet in each frame, so that these shares are no evidence.
"""
PACE = {FrameKind.random: 2.0, FrameKind.coercion: 2.0, FrameKind.fame: 5.0, FrameKind.other: 2.0}
"""Acts a week: a confrontation that becomes famous is on both desks more of the time. Chosen as the taste above."""
MORE, LESS = 65.0, 35.0
"""Weights of what a side cares more and less for; that they differ is what makes bargains (Raiffa 1982)."""
PREPARED = (EventType.envoy, EventType.mediation, EventType.agreement)
"""Known events that lay ground, each by :data:`GROUND`."""

GROUND, MOST_GROUND = 0.1, 0.5
HURRIED_DAYS = 45
"""A case that is watched no longer than this is one in which all things go faster."""

HURRIED = "The end is near: things go faster."
HURRIED_RATE = 4.0
"""Decisions and acts a week."""

HURRIED_LATENCIES = {
    "answer_days": 1.0, "call_lead_days": 1.0, "envoy_days": 2.0, "convene_days": 5.0, "summit_lead_days": 7.0,
}  # fmt: skip

UNCODED = "Not coded."
LONGEST_ID = 40


def scenario_of(known: Known) -> Scenario:
    """Return the scenario of a case as it stood at its origin.

    Raises
    ------
    ScenarioError
        When the case gives something that no scenario may have; which only a fault of this conversion can bring about.
    """
    return scenario_from(content_of(known), known.id)


def content_of(known: Known) -> dict[str, Any]:
    """Return what the scenario file of a case says, as nested plain values."""
    names = side_ids(known)
    state = start_state(known)
    suspended = state.truce.sides if state.truce is not None else ()
    levels = {side: level_of(known, side, suspended=side in suspended) for side in names}
    left = {side: level._replace(points=in_force(state, side, level.points)) for side, level in levels.items()}
    content = {
        "climbdown": FORMAT,
        "name": known.id,
        "title": f"{known.leaders['A'].name} and {known.leaders['B'].name}, {known.origin:%Y}",
        "start": known.origin,
        "horizon_days": known.days,
        "domain": str(known.domain),
        "sources": {
            "casebook": f"Casebook, case {known.id}, as of {known.origin}.",
            "prior": "Not coded: a wide guess that is the same for all cases of a kind.",
        },
        "leaders": {names[side]: _leader(known, side) | {"pressure": pressure_of(left[side])} for side in names},
        "mediators": mediators_of(known, list(names.values()), state.failed_on),
        "issues": _issues(known, names),
        "dyad": _dyad(known),
        **_pace(known),
    }
    return content | start_blocks(state, names, {side: level.points for side, level in levels.items()})


def side_ids(known: Known) -> dict[str, str]:
    """Return the id of each side in the scenario: its country's name, or ``side-a`` and ``side-b``."""
    found = {side: _slug(known.leaders[side].country) for side in ("A", "B")}
    if not all(found.values()) or found["A"] == found["B"]:
        return {"A": "side-a", "B": "side-b"}
    return found


def _slug(name: str) -> str:
    slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST_ID]
    return slug if re.match("[a-z]", slug) else ""


def _leader(known: Known, side: str) -> dict[str, Any]:
    leader, codes = known.leaders[side], known.codes[side]
    return {
        "name": leader.name,
        "office": leader.office,
        "country": leader.country,
        "ego": coded(codes.ego, "Coded ego"),
        "face_need": coded(codes.face_need, "Coded need for face"),
        "market_sensitivity": coded(codes.market_sensitivity, "Coded market sensitivity"),
        "patience": coded(codes.time_pressure, "One minus the coded time pressure", turned=True),
        "summit_appetite": prior(APPETITE[frame_kind(known.frame)], WIDE, "Not coded; by how such cases are found."),
        **{trait: prior(0.5, WIDE, UNCODED) for trait in ("caution", "resolve", "decisiveness")},
        "outside_option": prior(0.35, WIDE, UNCODED),
        "beliefs": _beliefs(known, side),
        "public": {
            "hostility": coded(codes.nationalism, "Coded nationalism"),
            "defiance_pays": prior(0.5, WIDE, UNCODED),
            "approval": prior(0.5, 0.15, UNCODED),
            "win_set": prior(0.2, 0.1, UNCODED),
        },
        "market": {"exposure": prior(EXPOSURE[known.domain], 0.15, f"By domain, {known.domain}.")},
        "advisers": {
            "council": {
                "name": "Advisers",
                "stance": prior(0.0, 0.5, UNCODED),
                "influence": prior(0.5, 0.2, UNCODED),
                "openness": prior(0.5, WIDE, UNCODED),
            }
        },
        "envoys": {"envoy": {"name": "An envoy", "skill": prior(0.5, 0.2, UNCODED)}},
    }


def _beliefs(known: Known, side: str) -> dict[str, Any]:
    """Trust as remembered answers; who has written, called or sent somebody is remembered as one who asks."""
    trust = known.codes[side].trust
    other = "B" if side == "A" else "A"
    asked = sum(event.actor == other for event in known.of(EventType.letter, EventType.call, EventType.envoy))
    return {
        "coercion_works": prior(0.5, 0.2, UNCODED),
        "accepted": within(coded(trust, "Coded trust, of six answers", scale=MEMORY), FEWEST, MEMORY),
        "refused": within(coded(trust, "Coded trust, of six answers", turned=True, scale=MEMORY), FEWEST, MEMORY),
        "asked": plain(min(FEWEST + asked, 3.5), f"Known letters, calls and envoys of the other: {asked}.", "casebook"),
        "silent": plain(2.5, "Months of memory without a request."),
    }


def _issues(known: Known, names: dict[str, str]) -> dict[str, Any]:
    """What is asked for, and all the rest that lies between the two: the asker cares more for the first."""
    asked = {names["A"]: prior(MORE, 15.0, "What A asks for."), names["B"]: prior(LESS, 15.0, UNCODED)}
    rest = {names["A"]: prior(LESS, 15.0, UNCODED), names["B"]: prior(MORE, 15.0, UNCODED)}
    return {"demand": {"name": known.ask, "weight": asked}, "rest": {"name": "The rest", "weight": rest}}


def _dyad(known: Known) -> dict[str, Any]:
    trusts = [known.codes[side].trust for side in ("A", "B")]
    mean = sum(trust.value for trust in trusts) / len(trusts)
    laid = min(GROUND * (1 + len(known.of(*PREPARED))), MOST_GROUND)
    return {
        "groundwork": prior(round(laid, 3), 0.1, "By known envoys, mediation and agreements."),
        "rapport": prior(round(mean, 3), 0.15, "Mean of both coded trusts.") | {"source": "casebook"},
        "tension": prior(TENSION[known.domain], 0.15, f"By domain, {known.domain}."),
    }


def _pace(known: Known) -> dict[str, Any]:
    """How often leaders decide and how long things take: as usual, or faster where the end was near from the start."""
    if known.days > HURRIED_DAYS:
        acts = PACE[frame_kind(known.frame)]
        note = "By how such cases are found."
        return {"clock": {"rate_per_week": plain(acts, note), "tempo": plain(acts, note)}}
    return {
        "clock": {"rate_per_week": plain(HURRIED_RATE, HURRIED), "tempo": plain(HURRIED_RATE, HURRIED)},
        "latencies": {name: plain(days, HURRIED) for name, days in HURRIED_LATENCIES.items()},
    }
