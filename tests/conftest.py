"""How hypothesis searches, and where the fast engine is kept: compiled once for all workers and for every later run."""

from __future__ import annotations

import getpass
import os
import signal
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

# Workers that start at once wait for the one that compiles (sim.engines.compiled.waiting); children inherit the folder.
os.environ.setdefault("CLIMBDOWN_CACHE", str(Path(tempfile.gettempdir()) / f"climbdown-tests-{getpass.getuser()}"))

# The same examples on every push, new and many more of them at night.
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW_IS_FINE)
settings.load_profile("ci")  # --hypothesis-profile nightly takes its place

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background of a shell, tests and the programs they start would not hear Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
