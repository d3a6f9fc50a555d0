"""Does what we ship work for somebody who has neither the checkout nor any extra?"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, SHIPPED, project_files

PACKAGES = (*SHIPPED, "scenarios")
SCENARIOS = sorted(path.stem for path in project_files() if path.parent == Path("scenarios") and path.suffix == ".yaml")
EXTRAS_ONLY = {"altair", "duckdb", "pyarrow", "SALib", "vl_convert", "dask", "solara", "pytest"}


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


def install(wheel: Path, folder: Path) -> Path:
    """The programs of a fresh environment that holds the wheel and its pinned dependencies, nothing else."""
    done(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done(*pip, "--constraint", ROOT / "constraints.txt", wheel, cwd=folder.parent)
    return folder / "bin"


@pytest.mark.slow
def test_a_stranger_can_install_and_run_the_wheel(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """One test, since building and installing take a minute and xdist would do both once per worker."""
    wheel = build(tmp_path)
    programs = install(wheel, tmp_path / "venv")
    desk = tmp_path / "desk"
    desk.mkdir()
    climbdown, python = programs / "climbdown", programs / "python"

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
