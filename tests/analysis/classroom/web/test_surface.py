"""Does a surface begin with nothing on it, wanted by nobody?"""

from __future__ import annotations

from analysis.classroom.web.surface import Surface


def test_a_surface_begins_empty() -> None:
    surface = Surface("wall")
    assert (surface.name, surface.picture, surface.bodies) == ("wall", None, {True: b"", False: b""})
    assert (surface.begun, surface.shown, surface.settled, surface.making) == (0, 0, 0, set())
    assert not (surface.due.is_set() or surface.turned.is_set() or surface.warning or surface.failure)
    assert surface.asked_at < 0
