"""Texts of the interface that are two fifths longer, as other languages have them, leave every drawing readable."""

from __future__ import annotations

import re
from typing import Any

import pytest

from analysis.classroom import messages
from analysis.classroom.drawing.charts import chart
from analysis.classroom.drawing.hands import hands
from analysis.classroom.drawing.hundred_worlds import hundred_worlds
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.drawing.small_worlds import small_worlds
from analysis.classroom.drawing.why_bars import why_bars
from analysis.classroom.session.state import CHARTS, Counted
from sim.narrative.cast import Cast
from sim.results.record_rows import decisions
from tests.analysis.classroom.drawing.boxes import assert_readable
from tests.analysis.classroom.drawing.worlds import CASES, world

LONGER = 0.4


def longer(text: Any) -> Any:
    """A text with accents on its vowels and so much more at its end; its gaps stay."""
    if isinstance(text, dict):
        return {form: longer(one) for form, one in text.items()}
    plain = re.sub(r"{\w+}", "", text)
    accented = re.sub(r"{\w+}|[aeo]", lambda found: {"a": "ä", "e": "é", "o": "ö"}.get(found[0], found[0]), text)
    return accented + " lorem ipsum dolor sit amet"[: round(LONGER * len(plain))].rstrip()


@pytest.mark.parametrize("case", CASES)
def test_every_drawing_has_room_for_longer_words(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {name: longer(text) for name, text in messages.messages().items()}
    monkeypatch.setattr(messages, "messages", lambda: texts)
    trajectory, other = world(case, 1), world(case, 2)
    counted = Counted(1000, 421, 0.39, 0.45, (True, False) * 50, ("deal", "no_contact") * 50)
    made = [ladder(trajectory, 60, before=other), hands((1, 2, 3, 40, 5), (0, 1, 2, 3, 4), 0.4, counted)]
    made += [chart(trajectory, name, day, before=other) for name in CHARTS for day in (0, 60, 200)]
    made += [hundred_worlds(counted, shown, Cast(trajectory.scenario)) for shown in (3, 100)]
    made += [small_worlds([trajectory, other] * 5)]
    made += [why for decision in decisions(trajectory)[:20] if (why := why_bars(trajectory, decision, numbers=True))]
    assert "lorem" in made[0]["svg"]
    for drawing in made:
        assert_readable(drawing)
