"""Spark as an engine: the same expressions, on the cores of this machine or on a cluster."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ibis

from graph.network.columns.engine import Engine

_SETTINGS = {
    "spark.driver.host": "127.0.0.1",  # on one machine it is else sought by its name
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


@contextmanager
def open_spark(master: str = "local[2]", **settings: str) -> Iterator[Engine]:
    """
    Open Spark; needs the extra `spark`, and Java.

    Args:
        master: Where it runs: `local[2]`, or the address of a cluster, such as
            `spark://host:7077`. A cluster reads the folder of the engine too: share it.
        settings: More of Spark's own, with `_` for `.`: `spark_executor_memory="4g"`.
    """
    from pyspark.sql import SparkSession

    given = {name.replace("_", "."): value for name, value in settings.items()}
    usual = _SETTINGS if master.startswith("local") else {}
    builder = SparkSession.builder.master(master).appName("collabgraph")
    for name, value in {**usual, **given}.items():
        builder = builder.config(name, value)
    with tempfile.TemporaryDirectory(prefix="collabgraph-") as folder:
        session = builder.getOrCreate()
        try:
            yield Engine(ibis.pyspark.connect(session), Path(folder))
        finally:
            session.stop()
