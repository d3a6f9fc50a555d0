"""How heavy each consideration is for any leader anywhere: the global calibration, never mixed with traits."""

from __future__ import annotations

from sim.scenario.bounds import Part, number


class Weights(Part):
    """Global weights."""

    stakes: float = number(1, 0, 4, "weight", "Component: the matter itself.", "off", "four times as heavy")
