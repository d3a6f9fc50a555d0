"""Can every shipped module be imported, and does importing the front door stay cheap and silent?"""

from __future__ import annotations

import json
import subprocess
import sys

from tests.architecture.source_tree import ROOT, SHIPPED, module_name, python_files, report

IMPORT_ALL = """
import importlib, json, sys
failed = {}
for name in json.load(sys.stdin):
    try:
        importlib.import_module(name)
    except BaseException as error:
        failed[name] = f"{type(error).__name__}: {error}"
sys.stdout.write(json.dumps(failed))
"""

HEAVY = ("altair", "duckdb", "mesa", "numba", "pandas", "pyarrow", "pydantic", "scipy", "yaml")


def python(code: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter, in which warnings of ours are errors."""
    command = [sys.executable, "-W", "error:::sim", "-W", "error:::analysis", "-c", code]
    return subprocess.run(command, input=stdin, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_module_imports() -> None:
    names = [module_name(path) for path in python_files(*SHIPPED, "scenarios")]
    done = python(IMPORT_ALL, json.dumps(names))
    assert done.returncode == 0, done.stderr
    failed = json.loads(done.stdout)
    assert not failed, report([f"{name}: {why}" for name, why in failed.items()])


def test_the_command_line_starts_light() -> None:
    done = python(f"import sys, analysis.cli.main; print(*sorted({{*sys.modules}} & {{*{HEAVY!r}}}))")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_the_front_door_is_light() -> None:
    done = python(f"import sys, sim; print(*sorted({{*sys.modules}} & {{*{HEAVY!r}}}))")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")
