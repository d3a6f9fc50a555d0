"""Do base rates come from the other cases alone, and are they as good as they are known to be?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.backtest.answer_key import CLASSES, coded_class, headline
from analysis.evidence.backtest.base_rates import Benchmark, leave_one_out
from tests.analysis.evidence.casebook.shipped_cases import development

CASES = headline(development().cases)
ANSWERS = np.array([[name == coded_class(case) for name in CLASSES] for case in CASES], dtype=np.float64)


@pytest.mark.parametrize(
    ("benchmark", "score"),
    [(Benchmark.uniform, 0.8), (Benchmark.base_rate, 0.791), (Benchmark.domain, 0.782), (Benchmark.frame, 0.827)],
)
def test_the_known_scores_of_the_development_cases(benchmark: Benchmark, score: float) -> None:
    """Worked out apart from this code when the cases were collected, to three digits."""
    found = ((leave_one_out(ANSWERS, CASES, benchmark) - ANSWERS) ** 2).sum(axis=1).mean()
    assert found == pytest.approx(score, abs=0.0005)


@pytest.mark.parametrize("benchmark", list(Benchmark))
@given(place=st.integers(0, len(CASES) - 1), other=st.integers(0, len(CLASSES) - 1))
def test_a_case_s_own_answer_does_not_enter(benchmark: Benchmark, place: int, other: int) -> None:
    changed = ANSWERS.copy()
    changed[place] = np.eye(len(CLASSES))[other]
    before, after = (leave_one_out(answers, CASES, benchmark) for answers in (ANSWERS, changed))
    assert after[place] == pytest.approx(before[place])
    assert after.sum(axis=1) == pytest.approx(np.ones(len(CASES)))


def test_a_single_case_is_told_nothing() -> None:
    assert leave_one_out(ANSWERS[:1], CASES[:1]).tolist() == [[0.2] * 5]
