"""A short list of plausible moves: waiting, what is likeliest, and one of each kind that would be missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sim.vocabulary import actions as a

LONGEST = 6
LIKELIEST_SHOWN = 2


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
    by_chance = sorted(chances, key=lambda move: (chances[move], utilities.get(move, 0.0)), reverse=True)
    others = [move for move in by_chance if move != hold]
    listed = ([hold] if hold in chances else []) + others[:LIKELIEST_SHOWN]
    for group in a.GROUPS:
        listed += _likeliest_if_missing(group, others, listed)
    return tuple(listed[:LONGEST])


def _likeliest_if_missing(group: str, likeliest_first: Sequence[str], listed: Collection[str]) -> list[str]:
    """The likeliest move of a group, unless one of its moves is listed or none is legal."""
    members = [move for move in likeliest_first if a.BY_WORD[move].group == group]
    return [] if any(move in listed for move in members) else members[:1]
