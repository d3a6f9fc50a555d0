"""Does a side hold what both hold, and its own settings?"""

from __future__ import annotations

from analysis.studies.contrast import AskedContrast, Side


def test_a_side_holds_its_own_settings_and_those_of_both() -> None:
    asked = AskedContrast(Side("a", {"x": 1}), Side("b", {"x": 2}), Side("there", {"y": 3}))
    assert asked.settings_of(asked.first) == {"x": 1, "y": 3}
    assert asked.settings_of(asked.second) == {"x": 2, "y": 3}
    assert AskedContrast(Side("a", {}), Side("b", {})).where.settings == {}
