"""Does looking across many lucks say what each single run says?"""

from __future__ import annotations

import math

import pytest

from analysis.estimates import mean, spreading, wilson
from analysis.estimates.deciding import Question, Seen, decides, look_across, nearest_decision, summed
from sim.files import load_scenario
from sim.narrative.choosing import Choosing
from sim.results.record_rows import decisions
from sim.run import run_one
from sim.vocabulary import components as c

BASE = load_scenario("us-dprk-2019")
ASKED = Question(BASE, "us", 12.0, "", 3, "central")


def nothing(_: int) -> None:
    """Progress that nobody sees."""


@pytest.mark.parametrize("kind", ["", "turn", "answer"])
@pytest.mark.parametrize("day", [0.0, 12.0, 500.0])
def test_the_nearest_decision_of_the_whole_run_is_found(kind: str, day: float) -> None:
    for run in range(6):
        own = [d for d in decisions(run_one(BASE, 3, run)) if d.leader == "us" and kind in ("", d.kind)]
        found = nearest_decision(ASKED._replace(kind=kind, day=day), run)
        nearest = min(own, key=lambda decision: abs(decision.day - day), default=None)
        assert (found and found[1].decision) == (nearest and nearest.decision)


def test_shares_are_those_of_the_runs() -> None:
    found = look_across(ASKED, range(20), nothing)
    single = [nearest_decision(ASKED, run) for run in range(20)]
    seen = [found for found in single if found is not None]
    assert (found.runs, found.seen) == (20, len(seen))
    for name, share in found.chosen.items():
        assert share == wilson(sum(d.chosen.name == name for _, d in seen), len(seen))
    for component in c.WORDS:
        count = sum(decides(d, Choosing.of(record, d), component) for record, d in seen)
        assert found.decides[component] == wilson(count, len(seen))
    assert sum(found.chances.values()) == pytest.approx(1.0)


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    here = look_across(ASKED, range(25), nothing)
    monkeypatch.setattr(spreading, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(spreading, "processors", lambda: 2)
    assert look_across(ASKED, range(25), nothing) == here


def test_ctrl_c_leaves_what_was_seen() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    assert look_across(ASKED, range(50), stop).runs == 10


def test_four_runs_summed_up_by_hand() -> None:
    """One run without a decision; of three two hold, and the option that is chosen more often is named first."""
    found = summed([
        Seen("hold", 12.0, {"ease": 0.2, "hold": 0.8}, {"face": 0.5, "glory": -0.1}, ("face",)),
        None,
        Seen("hold", 9.5, {"ease": 0.4, "hold": 0.6}, {"face": 0.3, "glory": 0.1}, ("face", "glory")),
        Seen("rally", 14.0, {"rally": 0.9, "hold": 0.1}, {"face": -0.2, "glory": 0.3}, ()),
    ])  # fmt: skip
    assert (found.runs, found.seen, found.first_day, found.last_day) == (4, 3, 9.5, 14.0)
    assert list(found.chosen) == ["hold", "rally", "ease"]
    assert found.chosen == {"hold": wilson(2, 3), "rally": wilson(1, 3), "ease": wilson(0, 3)}
    assert found.chances == pytest.approx({"hold": 1.5 / 3, "rally": 0.3, "ease": 0.2})
    assert found.decides == {"face": wilson(2, 3), "glory": wilson(1, 3)}
    assert found.for_choice == {"face": mean([0.5, 0.3, -0.2]), "glory": mean([-0.1, 0.1, 0.3])}


def test_runs_without_the_decision_say_nothing() -> None:
    found = summed([None, None])
    assert (found.runs, found.seen, found.chosen, found.chances, found.decides, found.for_choice) == (
        2,
        0,
        {},
        {},
        {},
        {},
    )
    assert math.isnan(found.first_day) and math.isnan(found.last_day)


def test_one_decision_is_summed_up_as_it_is() -> None:
    found = summed([Seen("hold", 12.0, {"ease": 0.2, "hold": 0.8}, {"face": 0.5}, ("face",))])
    assert (found.seen, found.chances, found.decides) == (1, {"hold": 0.8, "ease": 0.2}, {"face": wilson(1, 1)})
    assert found.for_choice["face"].value == 0.5
