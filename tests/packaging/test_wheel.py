"""Does what we ship work for somebody who has neither the checkout nor any extra?"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, SHIPPED, project_files, python_files

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("climbdown-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel and its pinned dependencies, nothing else."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    done(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    programs = folder / "bin"
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done(*pip, "--constraint", ROOT / "constraints.txt", wheel, cwd=folder.parent)
    return programs


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sim", "analysis", "scenarios"}
    assert {str(path) for path in python_files(*SHIPPED, "scenarios")} <= {*names}
    assert {str(path) for path in project_files() if path.parts[0] == "scenarios"} <= {*names}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_command_starts(installed: Path, tmp_path: Path) -> None:
    assert "Usage: climbdown" in done(installed / "climbdown", "--help", cwd=tmp_path)


def test_no_extra_came_along(installed: Path, tmp_path: Path) -> None:
    listed = done(installed / "python", "-m", "pip", "list", "--format", "freeze", cwd=tmp_path)
    assert not {line.partition("==")[0] for line in listed.splitlines()} & EXTRAS_ONLY


def test_the_front_door_opens(installed: Path, tmp_path: Path) -> None:
    code = "import sim; [getattr(sim, name) for name in sim.__all__]; print(sim.__file__)"
    assert str(installed.parent) in done(installed / "python", "-c", code, cwd=tmp_path)


def test_scenarios_are_found(installed: Path, tmp_path: Path) -> None:
    told = done(installed / "climbdown", "list", cwd=tmp_path)
    assert [name for name in SCENARIOS if name not in told] == []


def test_a_scenario_runs(installed: Path, tmp_path: Path) -> None:
    told = done(installed / "climbdown", "run", "two-leaders", "--seed", "1", cwd=tmp_path)
    assert len(told.splitlines()) > 5
    assert told == done(installed / "climbdown", "run", "two-leaders", "--seed", "1", cwd=tmp_path)
