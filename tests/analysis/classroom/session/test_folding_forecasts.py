"""Facts about a forecast: counts as the log keeps them are counts as they were."""

from __future__ import annotations

import json

from analysis.classroom.session.counting import counted_news
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import fold, replayed
from analysis.classroom.session.state import Forecast
from tests.analysis.classroom.session.teaching import COUNTED, PREDICT, Class


def test_what_was_counted_comes_back_from_a_log_to_the_bit() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.count()
    kept = [Fact(*row) for row in json.loads(json.dumps(classroom.facts))]
    found = replayed(kept).forecasts[PREDICT].counted
    assert found == COUNTED
    assert found is not None
    assert found.share == 0.42


def test_a_forecast_is_nobodys_but_its_steps() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.act("hands", round="first", counts=[1, 0, 0, 0, 0])
    session = fold(classroom.session, Fact(99, 0.0, "phase_begun", {"step": 4, "to": "first"}))
    assert session.forecasts[4] == Forecast()
    assert session.forecasts[PREDICT] == classroom.session.forecasts[PREDICT]


def test_a_second_count_of_the_same_worlds_changes_nothing() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.count()
    assert counted_news(classroom.session, f"made/{PREDICT}/1000", COUNTED) == []
