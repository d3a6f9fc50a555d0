"""What a browser's session leaves behind: nothing, soon after the browser is gone.

Solara keeps a session whose browser is gone for a day, and what its components registered for the start of later
sessions (as every task does, with all that the task refers to) until the server ends.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from solara import lifecycle
from solara.server import kernel_context, settings

LIFE = "30s"
"""How long a browser that is gone may come back to its run."""


def end_soon() -> None:
    """Let sessions without a browser live for :data:`LIFE`, unless ``SOLARA_KERNEL_CULL_TIMEOUT`` says otherwise."""
    if "SOLARA_KERNEL_CULL_TIMEOUT" not in os.environ:
        settings.kernel.cull_timeout = LIFE


def end_whole() -> None:
    """Let what is registered within a session end with the session; called again, it changes nothing more."""
    if not isinstance(lifecycle.on_kernel_start, _WithSession):
        lifecycle.on_kernel_start = _WithSession(lifecycle.on_kernel_start)


class _WithSession:
    """Registers for the start of sessions, and takes that back when the session at hand is closed."""

    def __init__(self, register: Callable[[Any], Callable[[], None]]) -> None:
        self._register = register

    def __call__(self, callback: Any) -> Callable[[], None]:
        take_back = self._register(callback)

        def forget() -> None:
            with suppress(ValueError):  # taken back already
                take_back()

        if kernel_context.has_current_context():
            kernel_context.get_current_context().on_close(forget)
        return forget
