"""Are shares beside history told as the backtest has them?"""

from __future__ import annotations

import pytest

from analysis.estimates import Estimate
from analysis.evidence import backtest
from analysis.evidence.backtest import FrameShare
from analysis.evidence.casebook.frames import FrameKind
from analysis.evidence.dynamics.history import ROWS
from tests.analysis.evidence.dynamics.acted import Acted, nothing, value

(D8B,) = ROWS
FRAME = next(iter(FrameKind))


@pytest.mark.parametrize(("model", "reached"), [(0.5, True), (0.9, False)])
def test_a_share_far_from_what_happened(model: float, reached: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    happened = Estimate(0.45, 0.3, 0.6, 30, 20)
    shares = [FrameShare(FRAME, what, model, happened, 0.5) for what in ("voice", "deal")]
    monkeypatch.setattr(backtest, "held_against_history", lambda _: shares)
    found = D8B.measure(Acted(nothing))
    assert found.reached is reached
    assert len(found.readings) == 1, "classes are told by the backtest itself"
    assert value(found, "voice, model beside 0.45 [0.30, 0.60]", str(FRAME)) == model
