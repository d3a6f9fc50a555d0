"""A Dask scheduler and its workers as processes on loopback, encrypted if they are given certificates."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from tests.analysis.studies.made import ROOT

QUIET = {"DASK_LOGGING__DISTRIBUTED": "critical", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}


class Processes:
    """A scheduler and workers; ``tls`` names the files of an authority, a certificate and its key."""

    def __init__(
        self, folder: Path, names: tuple[str, ...] = ("one", "two"), tls: tuple[Path, Path, Path] | None = None
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        self.address = f"{'tls' if tls else 'tcp'}://127.0.0.1:{port}"
        self.folder = folder
        options = ("--tls-ca-file", "--tls-cert", "--tls-key")
        self.tls = [word for pair in zip(options, map(str, tls or ()), strict=False) for word in pair]
        host = self.address.rpartition(":")[0]
        self.scheduler = self._start("scheduler", "--host", host, "--port", port, "--no-dashboard")
        self.workers = [self._start_worker(name) for name in names]

    def _start_worker(self, name: str) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name, "--death-timeout", "60")
        return self._start("worker", self.address, *options, "--local-directory", str(self.folder / name))

    def _start(self, what: str, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", *words, *self.tls],
            env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """End them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()
