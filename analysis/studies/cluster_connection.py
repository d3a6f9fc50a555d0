"""A connection to a Dask cluster, encrypted where that is asked for, and without Dask's own notes on the screen."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from analysis.studies.study import ClusterError, StudyError

LOCAL = "local"
"""Address that means a cluster within this process."""

PATIENCE = 30
"""Seconds to wait for a scheduler, and for its first worker."""

NOISY = ("distributed", "tornado.application", "tornado.general", "asyncio")
"""Loggers whose notes about lost connections, tracebacks included, would stand before what the study says itself."""


@dataclass(frozen=True)
class Certificates:
    """Files by which this process and a cluster know each other (TLS, in PEM).

    What is left out is taken from Dask's own configuration (``distributed.comm.tls``), as all of it is by default.

    Attributes
    ----------
    authority : pathlib.Path or None
        Certificates of the authorities that may vouch for the scheduler.
    certificate, key : pathlib.Path or None
        This process's own certificate and its private key.
    """

    authority: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    def given(self) -> dict[str, str]:
        """The files that are named, by the names that Dask gives them."""
        names = {"tls_ca_file": self.authority, "tls_client_cert": self.certificate, "tls_client_key": self.key}
        return {name: str(path.absolute()) for name, path in names.items() if path is not None}


@dataclass(frozen=True)
class Cluster:
    """Where a cluster is.

    Attributes
    ----------
    address : str
        Of its scheduler (``tcp://host:8786`` or ``tls://host:8786``), or ``local`` for one in this process.
    certificates : Certificates
        For ``tls://``.
    threads : int
        Threads of a cluster in this process.
    """

    address: str
    certificates: Certificates = field(default_factory=Certificates)
    threads: int = 1


@contextmanager
def connected(where: Cluster) -> Iterator[Any]:
    """Connect to a cluster.

    Raises
    ------
    StudyError
        When certificates are missing, superfluous, or none.
    ClusterError
        When there is no scheduler, or the two do not trust each other.
    """
    distributed: Any = import_module("distributed")  # it has no types
    hush()
    cluster = _local(distributed.LocalCluster, where.threads) if where.address == LOCAL else None
    try:
        client = _client(distributed, where, cluster)
        try:
            yield client
        finally:
            with suppress(Exception):
                client.close()
    finally:
        if cluster is not None:
            cluster.close()


def _client(distributed: Any, where: Cluster, cluster: Any) -> Any:
    options = {"timeout": PATIENCE, "set_as_default": False}
    if cluster is not None:
        return distributed.Client(cluster, **options)
    try:
        return distributed.Client(where.address, security=_security(distributed, where), **options)
    except (OSError, ValueError, TimeoutError, TypeError) as error:
        raise ClusterError(f"{where.address}: there is no Dask scheduler ({_reason(error)})") from None


def _security(distributed: Any, where: Cluster) -> Any:
    """Dask's description of the certificates, or None where only its own configuration counts.

    Raises
    ------
    StudyError
        When an encrypted connection is asked for and certificates are missing or no certificates.
    """
    given = where.certificates.given()
    if not where.address.startswith("tls://"):
        if given:
            raise StudyError(f"{where.address}: certificates are for an address that begins with tls://")
        return None
    return _encrypted(distributed, where.address, given)


def _encrypted(distributed: Any, address: str, given: Mapping[str, str]) -> Any:
    """Dask's description of these certificates, with its own configuration for those not given; tried out at once."""
    absent = [file for file in given.values() if not Path(file).is_file()]
    if absent:
        raise StudyError(f"{absent[0]}: there is no such file of certificates")
    try:
        security = distributed.Security(require_encryption=True, **given)
        context = security.get_connection_args("client").get("ssl_context")
    except (OSError, ValueError, TypeError) as error:
        named = ", ".join(given.values()) or "those of Dask's configuration"
        raise StudyError(f"{address}: the certificates cannot be used ({_reason(error)}): {named}") from None
    if context is None:
        raise StudyError(
            f"{address}: an encrypted connection needs certificates; name them with --tls-ca, --tls-cert and "
            "--tls-key, or in Dask's configuration (distributed.comm.tls)"
        )
    return security


def _reason(error: BaseException) -> str:
    """An error in one line; connections that fail carry the reason as their cause."""
    found = error.__cause__ or error
    return "; ".join(line.strip() for line in str(found).splitlines() if line.strip()) or type(found).__name__


def hush() -> None:
    """Keep Dask's notes about connections and lost workers off the screen; what matters is said by the study.

    They stay away when the connection is closed: much of what Dask says of a cluster that died, it says afterwards.
    """
    for name in NOISY:
        logger = logging.getLogger(name)
        if _quiet not in logger.filters:
            logger.addFilter(_quiet)
        for handler in logger.handlers:
            if _quiet not in handler.filters:
                handler.addFilter(_quiet)


def _quiet(record: logging.LogRecord) -> bool:
    """Whether a note is to be written: one that is not about Dask, since asyncio and tornado serve others too."""
    about = f"{record.name} {record.getMessage()} {record.exc_info}"
    return "distributed" not in about and "StreamClosedError" not in about


def _local(cluster: Any, threads: int) -> Any:
    return cluster(n_workers=1, threads_per_worker=threads, processes=False, dashboard_address=None)
