"""Do workers hand back whatever they were given, in any order, and stop when told?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Timer
from typing import Any

import pytest

from analysis.studies.parts_finding import find_parts
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import Owner
from analysis.studies.thread_workers import Done, Threads, in_order
from tests.analysis.studies.made import write
from tests.analysis.studies.test_part_computing import computer_of


def test_every_task_comes_back_in_order_and_few_are_out_at_once() -> None:
    out: list[int] = []
    gates = [Event() for _ in range(30)]

    def wait_for(task: int) -> int:
        assert gates[task].wait(10)
        return task

    def submit(task: Any) -> Any:
        out.append(task)
        return pool.submit(wait_for, task)

    with ThreadPoolExecutor(4) as pool:
        for gate in gates[1:]:
            gate.set()  # all but the first could be done at once
        found = in_order(submit, iter(range(30)), 4)
        Timer(0.05, gates[0].set).start()
        assert next(found) == 0
        assert len(out) == 4
        assert list(found) == list(range(1, 30))


def test_an_error_ends_it() -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(ZeroDivisionError):
        list(in_order(lambda task: pool.submit(lambda: 1 / task), iter([1, 0, 1]), 1))


@pytest.mark.parametrize("count", [1, 2, 4])
def test_any_number_of_threads_stores_the_same_parts(tmp_path: Path, count: int) -> None:
    from analysis.studies import read_study

    study = read_study(write(tmp_path))
    (tmp_path / "runs").mkdir()
    layout = Layout(30, 4, 5, 4)
    owner = Owner("0123456789abcdef", layout)
    parts = [layout.part(number) for number in layout.order()]
    tasks = ((part, study.design.values(part.first_row, part.last_row)) for part in parts)
    done = list(Threads(computer_of(study), tmp_path, owner, count).work(tasks))
    assert done == [Done(part.number, 20) for part in parts]
    names = sorted(kept.path.name for kept in find_parts(tmp_path, owner).parts.values())
    assert STORED.setdefault("names", names) == names


STORED: dict[str, list[str]] = {}


def test_closing_the_work_stops_it(tmp_path: Path) -> None:
    from analysis.studies import read_study

    study = read_study(write(tmp_path))
    (tmp_path / "runs").mkdir()
    owner = Owner("0123456789abcdef", Layout(1, 10_000, 1, 1))
    tasks = ((owner.layout.part(k), study.design.values(0, 1)) for k in range(10_000))
    work = Threads(computer_of(study), tmp_path, owner, 2).work(tasks)
    next(work)
    work.close()
    assert 0 < len(find_parts(tmp_path, owner).parts) < 100
