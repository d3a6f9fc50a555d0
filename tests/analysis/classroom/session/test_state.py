"""What a session is before anything has happened."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from analysis.classroom.session.state import Counted, Session


def test_a_session_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Session().step = 3  # type: ignore[misc]


def test_a_share_is_of_the_worlds_that_were_counted() -> None:
    assert Counted(400, 100, 0.2, 0.3, (), ()).share == 0.25
