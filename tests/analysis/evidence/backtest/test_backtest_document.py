"""Does a backtest read well at 80 columns, the answer first, with what happened marked?"""

from __future__ import annotations

from analysis.documents.terminal_writing import section_lines
from analysis.evidence.backtest.backtest_document import backtest_document
from analysis.evidence.backtest.backtesting import run_backtest
from analysis.evidence.backtest.case_forecasts import Counting
from tests.analysis.evidence.backtest.made_up import Chances, even, forecasts, knowing


def lines(chances: Chances, number: int = 98) -> list[str]:
    found = run_backtest(forecasts(chances)[:number], Counting(runs=100), 98)
    return list(section_lines(backtest_document(found, "development.yaml").sections))


def answer(chances: Chances, number: int = 98) -> str:
    found = run_backtest(forecasts(chances)[:number], Counting(runs=100), 98)
    return " ".join(backtest_document(found, "development.yaml").answer)


def test_every_line_fits() -> None:
    told = lines(even)
    assert max(map(len, told)) <= 80
    assert len(told) < 250


def test_what_happened_is_marked_and_what_was_settled_is_not_told() -> None:
    told = next(line for line in lines(even, 5) if line.startswith("jfk_khrushchev_1961_vienna"))
    assert told.split()[1:] == ["20", "20", "20*", "20", "20", "-", "50*", "50*", "50", "50"]


def test_a_case_that_does_not_count_stands_in_brackets() -> None:
    assert any(line.startswith("(nixon_mao_1972)") for line in lines(even, 5))


def test_the_answer_comes_first_and_says_which_is_better() -> None:
    assert "over 96 cases" in answer(even)
    assert "no difference beyond noise" in answer(even)
    assert "the model is better" in answer(knowing)
    assert "the model is worse" in answer(lambda case: {name: 1 - chance for name, chance in knowing(case).items()})


def test_few_pairs_of_leaders_tell_nothing() -> None:
    assert "over 1 case: " in answer(knowing, 1)
    assert "too few pairs of leaders (4) to tell" in answer(knowing, 6)  # five count, two of them of one pair


def test_a_backtest_of_nothing_that_counts_says_so() -> None:
    found = run_backtest([forecasts(even)[3]], Counting(runs=100))
    assert backtest_document(found, "x").answer == ("No case can be scored.",)


def test_every_kind_of_list_and_both_readings_are_told() -> None:
    told = "\n".join(lines(even))
    for words in ("chosen by fame (39 cases)", "coercion lists (37 cases)", "random crises (20 cases)"):
        assert words in told
    assert "five classes, as coded" in told
    assert "five classes, other reading" in told
