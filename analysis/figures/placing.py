"""Where words and marks go so that none lies on another: pushed apart along a line."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return places pushed apart to at least `gap`, each as near to where it was as that allows, within two ends.

    Parameters
    ----------
    places : sequence of float
        Where things would be, in any order; the result has the same order.
    gap : float
        From one to the next. Where there is no room for that, they are spread evenly over what there is.
    low, high : float
        The two ends.
    """
    if len(places) > 1:
        gap = min(gap, (high - low) / (len(places) - 1))
    order = sorted(range(len(places)), key=lambda place: places[place])
    found = [0.0] * len(places)
    for middle, members in _clusters([min(max(places[place], low), high) for place in order], gap, (low, high)):
        for number, member in enumerate(members):
            found[order[member]] = middle + gap * (number - (len(members) - 1) / 2)
    return found


def _clusters(places: Sequence[float], gap: float, ends: tuple[float, float]) -> list[tuple[float, list[int]]]:
    """Neighbours that touch, joined: the middle of each group, kept within the ends, and its members."""
    groups: list[tuple[float, list[int]]] = []
    for number, place in enumerate(places):
        groups.append((place, [number]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], gap):
            (one, left), (other, right) = groups[-2:]
            members = left + right
            middle = (one * len(left) + other * len(right)) / len(members)
            half = gap * (len(members) - 1) / 2
            groups[-2:] = [(min(max(middle, ends[0] + half), ends[1] - half), members)]
    return groups


def _touch(one: tuple[float, list[int]], other: tuple[float, list[int]], gap: float) -> bool:
    return other[0] - one[0] < gap * (len(one[1]) + len(other[1])) / 2 - 1e-9
