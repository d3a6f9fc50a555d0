"""Are reasons told in plain sentences, with figures on demand, and what would have turned a decision when asked?"""

from __future__ import annotations

import re

import pytest

from analysis.classroom.views.shown import shown_until, told
from analysis.classroom.views.why import why_shown
from sim.files import load_scenario, vary
from sim.results.record_rows import Decision, decisions
from sim.run import run_one
from tests.analysis.classroom.views.watched import WATCH, WORLDS, Watched, forks
from tests.renamed_case import renamed, survivors, usual_words

RUN = told(forks(0)[0].one)


def one(name: str) -> Decision:
    """The first decision that was that."""
    return next(choice for choice in RUN.choices.values() if choice.chosen.name == name)


def test_sentences_first_and_not_a_figure() -> None:
    for number in RUN.choices:
        found = why_shown(RUN, number, numbers=False, flip=None)
        assert found is not None
        assert found["told"]
        assert not re.search(r"\d", " ".join([found["title"], *found["told"], found["luck"]]))
        assert (found["flip"], found["flip_state"]) == ([], "none")


def test_what_was_done_why_and_what_spoke_against_it() -> None:
    choice = one("escalate")
    found = why_shown(RUN, choice.decision, numbers=False, flip=None)
    assert found is not None
    name = RUN.cast.leader(choice.leader)
    assert found["title"] == f"Why {name} raised tariffs"
    assert found["told"][0].startswith(f"{name} raised tariffs rather than ")
    assert found["bars"] is not None


def test_figures_when_they_are_asked_for() -> None:
    found = why_shown(RUN, one("escalate").decision, numbers=True, flip=None)
    assert found is not None
    assert re.search(r"\d+%", found["luck"])
    *named, others = found["options"]
    chances = [float(option["chance"].strip("<%")) for option in named]
    assert chances == sorted(chances, reverse=True)
    assert [option["chosen"] for option in named].count(True) == 1
    assert not others["chosen"]
    assert abs(sum(chances) + float(others["chance"].strip("<%")) - 100) <= len(named)


def test_luck_is_named_where_it_decided() -> None:
    lucky = next(c for c in RUN.choices.values() if c.chosen.probability < 0.1 and c.chosen.name != "hold")
    found = why_shown(RUN, lucky.decision, numbers=False, flip=None)
    assert found is not None
    assert found["luck"].endswith("was likelier. Luck decided.")


def test_flips_are_there_when_asked_and_their_figures_on_demand() -> None:
    said = ("The smallest change.", "+0.12 in utility alone.")
    plain = why_shown(RUN, 2, numbers=False, flip=said)
    exact = why_shown(RUN, 2, numbers=True, flip=said)
    assert plain is not None
    assert exact is not None
    assert (plain["flip"], plain["flip_state"]) == (["The smallest change."], "done")
    assert exact["flip"] == list(said)


def test_a_decision_that_is_not_shown_has_no_reasons() -> None:
    record = forks(0)[0].one
    later = next(choice.decision for choice in decisions(record) if choice.day > 30)
    assert why_shown(told(shown_until(record, 30.0)), later, numbers=False, flip=None) is None


def test_where_nothing_is_left_to_luck_that_is_said() -> None:
    case = vary(load_scenario("two-leaders"), {"choice": "argmax"})
    run = told(run_one(case))
    found = why_shown(run, 0, numbers=False, flip=None)
    assert found is not None
    assert "leaves nothing to luck" in found["luck"]


@pytest.mark.parametrize("asked", [False, True])
def test_a_class_asks_why_and_what_would_have_turned_it(asked: bool) -> None:
    watched = Watched().act("go", step=WATCH).act("jump", day=21)
    watched.act("why", decision=3)
    if asked:
        watched.act("flip")
    found = watched.view()["why"]
    flips = WORLDS.flip(watched.lesson, watched.session.world, True, 3)
    assert found["flip"] == (list(flips[:1]) if asked else [])


def test_every_word_is_that_of_the_case() -> None:
    case = renamed(forks(0)[0].one.scenario)
    run, words = told(run_one(case, seed=5)), usual_words(case)
    for number in run.choices:
        found = why_shown(run, number, numbers=True, flip=None)
        assert found is not None
        names = [option["name"] for option in found["options"]]
        assert not survivors(" / ".join([found["title"], *found["told"], found["luck"], *names]), words)
