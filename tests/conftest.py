"""How hypothesis searches: the same examples on every push, new and many more of them at night."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW_IS_FINE)
settings.load_profile("ci")  # --hypothesis-profile nightly takes its place
