"""How long a class waits for the classroom, and what its server needs: a real server, asked as a browser asks.

Usage: python benchmarks/classroom.py [--quick] [--out FOLDER]

Prints a page, and writes it as classroom.md where --out says. --quick repeats less, to see that everything works. All
of it happens on one machine, so server, worker and the many pages share its processors: times are upper bounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent))  # a checkout need not be installed to be measured

import httpx  # noqa: E402
import psutil  # noqa: E402
from ratios.findings import machine, markdown, shown  # noqa: E402

from analysis.classroom.drawing.charts import chart  # noqa: E402
from analysis.classroom.lessons.claims import count_claims  # noqa: E402
from analysis.classroom.lessons.reading import list_lessons, read_lesson  # noqa: E402
from analysis.classroom.session.state import CHARTS  # noqa: E402
from sim.files import load_scenario, vary  # noqa: E402
from sim.run import prepare_engine, run_one  # noqa: E402
from tests.analysis.classroom.first_page import parts_of_page  # noqa: E402
from tests.analysis.classroom.running import Server, running  # noqa: E402

LESSON = "waiting"
PAGES = 40
PLAIN = "CLIMBDOWN_NO_NUMBA"
MEGABYTE = 1e6
ROUNDS = 500


class Row(NamedTuple):
    """What was measured, in which unit, how often, and what it should stay under."""

    what: str
    unit: str
    values: list[float]
    aim: float | None = None

    def cells(self) -> tuple[str, ...]:
        """The row of the table: median, all but one in twenty, worst, aim."""
        ordered = sorted(self.values)
        most = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
        figures = (statistics.median(ordered), most, ordered[-1])
        aim = "" if self.aim is None else f"at most {shown(self.aim)}"
        return (self.what, self.unit, str(len(ordered)), *map(shown, figures), aim)


@contextmanager
def a_server(folder: Path, **environment: str) -> Iterator[Server]:
    """A server with the lesson open at its first step."""
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        with running(folder) as server:
            server.act("open", lesson=LESSON, surface="mirrored")
            yield server
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


def milliseconds(work: Callable[[], Any]) -> float:
    """How long something takes."""
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def beginnings(folder: Path, times: int) -> Iterator[Row]:
    """From the command to a server that answers, and from its link to the first picture."""
    ready, first = [], []
    for number in range(times):
        begin = time.perf_counter()
        with running(folder / f"begun-{number}") as server:
            ready.append(time.perf_counter() - begin)

            def look(server: Server = server) -> None:
                server.browser.get("/wall")
                with server.stream("wall") as pictures:
                    next(pictures)

            first.append(milliseconds(look))
    yield Row("from the command to a server that answers", "s", ready)
    yield Row("from opening the link to the first picture", "ms", first)


def to_picture(server: Server, pictures: Iterator[dict[str, Any]], word: str, **what: Any) -> tuple[float, float]:
    """How long an act takes to be answered, and to be seen."""
    begin = time.perf_counter()
    number = server.act(word, **what)
    answered = time.perf_counter()
    while next(pictures)["number"] < number:
        pass
    return 1000 * (answered - begin), 1000 * (time.perf_counter() - begin)


def acts(server: Server, times: int) -> Iterator[Row]:
    """Weeks of a world, one after another."""
    server.act("go", step=1)
    taken = []
    with server.stream("wall") as pictures:
        next(pictures)
        for _ in range(times):
            picture = server.state("wall")["view"]
            word = "again" if picture["ending"] else "step"
            taken.append(to_picture(server, pictures, word))
    answered, seen = zip(*taken, strict=True)
    yield Row("an act until it is answered (it is on the disk)", "ms", list(answered))
    yield Row("an act until its picture is there", "ms", list(seen), 250)


def counting(server: Server, *, busy: bool) -> tuple[float, list[float]]:
    """How long a thousand worlds take from the step that asks for them, and meanwhile an act until it is seen."""
    delays: list[float] = []
    begin = time.perf_counter()
    server.act("go", step=2)
    with server.stream("wall") as pictures:
        for picture in pictures:
            if picture["view"].get("worker", {}).get("state") == "done":
                break
            if busy:
                delays.append(to_picture(server, pictures, "clock", do="minute")[1])
    return time.perf_counter() - begin, delays


def memory(server: Server) -> Iterator[Row]:
    """What the server takes, and what it takes with many pages."""
    process = psutil.Process(server.process.pid)
    yield Row("memory of the server", "MB", [process.memory_info().rss / MEGABYTE], 150)
    with ExitStack() as open_pages:
        streams = [open_pages.enter_context(server.stream("wall", _browser(server))) for _ in range(PAGES)]
        for stream in streams:
            next(stream)
        delays = _seen_by_all(server, streams)
        yield Row(f"memory of the server with {PAGES} pages", "MB", [process.memory_info().rss / MEGABYTE], 150)
        yield Row(f"an act until all of {PAGES} pages have its picture", "ms", delays, 250)


def _browser(server: Server) -> httpx.Client:
    """Another browser that has opened the link."""
    found = server.newcomer()
    found.get("/", params={"key": server.key})
    return found


def _seen_by_all(server: Server, streams: list[Iterator[dict[str, Any]]]) -> list[float]:
    found = []
    for _ in range(10):
        begin = time.perf_counter()
        number = server.act("clock", do="minute")
        for stream in streams:
            while next(stream)["number"] < number:
                pass
        found.append(1000 * (time.perf_counter() - begin))
    return found


def charts(times: int) -> Row:
    """The four charts of a world of very many rounds."""
    world = run_one(vary(load_scenario("two-leaders"), {"horizon_days": ROUNDS}), 1)
    taken = [milliseconds(lambda: [chart(world, name, float(ROUNDS)) for name in CHARTS]) for _ in range(times)]
    return Row(f"four charts of {ROUNDS} rounds", "ms", taken, 50)


def lessons(times: int) -> Iterator[Row]:
    """All shipped lessons: read with every setting tried out, and all that they claim counted anew."""
    taken = [milliseconds(lambda: [read_lesson(name) for name in list_lessons()]) for _ in range(times)]
    yield Row("all lessons read", "ms", taken)
    read = [read_lesson(name) for name in list_lessons()]
    counted = [milliseconds(lambda: [count_claims(lesson) for lesson in read]) / 1000 for _ in range(3)]
    yield Row(f"all {sum(len(lesson.claims) for lesson in read)} claims counted", "s", counted, 30)


def transfer(server: Server) -> Iterator[Row]:
    """What a page loads: its files, and a picture of a whole world."""
    parts = parts_of_page(server.browser, "/wall")
    yield Row("requests of the first page", "", [len(parts)])
    yield Row("the first page with all its files", "kB", [sum(parts.values()) / 1000])
    server.act("go", step=1)
    server.act("jump", day=1000)
    picture = server.browser.get("/state", params={"surface": "wall"}).content
    yield Row("a picture of a whole world", "kB", [len(picture) / 1000])


def measured(folder: Path, times: int) -> Iterator[Row]:
    """Everything, one after another."""
    prepare_engine()
    yield from beginnings(folder, max(times // 10, 2))
    with a_server(folder / "acts") as server:
        yield from transfer(server)
        yield from acts(server, times)
        yield from memory(server)
    with a_server(folder / "compiled") as server:
        server.state("wall")  # with its first picture the worker begins to warm up
        counted, _ = counting(server, busy=False)
        yield Row("a thousand worlds, from the first picture on", "s", [counted])
        worker = psutil.Process(server.process.pid).children()[0]
        yield Row("memory of the worker", "MB", [worker.memory_info().rss / MEGABYTE])
    with a_server(folder / "plain", **{PLAIN: "1"}) as server:
        counted, delays = counting(server, busy=True)
        yield Row("a thousand worlds in plain Python (no compiled code yet)", "s", [counted])
        yield Row("an act until its picture is there, meanwhile", "ms", delays, 500)
    yield charts(times)
    yield from lessons(max(times // 10, 2))


def main() -> int:
    """Measure, print, and write the page where it is wanted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="repeat less: see that it works")
    parser.add_argument("--out", type=Path, help="folder for classroom.md")
    asked = parser.parse_args()
    setting = machine()
    with tempfile.TemporaryDirectory() as folder:
        rows = [row.cells() for row in measured(Path(folder), 6 if asked.quick else 60)]
    head = ("what", "unit", "n", "median", "19 of 20", "worst", "aim")
    page = ["# Speed of the classroom", "", *(f"- {name}: {value}" for name, value in setting.items()), ""]
    text = "\n".join([*page, *markdown(head, rows), ""])
    print(text)
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / "classroom.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
