"""D1 to D4 are reached in worlds that are so, and not in worlds that are the other way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from analysis.evidence.dynamics.asking import ROWS, YES
from tests.analysis.evidence.dynamics.acted import LUCKS, Acted, half, nothing, value, verdict

D1, D2, D3, D4 = ROWS


def proud(path: str, faster: bool) -> Any:
    """Leaders whose first ask comes on day 40 instead of day 10, half of them never, when a trait is high."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        high = changes.get(path) == 0.9
        late = high != faster
        asked = half() if late else np.ones(LUCKS, dtype=bool)
        day = np.where(asked, 40 if late else 10, -1)
        return {"first_ask_day": day, "first_voice_day": day}

    return play


@pytest.mark.parametrize(("row", "trait"), [(D1, "ego"), (D2, "face_need")])
def test_pride_that_slows_and_silences_is_reached(row: Any, trait: str) -> None:
    found = row.measure(Acted(proud(f"leaders.aldmark.{trait}", faster=False)))
    assert found.reached
    assert value(found, "first asks a day") > 4
    assert value(found, "never spoke") == pytest.approx(0.5)
    assert not row.measure(Acted(proud(f"leaders.aldmark.{trait}", faster=True))).reached
    assert not row.measure(Acted(nothing)).reached


def test_only_the_row_s_own_trait_counts() -> None:
    assert not D1.measure(Acted(proud("leaders.aldmark.face_need", faster=False))).reached


def ordered(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Each side asks first at a rate that rises with its own pain and falls with its own need for face."""
    speed = {"aldmark": 1.0, "verenia": 1.0}
    for side in speed:
        speed[side] *= 4 if changes.get(f"leaders.{side}.market.exposure") == 0.8 else 1
        speed[side] *= 4 if changes.get(f"leaders.{side}.face_need") == 0.1 else 1
    first = np.arange(LUCKS) < LUCKS * speed["aldmark"] / sum(speed.values())
    return {"first_ask_day": 60 / sum(speed.values()), "first_ask_by": np.where(first, 0, 1)}


def test_who_hurts_more_and_has_less_face_to_lose_asks_first() -> None:
    found = D3.measure(Acted(ordered))
    assert found.reached
    assert {reading.reached for reading in found.readings} == {True}
    alike = D3.measure(Acted.always({"first_ask_day": 10, "first_ask_by": half()}))
    assert not alike.reached


def test_a_side_that_hardly_ever_asks_first_is_not_judged() -> None:
    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        return dict(ordered(case, changes)) | {"first_ask_by": 1}

    found = D3.measure(Acted(play))
    assert verdict(found, "aldmark") is None
    assert verdict(found, "verenia") is True


def yes_world(accepted: int, refused: int, tries: int) -> Acted:
    """Every run has so many yeses and noes."""
    return Acted.always({"asks_accepted": accepted, "asks_refused": refused, "asks_to_yes": tries})


@pytest.mark.parametrize(
    ("accepted", "refused", "tries", "reached"),
    [(3, 1, 2, True), (9, 1, 2, True), (19, 1, 2, False), (1, 1, 2, False), (3, 1, 5, False)],
)
def test_yeses(accepted: int, refused: int, tries: int, reached: bool) -> None:
    found = D4.measure(yes_world(accepted, refused, tries))
    assert found.reached is reached
    assert value(found, "asks with a yes", "all cases") == pytest.approx(accepted / (accepted + refused))


def test_a_case_without_any_ask_is_not_judged() -> None:
    told = {"two-leaders": {"asks_accepted": 3, "asks_refused": 1, "asks_to_yes": 1}, "us-dprk-2018": {}}
    found = D4.measure(Acted(lambda case, _: told[case], list(told)))
    assert verdict(found, "asks with a yes", "us-dprk-2018") is None
    told["us-dprk-2018"] = {"asks_refused": half() * (np.arange(LUCKS) < 38)}
    assert verdict(D4.measure(Acted(lambda case, _: told[case], list(told))), "asks with a yes", "us-dprk-2018") is None
    told["us-dprk-2018"] = {"asks_refused": half() * (np.arange(LUCKS) < 40)}
    assert (
        verdict(D4.measure(Acted(lambda case, _: told[case], list(told))), "asks with a yes", "us-dprk-2018") is False
    )
    assert found.reached
    assert YES["asks"] == 4
