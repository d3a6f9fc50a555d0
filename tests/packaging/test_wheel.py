"""Does what we ship work for somebody who has neither the checkout nor any extra?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.analysis.classroom.first_page import parts_of_page
from tests.analysis.classroom.running import Server
from tests.architecture.source_tree import ROOT, SHIPPED, project_files

PACKAGES = (*SHIPPED, "scenarios")
SCENARIOS = sorted(path.stem for path in project_files() if path.parent == Path("scenarios") and path.suffix == ".yaml")
LESSONS = sorted(path.stem for path in project_files() if path.parent == Path("scenarios/lessons"))
EXTRAS_ONLY = {"altair", "duckdb", "pyarrow", "SALib", "vl_convert", "dask", "solara", "starlette", "uvicorn", "pytest"}

STATIC = "analysis/classroom/static/"
STATED = re.compile(r"adds about (\d+) MB.*less than (\d+) kB", re.DOTALL)
"""What the instructor's page says of sizes: of what the extra brings, and of our pages with all their files."""


def done(*command: object, cwd: Path) -> str:
    """What a command printed; it must succeed, in an environment that knows nothing of the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    ran = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=kept, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def build(folder: Path) -> Path:
    """The wheel, built from this checkout into ``folder``."""
    done(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("climbdown-*.whl")
    return built


def install(wheel: Path | str, folder: Path) -> Path:
    """The programs of an environment, fresh if need be, that then holds the wheel and its pinned dependencies."""
    if not folder.exists():
        done(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done(*pip, "--constraint", ROOT / "constraints.txt", wheel, cwd=folder.parent)
    return folder / "bin"


def size(folder: Path) -> float:
    """Megabytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def opens_a_lesson(server: Server) -> None:
    """Check that an installed server has its pages with their files, its lessons, their papers, and who counts."""
    for address in ("/wall", "/desk"):
        assert all(name.startswith("/") for name in parts_of_page(server.browser, address))
    assert "default-src 'none'" in server.browser.get("/wall").headers["Content-Security-Policy"]
    view = server.state("wall")["view"]
    assert {one["id"] for one in view["lessons"]} == set(LESSONS)
    server.act("open", lesson="forecasts", surface="mirrored")
    for name in ("run_sheet", "student"):
        assert "<style" in server.browser.get(f"/paper/{name}").raise_for_status().text
    server.act("go", step=1)
    server.until(lambda picture: "worlds_so_far" in picture["view"]["worker"]["told"]["id"])


@pytest.mark.slow
def test_a_stranger_can_install_and_run_the_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    """One test, since building and installing take a minute and xdist would do both once per worker."""
    wheel = build(tmp_path)
    programs = install(wheel, tmp_path / "venv")
    desk = tmp_path / "desk"
    desk.mkdir()
    climbdown, python = programs / "climbdown", programs / "python"
    monkeypatch.delenv("PYTHONPATH", raising=False)

    with subtests.test("the wheel holds the packages and nothing else"):
        names = {*zipfile.ZipFile(wheel).namelist()}
        tops = {name.partition("/")[0] for name in names}
        assert {top for top in tops if not top.endswith(".dist-info")} == {"sim", "analysis", "scenarios"}
        assert {str(path) for path in project_files() if path.parts[0] in PACKAGES} <= names
        assert any(name.endswith("licenses/LICENSE") for name in names)

    with subtests.test("no extra came along"):
        listed = done(python, "-m", "pip", "list", "--format", "freeze", cwd=desk)
        assert not {line.partition("==")[0] for line in listed.splitlines()} & EXTRAS_ONLY

    with subtests.test("the front door opens, and it is the installed one"):
        code = "import sim; [getattr(sim, name) for name in sim.__all__]; print(sim.__file__)"
        assert str(programs.parent) in done(python, "-c", code, cwd=desk)

    with subtests.test("the command starts"):
        assert "Usage: climbdown" in done(climbdown, "--help", cwd=desk)

    with subtests.test("scenarios are found"):
        told = done(climbdown, "list", cwd=desk)
        assert [name for name in SCENARIOS if name not in told] == []

    with subtests.test("the cases of the backtest are there"):
        done(climbdown, "backtest", "--scenarios", "cases", cwd=desk)
        assert len(list((desk / "cases").glob("*.yaml"))) == 98

    with subtests.test("a scenario runs, and tells the same twice"):
        told = done(climbdown, "run", "two-leaders", "--seed", "1", cwd=desk)
        assert len(told.splitlines()) > 5
        assert told == done(climbdown, "run", "two-leaders", "--seed", "1", cwd=desk)

    with subtests.test("lessons are found and check without the extra; teaching names what it lacks"):
        assert [name for name in LESSONS if name not in done(climbdown, "list", cwd=desk)] == []
        done(climbdown, "check", "waiting", cwd=desk)
        ran = subprocess.run([climbdown, "serve"], cwd=desk, capture_output=True, text=True, check=False)
        needed = "this needs starlette, which is not installed: pip install 'climbdown[classroom]'"
        assert (ran.returncode, ran.stdout, ran.stderr.splitlines()) == (2, "", [needed])

    with subtests.test("with the extra, a lesson opens"):
        before = size(programs.parent)
        install(f"{wheel}[classroom]", programs.parent)
        added = size(programs.parent) - before
        monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")  # nothing here is worth compiling for
        with closing(Server(tmp_path / "class", command=(str(climbdown),))) as server:
            opens_a_lesson(server)

    with subtests.test("the sizes that the instructor's page states"):
        stated = STATED.search((ROOT / "docs/how-to/teach-a-lesson.md").read_text(encoding="utf-8"))
        assert stated is not None
        ours = [found.file_size for found in zipfile.ZipFile(wheel).infolist() if found.filename.startswith(STATIC)]
        assert abs(added - int(stated[1])) < 1
        assert int(stated[2]) / 2 < sum(ours) / 1000 < int(stated[2])
