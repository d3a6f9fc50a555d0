"""Who might mediate, as far as it was known: whoever was at work by the origin, or else somebody unnamed.

The casebook's answer key names the mediator who came later; that name, and that there was one, stays there. A case
without a known mediator gets one generic third party, whose eagerness depends on what the case is about and on how such
cases are found, never on what happened in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from analysis.evidence.casebook.casebook_form import EventType
from analysis.evidence.casebook.frames import FrameKind, frame_kind
from analysis.evidence.casebook.known import Known
from analysis.evidence.casebook.quantities import prior
from sim.vocabulary.domains import Domain

AT_WORK, GENERIC = "mediator-at-work", "third-party"

STAKE = {Domain.trade: 0.3, Domain.normalization: 0.4, Domain.security: 0.5, Domain.peace: 0.6}
"""How much an unnamed third party minds; few stand by in a trade dispute."""

RELUCTANCE = {FrameKind.random: 0.4, FrameKind.coercion: 0.5, FrameKind.fame: 0.5, FrameKind.other: 0.5}
"""How slow an unnamed third party is to step in; international bodies take up security crises as a matter of course."""


def mediators_of(known: Known, sides: Sequence[str], failed_on: dt.date | None = None) -> dict[str, Any]:
    """Return the block ``mediators`` of a scenario: one third party, known or generic.

    Parameters
    ----------
    known : Known
        The case at its origin.
    sides : sequence of str
        The ids of both sides in the scenario.
    failed_on : date, optional
        The day on which the mediator at work gave up.
    """
    if is_mediated(known):
        at_work = _third_party("The mediator at work", sides, (0.6, 0.6, 0.15), "At work by the origin.")
        return {AT_WORK: at_work | ({} if failed_on is None else {"failed_on": failed_on})}
    stake, reluctance = STAKE[known.domain], RELUCTANCE[frame_kind(known.frame)]
    note = f"Nobody was at work; by domain ({known.domain}) and frame."
    return {GENERIC: _third_party("An unnamed third party", sides, (0.5, stake, reluctance), note)}


def is_mediated(known: Known) -> bool:
    """Whether a third party was at work by the origin."""
    mediated = known.of(EventType.mediation)
    return bool(mediated) or any(event.actor == "mediator" for event in known.events)


def _third_party(name: str, sides: Sequence[str], size: tuple[float, float, float], note: str) -> dict[str, Any]:
    acceptability, stake, reluctance = size
    return {
        "name": name,
        "acceptability": {side: prior(acceptability, 0.2, note) for side in sides},
        "stake": prior(stake, 0.2, note),
        "face_formula": prior(0.5, 0.2, "Not coded."),
        "standing": prior(0.3, 0.2, "Not coded."),
        "reluctance": prior(reluctance, 0.2, note),
    }
