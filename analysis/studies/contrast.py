"""What a study sets against what: two sides, each some settings of its factors, and where both are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

LOWEST, HIGHEST = "lowest", "highest"
"""Ends of a factor that takes numbers: its lowest and highest level, or fifth where it takes a whole range."""


class Side(NamedTuple):
    """One side: how it is read in a sentence, and the value, or the end, of each factor that it holds."""

    label: str
    settings: Mapping[str, Any]


class AskedContrast(NamedTuple):
    """Two sides, and what holds for both: settings that are the same on either, with how that is said."""

    first: Side
    second: Side
    where: Side = Side("", {})

    def settings_of(self, side: Side) -> dict[str, Any]:
        """All that holds on a side."""
        return {**self.where.settings, **side.settings}
