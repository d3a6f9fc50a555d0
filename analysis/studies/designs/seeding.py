"""A whole-number seed from an address, for libraries that want to make their own generator from a seed."""

from __future__ import annotations

from sim.luck import generator


def seed_at(seed: int, label: str) -> int:
    """A seed of 63 bits that depends on the study's seed and on what it is for.

    SciPy's samplers spawn generators from the one they are given, which a generator made from an address cannot do.
    """
    return int(generator(seed, label).integers(1, 2**63))
