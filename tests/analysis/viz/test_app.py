"""The page: it renders outside a browser, with buttons, and each rendering has a model of its own."""

from __future__ import annotations

import pytest

solara = pytest.importorskip("solara")

from analysis.viz import app  # noqa: E402 - after asking for the extra


def test_each_rendering_has_a_model_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    watched = app.Watched

    def make() -> object:
        made.append(watched())
        return made[-1]

    monkeypatch.setattr(app, "Watched", make)
    for _ in range(2):
        box, rendered = solara.render(app.Page(), handle_error=False)
        assert box.children
        rendered.close()
    assert len(made) == 2
    assert made[0] is not made[1]
