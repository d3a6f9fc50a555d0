"""Do the real worker and the parts fit the places that the server has for them?"""

from __future__ import annotations

import inspect

from analysis.classroom.session.counting import Wanted as RealWanted
from analysis.classroom.web.assembly import classroom_parts
from analysis.classroom.web.parts import Parts, Wanted, Worker
from analysis.classroom.worlds.ensembles import Ensembles


def members(kind: type) -> set[str]:
    return {name for name in vars(kind) if not name.startswith("_")}


def test_the_real_worker_has_all_that_is_asked_of_one() -> None:
    for name in members(Worker):
        wanted, found = getattr(Worker, name), getattr(Ensembles, name)
        if inspect.isfunction(wanted):
            assert [*inspect.signature(wanted).parameters] == [*inspect.signature(found).parameters], name


def test_what_a_session_wants_counted_has_all_that_is_asked() -> None:
    assert members(Wanted) <= {*RealWanted._fields}


def test_no_part_is_missing() -> None:
    parts = classroom_parts(lambda: None)
    assert all(callable(getattr(parts, name)) for name in Parts._fields if name != "worker")
