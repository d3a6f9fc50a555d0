"""What a mechanism surely does is told in words that agree with the numbers, and nothing else is told."""

from __future__ import annotations

from analysis.evidence.claims.table import switches
from analysis.evidence.mechanisms.change_sentences import change_sentences, ending_word, mechanism
from analysis.evidence.mechanisms.switched_cases import OUTCOMES, Found, State, SwitchedCase
from sim import load_scenario, vary
from sim.narrative.cast import Cast
from tests.analysis.evidence.mechanisms.test_change_cells import change

CASE = load_scenario("two-leaders")
CAST = Cast(CASE)
NAMES = ("Ann", "Bob")


def found(row: int = 34, **known: tuple[float, float, float]) -> Found:
    changes = [change(*known.get(name, (0.0, -0.1, 0.1)), name) for name in OUTCOMES]
    return Found(SwitchedCase(switches()[row], None, {}), State.measured, tuple(changes))


def test_each_sure_change_is_a_clause() -> None:
    one = found(
        ask_days=(-12, -15, -9), contact_days=(20, 18, 22), asks_before=(-0.2, -0.3, -0.1), ends_deal=(0.1, 0.05, 0.15)
    )
    assert list(change_sentences(one, CAST, NAMES)) == [
        "the first ask comes 12 (±3) days sooner",
        "contact comes 20 (±2) days later",
        "Bob gains 20 (±10) in 100 lucks on the other in who asks first",
        "10 (±5) more lucks in 100 end in: deal",
    ]
    fewer = found(asks_before=(0.2, 0.1, 0.3), ends_no_contact=(-0.1, -0.15, -0.05))
    assert list(change_sentences(fewer, CAST, NAMES)) == [
        "Ann gains 20 (±10) in 100 lucks on the other in who asks first",
        "10 (±5) fewer lucks in 100 end in: no contact",
    ]


def test_what_may_be_nothing_is_not_told() -> None:
    assert list(change_sentences(found(), CAST, NAMES)) == []


def test_names_are_words_of_the_case() -> None:
    school = Cast(vary(CASE, {"domain": "school"}))
    assert mechanism(found(34), CAST) == "hosts who step in"
    assert mechanism(found(34), school) == "mediators who step in"
    assert ending_word(change(0, 0, 0, "ends_deal"), school) == "agreement"
