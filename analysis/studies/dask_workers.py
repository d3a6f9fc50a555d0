"""Who computes parts elsewhere: the workers of a Dask cluster. They send back bytes; this process stores them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.studies.cluster_connection import PATIENCE, Cluster, connected
from analysis.studies.part_computing import Computer
from analysis.studies.parts_layout import Part
from analysis.studies.parts_storing import Owner, keep_part, part_bytes
from analysis.studies.study import ClusterError, Recipe
from analysis.studies.study_columns import schema_of
from analysis.studies.thread_workers import AHEAD, Done, Task, in_order
from sim.run import rules_digest
from sim.version import __version__

if TYPE_CHECKING:
    import pandas as pd


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
    owner : Owner
        Whose parts they are.
    where : Cluster
        Which cluster.
    """

    def __init__(self, recipe: Recipe, types: tuple[Any, Any], folder: Path, owner: Owner, where: Cluster) -> None:
        self.package = pickle.dumps((recipe, types, owner, about()))
        self.folder = folder
        self.owner = owner
        self.where = where
        self.address = where.address

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute on the cluster and store here; see :class:`analysis.studies.thread_workers.Workers`.

        Raises
        ------
        ClusterError
            When there is no cluster, it has no worker, its workers run something else, or it goes away.
        """
        with connected(self.where) as client:
            yield from self._work(client, tasks)

    def _work(self, client: Any, tasks: Iterator[Task]) -> Iterator[Done]:
        """Hand out parts, a few ahead of the workers, and store what comes back in the order of work."""
        self._check(client)
        most = AHEAD * max(sum(client.nthreads().values()), 1)
        try:
            sent = client.scatter(self.package, broadcast=True, hash=False)
        except (OSError, TimeoutError):
            raise ClusterError(f"{self.address}: the cluster went away") from None

        def submit(task: Task) -> Coming:
            part, values = task
            return Coming(client.submit(compute, sent, part, values, pure=False, retries=2), part, self.address)

        for part, content, lost in in_order(submit, tasks, most):
            if lost:
                yield Done(part.number, 0, lost)
            else:
                keep_part(self.folder, self.owner, part.number, content)
                yield Done(part.number, part.runs)

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
    computer, owner = _computer(package)
    return part_bytes(owner, part, computer.part(part, values))


@lru_cache(maxsize=2)
def _computer(package: bytes) -> tuple[Computer, Owner]:
    # Dask itself sends pickles: whoever reaches a worker can have it run anything already.
    recipe, types, owner, theirs = pickle.loads(package)  # noqa: S301
    if theirs != about():  # a worker that joined later
        raise ClusterError(f"a worker has climbdown {about()}, the study {theirs} (version, rules); they must agree")
    return Computer(recipe, schema_of(*types)), owner


class Coming(NamedTuple):
    """A part that a cluster is computing."""

    future: Any
    part: Part
    address: str

    def result(self) -> tuple[Part, bytes, str]:
        """Wait for the part: the part, its bytes, and why it is lost if it is.

        Raises
        ------
        ClusterError
            When the cluster is gone, or a worker has other rules.
        """
        from distributed import CancelledError
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError

        try:
            return self.part, self.future.result(), ""
        except (CancelledError, FutureCancelledError, CommClosedError):
            raise ClusterError(f"{self.address}: the cluster went away") from None
        except ClusterError:
            raise
        except Exception as error:  # noqa: BLE001 - a part that kills its workers is lost, the others are not
            return self.part, b"", f"{type(error).__name__}: {error}".splitlines()[0]
        finally:
            self.future.release()
