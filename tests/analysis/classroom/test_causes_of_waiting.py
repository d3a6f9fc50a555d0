"""What could make a class wait is not there: heavy modules, early work beside the first picture, many bytes.

Causes are held, not times: those come from `benchmarks/classroom.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.analysis.classroom.first_page import parts_of_page
from tests.analysis.classroom.running import Server, running, wait_for

HEAVY = ("numpy", "pandas", "scipy", "numba", "llvmlite", "pyarrow", "duckdb")
"""Each has compiled libraries, which a process that imports it maps into its memory; Mesa comes with NumPy."""

FIRST_PAGE_BYTES, FIRST_PAGE_REQUESTS = 110_000, 35
"""The wall with its scripts, styles and texts, for a browser that has none of them."""

PICTURE_BYTES = 60_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that nobody has looked at yet."""
    with running(tmp_path_factory.mktemp("classroom")) as found:
        yield found


def beside(server: Server) -> list[psutil.Process]:
    """The processes that a server has started."""
    return psutil.Process(server.process.pid).children(recursive=True)


def worker_of(server: Server) -> psutil.Process:
    """The process that counts worlds, once it is one of its own."""

    def found() -> psutil.Process | None:
        return next((one for one in beside(server) if "counting_process" in " ".join(one.cmdline())), None)

    process: psutil.Process = wait_for(found)
    return process


def heavy(process: psutil.Process) -> set[str]:
    """Heavy modules that a process has imported."""
    files = {Path(mapped.path) for mapped in process.memory_maps()}
    return {name for name in HEAVY for file in files if any(part.startswith(name) for part in file.parts)}


def test_nothing_runs_beside_until_the_first_picture_is_there(server: Server) -> None:
    """A worker that warmed up earlier would take the core that draws it; nor is anything compiled, or run."""
    server.browser.get("/wall")
    assert beside(server) == []
    server.state("wall")
    assert worker_of(server).is_running()


def test_pages_are_served_without_heavy_modules(server: Server) -> None:
    """Also once worlds were watched, explained and compared; the worker has them, which shows that this can be seen."""
    server.act("open", lesson="waiting", surface="mirrored")
    server.act("go", step=1)
    server.act("jump", day=84)
    server.act("why", decision=0)
    server.act("flip")
    server.act("set", slider="hope", value=2.0)
    server.act("compare")
    server.act("lucks", on=True)
    server.state("wall")
    assert heavy(psutil.Process(server.process.pid)) == set()
    worker = worker_of(server)
    wait_for(lambda: heavy(worker) >= {"numpy", "pandas"})


def test_the_first_page_is_small_and_asks_for_few_files(server: Server) -> None:
    for address in ("/wall", "/desk"):
        parts = parts_of_page(server.browser, address)
        assert sum(parts.values()) <= FIRST_PAGE_BYTES, parts
        assert len(parts) <= FIRST_PAGE_REQUESTS, parts
        assert all(name.startswith("/") for name in parts)
        assert any(name.endswith("app.js") for name in parts)


def test_a_picture_is_small(server: Server) -> None:
    """Of two whole worlds beside each other, with ten small ones each: more there is not on one screen."""
    server.act("jump", day=84)
    answer = server.browser.get("/state", params={"surface": "wall"})
    assert len(answer.json()["view"]["lucks"]) == 2
    assert len(answer.content) <= PICTURE_BYTES
