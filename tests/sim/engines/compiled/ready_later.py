"""A compilation under way, for tests of what happens meanwhile."""

from __future__ import annotations

from types import SimpleNamespace


class ReadyLater:
    """A compilation that is ready once it has been asked so often."""

    def __init__(self, asked: int) -> None:
        self.left = asked

    def ready(self) -> bool:
        self.left -= 1
        return self.left < 0

    def failed(self) -> bool:
        return False

    def stage(self) -> SimpleNamespace:
        return SimpleNamespace(words="rule 3 of 9", seconds=2.0)
