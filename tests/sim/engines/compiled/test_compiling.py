"""Is the compiled kernel kept so that it is never stale, never in the way, and compiled once?

Compiling takes most of a minute, so one story is told at night (three compilations in all) and several tests look at
it: two processes start at once on a copy of the tree; then a rule is edited, the process that compiles it is killed,
and another starts; then what is kept is damaged. What each of them rests on is tested on every push: locks in
``test_waiting``, seals and any damage in ``test_sealing``, the digest here.
"""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sim.engines.compiled import compiling, readiness
from sim.engines.compiled.compiling import cache_folder, digest_of_sources, folder_name, kept_state
from sim.engines.compiled.sealing import SEAL, Kept
from sim.run import engine_state, prepare_engine, run_many
from tests.agreement.tables import digest

ROOT = Path(__file__).resolve().parents[4]
LONG_ENOUGH = 900
COUNT = """
import json, sys
from sim.engines.compiled.compiling import compiled_kernel
from sim.run import run_many, run_one
from tests.agreement.tables import digest
runs = run_many("two-leaders", seed=1, runs=8, threads=1)
stats = compiled_kernel().stats
mesa = [run_one("two-leaders", seed=1, run=run, parameters="drawn").outcome for run in range(8)]
print(json.dumps({
    "digest": digest(runs),
    "hits": sum(stats.cache_hits.values()),
    "misses": sum(stats.cache_misses.values()),
    "agree": [bool(day == -1 if m.day is None else day == m.day) for day, m in zip(runs.measures["outcome_day"], mesa)],
}))
"""


class Tree(NamedTuple):
    """A copy of the code with a cache of its own."""

    root: Path
    cache: Path


def start(root: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """A process that counts eight runs with the code at a place."""
    return subprocess.Popen(
        [sys.executable, "-c", COUNT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    said, complaint = process.communicate(timeout=LONG_ENOUGH)
    assert process.returncode == 0, complaint
    return dict(json.loads(said))


class Story(NamedTuple):
    """What the processes said: two at once, one after the edit and the kill, one more, one after the damage."""

    together: list[dict[str, Any]]
    after_kill: dict[str, Any]
    again: dict[str, Any]
    after_damage: dict[str, Any]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    root = tmp_path_factory.mktemp("tree")
    for name in ("sim", "scenarios", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    tree = Tree(root, root / "cache")
    environment = {"CLIMBDOWN_CACHE": str(tree.cache)}
    together = [answer(process) for process in [start(root, environment), start(root, environment)]]
    edit(tree)
    kill_while_compiling(tree, environment)
    after_kill = answer(start(root, environment))
    again = answer(start(root, environment))
    newest = max(tree.cache.rglob("*.nbi"), key=lambda path: path.stat().st_mtime)
    newest.write_bytes(newest.read_bytes()[:100])
    return Story(together, after_kill, again, answer(start(root, environment)))


def edit(tree: Tree) -> None:
    """Change what a rule says: every step from now on also warms the relation a little."""
    path = tree.root / "sim" / "rules" / "step.py"
    line = "    world.dyad[0].rapport = 0.5 * world.dyad[0].rapport + 0.25\n"
    start_of_observe = re.compile(r'def observe\(world: \w+\) -> None:\n    """.*?"""\n', re.DOTALL)
    changed, found = start_of_observe.subn(lambda match: match[0] + line, path.read_text())
    assert found == 1
    path.write_text(changed)


def kill_while_compiling(tree: Tree, environment: Mapping[str, str]) -> None:
    known = set(tree.cache.glob("*.lock"))
    victim = start(tree.root, environment)
    deadline = time.monotonic() + LONG_ENOUGH
    while not set(tree.cache.glob("*.lock")) - known and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2)
    assert victim.poll() is None, "it was to be killed while it compiles"
    victim.kill()
    victim.communicate()


@pytest.mark.nightly
def test_of_two_processes_at_once_one_compiles(story: Story) -> None:
    assert sorted((one["misses"], one["hits"]) for one in story.together) == [(0, 1), (1, 0)]
    assert story.together[0]["digest"] == story.together[1]["digest"]


@pytest.mark.nightly
def test_an_edited_rule_gives_a_new_answer_which_is_mesas(story: Story) -> None:
    assert story.after_kill["digest"] != story.together[0]["digest"]
    assert all(story.after_kill["agree"])
    assert all(story.together[0]["agree"])


@pytest.mark.nightly
def test_a_killed_compilation_is_in_nobodys_way(story: Story) -> None:
    assert (story.after_kill["misses"], story.after_kill["hits"]) == (1, 0)


@pytest.mark.nightly
def test_the_second_start_compiles_nothing(story: Story) -> None:
    assert (story.again["misses"], story.again["hits"]) == (0, 1)
    assert story.again["digest"] == story.after_kill["digest"]


@pytest.mark.nightly
def test_damaged_code_is_compiled_anew(story: Story) -> None:
    assert (story.after_damage["misses"], story.after_damage["hits"]) == (1, 0)
    assert story.after_damage["digest"] == story.after_kill["digest"]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a copy of the compiled code of this very tree."""
    prepare_engine()
    folder = cache_folder()
    assert folder is not None
    shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path / folder.name


def test_a_home_that_cannot_be_written_is_done_without(kept: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    ours = temporary / f"climbdown-{os.getuid()}"
    ours.mkdir(parents=True)
    kept.rename(ours / kept.name)
    environment = {"CLIMBDOWN_CACHE": "", "XDG_CACHE_HOME": "", "HOME": os.devnull, "TMPDIR": str(temporary)}
    found = answer(start(ROOT, environment))
    assert (found["misses"], found["hits"]) == (0, 1)
    assert found["digest"] == digest(run_many("two-leaders", seed=1, runs=8))


@pytest.mark.nightly
def test_where_nothing_can_be_written_everything_works_all_the_same() -> None:
    found = answer(start(ROOT, {"CLIMBDOWN_CACHE": f"{os.devnull}/nowhere"}))
    assert found["hits"] == 0
    assert found["digest"] == digest(run_many("two-leaders", seed=1, runs=8))


def test_the_folder_is_the_first_that_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = folder_name()
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path / "named"))
    assert cache_folder() == tmp_path / "named" / name
    monkeypatch.delenv("CLIMBDOWN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "users"))
    assert cache_folder() == tmp_path / "users" / "climbdown" / name
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cache_folder() == tmp_path / f"climbdown-{os.getuid()}" / name
    monkeypatch.setattr(tempfile, "tempdir", os.devnull)
    assert cache_folder() is None
    assert kept_state() is Kept.ABSENT


def test_a_folder_named_outright_that_cannot_be_written_is_not_replaced_by_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLIMBDOWN_CACHE", f"{os.devnull}/nowhere")
    assert cache_folder() is None


def test_somebody_elses_folder_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    assert cache_folder() is not None
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    assert cache_folder() is None


@pytest.mark.parametrize(
    ("edited", "changes"),
    [
        ("rules/observe/face.py", True),
        ("state/world.py", True),
        ("luck.py", True),
        ("scenario/weights.csv", True),
        ("engines/compiled/kernel.py", True),
        ("engines/compiled/world_type.py", True),
        ("narrative/story.py", False),
        ("engines/mesa/negotiation.py", False),
        ("run.py", False),
    ],
)
def test_the_digest_covers_what_is_compiled_and_nothing_else(edited: str, changes: bool, tmp_path: Path) -> None:
    root = tmp_path / "sim"
    shutil.copytree(ROOT / "sim", root, ignore=shutil.ignore_patterns("__pycache__"))
    before = digest_of_sources(root)
    assert before == digest_of_sources()
    (root / edited).write_text((root / edited).read_text() + "\n# another remark\n")
    assert (digest_of_sources(root) != before) == changes


def test_another_numba_gets_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of_sources()
    monkeypatch.setattr(compiling, "_versions", lambda: ("9.9", "9.9", "9.9"))
    assert digest_of_sources() != before


def test_the_state_of_the_engine_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare_engine()
    assert engine_state() == "ready"
    monkeypatch.setattr(readiness, "is_loaded", lambda: False)
    assert engine_state() == "ready"
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    assert engine_state() == "unprepared"
    folder = cache_folder()
    assert folder is not None
    (folder / SEAL).write_text("{}")
    assert engine_state() == "damaged"
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert engine_state() == "plain"


def test_garbage_is_collected_as_before_once_compiled() -> None:
    before = gc.get_threshold()
    with suppress(ZeroDivisionError), compiling.rarely_collecting():
        assert gc.get_threshold() == (100 * before[0], *before[1:])
        raise ZeroDivisionError
    assert gc.get_threshold() == before
