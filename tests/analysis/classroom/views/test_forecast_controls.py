"""What is pressed in a forecast: one arrow leads through all of it, and its buttons are few."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.classroom.session.state import PHASES
from analysis.classroom.views.snapshot import snapshot
from tests.analysis.classroom.views.test_predict import CANARY, SECOND, predicting, walk
from tests.analysis.classroom.views.watched import WORLDS


def test_the_arrow_leads_from_the_talk_to_the_scores() -> None:
    watched, pressed = walk(predicting(), "talk"), []
    for _ in range(15):
        keys = {one["shortcut"]: one for one in watched.view()["controls"] if one["enabled"]}
        if watched.view()["asking"] == "second":
            watched.act("hands", round="second", counts=SECOND)
            continue
        pressed.append(keys["ArrowRight"]["act"])
        watched.act(keys["ArrowRight"]["act"], **keys["ArrowRight"]["what"])
    assert pressed == ["phase", "phase", *["reveal"] * 10, "phase", "phase"]


def test_while_hands_are_typed_everything_else_is_in_the_drawer() -> None:
    for phase in ("first", "second"):
        view = walk(predicting(), phase).view()
        assert view["controls"] == []
        assert ({"to": "ten"} in [one["what"] for one in view["more"]]) == (phase == "second")


@pytest.mark.parametrize("worker", [{"state": "counting", "done": 1, "of": 9}, {"state": "failed"}, {"state": "done"}])
def test_fewer_worlds_are_offered_where_counting_failed(worker: dict[str, Any]) -> None:
    watched = walk(predicting(None), "talk")
    view = snapshot(watched.showing()._replace(worker=worker), WORLDS)["view"]
    assert ("count" in [one["act"] for one in view["controls"]]) == (worker["state"] == "failed")


@pytest.mark.parametrize("phase", PHASES)
def test_every_control_can_be_pressed_and_no_key_means_two_things(phase: str) -> None:
    for counted in (None, CANARY) if phase in ("first", "talk", "second") else (CANARY,):
        watched = walk(predicting(counted), phase)
        session, view = watched.session, watched.view()
        assert len(view["controls"]) <= 4
        pressed = [*view["controls"], *view["more"]]
        keys = [one["shortcut"] for one in pressed if one["shortcut"]]
        assert len(keys) == len(set(keys))
        for one in pressed:
            watched.session = session
            if one["enabled"]:
                watched.act(one["act"], **one["what"])
