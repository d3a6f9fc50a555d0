"""Days are told without the year, unless it is another one."""

from __future__ import annotations

from sim.narrative.days import spoken_day, spoken_stretch


def test_the_year_is_said_where_it_changes() -> None:
    assert spoken_day("2025-05-04") == "4 May"
    assert spoken_day("2025-05-04", "2025-01-01") == "4 May"
    assert spoken_day("2026-05-04", "2025-12-30") == "4 May 2026"


def test_stretches() -> None:
    assert spoken_stretch("2025-05-04", "2025-05-09") == "4 to 9 May"
    assert spoken_stretch("2025-04-28", "2025-05-03") == "28 April to 3 May"
    assert spoken_stretch("2025-12-28", "2026-01-03") == "28 December to 3 January 2026"
    assert spoken_stretch("2025-05-04", "2025-05-04") == "4 May"
