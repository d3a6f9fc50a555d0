"""Is the answer key read as it is meant, and is the same asked of runs?"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from analysis.evidence.backtest.answer_key import (
    CLASSES,
    TARGETS,
    Reading,
    answers_of,
    coded_class,
    happened,
    headline,
    is_headline,
    is_open,
)
from sim.results.runs import Runs
from tests.analysis.evidence.casebook.shipped_cases import case, development


def test_cases_cut_out_by_their_end_do_not_count() -> None:
    cases = development().cases
    left = {one.id for one in cases} - {one.id for one in headline(cases)}
    assert left == {"nixon_mao_1972", "rabin_arafat_1993_oslo"}
    assert not is_headline(case("nixon_mao_1972"))


def test_both_readings_of_an_outcome() -> None:
    vienna, glassboro = case("jfk_khrushchev_1961_vienna"), case("johnson_kosygin_1967_glassboro")
    assert [coded_class(vienna, reading) for reading in Reading] == ["no_deal", "blow_up"]
    assert [coded_class(glassboro, reading) for reading in Reading] == ["no_deal", "no_deal"]


def test_what_happened_and_what_was_open() -> None:
    vienna = case("jfk_khrushchev_1961_vienna")
    assert [happened(vienna, target) for target in TARGETS] == [True, True, True, False, False]
    assert [is_open(vienna, target) for target in TARGETS] == [False, True, True, True, True]


def test_a_case_agrees_where_its_class_is_an_agreement() -> None:
    agreement = next(target for target in TARGETS if target.name == "agreement")
    for one in development().cases:
        assert happened(one, agreement) == (coded_class(one) in CLASSES[:2])


def test_the_same_is_asked_of_runs() -> None:
    days: dict[str, Any] = {
        "first_contact_day": np.array([0.0, 3.5, -1.0]),
        "first_voice_day": np.array([-1.0, 3.5, -1.0]),
        "first_in_person_day": np.array([-1.0, -1.0, -1.0]),
        "mediator": np.array([-1.0, 0.0, 1.0]),
    }
    runs = SimpleNamespace(measures=days, outcomes=np.array(["deal", "truce", "no_deal"]))
    found = {name: list(answers) for name, answers in answers_of(cast("Runs", runs)).items()}
    assert found == {
        "contact": [True, True, False],
        "voice": [False, True, False],
        "in_person": [False, False, False],
        "agreement": [True, True, False],
        "mediation": [False, True, True],
    }
