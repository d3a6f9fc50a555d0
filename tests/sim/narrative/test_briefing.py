"""Who sits at the table learns where things stand and what is new."""

from __future__ import annotations

import pytest

from sim.narrative.briefing import NEWS_TOLD, QUESTIONS, briefing, news
from sim.narrative.cast import Cast
from sim.vocabulary import answers
from tests.sim.sample import event, sample_scenario, sample_steps

CAST = Cast(sample_scenario())
STEPS = sample_steps(sample_scenario())


def test_every_request_has_its_question() -> None:
    assert set(QUESTIONS) == set(answers.TOPICS)


@pytest.mark.parametrize("about", ["", *answers.TOPICS])
@pytest.mark.parametrize("side", ["us", "cn"])
def test_it_fits_and_asks(side: str, about: str) -> None:
    lines = briefing(CAST, side, "2025-05-04", about, STEPS)
    assert all(len(line) <= 80 for line in lines)
    assert CAST.leader(side) in "\n".join(lines)
    assert ("Do you" in "\n".join(lines)) == bool(about)
    assert "a truce holds" in "\n".join(lines)


def test_news_is_told_in_words_with_its_date() -> None:
    (line,) = news(CAST, [event(0, 1.0, "rally", actor="cn")])
    assert "rallies" in line


def test_old_news_gives_way() -> None:
    log = [event(n, float(n), "rally", actor="cn") for n in range(30)]
    heard = [line for line in news(CAST, log) if "rallies" in line]
    assert len(heard) == NEWS_TOLD
