"""A Spark that is not there, or goes away, is said in one line, and nothing of it is left."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
from network.test_columns import rows
from network.test_columns_spark import QUICK
from registries import kustland

from graph.model.errors import ExportError
from graph.network.columns import cluster
from graph.network.incidence import Incidence

pytest.importorskip("ibis")
pytest.importorskip("pyspark", reason="needs the extra spark: make test-spark")

from graph.network.columns.engine import fill_tables
from graph.network.columns.spark import open_spark
from graph.network.columns.ties import project_ties

pytestmark = [
    pytest.mark.skipif(not cluster.has_java(), reason="needs Java: make test-spark"),
    pytest.mark.filterwarnings("ignore"),  # of Spark and what it brings
]


def test_java_that_ends_halfway() -> None:
    """Where Java ends, one line says so, and no folder is left."""
    from pyspark import SparkContext

    folders = []

    def ask() -> None:
        with open_spark("local[2]", settings=QUICK) as opened:
            folders.append(opened.folder)
            SparkContext._gateway.proc.kill()
            fill_tables(opened, Incidence(kustland()))

    with pytest.raises(ExportError, match=r"^Spark stopped, nothing was written: .+"):
        ask()
    assert [folder.exists() for folder in folders] == [False]


def test_a_cluster_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A master and a worker answer as one machine does; when both end, one line says so.

    Spark itself would wait for them to come back.
    """
    port = find_port()
    master = f"spark://127.0.0.1:{port}"
    with pytest.raises(ExportError, match=r"nothing answers at spark://127\.0\.0\.1"):
        cluster.check_spark(master)
    started = [
        start_spark(tmp_path, "master.Master", "--port", str(port), "--webui-port", "0"),
        start_spark(tmp_path, "worker.Worker", "--webui-port", "0", master),
    ]

    def ask() -> None:
        with open_spark(master, "600MB", QUICK) as opened:
            tables = fill_tables(opened, Incidence(kustland()))
            assert ("a", "b", 2, 1.5) in rows(project_ties(tables))
            monkeypatch.setattr(cluster, "PATIENCE", 3.0)
            stop(started)
            project_ties(tables).to_pyarrow()

    try:
        wait_for(port)
        with pytest.raises(ExportError, match="does not answer any more"):
            ask()
    finally:
        stop(started)


def find_port() -> int:
    """Find a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
        return found


def start_spark(folder: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of a cluster of Spark, as its own scripts do, that writes into one folder."""
    import pyspark

    script = Path(pyspark.__file__).parent / "bin" / "spark-class"
    return subprocess.Popen(
        [str(script), f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", *arguments],
        env={
            **os.environ,
            "SPARK_LOCAL_DIRS": str(folder),
            "SPARK_WORKER_DIR": str(folder),
            "SPARK_DAEMON_JAVA_OPTS": f"-Djava.io.tmpdir={folder}",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for(port: int) -> None:
    """Wait until a port answers."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("no master of Spark after a minute")


def stop(started: list[subprocess.Popen[bytes]]) -> None:
    """End processes with all that they started."""
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
