"""How widely the two engines are compared: enough on every push, ten times as much at night."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings

AT_NIGHT = 1000
"""Profiles with this many examples or more are the nightly one."""


def compared(by_day: int) -> Any:
    """Settings for a property of whole scenarios: ``by_day`` examples in CI, ten times as many at night."""
    nightly = settings.default is not None and settings.default.max_examples >= AT_NIGHT
    return settings(
        max_examples=10 * by_day if nightly else by_day, suppress_health_check=list(HealthCheck), deadline=None
    )
