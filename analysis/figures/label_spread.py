"""Where labels beside a field go when what they name lies too close together: as near to it as the others let them."""

from __future__ import annotations

from collections.abc import Sequence


def spread(middles: Sequence[float], heights: Sequence[float], ends: tuple[float, float]) -> list[float]:
    """The upper edge of each label; they keep the order of what they name and do not overlap.

    Parameters
    ----------
    middles : sequence of float
        Where each label's middle belongs, downwards from the top.
    heights : sequence of float
        What each label takes, the air around it included.
    ends : (float, float)
        The uppermost and the lowest place that a label may reach; labels that need more than that run over below.
    """
    order = sorted(range(len(middles)), key=lambda place: middles[place])
    tops = {place: middles[place] - heights[place] / 2 for place in order}
    floor = ends[1]
    for place in reversed(order):
        tops[place] = min(tops[place], floor - heights[place])
        floor = tops[place]
    ceiling = ends[0]
    for place in order:
        tops[place] = max(tops[place], ceiling)
        ceiling = tops[place] + heights[place]
    return [tops[place] for place in range(len(middles))]
