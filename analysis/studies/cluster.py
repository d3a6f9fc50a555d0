"""Who computes parts elsewhere: the workers of a Dask cluster. They send back bytes; this process stores them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.studies.computing import Computer
from analysis.studies.parts_layout import Part
from analysis.studies.parts_storing import as_bytes, keep_part
from analysis.studies.study import ClusterError, Recipe
from analysis.studies.study_columns import schema_of
from analysis.studies.workers import AHEAD, Done, Task
from sim.run import rules_digest
from sim.version import __version__

if TYPE_CHECKING:
    import pandas as pd

LOCAL = "local"
"""Address that means a cluster within this process."""

PATIENCE = 30
"""Seconds to wait for a scheduler, and for its first worker."""


class DaskWorkers:
    """The workers of a Dask cluster.

    Parameters
    ----------
    recipe : Recipe
        The study's; sent to each worker once.
    types : tuple of mapping
        Types of its factors and measures.
    folder : pathlib.Path
        Where parts are stored, on this machine.
    address : str
        Of the scheduler (``tcp://host:8786``), or ``local``.
    threads : int
        Threads of a local cluster.
    """

    def __init__(self, recipe: Recipe, types: tuple[Any, Any], folder: Path, address: str, threads: int) -> None:
        self.package = pickle.dumps((recipe, types, about()))
        self.folder = folder
        self.address = address
        self.threads = threads

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute on the cluster and store here; see :class:`analysis.studies.workers.Workers`.

        Raises
        ------
        ClusterError
            When there is no cluster, it has no worker, its workers run something else, or it goes away.
        """
        distributed: Any = import_module("distributed")  # it has no types

        with suppress_shutdown_noise():
            cluster = _local(distributed.LocalCluster, self.threads) if self.address == LOCAL else None
            try:
                client = distributed.Client(cluster or self.address, timeout=PATIENCE, set_as_default=False)
            except (OSError, ValueError, TimeoutError) as error:
                raise ClusterError(f"{self.address}: there is no Dask scheduler ({error})") from None
            try:
                yield from self._work(client, tasks)
            finally:
                with suppress(Exception):
                    client.close()
                if cluster is not None:
                    cluster.close()

    def _work(self, client: Any, tasks: Iterator[Task]) -> Iterator[Done]:
        """Hand out parts, a few ahead of the workers, and store what comes back."""
        distributed: Any = import_module("distributed")
        self._check(client)
        most = AHEAD * max(sum(client.nthreads().values()), 1)
        sent = client.scatter(self.package, broadcast=True, hash=False)
        waiting: dict[str, Part] = {}
        coming = distributed.as_completed(loop=client.loop)

        def hand_out() -> None:
            for part, values in _next(tasks, most - len(waiting)):
                future = client.submit(compute, sent, part, values, pure=False, retries=2)
                waiting[future.key] = part
                coming.add(future)

        hand_out()
        while waiting:
            future = _following(coming, self.address)
            yield self._store(future, waiting.pop(future.key))
            future.release()
            hand_out()

    def _store(self, future: Any, part: Part) -> Done:
        from distributed.client import FutureCancelledError

        try:
            content = future.result()
        except FutureCancelledError:
            raise ClusterError(f"{self.address}: the cluster went away") from None
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - a part that kills its workers is lost, the others are not
            return Done(part.number, 0, f"{type(error).__name__}: {error}".splitlines()[0])
        keep_part(self.folder, part.number, content)
        return Done(part.number, part.runs)

    def _check(self, client: Any) -> None:
        """Refuse workers that would answer differently."""
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise ClusterError(f"{self.address}: the cluster has no worker; start some (dask worker ADDRESS)") from None
        mine = about()
        for worker, theirs in client.run(about, on_error="return").items():
            if tuple(theirs) != mine if isinstance(theirs, tuple | list) else True:
                raise ClusterError(
                    f"{worker}: the worker has climbdown {theirs}, here it is {mine} (version, rules); they must agree"
                )


def about() -> tuple[str, str]:
    """What a worker runs: version and digest of the rules."""
    return __version__, rules_digest()


def compute(package: bytes, part: Part, values: pd.DataFrame) -> bytes:
    """Compute a part on a worker: the bytes of its Parquet file."""
    return as_bytes(_computer(package).part(part, values))


@lru_cache(maxsize=2)
def _computer(package: bytes) -> Computer:
    # Dask itself sends pickles: whoever reaches a worker can have it run anything already.
    recipe, types, theirs = pickle.loads(package)  # noqa: S301
    if theirs != about():  # a worker that joined later
        raise ClusterError(f"a worker has climbdown {about()}, the study {theirs} (version, rules); they must agree")
    return Computer(recipe, schema_of(*types))


def _next(tasks: Iterator[Task], count: int) -> Iterator[Task]:
    for _ in range(count):
        task = next(tasks, None)
        if task is None:
            return
        yield task


def _following(coming: Any, address: str) -> Any:
    try:
        return next(coming)
    except StopIteration:
        raise ClusterError(f"{address}: the cluster went away") from None


def _local(cluster: Any, threads: int) -> Any:
    return cluster(n_workers=1, threads_per_worker=threads, processes=False, dashboard_address=None)


def suppress_shutdown_noise() -> Any:
    """Keep Dask's own notes about connections and lost workers off the screen; what matters is said by the study."""
    import logging
    from contextlib import contextmanager

    @contextmanager
    def quietly() -> Iterator[None]:
        loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
        before = [logger.level for logger in loggers]
        for logger in loggers:
            logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            for logger, level in zip(loggers, before, strict=True):
                logger.setLevel(level)

    return quietly()
