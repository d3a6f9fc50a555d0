"""A short list of plausible moves: waiting, what is likeliest, and one of each kind that would be missing."""

from __future__ import annotations

from collections.abc import Mapping

from sim.vocabulary import actions as a

LONGEST = 6
LIKELIEST_SHOWN = 2

GROUPS: Mapping[str, tuple[int, ...]] = {
    "press": (a.ESCALATE, a.RALLY),
    "ease": (a.EASE,),
    "reach out directly": (a.SIGNAL, a.SEND_LETTER, a.REQUEST_CALL, a.PROPOSE_SUMMIT),
    "reach out through others": (a.SEND_ENVOY, a.APPOINT_ENVOY, a.INVITE_MEDIATOR),
}
"""Kinds of moves that a short list should offer; calling a meeting off and courting partners belong to none."""


def short_list(chances: Mapping[str, float], utilities: Mapping[str, float]) -> tuple[str, ...]:
    """Return at most six of the legal moves of a turn.

    First ``hold``, then the two likeliest others, then the likeliest of each group (press, ease, reach out directly,
    reach out through others) of which none is listed yet.

    Parameters
    ----------
    chances : mapping of str to float
        Every legal move with its probability under the model's own choice.
    utilities : mapping of str to float
        By move, its utility, which decides between equally probable moves; a move may be missing.

    Returns
    -------
    tuple of str
        Moves in the order above.
    """
    hold = a.WORDS[a.HOLD]
    others = sorted((m for m in chances if m != hold), key=lambda m: (chances[m], utilities.get(m, 0.0)), reverse=True)
    listed = [move for move in (hold,) if move in chances] + others[:LIKELIEST_SHOWN]
    for group in GROUPS.values():
        members = [move for move in others if a.WORDS.index(move) in group]
        if members and not set(members) & set(listed):
            listed.append(members[0])
    return tuple(listed[:LONGEST])
