"""Is the summary of a study 80 columns wide, with the largest contrast named and the next step shown?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.cli.sweep_summary import lost_lines, told
from analysis.documents.study_answer import folder_answer
from analysis.studies import Finished, StudyFolder, summarise, sweep
from analysis.studies.thread_workers import Done
from tests.analysis.studies.made import SMALL, write


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> StudyFolder:
    folder = tmp_path_factory.mktemp("summary")
    return sweep(write(folder, SMALL.replace("replications: 60", "replications: 5")), folder / "out").folder


def test_the_answer_comes_first_and_the_next_steps_last(done: StudyFolder) -> None:
    summary, answer = summarise(done), folder_answer(done)
    lines = list(told(done, summary, 300, answer))
    text = "\n".join(lines)
    assert "300 runs in" in lines[0]
    assert "(300 done now)" in lines[0]
    assert " ".join(text.split()).partition("(300 done now) ")[2].startswith(f"{done.study.question} {answer.sentence}")
    assert "Largest contrast" not in text, "the largest of many contrasts is no finding"
    assert "climbdown query" in text
    assert re.search(r"95% interval +\d+-\d+%( +\d+-\d+%){4}\n", text)
    assert re.search(r"Contact by the horizon +\d+% \(\d+% to \d+%\)\n", text)
    assert re.search(r"On the way: a summit +\d+% \(\d+% to \d+%\)\n", text), "no name is cut"
    assert "(5 lucks;" in text
    assert not [line for line in lines if len(line) > 80 and str(done.path) not in line]


def test_long_numbers_go_on_below_themselves(done: StudyFolder) -> None:
    summary = summarise(done)
    (fall, *_) = [line for line in summary.measures if line.measure.startswith("trough")]
    assert fall.unit.startswith("share")
    lines = list(told(done, summary._replace(measures=[fall._replace(estimate=0.157, low=0.129, high=0.184)]), 300))
    assert any(line.endswith(" 16% (13% to 18%)") for line in lines)
    long = fall._replace(measure="", unit="acts of a kind with a long name", estimate=1240.4, low=1010.2, high=1470.1)
    lines = list(told(done, summary._replace(measures=[long]), 300))
    place = next(place for place, line in enumerate(lines) if "1,240" in line)
    assert lines[place].endswith("1,240 (1,010 to 1,470) acts of a kind with")
    assert lines[place + 1] == f"{'':37}a long name"


def test_lost_parts_are_named_by_rows_and_replications(done: StudyFolder) -> None:
    (line,) = lost_lines(Finished(done, 0, (Done(0, 0, "KilledWorker: gone"),)))
    assert line == (
        f"lost: rows 0 to {done.layout.stretch - 1}, replications 0 to {done.layout.block - 1} "
        "(KilledWorker: gone); the same command tries them again"
    )


def test_without_outcomes_only_the_count_is_told(tmp_path: Path) -> None:
    text = SMALL.replace("replications: 60", "replications: 2") + "outputs: [trough]\n"
    folder = sweep(write(tmp_path, text), tmp_path / "out").folder
    lines = list(told(folder, summarise(folder), 120))
    assert "120 runs in" in lines[0]
    assert sum("Worst market fall" in line for line in lines) == 2
    assert not any("deal" in line for line in lines)
