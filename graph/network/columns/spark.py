"""Spark as an engine: the same expressions, on the cores of this machine or on a cluster."""

import re
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import ibis

from graph.model.errors import ExportError
from graph.model.message import Message, Value
from graph.network.columns.cluster import check_spark, is_on_this_machine, watch_spark
from graph.network.columns.engine import Engine
from graph.network.columns.memory import count_mebibytes

_USUAL = {
    "spark.hadoop.fs.defaultFS": "file:///",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
_HERE = {  # else the driver is sought by the name of the machine
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}
_WAIT = 30  # seconds for Java to end


@contextmanager
def open_spark(
    master: str = "local[2]", memory: str = "", settings: Mapping[str, str] | None = None
) -> Iterator[Engine]:
    """
    Open Spark, in a Java of its own; needs the extra `spark`.

    Args:
        master: Where it runs: `local[2]`, or the address of a cluster, such as
            `spark://host:7077`. A cluster reads the folder of the engine too, which is made where
            `TMPDIR` says: share it.
        memory: The most that Spark may take here, or each worker of a cluster, such as `1GB`; what
            Spark takes by itself unless given.
        settings: More of Spark's own, such as `{"spark.executor.cores": "4"}`.

    Raises:
        ValueError: That is no amount of memory.
        ExportError: The extra or Java is missing, no Spark is there, or it stops halfway.
    """
    given = {**_settle(master, memory), **(settings or {})}
    check_spark(master)
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as made:
        folder = Path(made)
        conf = _make_conf(master, {**given, **_keep_within(folder)})
        with (
            _open_java(conf, folder / "java.log") as gateway,
            _say_why(folder / "java.log"),
            _open_session(conf, gateway) as session,
            watch_spark(session, master),
        ):
            yield Engine(ibis.pyspark.connect(session), folder, is_embedded=False)


def _settle(master: str, memory: str) -> Mapping[str, str]:
    is_local = master.startswith("local")
    settings = {**_USUAL, **(_HERE if is_on_this_machine(master) else {})}
    if is_local:
        settings["spark.sql.shuffle.partitions"] = "2"
    if memory:
        part = "driver" if is_local else "executor"
        settings[f"spark.{part}.memory"] = f"{count_mebibytes(memory)}m"
    return settings


def _make_conf(master: str, settings: Mapping[str, str]) -> Any:
    from pyspark import SparkConf

    conf = SparkConf(loadDefaults=False).setMaster(master).setAppName("collabgraph")
    return conf.setAll([*settings.items()])


@contextmanager
def _open_java(conf: Any, log: Path) -> Iterator[Any]:
    """Start Java, and end it after, so that nothing of it is left in a folder of the system."""
    from pyspark import SparkContext
    from pyspark.errors import PySparkException
    from pyspark.java_gateway import launch_gateway

    try:
        with log.open("wb") as written:
            gateway = launch_gateway(conf, {"stdout": written, "stderr": written})
    except PySparkException as error:
        raise ExportError(Message("engine.stopped", why=_read_fault(log))) from error
    try:
        yield gateway
    finally:
        SparkContext._gateway = SparkContext._jvm = None  # the next one starts its own
        with suppress(*_list_faults()):
            gateway.shutdown()
        if gateway.proc:  # there is none where `spark-submit` started Python
            gateway.proc.stdin.close()
            gateway.proc.wait(_WAIT)


@contextmanager
def _open_session(conf: Any, gateway: Any) -> Iterator[Any]:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    context = SparkContext(conf=conf, gateway=gateway)
    session = SparkSession(context)
    try:
        yield session
    finally:
        with warnings.catch_warnings(action="ignore"), suppress(*_list_faults()):
            session.stop()
        context.stop()  # what is left of it here, where Java ended before it
        SparkSession._instantiatedSession = SparkSession._activeSession = None


def _keep_within(folder: Path) -> Mapping[str, str]:
    """Let everything that Spark writes for itself stand in a folder."""
    return {
        "spark.local.dir": str(folder / "spilled"),
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.sql.artifact.isolation.enabled": "false",
        "spark.driver.extraJavaOptions": f"-Djava.io.tmpdir={folder} -XX:-UsePerfData",
    }


@contextmanager
def _say_why(log: Path) -> Iterator[None]:
    """Say in one line why Spark did not start, or stopped, and nothing of what Java says of it."""
    try:
        yield
    except _list_faults() as error:
        raise ExportError(Message("engine.stopped", why=_find_why(error, log))) from error


def _list_faults() -> tuple[type[Exception], ...]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    return PySparkException, Py4JError, OSError, EOFError


def _find_why(error: Exception, log: Path) -> Value:
    """Find the deepest cause, without the names of classes; of a Java that ended, its last word."""
    from py4j.protocol import Py4JNetworkError

    if isinstance(error, (Py4JNetworkError, OSError, EOFError)):
        return _read_fault(log)
    try:
        said = str(error)
    except OSError:  # Java is asked for it
        return _read_fault(log)
    causes = re.findall(r"^(?:: |Caused by: )(?:[\w.$]+: )*(.+)$", said, re.MULTILINE)
    return str(causes[-1] if causes else (said.splitlines() or [""])[0]).strip()


def _read_fault(log: Path) -> Value:
    """Read the last error that Java wrote down."""
    faults = re.findall(
        r"^.*(?:Error|Exception).*$", log.read_text("utf-8", "replace"), re.MULTILINE
    )
    return faults[-1].strip() if faults else Message("engine.ended")
