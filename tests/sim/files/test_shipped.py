"""Are the shipped scenarios those of the folder beside the package, whatever else is called the same?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sim.files import list_scenarios
from sim.files.shipped import FOLDER, shipped_origin


def test_the_list_is_what_lies_in_the_folder() -> None:
    assert list_scenarios() == sorted(path.stem for path in FOLDER.glob("*.yaml"))
    assert "us-china-2025" in list_scenarios()


def test_the_file_behind_a_name() -> None:
    origin = shipped_origin("two-leaders")
    assert (origin.path, origin.folder) == (FOLDER / "two-leaders.yaml", FOLDER)
    assert (Path.cwd() / origin.name) == origin.path


def test_another_folder_called_scenarios_does_not_get_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "__init__.py").write_text("", encoding="utf-8")
    code = "from sim import list_scenarios; print(len(list_scenarios()))"
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{FOLDER.parent}"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment, check=True
    )
    assert int(done.stdout) == len(list_scenarios())
