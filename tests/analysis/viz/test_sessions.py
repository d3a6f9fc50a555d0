"""Is nothing left of a browser that is gone: no session after a moment, and no run in memory?"""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

solara = pytest.importorskip("solara")
pytest.importorskip("websocket")

from solara import lifecycle  # noqa: E402 - after asking for the extra
from solara.server import kernel_context, settings  # noqa: E402

from analysis.viz import app, sessions  # noqa: E402
from tests.analysis.viz.visitors import serving  # noqa: E402

SHORT = {"SOLARA_KERNEL_CULL_TIMEOUT": "1s"}


def session(name: str) -> Any:
    """What Solara's server makes for a browser."""
    return kernel_context.initialize_virtual_kernel(name, name, MagicMock())


def test_a_closed_session_leaves_no_run_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[object]] = []
    watched = app.Watched

    def make() -> object:
        model = watched()
        made.append(weakref.ref(model))
        return model

    monkeypatch.setattr(app, "Watched", make)
    before = len(lifecycle._on_kernel_start_callbacks)
    for name in ("one", "two"):
        context = session(name)
        with context:
            _, context.app_object = solara.render(app.Page(), handle_error=False)
        assert made[-1]() is not None
        context.close()
    gc.collect()
    assert [model() for model in made] == [None, None]
    assert len(lifecycle._on_kernel_start_callbacks) == before


def test_what_is_registered_outside_a_session_stays_and_twice_is_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifecycle, "_on_kernel_start_callbacks", [])
    sessions.end_whole()
    before = lifecycle.on_kernel_start
    sessions.end_whole()
    assert lifecycle.on_kernel_start is before
    forget = lifecycle.on_kernel_start(lambda: None)
    assert len(lifecycle._on_kernel_start_callbacks) == 1
    forget()
    forget()
    assert lifecycle._on_kernel_start_callbacks == []


def test_sessions_end_within_a_minute_unless_somebody_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.kernel, "cull_timeout", "24h")
    monkeypatch.setenv("SOLARA_KERNEL_CULL_TIMEOUT", "2h")
    sessions.end_soon()
    assert settings.kernel.cull_timeout == "24h"
    monkeypatch.delenv("SOLARA_KERNEL_CULL_TIMEOUT")
    sessions.end_soon()
    assert solara.util.parse_timedelta(settings.kernel.cull_timeout) <= 45


@pytest.mark.slow
def test_dropped_connections_leave_no_session(tmp_path: Path) -> None:
    with serving(tmp_path / "log", SHORT) as server:
        for _ in range(2):
            server.visit()
        assert server.wait_for_sessions(0) < 60


@pytest.mark.nightly
def test_two_hundred_dropped_connections_keep_no_more_than_twenty(tmp_path: Path) -> None:
    import psutil

    with serving(tmp_path / "log", {}) as server:
        memory = psutil.Process(server.process.pid).memory_info
        megabytes = [memory().rss / 1e6]
        for visits in (20, 180):
            for _ in range(visits):
                server.visit()
            assert server.wait_for_sessions(0) <= 60
            megabytes.append(memory().rss / 1e6)
    start, twenty, all_of_them = megabytes
    assert all_of_them - twenty <= max(twenty - start, 20), megabytes
