"""Is compiled code whole only when every file is as it was written, whatever was done to which of them?"""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sim.engines.compiled import engine
from sim.engines.compiled.compiling import cache_folder, make_room
from sim.engines.compiled.plan import prepare
from sim.engines.compiled.sealing import SEAL, Kept, remove, seal, set_aside, state_of
from sim.engines.compiled.waiting import lock_of

FILES = {"compiled_abc/kernel.1.nbc": b"\x7fELF" + bytes(5000), "compiled_abc/kernel.nbi": b"\x80\x04index" * 40}


def made(folder: Path) -> Path:
    """A folder as numba leaves it, sealed."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    seal(folder)
    return folder


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


def one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def a_folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def gone(path: Path) -> None:
    path.unlink()


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def unreadable(path: Path) -> None:
    path.chmod(0o000)


DAMAGES = (truncated, garbage, one_bit, empty, a_folder, gone, dangling, unreadable)
EVERY_FILE = (*FILES, SEAL)


def test_what_was_sealed_is_whole_and_what_was_not_is_absent(tmp_path: Path) -> None:
    assert state_of(tmp_path / "nowhere") is Kept.ABSENT
    folder = made(tmp_path / "kept")
    assert state_of(folder) is Kept.WHOLE
    (folder / "compiled_abc" / "kernel.nbi.tmp.1").write_bytes(b"of a process that was killed")
    assert state_of(folder) is Kept.WHOLE
    (folder / SEAL).unlink()
    assert state_of(folder) is Kept.ABSENT


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", EVERY_FILE)
def test_any_damage_to_any_file_is_seen_set_aside_and_made_anew(
    name: str, damage: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiling is played by a stand-in that stumbles, as numba does, over whatever is left lying about."""
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    folder = cache_folder()
    assert folder is not None
    made(folder)
    damage(folder / name)
    state = state_of(folder)
    if damage is unreadable and os.access(folder / name, os.R_OK):
        assert state is Kept.WHOLE  # an administrator reads everything
        return
    assert state is (Kept.ABSENT if (name, damage) == (SEAL, gone) else Kept.DAMAGED)
    monkeypatch.setattr(engine, "is_loaded", lambda: False)
    monkeypatch.setattr(engine, "compiled_kernel", lambda: SimpleNamespace(stats=SimpleNamespace(cache_misses={0: 1})))
    monkeypatch.setattr(engine, "_run_compiled", lambda *_: compile_over(folder))
    with pytest.warns(UserWarning, match="compiled, once") as said:
        engine.warm_up(prepare(engine_scenario()))
    told = " ".join(str(warning.message) for warning in said)
    assert state_of(folder) is Kept.WHOLE
    assert "compiled, once" in told
    if state is Kept.DAMAGED:
        assert "damaged; it is set aside" in told
        assert folder.with_name(f"{folder.name}.damaged").is_dir()


def engine_scenario() -> Any:
    from sim.files import load_scenario

    return load_scenario("two-leaders")


def compile_over(folder: Path) -> None:
    for name, content in FILES.items():
        assert not os.path.lexists(folder / name)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("sealed", ["", "[]", "{}", "3", '{"a": 1}', '{"../../etc/hostname": "0"}', "null", '"x"'])
def test_a_seal_that_says_nothing_or_something_else_is_damage(sealed: str, tmp_path: Path) -> None:
    folder = made(tmp_path / "kept")
    (folder / SEAL).write_text(sealed)
    assert state_of(folder) is Kept.DAMAGED


def test_whole_code_is_left_alone(tmp_path: Path) -> None:
    folder = made(tmp_path / "kept")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        make_room(folder)
    assert state_of(folder) is Kept.WHOLE


def test_a_file_in_place_of_numbas_folder_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "compiled_abc").write_text("in the way")
    with pytest.warns(UserWarning, match="once"):
        make_room(folder)
    assert list(folder.iterdir()) == []


def test_a_file_in_place_of_the_cache_folder_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path))
    folder = cache_folder()
    assert folder is not None
    folder.rmdir()
    folder.write_text("in the way")
    assert cache_folder() == folder
    assert folder.is_dir()
    assert folder.with_name(f"{folder.name}.damaged").read_text() == "in the way"


def test_what_is_set_aside_replaces_what_was(tmp_path: Path) -> None:
    for content in ("first", "second"):
        (tmp_path / "code").mkdir()
        (tmp_path / "code" / "file").write_text(content)
        aside = set_aside(tmp_path / "code")
        assert aside is not None
        assert (aside / "file").read_text() == content
    assert set_aside(tmp_path / "code") is None


def test_removing_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    remove(tmp_path / "nothing")
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    remove(tmp_path / "link")
    assert (tmp_path / "folder" / "deep").is_dir()
    remove(tmp_path / "folder")
    assert not (tmp_path / "folder").exists()


def test_a_disk_that_refuses_leaves_code_unsealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    folder = made(tmp_path / "kept")
    (folder / SEAL).unlink()
    monkeypatch.setattr(Path, "write_text", full)
    seal(folder)
    assert state_of(folder) is Kept.ABSENT


def test_the_real_thing_is_sealed(tmp_path: Path) -> None:
    from sim.run import prepare_engine

    prepare_engine()
    folder = cache_folder()
    assert folder is not None
    assert state_of(folder) is Kept.WHOLE
    assert {Path(name).suffix for name in json.loads((folder / SEAL).read_text())} == {".nbi", ".nbc"}
    shutil.copytree(folder, tmp_path / "copy")
    truncated(next((tmp_path / "copy").rglob("*.nbi")))
    assert state_of(tmp_path / "copy") is Kept.DAMAGED
    assert lock_of(folder).is_file()
