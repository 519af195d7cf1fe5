"""Whether a Spark is there, and stays there: it waits forever for what does not come back."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from os import environ
from pathlib import Path
from threading import Event, Thread
from typing import Any

from graph.model.errors import ExportError
from graph.model.message import Message

PATIENCE = 30.0
"""For how many seconds a cluster may be out of reach, or have no worker for us."""

_KNOCK = 5.0  # seconds for an address to answer
_JAVA = 17  # the least that Spark 4 runs on
_CLUSTER = re.compile(r"spark://((?:[\w.-]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}(?:,|$))+")
_LOOPBACK = re.compile(r"spark://(?:localhost|127(?:\.[0-9]+){3}|\[::1\]):[0-9]+")
_LOCAL = re.compile(r"local\[(?:[1-9][0-9]{0,3}|\*)\]")


def is_spark(engine: str) -> bool:
    """
    Tell whether this is how an address of Spark is written.

    >>> is_spark("local[2]"), is_spark("spark://host:7077"), is_spark("spark://host")
    (True, True, False)
    """
    return bool(_LOCAL.fullmatch(engine) or _CLUSTER.fullmatch(engine))


def is_on_this_machine(master: str) -> bool:
    """
    Tell whether Spark runs where we do.

    >>> is_on_this_machine("spark://127.0.0.1:7077"), is_on_this_machine("spark://host:7077")
    (True, False)
    """
    return master.startswith("local") or bool(_LOOPBACK.fullmatch(master))


def check_spark(master: str) -> None:
    """
    Check that Spark can be started.

    Raises:
        ExportError: The extra or Java is missing, or nothing answers at the address.
    """
    if not find_spec("pyspark"):
        raise ExportError(Message("engine.extra"))
    if not has_java():
        raise ExportError(Message("engine.java"))
    if not _answers(master):
        raise ExportError(Message("engine.unreachable", master=master))


def has_java() -> bool:
    """Tell whether a Java that Spark takes runs: `java` may be but a notice of where to get it."""
    home = environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    if not java:
        return False
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    except (OSError, UnicodeDecodeError):
        return False
    version = re.search(r'version "([0-9]+)', said)
    return version is not None and int(version[1]) >= _JAVA


@contextmanager
def watch_spark(session: Any, master: str) -> Iterator[None]:
    """
    Stop Spark where its cluster goes away, or has no worker for us, for longer than `PATIENCE`.

    Raises:
        ExportError: It did.
    """
    if master.startswith("local"):
        yield
        return
    done, gone = Event(), list[Message]()
    watcher = Thread(target=_watch, args=(session.sparkContext, master, done, gone), daemon=True)
    watcher.start()
    try:
        yield
    except Exception as error:
        if gone:
            raise ExportError(gone[0]) from error
        raise
    finally:
        done.set()
        watcher.join()


def _watch(context: Any, master: str, done: Event, gone: list[Message]) -> None:
    seen = time.monotonic()
    while not done.wait(1):
        fault = _find_fault(context, master)
        if fault is None:
            seen = time.monotonic()
        elif time.monotonic() - seen > PATIENCE:
            gone.append(fault)
            context.stop()
            return


def _find_fault(context: Any, master: str) -> Message | None:
    if not _answers(master):
        return Message("engine.gone", master=master)
    if context._jsc.sc().getExecutorMemoryStatus().size() < 2:  # the driver is one
        return Message("engine.no_worker", master=master)
    return None


def _answers(master: str) -> bool:
    addresses = [] if master.startswith("local") else master.removeprefix("spark://").split(",")
    return not addresses or any(map(_is_open, addresses))


def _is_open(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK).close()
    except (OSError, OverflowError):
        return False
    return True
