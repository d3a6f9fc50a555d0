"""Can an encrypted scheduler be used, and is what is wrong with a connection said in one sentence?"""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.studies import ClusterError, How, StudyError, sweep
from analysis.studies.cluster_connection import Certificates, hush
from tests.analysis.studies.dask_processes import Processes
from tests.analysis.studies.made import SMALL, command, digest, write

pytest.importorskip("distributed")

ONE_ROW = SMALL.replace("points: 60", "points: 2").replace("replications: 60", "replications: 5")
MAKE = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=test"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("certificates are made with openssl")
    folder = tmp_path_factory.mktemp("tls")
    files = folder / "certificate.pem", folder / "key.pem"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-out", files[0], "-keyout", files[1]]
    subprocess.run(["openssl", *MAKE.split(), *names], check=True, capture_output=True)
    return files


@pytest.mark.slow
def test_an_encrypted_scheduler_is_used_with_options_or_with_dasks_configuration(
    tmp_path: Path, certificate: tuple[Path, Path]
) -> None:
    own, key = certificate
    study = write(tmp_path, ONE_ROW)
    sweep(study, tmp_path / "threads")
    cluster = Processes(tmp_path / "cluster", ("one",), (own, own, key))
    asked = ["sweep", study, "--dask", cluster.address, "--out"]
    configured = {"CA_FILE": own, "CLIENT__CERT": own, "CLIENT__KEY": key}
    try:
        given = command(*asked, tmp_path / "given", "--tls-ca", own, "--tls-cert", own, "--tls-key", key)
        read = command(
            *asked, tmp_path / "read", **{f"DASK_DISTRIBUTED__COMM__TLS__{k}": str(v) for k, v in configured.items()}
        )
        none = command(*asked, tmp_path / "none")
    finally:
        cluster.close()
    assert (given.returncode, read.returncode, none.returncode) == (0, 0, 2), (given.stderr, read.stderr, none.stderr)
    assert digest(tmp_path / "given") == digest(tmp_path / "read") == digest(tmp_path / "threads")
    assert none.stderr.startswith(f"{cluster.address}: an encrypted connection needs certificates; name them with")


@pytest.mark.parametrize(
    ("address", "words", "told"),
    [
        ("tls://127.0.0.1:9", [], "needs certificates"),
        ("tls://127.0.0.1:9", ["--tls-ca", "absent.pem"], "absent.pem"),
        ("tls://127.0.0.1:9", ["--tls-ca", "none.pem", "--tls-cert", "none.pem", "--tls-key", "none.pem"], "none.pem"),
        ("tcp://127.0.0.1:9", ["--tls-ca", "none.pem"], "begins with tls://"),
    ],
)
def test_certificates_that_cannot_be_used_are_told(
    tmp_path: Path,
    address: str,
    words: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("none.pem").write_text("no certificate")
    assert main(["sweep", str(write(tmp_path, ONE_ROW)), "--dask", address, *words]) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert told in last
    assert "Traceback" not in last


def test_no_scheduler_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.studies.cluster_connection.PATIENCE", 1)
    study = write(tmp_path, ONE_ROW)
    for address in ("tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1:9"):
        with pytest.raises(ClusterError, match=f"{address}: there is no Dask scheduler"):
            sweep(study, tmp_path / "out", How(dask=address))
    with pytest.raises(StudyError, match="begins with tls"):
        sweep(study, tmp_path / "out", How(dask="tcp://127.0.0.1:9", certificates=Certificates(key=Path("key"))))


def test_only_what_dask_says_is_kept_off_the_screen(caplog: pytest.LogCaptureFixture) -> None:
    hush()
    hush()
    logging.getLogger("asyncio").error("Task was never retrieved <coro defined at distributed/client.py>")
    logging.getLogger("distributed").error("lost")
    logging.getLogger("asyncio").error("something of one's own")
    assert [record.getMessage() for record in caplog.records] == ["something of one's own"]
