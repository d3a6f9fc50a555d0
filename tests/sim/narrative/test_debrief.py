"""A game beside the model: what agreed, where it differed most, which decision was the closest."""

from __future__ import annotations

from sim.files import load_scenario
from sim.narrative.cast import Cast
from sim.narrative.debrief import MATTERS, compare, debrief
from sim.results.record_rows import Decision, Option
from sim.vocabulary import answers

CAST = Cast(load_scenario("two-leaders"))


def taken(number: int, chances: dict[str, float], chosen: str, about: str = "") -> Decision:
    options = tuple(Option(name, "", {}, 0.0, chance) for name, chance in chances.items())
    kind = "answer" if about else "turn"
    done = next(option for option in options if option.name == chosen)
    return Decision(number, 1.0, f"2024-02-{number:02}", 1, "verenia", kind, about, -1, options, done)


LIKE = taken(1, {"hold": 0.6, "escalate": 0.4}, "hold")
APART = taken(2, {"hold": 0.9, "send_letter": 0.1}, "send_letter")
CLOSE = taken(3, {"accept": 0.48, "decline": 0.47, "lapse": 0.05}, "decline", "call")


def test_what_agreed_and_what_stands_out() -> None:
    found = compare([LIKE, APART, CLOSE])
    assert (found.decisions, found.agreed) == (3, 1)
    assert found.differed is APART
    assert found.closest is CLOSE


def test_in_words() -> None:
    lines = debrief(compare([LIKE, APART, CLOSE]), "verenia", CAST)
    text = " ".join(" ".join(lines).split())
    assert all(len(line) <= 80 for line in lines)
    assert "You took 3 decisions as Teodor Vask. In 1 the model would" in text
    assert "on 2 February 2024: you wrote a letter, which for the model was unlikely (10%). Its likeliest" in text
    assert "Its likeliest choice was to wait (90%)." in text
    assert "came on 3 February 2024, over a call: to agree or to turn it down. You turned the call down." in text


def test_every_request_can_be_told() -> None:
    assert set(MATTERS) == set(answers.TOPICS)


def test_one_who_always_agreed_differs_nowhere() -> None:
    found = compare([LIKE])
    assert found.differed is None
    assert found.agreed == 1
    none = " ".join(" ".join(debrief(compare([APART]), "verenia", CAST)).split())
    assert "You took 1 decision as Teodor Vask. In none of them would the model most likely have done the same." in none
    assert "differed" not in " ".join(debrief(found, "verenia", CAST))


def test_no_decision_and_no_choice() -> None:
    assert debrief(compare([]), "verenia", CAST) == ["Teodor Vask took no decision in this game."]
    assert compare([taken(1, {"hold": 1.0}, "hold")]).closest is None


def test_the_likeliest_of_many_is_not_called_unlikely() -> None:
    many = taken(4, {"hold": 0.3, "escalate": 0.25, "ease": 0.25, "rally": 0.2}, "rally")
    said = " ".join(" ".join(debrief(compare([many]), "verenia", CAST)).split())
    assert "Its likeliest choice was to wait (30%)." in said
