"""Do workers hand back whatever they were given, in any order, and stop when told?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from analysis.studies.parts_layout import Part
from analysis.studies.parts_storing import find_parts
from analysis.studies.workers import Done, Threads, in_flight
from tests.analysis.studies.made import write
from tests.analysis.studies.test_computing import computer_of


def test_every_task_comes_back_and_few_are_out_at_once() -> None:
    out: list[int] = []

    def submit(task: Any) -> Any:
        out.append(task)
        return pool.submit(Done, task, 1)

    with ThreadPoolExecutor(2) as pool:
        found = in_flight(submit, iter(range(30)), 4)
        first = next(found)
        assert len(out) <= 4
        assert sorted([first.number, *(done.number for done in found)]) == list(range(30))


def test_an_error_ends_it() -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(ZeroDivisionError):
        list(in_flight(lambda task: pool.submit(lambda: 1 / task), iter([1, 0, 1]), 1))


@pytest.mark.parametrize("count", [1, 2, 4])
def test_any_number_of_threads_stores_the_same_parts(tmp_path: Path, count: int) -> None:
    from analysis.studies import read_study

    study = read_study(write(tmp_path))
    (tmp_path / "runs").mkdir()
    parts = [Part(k, 5 * k, 5 * k + 5, 0, 4) for k in range(6)]
    tasks = ((part, study.design.values(part.first_row, part.last_row)) for part in parts)
    done = list(Threads(computer_of(study), tmp_path, count).work(tasks))
    assert sorted(done) == [Done(k, 20) for k in range(6)]
    names = sorted(kept.path.name for kept in find_parts(tmp_path).values())
    assert STORED.setdefault("names", names) == names


STORED: dict[str, list[str]] = {}


def test_closing_the_work_stops_it(tmp_path: Path) -> None:
    from analysis.studies import read_study

    study = read_study(write(tmp_path))
    (tmp_path / "runs").mkdir()
    tasks = ((Part(k, 0, 1, k, k + 1), study.design.values(0, 1)) for k in range(10_000))
    work = Threads(computer_of(study), tmp_path, 2).work(tasks)
    next(work)
    work.close()
    assert len(find_parts(tmp_path)) < 100
